"""Places of the text that are kept for pictures which are still to come."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from newsroom.domain.document import Figure
from newsroom.ui.body.blocks import card_places, one_step, remove_block, set_line
from newsroom.ui.body.formats import OBJECT, card_format
from newsroom.ui.body.inserting import insert_blocks
from newsroom.ui.body.kinds import Serial
from newsroom.ui.body.line import CARD, PLAIN

_KEEP = QTextCursor.MoveMode.KeepAnchor


def stand_in(document: QTextDocument, place: int, caption: str) -> QTextCursor:
    """Put a picture's caption in the place of its card, or nothing; give where the picture goes."""
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    block = cursor.block()
    if not caption and (block.next().isValid() or block.previous().isValid()):
        remove_block(block)
        return cursor
    set_line(block, PLAIN)
    cursor.setPosition(place)
    cursor.setPosition(place + 1, _KEEP)
    cursor.insertText(caption, QTextCharFormat())
    cursor.setPosition(place)
    cursor.setKeepPositionOnInsert(True)
    return cursor


def put_in(
    place: QTextCursor, caption: str, figure: Figure, serial: Serial, *, joined: bool
) -> None:
    """Put a figure where it was kept a place; the caption that still stands there becomes its."""
    with one_step(place, joined=joined):
        block = place.block()
        if caption and block.text() == caption and not card_places(block):
            set_line(block, CARD)
            whole = QTextCursor(block)
            whole.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
            whole.insertText(OBJECT, card_format(figure))
        else:
            insert_blocks(QTextCursor(place), [figure], serial)
