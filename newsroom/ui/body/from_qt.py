"""QTextDocument to Document: a walk over blocks and fragments.

Never by Qt's own Markdown or HTML, which lose text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from newsroom.domain.document import Break, Document, FootnoteRef, Inline, Text, merged
from newsroom.ui.body.assembling import assemble, document_of
from newsroom.ui.body.formats import (
    BREAK,
    CARD_OBJECT,
    FOOTNOTE_OBJECT,
    OBJECT,
    Key,
    alignments_of,
    card_of,
    line_of,
    link_of,
    marks_of,
)
from newsroom.ui.body.line import PLAIN, Card, Grid, Piece, Role, Standing, Words

_SPECIAL = re.compile(f"[{BREAK}{OBJECT}]")

BlockReader = Callable[[QTextBlock], tuple[Words | Standing, ...]]
"""What reads one block: directly, or through a memory of blocks read before."""


def read(document: QTextDocument) -> Document:
    """Read a whole text as a document."""
    return document_of(assemble(pieces(document, read_block), {}).values())


def pieces(document: QTextDocument, reader: BlockReader) -> Iterator[Piece]:
    """Walk a text from its first block to its last, tables as one piece each."""
    tables = tables_of(document)
    block = document.begin()
    while block.isValid():
        table = tables.get(block.position())
        if table is None:
            yield from reader(block)
            block = block.next()
        else:
            yield from table_pieces(table, reader)
            block = document.findBlock(table.lastPosition() + 1)


def tables_of(document: QTextDocument) -> dict[int, QTextTable]:
    """Find the tables of a text by the position of their first block."""
    frames = document.rootFrame().childFrames()
    return {frame.firstPosition(): frame for frame in frames if isinstance(frame, QTextTable)}


def table_pieces(table: QTextTable, reader: BlockReader) -> Iterator[Piece]:
    """Read a table, then the cards that came into its cells: a cell holds text only."""
    cells: list[tuple[Words, ...]] = []
    strays: list[Standing] = []
    for row in range(table.rows()):
        for column in range(table.columns()):
            held = list(_cell_pieces(table, row, column, reader))
            cells.append(tuple(piece for piece in held if isinstance(piece, Words)))
            strays += [piece for piece in held if isinstance(piece, Standing)]
    yield Grid(table.columns(), alignments_of(table.format(), table.columns()), tuple(cells))
    yield from strays


def cell_words(table: QTextTable, row: int, column: int) -> tuple[Words, ...]:
    """Read the text of one cell."""
    held = _cell_pieces(table, row, column, read_block)
    return tuple(piece for piece in held if isinstance(piece, Words))


def _cell_pieces(
    table: QTextTable, row: int, column: int, reader: BlockReader
) -> Iterator[Words | Standing]:
    cell = table.cellAt(row, column)
    block = cell.firstCursorPosition().block()
    last = cell.lastPosition()
    while block.isValid() and block.position() <= last:
        yield from reader(block)
        block = block.next()


def read_block(block: QTextBlock) -> tuple[Words | Standing, ...]:
    """Read one block.

    A card and text in the same block, as a deletion may leave them, are read as neighbours.
    """
    return _parted(block, _runs(block))


def read_part(block: QTextBlock, start: int, end: int) -> tuple[Words | Standing, ...]:
    """Read what stands in one block between two positions of the text."""
    return _parted(block, _runs_between(block, start, end))


def _parted(block: QTextBlock, runs: Iterable[Inline | Card]) -> tuple[Words | Standing, ...]:
    line = line_of(block.blockFormat())
    if line.role is Role.CARD:
        line = PLAIN
    result: list[Words | Standing] = []
    inlines: list[Inline] = []
    for run in runs:
        if not isinstance(run, Card):
            inlines.append(run)
            continue
        if inlines:
            result.append(Words(line, merged(inlines)))
        result.append(Standing(run))
        inlines = []
    if inlines or not result:
        result.append(Words(line, merged(inlines)))
    return tuple(result)


def _runs(block: QTextBlock) -> Iterator[Inline | Card]:
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        yield from _inlines(fragment.text(), fragment.charFormat())
        place += 1


def _runs_between(block: QTextBlock, start: int, end: int) -> Iterator[Inline | Card]:
    place = block.begin()
    part = QTextCursor(block)
    while not place.atEnd():
        fragment = place.fragment()
        left, right = fragment.position(), fragment.position() + fragment.length()
        if left < end and right > start:
            part.setPosition(max(start, left))
            part.setPosition(min(end, right), QTextCursor.MoveMode.KeepAnchor)
            yield from _inlines(part.selectedText(), fragment.charFormat())
        place += 1


def _inlines(text: str, form: QTextCharFormat) -> Iterator[Inline | Card]:
    kind = form.objectType()
    marks, link = marks_of(form), link_of(form)
    rest = text
    while rest:
        found = _SPECIAL.search(rest)
        end = found.start() if found else len(rest)
        if end:
            yield Text(rest[:end], marks, link)
        for char in rest[end : end + 1]:
            yield _special(char, kind, form)
        rest = rest[end + 1 :]


def _special(char: str, kind: int, form: QTextCharFormat) -> Inline | Card:
    if char == BREAK:
        return Break()
    if kind == CARD_OBJECT:
        return card_of(form)
    if kind == FOOTNOTE_OBJECT:
        return FootnoteRef(form.stringProperty(Key.LABEL))
    return Text(char, marks_of(form), link_of(form))
