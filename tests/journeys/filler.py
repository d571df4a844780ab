"""Somebody who types into every field of the real window by turns until the process is killed."""

from __future__ import annotations

import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from newsroom.app import draw_nowhere
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.ui.pictures.record_form import RecordForm
from newsroom.ui.pictures.rows_box import RowsBox
from newsroom.ui.rehearsal import enter, wait_for
from newsroom.ui.room import Room
from tests.journeys.typist import composition

_BETWEEN_KEYS_MS = 1
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def letters(seed: int) -> str:
    """Give what is typed into each field: letters, which every field takes as they are."""
    chance = random.Random(seed)
    return "".join(chance.choices(_LETTERS, k=5_000))


def fill(
    library: Path, story: ArticleId, waiting: ArticleId, picture: PictureId, told: Connection
) -> None:
    """Open a window, and type into every field of a story, a credit record, and a note.

    Tells after each key into which field it went and when, on the clock that processes share.
    """
    draw_nowhere()
    program = composition(library.parent)
    _, room = enter(program.opener(), program.settings, library)
    panes = room.panes
    room.desk.open(story)
    wait_for("the story", lambda: panes.editor.article == story)
    panes.library_pictures.show_picture(picture)
    wait_for("the picture", lambda: panes.library_pictures.picture == picture)
    panes.review.show_article(waiting)
    wait_for("the review", lambda: panes.review.card.isEnabled() and not _lists_empty(room))
    QTest.qWait(300)
    fields = every_field(room)
    for field in fields.values():
        _go_to_end(field)
    for letter in letters(0):
        for name, field in fields.items():
            QTest.keyClicks(field, letter)
            told.send((name, time.monotonic()))
            QTest.qWait(_BETWEEN_KEYS_MS)


def every_field(room: Room) -> dict[str, QWidget]:
    """Give the fields that are typed into, by name."""
    fields, form = room.panes.editor.fields, room.panes.library_pictures.detail.form
    (note,) = room.panes.review.findChildren(QPlainTextEdit)
    return {
        "headline": fields.headline,
        "standfirst": fields.standfirst,
        "place": fields.dateline.place,
        "byline": fields.dateline.byline,
        "sources": fields.details.sources,
        "tags": fields.details.tags,
        "slug": fields.details.slug,
        "lead caption": fields.lead.caption,
        "lead alt": fields.lead.alt,
        "body": room.panes.editor.body,
        "record caption": form.box("caption"),
        "record credit": form.box("credit"),
        "record e-mail": form.box("contact.email"),
        "record licensor": _licensor(form),
        "note": note,
    }


def _licensor(form: RecordForm) -> QWidget:
    """Give the line for the name of a licensor, in a row made for it."""
    box = form.reveal("licensor")
    assert isinstance(box, RowsBox)
    box.add.click()
    return box.rows[0].lines["name"]


def _lists_empty(room: Room) -> bool:
    return room.panes.review.queue.model().rowCount() == 0


def _go_to_end(field: QWidget) -> None:
    match field:
        case QLineEdit():
            field.setCursorPosition(len(field.text()))
        case QTextEdit() | QPlainTextEdit():
            field.moveCursor(field.textCursor().MoveOperation.End)
