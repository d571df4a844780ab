"""Small steps on blocks, from which the deeds are made. None opens an edit block of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsroom.ui.body.formats import BREAK, CARD_OBJECT, OBJECT, block_format, line_of
from newsroom.ui.body.line import CARD, PLAIN, Box, Line, Role, joins
from newsroom.ui.body.places import units

CELLS = frozenset({Role.CELL, Role.HEAD})
_WHOLE = frozenset({Role.HEADING, Role.TITLE})
"""Lines in which our Markdown has no word for a break."""

_KEEP = QTextCursor.MoveMode.KeepAnchor


@contextmanager
def one_step(cursor: QTextCursor, *, joined: bool = False) -> Iterator[None]:
    """Make what happens inside one step of undo; `joined` adds it to the step before."""
    if joined:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


@contextmanager
def standing_still(cursor: QTextCursor) -> Iterator[None]:
    """Let what is put in at a cursor's own place come after it, selection or none."""
    anchor = QTextCursor(cursor)
    anchor.setPosition(cursor.anchor())
    both = (anchor, cursor)
    for one in both:
        one.setKeepPositionOnInsert(True)
    try:
        yield
    finally:
        for one in both:
            one.setKeepPositionOnInsert(False)
        # Qt keeps a cursor's position alone; its anchor moves on and leaves a selection behind.
        position = cursor.position()
        cursor.setPosition(anchor.position())
        cursor.setPosition(position, _KEEP)


def line_at(cursor: QTextCursor) -> Line:
    """Read the line in which the cursor stands."""
    return line_of(cursor.block().blockFormat())


def line_in(block: QTextBlock) -> Line:
    """Read the line of a block; a block that is not there reads as a plain one."""
    return line_of(block.blockFormat()) if block.isValid() else PLAIN


def set_line(block: QTextBlock, line: Line) -> None:
    """Make a block stand for another line; breaks go where that line holds none."""
    QTextCursor(block).setBlockFormat(block_format(line))
    if line.role in _WHOLE:
        _take_breaks(block)


def _take_breaks(block: QTextBlock) -> None:
    """Put a space in the place of each line break, as page and Markdown have it.

    After the break, which then goes: so no caret beside it moves.
    """
    words = block.text()
    for place in (place for place, sign in enumerate(words) if sign == BREAK):
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(words[: place + 1]))
        cursor.insertText(" ")
        cursor.setPosition(cursor.position() - 2)
        cursor.deleteChar()


def breaks_into(upper: QTextBlock, lower: QTextBlock) -> bool:
    """Whether a line that holds no break would get one if the line below flowed into it."""
    return line_in(upper).role in _WHOLE and BREAK in lower.text()


def join_below(cursor: QTextCursor, block: QTextBlock) -> None:
    """Let the line below flow into one that holds no break, as one step; the caret stays between.

    Qt's own joining is a step that nothing can be added to.
    """
    with one_step(cursor):
        cursor.setPosition(block.position() + block.length() - 1)
        cursor.deleteChar()
        _take_breaks(block)


def is_empty(block: QTextBlock) -> bool:
    """Whether a block holds no character."""
    return block.length() <= 1


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """List the blocks that the selection touches, or the one of the caret."""
    block = cursor.document().findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    found: list[QTextBlock] = []
    while block.isValid() and (not found or block.position() < end):
        found.append(block)
        block = block.next()
    return found


def box_of(block: QTextBlock) -> list[QTextBlock]:
    """List the blocks of the box that a block stands in, from first to last."""
    found = [block]
    if line_in(block).box is Box.NONE:
        return found
    while _same_box(before := found[0].previous(), found[0]):
        found.insert(0, before)
    while _same_box(found[-1], after := found[-1].next()):
        found.append(after)
    return found


def _same_box(upper: QTextBlock, lower: QTextBlock) -> bool:
    if not upper.isValid() or not lower.isValid():
        return False
    line = line_in(upper)
    return joins(line, line, line_in(lower))


def remove_block(block: QTextBlock) -> None:
    """Take a block and its text out; an only block, or one beside a table, becomes empty."""
    cursor = QTextCursor(block)
    if block.next().isValid() and line_in(block.next()).role not in CELLS:
        _remove_before_next(cursor, block)
    elif block.previous().isValid() and line_in(block.previous()).role not in CELLS:
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.setPosition(block.position() + block.length() - 1, _KEEP)
        cursor.removeSelectedText()
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block_format(PLAIN))


def _remove_before_next(cursor: QTextCursor, block: QTextBlock) -> None:
    """Remove a block with its end; the next one keeps its own format, whatever Qt makes of it."""
    following = block.next().blockFormat()
    cursor.setPosition(block.position() + block.length(), _KEEP)
    cursor.removeSelectedText()
    cursor.setBlockFormat(following)


def is_everything(cursor: QTextCursor) -> bool:
    """Whether the selection holds the whole text."""
    last = cursor.document().characterCount() - 1
    return cursor.selectionStart() == 0 and cursor.selectionEnd() == last > 0


def remove_selection(cursor: QTextCursor) -> bool:
    """Remove what is selected; where that was everything, a plain paragraph is left.

    A card that words flowed to keeps its line to itself; gives whether the caret stands below it.
    """
    everything = is_everything(cursor)
    cursor.removeSelectedText()
    if everything:
        cursor.setBlockFormat(block_format(PLAIN))
    block = cursor.block()
    if is_untidy(block):
        tidy(block, cursor)
    return cursor.block() != block


def insert_after(block: QTextBlock, line: Line) -> QTextCursor:
    """Add an empty block below another and give a cursor in it."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock(block_format(line), QTextCharFormat())
    return cursor


def insert_before(block: QTextBlock, line: Line) -> QTextCursor:
    """Add an empty block above another and give a cursor in it."""
    own = block.blockFormat()
    cursor = QTextCursor(block)
    cursor.insertBlock(own)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.setBlockFormat(block_format(line))
    cursor.setBlockCharFormat(QTextCharFormat())
    return cursor


def card_places(block: QTextBlock) -> list[int]:
    """List the positions in the text of the cards in a block."""
    if OBJECT not in block.text():
        return []
    found: list[int] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if fragment.charFormat().objectType() == CARD_OBJECT:
            found += range(fragment.position(), fragment.position() + fragment.length())
        place += 1
    return found


def is_untidy(block: QTextBlock) -> bool:
    """Whether a deletion left what cannot stand in one block.

    That is a card beside text, the room of a card without it, or a break where a line holds none.
    """
    line = line_in(block)
    if line.role in _WHOLE and BREAK in block.text():
        return True
    if line.role is not Role.CARD and OBJECT not in block.text():
        return False
    places = card_places(block)
    if not places:
        return line.role is Role.CARD
    return line.role not in CELLS and (line.role is not Role.CARD or block.length() > 2)


def tidy(block: QTextBlock, caret: QTextCursor) -> None:
    """Give every card of a block a block of its own again, and take breaks that cannot stand there.

    A caret between text and a card stays with the text: whoever writes there writes on.
    """
    own = line_in(block)
    if own.role in _WHOLE:
        _take_breaks(block)
    text_line = PLAIN if own.role is Role.CARD else own
    for place in reversed(card_places(block)):
        _part(block, place, text_line, caret)
    if block.isValid() and not card_places(block):
        set_line(block, text_line)


def _part(block: QTextBlock, place: int, text_line: Line, caret: QTextCursor) -> None:
    cursor = QTextCursor(block)
    if place + 1 < block.position() + block.length() - 1:
        cursor.setPosition(place + 1)
        cursor.insertBlock(block_format(text_line))
    if place > block.position():
        stays = caret.position() == place and not caret.hasSelection()
        cursor.setPosition(place)
        cursor.insertBlock(block_format(CARD))
        if stays:
            caret.setPosition(place)
    else:
        set_line(block, CARD)
