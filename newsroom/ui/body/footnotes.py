"""Footnotes: a mark in the text and its note, their numbers, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from newsroom.ui.body.blocks import (
    insert_after,
    insert_before,
    is_empty,
    line_at,
    line_in,
    one_step,
    remove_block,
    set_line,
)
from newsroom.ui.body.formats import FOOTNOTE_OBJECT, OBJECT, Key, footnote_format
from newsroom.ui.body.inserting import every_block
from newsroom.ui.body.line import PLAIN, Line, Role

_KEEP = QTextCursor.MoveMode.KeepAnchor


def insert(cursor: QTextCursor) -> None:
    """Put a mark at the caret and an empty note among the notes; number all; go to the note."""
    document = cursor.document()
    label = _new_label(document)
    with one_step(cursor):
        if line_at(cursor).role is Role.CARD:
            cursor.setPosition(insert_after(cursor.block(), PLAIN).position())
        cursor.setPosition(cursor.selectionEnd())
        cursor.insertText(OBJECT, footnote_format(label))
        note = _note_place(document, cursor.position(), label)
        renumber(document)
    cursor.setPosition(note.position())


def _new_label(document: QTextDocument) -> str:
    """Give a number that neither a note nor a mark has."""
    taken = {line_in(note).label for note in notes(document)}
    taken |= {label for _place, label in marks(document)}
    number = 1
    while str(number) in taken:
        number += 1
    return str(number)


def _note_place(document: QTextDocument, mark: int, label: str) -> QTextCursor:
    """Add an empty note: before that of the next mark, else as the last line of the text."""
    places = {line_in(note).label: note for note in reversed(list(notes(document)))}
    line = Line(Role.FOOTNOTE, label=label)
    for place, other in marks(document):
        if place >= mark and other in places:
            return insert_before(places[other], line)
    return insert_after(document.lastBlock(), line)


def marks(document: QTextDocument) -> Iterator[tuple[int, str]]:
    """Walk the marks of a text with their positions, those within notes last."""
    inside: list[tuple[int, str]] = []
    for block in every_block(document):
        found = _marks_in(block)
        if line_in(block).role is Role.FOOTNOTE:
            inside += found
        else:
            yield from found
    yield from inside


def _marks_in(block: QTextBlock) -> list[tuple[int, str]]:
    if OBJECT not in block.text():
        return []
    found: list[tuple[int, str]] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if label := _label(fragment.charFormat()):
            first = fragment.position()
            found += [(first + index, label) for index in range(fragment.length())]
        place += 1
    return found


def _label(form: QTextCharFormat) -> str:
    return form.stringProperty(Key.LABEL) if form.objectType() == FOOTNOTE_OBJECT else ""


def notes(document: QTextDocument) -> Iterator[QTextBlock]:
    """Walk the notes of a text."""
    return (block for block in every_block(document) if line_in(block).role is Role.FOOTNOTE)


def renumber(document: QTextDocument) -> None:
    """Number notes in the order in which the text points at them, as the page does.

    A name given to a note in its Markdown stays.
    """
    pointed = [label for _place, label in marks(document)]
    order = dict.fromkeys([*pointed, *(line_in(note).label for note in notes(document))])
    fresh = {label: str(number) for number, label in enumerate(order, start=1) if label.isdecimal()}
    for place, label in list(marks(document)):
        if fresh.get(label, label) != label:
            cursor = QTextCursor(document)
            cursor.setPosition(place)
            cursor.setPosition(place + 1, _KEEP)
            cursor.setCharFormat(footnote_format(fresh[label]))
    for note in list(notes(document)):
        line = line_in(note)
        if fresh.get(line.label, line.label) != line.label:
            set_line(note, replace(line, label=fresh[line.label]))


def label_at(cursor: QTextCursor) -> str:
    """Tell the label of the mark that the caret touches, empty for none."""
    if cursor.hasSelection():
        return ""
    touched = dict(_marks_in(cursor.block()))
    position = cursor.position()
    return touched.get(position - 1) or touched.get(position, "")


def cross(cursor: QTextCursor) -> bool:
    """Go from a mark to its note, or from a note back to its mark."""
    line, document = line_at(cursor), cursor.document()
    if label := label_at(cursor):
        target = next((one for one in notes(document) if line_in(one).label == label), None)
        if target is None:
            return False
        cursor.setPosition(target.position() + target.length() - 1)
        return True
    if line.role is not Role.FOOTNOTE:
        return False
    place = next((place for place, label in marks(document) if label == line.label), None)
    if place is None:
        return False
    cursor.setPosition(place + 1)
    return True


def remove_mark(cursor: QTextCursor, place: int) -> bool:
    """Remove the mark at a position, and its note where no other mark points at it."""
    label = dict(_marks_in(cursor.document().findBlock(place))).get(place)
    if label is None:
        return False
    document = cursor.document()
    with one_step(cursor):
        cursor.setPosition(place)
        cursor.setPosition(place + 1, _KEEP)
        cursor.removeSelectedText()
        if all(other != label for _place, other in marks(document)):
            for note in reversed([one for one in notes(document) if line_in(one).label == label]):
                remove_block(note)
        renumber(document)
    return True


def remove_note(cursor: QTextCursor) -> bool:
    """Remove the empty note at the caret with its marks, and go to where the first one stood."""
    line = line_at(cursor)
    if line.role is not Role.FOOTNOTE or not is_empty(cursor.block()):
        return False
    document = cursor.document()
    with one_step(cursor):
        note = QTextCursor(cursor.block())
        for place, label in reversed(list(marks(document))):
            if label == line.label:
                cursor.setPosition(place)
                cursor.deleteChar()
        remove_block(note.block())
        renumber(document)
    return True
