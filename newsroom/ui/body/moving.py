"""Moving what stands together: a line, an item with those nested under it, a box, a table.

A place to move to is a gap, named by the number of the line that comes after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from newsroom.ui.body.blocks import (
    CELLS,
    box_of,
    insert_after,
    insert_before,
    line_in,
    one_step,
    remove_block,
)
from newsroom.ui.body.line import PLAIN, Box, Line, Role
from newsroom.ui.body.spacing import settle

_KEEP = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that go together, by their numbers; `last` is one of them."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Lifted:
    """A line as it was, with its runs."""

    form: QTextBlockFormat
    runs: Sequence[tuple[str, QTextCharFormat]]


def unit_of(block: QTextBlock) -> Unit:
    """Give what goes together with a line."""
    line = line_in(block)
    if line.role in CELLS:
        table = QTextCursor(block).currentTable()
        if table is not None:
            text = block.document()
            ends = (text.findBlock(one) for one in (table.firstPosition(), table.lastPosition()))
            first, last = (end.blockNumber() for end in ends)
            return Unit(first, last)
    if line.box is not Box.NONE:
        box = box_of(block)
        return Unit(box[0].blockNumber(), box[-1].blockNumber())
    if line.role is Role.ITEM:
        return Unit(block.blockNumber(), _family_end(block, line.level).blockNumber())
    return Unit(block.blockNumber(), block.blockNumber())


def chosen_unit(cursor: QTextCursor) -> Unit:
    """Give what goes together with the lines of the selection, or with that of the caret."""
    text = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    last = text.findBlock(end)
    if end > start and end == last.position() and last.previous().isValid():
        last = last.previous()
    upper, lower = unit_of(text.findBlock(start)), unit_of(last)
    return Unit(min(upper.first, lower.first), max(upper.last, lower.last))


def neighbour(text: QTextDocument, unit: Unit, *, up: bool) -> Unit | None:
    """Give what the unit changes places with; None where it stands at the end of its room."""
    number = unit.first - 1 if up else unit.last + 1
    block = text.findBlockByNumber(number)
    if number < 0 or not block.isValid():
        return None
    own = line_in(text.findBlockByNumber(unit.first))
    line = line_in(block)
    if (line.role is Role.FOOTNOTE) is not (own.role is Role.FOOTNOTE):
        return None
    if own.role is Role.ITEM and _is_free_item(line):
        return _sibling(block, own.level, up=up)
    return around(block, own)


def around(block: QTextBlock, moving: Line) -> Unit:
    """Give what a line like `moving` may not part: to anything but an item, a list is one."""
    if moving.role is Role.ITEM or not _is_free_item(line_in(block)):
        return unit_of(block)
    first = last = block
    while first.previous().isValid() and _is_free_item(line_in(first.previous())):
        first = first.previous()
    while last.next().isValid() and _is_free_item(line_in(last.next())):
        last = last.next()
    return Unit(first.blockNumber(), last.blockNumber())


def _is_free_item(line: Line) -> bool:
    return line.role is Role.ITEM and line.box is Box.NONE


def _sibling(block: QTextBlock, level: int, *, up: bool) -> Unit | None:
    """Find the item of the same depth; an item stays under the one that it is nested in."""
    while up and block.isValid() and _is_free_item(line := line_in(block)) and line.level > level:
        block = block.previous()
    if not block.isValid() or line_in(block).level != level:
        return None
    return unit_of(block)


def _family_end(block: QTextBlock, level: int) -> QTextBlock:
    below = block.next()
    while below.isValid() and _is_free_item(line := line_in(below)) and line.level > level:
        block, below = below, below.next()
    return block


def step(cursor: QTextCursor, *, up: bool) -> bool:
    """Let what is chosen change places with its neighbour; False where there is none."""
    text = cursor.document()
    unit = chosen_unit(cursor)
    other = neighbour(text, unit, up=up)
    if other is None:
        return False
    return move(cursor, unit, other.first if up else other.last + 1)


def move(cursor: QTextCursor, unit: Unit, gap: int) -> bool:
    """Move a unit to a gap as one step of undo; the cursor goes with it.

    A table is not lifted: what lies between it and the gap goes to its other side instead. False
    where nothing would move, or where two tables would change places.
    """
    if unit.first <= gap <= unit.last + 1:
        return False
    text = cursor.document()
    between = Unit(gap, unit.first - 1) if gap < unit.first else Unit(unit.last + 1, gap - 1)
    if not _has_table(text, unit):
        with one_step(cursor):
            _shift(cursor, unit, gap)
        return True
    if _has_table(text, between):
        return False
    with one_step(cursor):
        _shift(QTextCursor(text), between, unit.last + 1 if gap < unit.first else unit.first)
    return True


def _has_table(text: QTextDocument, unit: Unit) -> bool:
    return any(line_in(block).role in CELLS for block in _blocks(text, unit))


def _blocks(text: QTextDocument, unit: Unit) -> list[QTextBlock]:
    numbers = range(unit.first, unit.last + 1)
    return [text.findBlockByNumber(number) for number in numbers]


def _shift(cursor: QTextCursor, unit: Unit, gap: int) -> None:
    """Write the lines of a unit anew at a gap, and take the old ones away."""
    text = cursor.document()
    blocks = _blocks(text, unit)
    start = blocks[0].position()
    caret, anchor = cursor.position() - start, cursor.anchor() - start
    # What is selected to the end of its last line ends where the next one begins.
    held = sum(block.length() for block in blocks)
    count = unit.last - unit.first + 1
    lifted = [_lift(block) for block in blocks]
    place = open_line(text, gap, PLAIN)
    for number, line in enumerate(lifted):
        if number:
            place.insertBlock()
        place.setBlockFormat(line.form)
        place.setBlockCharFormat(QTextCharFormat())
        for words, form in line.runs:
            place.insertText(words, form)
    old = unit.first + count if gap <= unit.first else unit.first
    for _line in range(count):
        remove_block(text.findBlockByNumber(old))
    new = gap if gap <= unit.first else gap - count
    _settle_around(text, min(new, unit.first), max(new, unit.first) + count)
    if min(caret, anchor) >= 0 and max(caret, anchor) <= held:
        start, end = text.findBlockByNumber(new).position(), text.characterCount() - 1
        cursor.setPosition(min(start + anchor, end))
        cursor.setPosition(min(start + caret, end), _KEEP)


def _lift(block: QTextBlock) -> _Lifted:
    runs: list[tuple[str, QTextCharFormat]] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        runs.append((fragment.text(), fragment.charFormat()))
        place += 1
    return _Lifted(block.blockFormat(), runs)


def _settle_around(text: QTextDocument, first: int, last: int) -> None:
    lowest = text.findBlockByNumber(min(last + 1, text.blockCount() - 1))
    settle(text.findBlockByNumber(max(0, first - 1)), lowest.position())


def open_line(text: QTextDocument, gap: int, line: Line) -> QTextCursor:
    """Put an empty line into a gap and give a cursor in it."""
    if gap > 0 and line_in(text.findBlockByNumber(gap - 1)).role not in CELLS:
        return insert_after(text.findBlockByNumber(gap - 1), line)
    return insert_before(text.findBlockByNumber(gap), line)
