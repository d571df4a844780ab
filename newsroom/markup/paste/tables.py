"""Tables of foreign HTML: their cells on a grid, and whether they are tables at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.markup.paste.node import Node

MOST_CELLS = 40_000
_SPAN = 200


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of each row by their column; a cell over several columns stands in the first."""

    rows: tuple[dict[int, Node], ...]
    columns: tuple[int, ...]

    def cells(self) -> list[Node]:
        """List the cells in reading order."""
        return [row[column] for row in self.rows for column in sorted(row)]


def grid_of(table: Node) -> Grid:
    """Put the cells of a table on a grid. Columns that no cell begins in are left out.

    So is the row without height by which Word tells browsers how wide the columns are.
    """
    rows: list[dict[int, Node]] = []
    taken: dict[int, int] = {}
    for row in table.found("tr"):
        placed: dict[int, Node] = {}
        column = 0
        held: dict[int, int] = {}
        for cell in row.nodes():
            if cell.tag not in {"td", "th"}:
                continue
            while taken.get(column):
                column += 1
            placed[column] = cell
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for at in range(column, column + width):
                held[at] = height
            column += width
        taken = {at: left - 1 for at, left in taken.items() if left > 1}
        taken |= {at: height - 1 for at, height in held.items() if height > 1}
        if placed and not (row.attributes.get("height") == "0" and not _filled(placed.values())):
            rows.append(placed)
    return Grid(tuple(rows), tuple(sorted({column for row in rows for column in row})))


def _span(cell: Node, name: str) -> int:
    said = cell.attributes.get(name, "1").strip()
    return min(max(int(said), 1), _SPAN) if said.isascii() and said.isdecimal() else 1


def is_frame(table: Node, grid: Grid) -> bool:
    """Whether a table only places what it holds: one column, a layout, or far too large."""
    if len(grid.columns) < 2 or len(grid.rows) * len(grid.columns) > MOST_CELLS:
        return True
    if table.attributes.get("role", "") in {"presentation", "none"}:
        return True
    filled = [_filled(row.values()) for row in grid.rows]
    if max(filled) < 2:
        return True
    nested = any(_holds_table(cell) for cell in grid.cells())
    return nested and sum(count > 1 for count in filled) < 2


def _filled(cells: Iterable[Node]) -> int:
    return sum(_has_content(cell) for cell in cells)


def _has_content(cell: Node) -> bool:
    return bool(cell.all_text().strip()) or any(node.tag == "img" for node in cell.every_node())


def _holds_table(cell: Node) -> bool:
    return any(node.tag == "table" for node in cell.every_node())
