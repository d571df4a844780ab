"""Tables with pipes. A row with more cells than the header would lose some, so it is no table."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")


def cells(line: str) -> list[str]:
    """Divide a row at its pipes; an escaped pipe stays in its cell, without the backslash."""
    row = line.strip(" \t").removeprefix("|")
    parts = _PIPE.split(row)
    if len(parts) > 1 and not parts[-1]:
        del parts[-1]
    return [part.strip(" \t").replace("\\|", "|") for part in parts]


class TableProcessor(BlockProcessor):
    """Read a table: header, delimiter row, rows."""

    def test(self, _parent: Element, block: str) -> bool:
        lines = block.split("\n", 2)
        if len(lines) < 2 or "|" not in lines[0] or "|" not in lines[1]:
            return False
        if not _DELIMITER.fullmatch(lines[1]):
            return False
        width = len(cells(lines[1]))
        rows = lines[2].split("\n") if len(lines) > 2 else []
        return len(cells(lines[0])) == width and all(len(cells(row)) <= width for row in rows)

    def run(self, parent: Element, blocks: list[str]) -> None:
        header, delimiter, *rows = blocks.pop(0).split("\n")
        table = SubElement(parent, "table")
        aligned = [_alignment(cell) for cell in cells(delimiter)]
        for line in (header, *rows):
            row = SubElement(table, "tr")
            texts = cells(line)
            for index, alignment in enumerate(aligned):
                cell = SubElement(row, "td", {"align": alignment})
                cell.text = texts[index] if index < len(texts) else ""


def _alignment(cell: str) -> str:
    match cell.startswith(":"), cell.endswith(":"):
        case True, True:
            return "center"
        case True, False:
            return "left"
        case False, True:
            return "right"
        case _:
            return ""
