"""Marks and links on runs of text."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor

from newsroom.domain.document import Mark
from newsroom.domain.errors import Refused
from newsroom.domain.links import is_safe_link
from newsroom.ui.body.blocks import one_step, selected_blocks
from newsroom.ui.body.formats import (
    char_format,
    link_format,
    link_of,
    mark_format,
    marks_of,
)

_KEEP = QTextCursor.MoveMode.KeepAnchor


def selected_runs(cursor: QTextCursor) -> list[QTextCharFormat]:
    """List the formats of the text in the selection."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found: list[QTextCharFormat] = []
    for block in selected_blocks(cursor):
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            if fragment.position() < end and fragment.position() + fragment.length() > start:
                found.append(fragment.charFormat())
            place += 1
    return found


def marks_at(cursor: QTextCursor) -> frozenset[Mark]:
    """Tell the marks that all of the selection has, or that typing at the caret would have."""
    runs = selected_runs(cursor) if cursor.hasSelection() else []
    if not runs:
        return marks_of(cursor.charFormat())
    return frozenset.intersection(*(marks_of(run) for run in runs))


def merge(cursor: QTextCursor, change: QTextCharFormat) -> None:
    """Merge a format into the text of the selection, block by block, as one step of undo."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    with one_step(cursor):
        for block in selected_blocks(cursor):
            part = QTextCursor(block)
            last = block.position() + block.length() - 1
            part.setPosition(max(start, block.position()))
            part.setPosition(min(end, last), _KEEP)
            if part.hasSelection():
                part.mergeCharFormat(change)


def toggled(cursor: QTextCursor, mark: Mark) -> QTextCharFormat:
    """Give the format that sets a mark on the selection, or takes it away where all has it."""
    return mark_format(mark, mark not in marks_at(cursor))


def link_at(cursor: QTextCursor) -> str:
    """Tell the link at the caret or at the start of the selection, empty for none.

    This may be asked for while a column comes into a table: no cursor is moved, because that makes
    Qt count the cells of a table that is not whole yet, and crash when it is drawn.
    """
    runs = selected_runs(cursor) if cursor.hasSelection() else []
    return link_of(runs[0] if runs else cursor.charFormat())


def set_link(cursor: QTextCursor, url: str, words: str = "") -> None:
    """Link the selection, the link around the caret, or words put in, by default the address.

    An empty `url` takes the link away. Raises `Refused` for an address that could do more than
    open a page, a letter or a call.
    """
    if url and not is_safe_link(url):
        raise Refused(
            "This address cannot be a link.", hint="Use one that begins with https:// or mailto:."
        )
    if not cursor.hasSelection() and link_at(cursor):
        _select_link(cursor)
    if cursor.hasSelection():
        merge(cursor, link_format(url))
    elif url:
        cursor.insertText(words or url, char_format(marks_of(cursor.charFormat()), url))


def _select_link(cursor: QTextCursor) -> None:
    """Select the whole link around the caret."""
    link = link_at(cursor)
    block = cursor.block()
    spans = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if link_of(fragment.charFormat()) == link:
            spans.append((fragment.position(), fragment.position() + fragment.length()))
        place += 1
    start = end = cursor.position()
    for left, right in sorted(spans):
        if left <= end and right >= start:
            start, end = min(start, left), max(end, right)
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)


def leaves_link(cursor: QTextCursor) -> bool:
    """Whether typing at the caret would stretch a link that ends there, or an object's format."""
    here = cursor.charFormat()
    if here.objectType():
        return True
    link = link_of(here)
    if not link or cursor.hasSelection():
        return False
    if cursor.atBlockEnd():
        return True
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return link_of(ahead.charFormat()) != link
