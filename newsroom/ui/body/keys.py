"""What Enter, Backspace, Delete and Tab do where lines of different kinds meet.

Each function answers whether it has done the key; where it has not, Qt's own way is right.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsroom.ui.body import footnotes, nesting, tables
from newsroom.ui.body.blocks import (
    CELLS,
    box_of,
    breaks_into,
    card_places,
    insert_after,
    insert_before,
    is_empty,
    is_everything,
    join_below,
    line_at,
    line_in,
    one_step,
    remove_block,
    remove_selection,
    set_line,
)
from newsroom.ui.body.formats import block_format, char_format, marks_of
from newsroom.ui.body.kinds import Serial, unbox
from newsroom.ui.body.line import PLAIN, Box, Line, Role

_END = QTextCursor.MoveOperation.EndOfBlock


def enter(cursor: QTextCursor) -> None:
    """Begin a new line, of the kind that follows the present one."""
    with one_step(cursor):
        if remove_selection(cursor):
            return
        block, line = cursor.block(), line_at(cursor)
        if line.role in CELLS:
            tables.go_down(cursor)
        elif line.role is Role.CARD:
            _enter_card(cursor, block)
        elif line.role is Role.ITEM and is_empty(block):
            nesting.outdent(cursor)
        elif line.box is not Box.NONE:
            _enter_box(cursor, block, line)
        elif line.role is Role.HEADING and cursor.atBlockStart() and not is_empty(block):
            insert_before(block, PLAIN)
        else:
            _split(cursor, line if line.role is Role.ITEM else PLAIN)


def _enter_card(cursor: QTextCursor, block: QTextBlock) -> None:
    if cursor.atBlockStart():
        cursor.setPosition(insert_before(block, PLAIN).position())
    else:
        cursor.setPosition(insert_after(block, PLAIN).position())


def _enter_box(cursor: QTextCursor, block: QTextBlock, line: Line) -> None:
    match line:
        case Line(role=Role.ATTRIBUTION):
            _split(cursor, PLAIN)
        case Line(role=Role.TITLE):
            _split(cursor, replace(line, role=Role.TEXT))
        case Line(role=Role.TEXT) if is_empty(block):
            _leave_box(cursor, block)
        case Line(box=Box.PULL):
            _go_below_pull(cursor, block)
        case _:
            _split(cursor, line)


def _split(cursor: QTextCursor, line: Line) -> None:
    """Begin a line below; what stands after the caret goes with it, marks go on, links end."""
    marks = marks_of(cursor.charFormat()) if line_at(cursor).role is line.role else frozenset()
    form = char_format(marks) if marks else QTextCharFormat()
    cursor.insertBlock(block_format(line), form)


def _leave_box(cursor: QTextCursor, block: QTextBlock) -> None:
    """End a box from an empty line; the line goes, and with it a box that held nothing else."""
    box = box_of(block)
    others = [one for one in box if one != block and not is_empty(one)]
    if not others:
        unbox([block])
        return
    if _text_below(box, block):
        set_line(block, PLAIN)
        return
    below = insert_after(box[-1], PLAIN)
    remove_block(block)
    cursor.setPosition(below.position())


def _text_below(box: list[QTextBlock], block: QTextBlock) -> bool:
    after = [one for one in box if one.position() > block.position()]
    return any(line_in(one).role is not Role.ATTRIBUTION for one in after)


def _go_below_pull(cursor: QTextCursor, block: QTextBlock) -> None:
    last = box_of(block)[-1]
    if last == block:
        cursor.setPosition(insert_after(block, PLAIN).position())
    else:
        cursor.setPosition(last.position())
        cursor.movePosition(_END)


def backspace(cursor: QTextCursor) -> bool:
    """Delete backwards at the start of a line or beside a card."""
    if cursor.hasSelection():
        return _remove_everything(cursor)
    block, line = cursor.block(), line_at(cursor)
    if line.role is Role.CARD:
        _remove_card(cursor, block)
        return True
    if not cursor.atBlockStart():
        return footnotes.remove_mark(cursor, cursor.position() - 1)
    if line.role in CELLS:
        return False
    return _backspace_at_start(cursor, block, line)


def _backspace_at_start(cursor: QTextCursor, block: QTextBlock, line: Line) -> bool:
    if line.role is Role.ITEM:
        return nesting.outdent(cursor)
    if _begins_box(block, line):
        with one_step(cursor):
            unbox([block])
        return True
    if line.role is Role.HEADING:
        set_line(block, PLAIN)
        return True
    if footnotes.remove_note(cursor):
        return True
    above = block.previous()
    if not above.isValid():
        return False
    if not _parted(line_in(above), line):
        return _join(cursor, above, block)
    _go_to_end(cursor, above, drop=block if line.role is Role.TEXT else None)
    return True


def _join(cursor: QTextCursor, upper: QTextBlock, lower: QTextBlock) -> bool:
    """Let two lines flow into one where Qt would bring a break along that cannot stand there."""
    joins = breaks_into(upper, lower)
    if joins:
        join_below(cursor, upper)
    return joins


def _begins_box(block: QTextBlock, line: Line) -> bool:
    if line.box is Box.NONE or box_of(block)[0] != block:
        return False
    return line.role is not Role.TITLE or all(is_empty(one) for one in box_of(block))


def _parted(upper: Line, lower: Line) -> bool:
    """Whether two neighbouring lines must not flow into one."""
    if Role.CARD in {upper.role, lower.role} or (upper.role in CELLS) is not (lower.role in CELLS):
        return True
    if upper.box_serial != lower.box_serial:
        return True
    return lower.role in {Role.ATTRIBUTION, Role.FOOTNOTE} or upper.role is Role.TITLE


def _go_to_end(cursor: QTextCursor, above: QTextBlock, *, drop: QTextBlock | None) -> None:
    """Go to the end of a line, and drop an empty one that was left."""
    target = QTextCursor(above)
    target.movePosition(_END)
    if drop is not None and is_empty(drop):
        with one_step(cursor):
            remove_block(drop)
    cursor.setPosition(target.position())


def delete(cursor: QTextCursor) -> bool:
    """Delete forwards at the end of a line or beside a card."""
    if cursor.hasSelection():
        return _remove_everything(cursor)
    block, line = cursor.block(), line_at(cursor)
    if line.role is Role.CARD:
        _remove_card(cursor, block)
        return True
    below = block.next()
    if not cursor.atBlockEnd():
        return footnotes.remove_mark(cursor, cursor.position())
    if line.role in CELLS or not below.isValid():
        return False
    if not _parted(line, line_in(below)):
        return _join(cursor, block, below)
    if is_empty(block) and line == PLAIN and line_in(below).role not in CELLS:
        _drop(cursor, block, below)
    elif _begins_box(below, line_in(below)):
        with one_step(cursor):
            unbox([below])
    else:
        cursor.setPosition(below.position())
    return True


def _drop(cursor: QTextCursor, block: QTextBlock, below: QTextBlock) -> None:
    """Remove an empty line and go to the one below."""
    target = QTextCursor(below)
    with one_step(cursor):
        remove_block(block)
    cursor.setPosition(target.position())


def _remove_everything(cursor: QTextCursor) -> bool:
    if not is_everything(cursor):
        return False
    with one_step(cursor):
        remove_selection(cursor)
    return True


def _remove_card(cursor: QTextCursor, block: QTextBlock) -> None:
    """Remove a card and leave an empty paragraph in its place."""
    with one_step(cursor):
        for place in reversed(card_places(block)):
            cursor.setPosition(place)
            cursor.deleteChar()
        set_line(cursor.block(), PLAIN)


def go_to_border(cursor: QTextCursor, *, end: bool, keep: bool) -> None:
    """Go to the border of the line on screen; from there, to that of the whole line."""
    mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
    moves = QTextCursor.MoveOperation
    before = cursor.position()
    cursor.movePosition(moves.EndOfLine if end else moves.StartOfLine, mode)
    if cursor.position() == before:
        cursor.movePosition(moves.EndOfBlock if end else moves.StartOfBlock, mode)


def tab(cursor: QTextCursor, serial: Serial, *, back: bool) -> bool:
    """Move in a table or nest an item; elsewhere Tab is not ours."""
    if line_at(cursor).role in CELLS:
        tables.go_on(cursor, back=back)
        return True
    if line_at(cursor).role is not Role.ITEM:
        return False
    if back:
        nesting.outdent(cursor)
    else:
        nesting.indent(cursor, serial)
    return True


def make_room(cursor: QTextCursor) -> None:
    """Before text comes in: go from a card to a new line beside it."""
    if line_at(cursor).role is Role.CARD and not cursor.hasSelection():
        with one_step(cursor):
            _enter_card(cursor, cursor.block())


def leaves_text(cursor: QTextCursor, step: int) -> bool:
    """Whether the caret, with nothing selected, has no line above it (-1) or below it (1)."""
    moves = QTextCursor.MoveOperation
    here = QTextCursor(cursor)
    return not here.hasSelection() and not here.movePosition(moves.Down if step > 0 else moves.Up)
