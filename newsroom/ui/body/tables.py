"""Moving in tables and changing their shape."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable

from newsroom.domain.document import Alignment
from newsroom.ui.body.blocks import one_step, standing_still
from newsroom.ui.body.formats import alignments_of, block_format, table_format
from newsroom.ui.body.line import Line, Role


def go_down(cursor: QTextCursor) -> None:
    """Go to the cell below; from the last row, below the table."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    if cell.row() + 1 < table.rows():
        target = table.cellAt(cell.row() + 1, cell.column())
        cursor.setPosition(target.lastPosition())
    else:
        cursor.setPosition(table.lastPosition() + 1)


def go_on(cursor: QTextCursor, *, back: bool) -> None:
    """Go to the next cell, or the one before; past the last, a new row is made."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    index = cell.row() * table.columns() + cell.column() + (-1 if back else 1)
    if index < 0:
        return
    if index == table.rows() * table.columns():
        add_row(cursor, table)
    target = table.cellAt(index // table.columns(), index % table.columns())
    cursor.setPosition(target.firstPosition())
    cursor.setPosition(target.lastPosition(), QTextCursor.MoveMode.KeepAnchor)


def add_row(cursor: QTextCursor, table: QTextTable, *, before: bool = False) -> None:
    """Add a row below the one of the cursor, or above it."""
    at = table.cellAt(cursor).row() + (not before)
    with one_step(cursor), standing_still(cursor):
        table.insertRows(at, 1)
        _format_cells(table, alignments_of(table.format(), table.columns()))


def add_column(cursor: QTextCursor, table: QTextTable, *, before: bool = False) -> None:
    """Add a column after the one of the cursor, or before it."""
    alignments = list(alignments_of(table.format(), table.columns()))
    at = table.cellAt(cursor).column() + (not before)
    with one_step(cursor), standing_still(cursor):
        table.insertColumns(at, 1)
        alignments.insert(at, Alignment.NONE)
        _reshape(table, alignments)


def remove_row(cursor: QTextCursor, table: QTextTable) -> None:
    """Remove the row of the cursor; the last one takes the table with it."""
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column()
    # Qt deletes a table that it has emptied: it cannot be asked for its rows any more.
    remain = table.rows() > 1
    with one_step(cursor):
        table.removeRows(row, 1)
        if remain:
            _format_cells(table, alignments_of(table.format(), table.columns()))
            _go_into(cursor, table, row, column)


def remove_column(cursor: QTextCursor, table: QTextTable) -> None:
    """Remove the column of the cursor; the last one takes the table with it."""
    alignments = list(alignments_of(table.format(), table.columns()))
    row, at = table.cellAt(cursor).row(), table.cellAt(cursor).column()
    with one_step(cursor):
        table.removeColumns(at, 1)
        del alignments[at]
        if alignments:
            _reshape(table, alignments)
            _go_into(cursor, table, row, at)


def remove(cursor: QTextCursor, table: QTextTable) -> None:
    """Remove a table with all that it holds."""
    with one_step(cursor):
        table.removeRows(0, table.rows())


def align(cursor: QTextCursor, table: QTextTable, alignment: Alignment) -> None:
    """Align the column of the cursor."""
    alignments = list(alignments_of(table.format(), table.columns()))
    alignments[table.cellAt(cursor).column()] = alignment
    with one_step(cursor):
        _reshape(table, alignments)


def _go_into(cursor: QTextCursor, table: QTextTable, row: int, column: int) -> None:
    """Go to the cell that took the place of one that went."""
    cell = table.cellAt(min(row, table.rows() - 1), min(column, table.columns() - 1))
    cursor.setPosition(cell.firstPosition())


def _reshape(table: QTextTable, alignments: list[Alignment]) -> None:
    table.setFormat(table_format(tuple(alignments)))
    _format_cells(table, tuple(alignments))


def _format_cells(table: QTextTable, alignments: tuple[Alignment, ...]) -> None:
    for row in range(table.rows()):
        role = Role.CELL if row else Role.HEAD
        for column, alignment in enumerate(alignments):
            cell = table.cellAt(row, column)
            place = cell.firstCursorPosition()
            place.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
            place.setBlockFormat(block_format(Line(role), alignment))
