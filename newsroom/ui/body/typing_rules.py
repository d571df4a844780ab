"""Signs typed as in Markdown become what they mean, each as one step of undo.

The sign itself is in the text before this is asked, as a step of its own: so one Ctrl+Z gives the
typed characters back.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsroom.domain.document import Mark, Rule
from newsroom.ui.body import inserting, kinds, patterns
from newsroom.ui.body.blocks import line_at, line_in, one_step, set_line
from newsroom.ui.body.formats import char_format, link_format, mark_format, marks_of
from newsroom.ui.body.kinds import Serial, kind_of
from newsroom.ui.body.line import PLAIN, Box, Line, Role
from newsroom.ui.body.patterns import Linked, Marked
from newsroom.ui.body.places import units, words_before

_KEEP = QTextCursor.MoveMode.KeepAnchor
_BEGINNABLE = frozenset({Role.TEXT, Role.HEADING})


def apply(cursor: QTextCursor, sign: str, serial: Serial) -> QTextCharFormat | None:
    """Do what the sign just typed before the cursor asks for.

    Gives the form of the words that are typed on, or None where nothing was done.
    """
    if sign == " " and cursor.positionInBlock() > patterns.LONGEST:
        return None
    form = cursor.charFormat()
    if cursor.hasSelection() or Mark.CODE in marks_of(form) or line_at(cursor).role is Role.CARD:
        return None
    if sign == " ":
        begun = _begin(cursor, serial)
    elif sign == "-":
        begun = _draw_rule(cursor, serial)
    else:
        begun = _pair(cursor)
    return char_format(marks_of(form)) if begun else None


def _begin(cursor: QTextCursor, serial: Serial) -> bool:
    block, line = cursor.block(), line_at(cursor)
    wanted = patterns.beginning(words_before(cursor))
    if wanted is None or not _may_become(line, wanted):
        return False
    kind = kind_of(wanted)
    assert kind is not None
    with one_step(cursor):
        cursor.setPosition(block.position(), _KEEP)
        cursor.removeSelectedText()
        kinds.set_kind(cursor, kind, serial)
        _start_at(cursor.block(), wanted.start)
    return True


def _may_become(line: Line, wanted: Line) -> bool:
    """Whether a line may be begun as another: a list in a fact box, anything in plain text."""
    if line.role not in _BEGINNABLE or kind_of(line) is kind_of(wanted):
        return False
    if line.box is Box.FACTS:
        return wanted.role is Role.ITEM
    return line.box is Box.NONE


def _start_at(block: QTextBlock, start: int) -> None:
    """Let a list that begins here count from a number."""
    line = line_in(block)
    if line.ordered and line_in(block.previous()).list_serial != line.list_serial:
        set_line(block, replace(line, start=start))


def _draw_rule(cursor: QTextCursor, serial: Serial) -> bool:
    block = cursor.block()
    if block.length() - 1 != len(patterns.RULE) or line_at(cursor) != PLAIN:
        return False
    if block.text() != patterns.RULE:
        return False
    with one_step(cursor):
        cursor.setPosition(block.position())
        cursor.setPosition(block.position() + len(patterns.RULE), _KEEP)
        inserting.insert_blocks(cursor, [Rule()], serial)
    return True


def _pair(cursor: QTextCursor) -> bool:
    before = words_before(cursor)
    found = patterns.linked(before) or patterns.marked(before)
    if found is None:
        return False
    start = cursor.position() - units(before[found.start :])
    with one_step(cursor):
        match found:
            case Marked(signs=signs, marks=marks):
                _take_signs(cursor, start, signs, signs)
                _merge(cursor, start, *(mark_format(mark, True) for mark in marks))
            case Linked(words=words, url=url):
                _take_signs(cursor, start, 1, units(before[found.start + 1 + words :]))
                _merge(cursor, start, link_format(url))
    return True


def _take_signs(cursor: QTextCursor, start: int, opening: int, closing: int) -> None:
    """Remove the signs around words that begin at `start` and end at the cursor."""
    cursor.setPosition(cursor.position() - closing, _KEEP)
    cursor.removeSelectedText()
    around = QTextCursor(cursor)
    around.setPosition(start)
    around.setPosition(start + opening, _KEEP)
    around.removeSelectedText()


def _merge(cursor: QTextCursor, start: int, *forms: QTextCharFormat) -> None:
    words = QTextCursor(cursor)
    words.setPosition(start, _KEEP)
    for form in forms:
        words.mergeCharFormat(form)
