"""Quotes, dashes and spaces set right in the text: as they are typed, or over what was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from newsroom.domain.correcting import corrected, set_right
from newsroom.domain.document import Embed, Figure, Mark
from newsroom.domain.typography import Habits, Suggestion, suggest
from newsroom.ui.body.blocks import card_places, line_at, one_step, selected_blocks
from newsroom.ui.body.formats import marks_of
from newsroom.ui.body.inserting import card_at, every_block, replace_card
from newsroom.ui.body.line import Card, Role
from newsroom.ui.body.places import units, words_before

_KEEP = QTextCursor.MoveMode.KeepAnchor


def set_typed(cursor: QTextCursor, habits: Habits) -> bool:
    """Set the sign just typed before the cursor as the language writes it: a step of its own."""
    if Mark.CODE in marks_of(cursor.charFormat()) or line_at(cursor).role is Role.CARD:
        return False
    before = words_before(cursor)
    advice = suggest(before, habits)
    if advice is None:
        return False
    with one_step(cursor):
        _put(cursor.document(), cursor.block().position(), before, advice)
    return True


def correct(cursor: QTextCursor, habits: Habits) -> None:
    """Set right the selection, or the whole body, as one step of undo."""
    chosen = (cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None
    blocks = selected_blocks(cursor) if chosen else list(every_block(cursor.document()))
    with one_step(cursor), _still_chosen(cursor):
        for block in reversed(blocks):
            _correct_line(block, habits, chosen)
            for place in card_places(block):
                _correct_card(block.document(), place, habits)


@contextmanager
def _still_chosen(cursor: QTextCursor) -> Iterator[None]:
    """Keep a selection on the same words, though its first or last sign may become another."""
    first, last = QTextCursor(cursor), QTextCursor(cursor)
    first.setPosition(cursor.selectionStart())
    first.setKeepPositionOnInsert(True)
    last.setPosition(cursor.selectionEnd())
    chosen = cursor.hasSelection()
    yield
    if chosen:
        cursor.setPosition(first.position())
        cursor.setPosition(last.position(), _KEEP)


def _correct_line(block: QTextBlock, habits: Habits, chosen: tuple[int, int] | None) -> None:
    words = block.text()
    for advice in reversed(corrected(words, habits, tuple(_code(block)))):
        place = block.position() + units(words[: advice.start])
        if chosen is None or chosen[0] <= place < chosen[1]:
            _put(block.document(), block.position(), words, advice)


def _correct_card(document: QTextDocument, place: int, habits: Habits) -> None:
    """Set right what a picture or a post is captioned with."""
    card = card_at(document, place)
    match card:
        case Figure(alt=alt, caption=caption):
            fresh: Card = replace(
                card, alt=set_right(alt, habits), caption=set_right(caption, habits)
            )
        case Embed(caption=caption):
            fresh = replace(card, caption=set_right(caption, habits))
        case _:
            return
    if fresh != card:
        replace_card(document, place, fresh)


def _put(document: QTextDocument, begin: int, words: str, advice: Suggestion) -> None:
    """Change the text where it differs; the new characters look as the old ones did."""
    part = QTextCursor(document)
    start = begin + units(words[: advice.start])
    part.setPosition(start)
    part.setPosition(start + units(words[advice.start : advice.end]), _KEEP)
    part.insertText(advice.text, _form_after(part, start))


def _form_after(cursor: QTextCursor, start: int) -> QTextCharFormat:
    first = QTextCursor(cursor)
    first.setPosition(start + 1)
    return first.charFormat()


def _code(block: QTextBlock) -> Iterator[tuple[int, int]]:
    """Find the runs of code, in characters of the block's text."""
    place, start = block.begin(), 0
    while not place.atEnd():
        fragment = place.fragment()
        end = start + len(fragment.text())
        if Mark.CODE in marks_of(fragment.charFormat()):
            yield start, end
        start = end
        place += 1
