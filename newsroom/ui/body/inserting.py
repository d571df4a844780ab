"""Putting blocks into the story where the caret stands, and finding the cards that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from newsroom.domain.document import (
    Block,
    Figure,
    Table,
)
from newsroom.ui.body.blocks import (
    CELLS,
    box_of,
    card_places,
    insert_after,
    insert_before,
    is_empty,
    line_at,
    line_in,
    one_step,
    remove_selection,
)
from newsroom.ui.body.formats import card_format, card_of
from newsroom.ui.body.kinds import Serial
from newsroom.ui.body.line import PLAIN, Box, Card, Role
from newsroom.ui.body.to_qt import BodyWriter

_KEEP = QTextCursor.MoveMode.KeepAnchor


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block], serial: Serial) -> int:
    """Put blocks at the caret, after the box or table it is in; give where the first one begins.

    An empty paragraph is kept below them, so that writing can go on.
    """
    with one_step(cursor):
        remove_selection(cursor)
        place, fresh = _open_place(cursor)
        before = place.block() if not fresh else place.block().previous()
        start = before.position() + before.length() if before.isValid() else 0
        start += fresh and isinstance(blocks[0], Table)  # Qt keeps an empty line above a table
        writer = BodyWriter(place, serial, fresh=fresh)
        writer.write(blocks)
        last = writer.cursor.block()
        below = last.next()
        if not writer.fresh and (not below.isValid() or line_in(below).role is Role.FOOTNOTE):
            insert_after(last, PLAIN)
        cursor.setPosition(last.position() if writer.fresh else last.next().position())
    return start


def _open_place(cursor: QTextCursor) -> tuple[QTextCursor, bool]:
    """Find where a block may be written: in an empty line (True), or below the cursor given."""
    place = QTextCursor(cursor)
    below_table = line_at(cursor).role in CELLS
    if below_table:
        place.setPosition(cursor.currentTable().lastPosition() + 1)
    block, line = place.block(), line_at(place)
    if line == PLAIN and is_empty(block):
        return place, True
    if below_table:
        return insert_before(block, PLAIN), True
    if line.box is not Box.NONE:
        place = QTextCursor(box_of(block)[-1])
    elif line.role in {Role.TEXT, Role.HEADING}:
        if place.atBlockStart():
            return insert_before(block, PLAIN), True
        if not place.atBlockEnd():
            rest = QTextCursor(place)
            rest.insertBlock()
            place = QTextCursor(rest.block().previous())
    place.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return place, False


def every_block(document: QTextDocument) -> Iterator[QTextBlock]:
    """Walk the blocks of a text, those of tables included."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def cards(document: QTextDocument) -> Iterator[tuple[int, Card]]:
    """Walk the cards of a text with their positions."""
    for block in every_block(document):
        for place in card_places(block):
            yield place, card_at(document, place)


def card_at(document: QTextDocument, place: int) -> Card:
    """Read the card at a position that holds one."""
    cursor = QTextCursor(document)
    cursor.setPosition(place + 1)
    return card_of(cursor.charFormat())


def figures(document: QTextDocument) -> list[tuple[int, Figure]]:
    """List the figures of a text with their positions, in reading order."""
    return [(place, card) for place, card in cards(document) if isinstance(card, Figure)]


def holds_figure(cursor: QTextCursor) -> bool:
    """Whether a cursor stands on the card of a figure."""
    places = card_places(cursor.block())
    return bool(places) and isinstance(card_at(cursor.document(), places[0]), Figure)


def replace_card(document: QTextDocument, place: int, card: Card) -> None:
    """Put another card in the place of one, as one step of undo."""
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    cursor.setPosition(place + 1, _KEEP)
    cursor.setCharFormat(card_format(card))
