"""A body editor with real reading and writing of Markdown, and a picture that may lack a credit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.desk import wording
from newsroom.domain.document import Document, Figure
from newsroom.domain.pasted import Pasted
from newsroom.markup import reader, writer
from newsroom.ui.body.awaiting import Apart
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.body_typing import BodyTools
from newsroom.ui.body.look import BodyLook, FigureInfo

LIGHT = BodyLook(
    paper="#FFFFFF",
    pane="#F8F8F6",
    line="#DFE1DC",
    control_line="#C3C8C3",
    ink="#1B2024",
    ink_2="#454C52",
    ink_3="#5D656B",
    accent="#0B5C85",
    selected="#E1EBF0",
    amber="#734700",
    amber_mark="#B26A00",
    green="#19633A",
)
DARK = BodyLook(
    paper="#1E2326",
    pane="#191D20",
    line="#2C3236",
    control_line="#434C52",
    ink="#E8EAE8",
    ink_2="#B9C0C4",
    ink_3="#99A2A7",
    accent="#7CC4E8",
    selected="#1B3240",
    amber="#F3C66B",
    amber_mark="#E0A030",
    green="#8FDDB0",
)


def credited(_figure: Figure) -> FigureInfo:
    """Say that every picture has a credit."""
    return FigureInfo(None, "Credit: Aliya Sarsen", missing=False)


def at_once(
    work: Callable[[], Pasted], done: Callable[[Pasted], None], _failed: Callable[[Exception], None]
) -> None:
    """Read a long paste in the thread of the window."""
    done(work())


def make_edit(
    figure_info: Callable[[Figure], FigureInfo] = credited, apart: Apart = at_once
) -> BodyEdit:
    """Make an editor with the real dialect."""
    return BodyEdit(
        LIGHT,
        BodyTools(
            figure_info,
            paste_html=wording.paste_html,
            paste_telegram=wording.paste_telegram,
            paste_markdown=wording.paste_markdown,
            read_markdown=reader.read,
            write_markdown=writer.write,
            write_html=wording.copy_html,
            apart=apart,
        ),
    )


@pytest.fixture
def edit(qtbot: QtBot) -> BodyEdit:
    """Show an empty editor that has the keyboard."""
    made = make_edit()
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def show(edit: BodyEdit) -> Callable[[str, str], BodyEdit]:
    """Show a body given as Markdown, with the caret at the first place of some words in it."""

    def shown(markdown: str, at: str = "") -> BodyEdit:
        edit.set_document(reader.read(markdown), as_read=True)
        put_caret(edit, at)
        return edit

    return shown


def put_caret(edit: BodyEdit, at: str, after: bool = False) -> None:
    """Put the caret before, or after, the first place of some words; `""` is the start."""
    cursor = edit.textCursor()
    cursor.setPosition(0)
    if at:
        found = edit.document().find(at)
        assert not found.isNull(), f"{at!r} is not in the text"
        cursor.setPosition(found.selectionEnd() if after else found.selectionStart())
    edit.setTextCursor(cursor)


def select(edit: BodyEdit, words: str) -> None:
    """Select the first place of some words."""
    found = edit.document().find(words)
    assert not found.isNull(), f"{words!r} is not in the text"
    edit.setTextCursor(found)


def write(edit: BodyEdit, words: str) -> None:
    """Press a key for each character, in whatever script; `QTest` knows the Latin one only."""
    for sign in words:
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(edit, pressed)


_UNHELD = dict.fromkeys(map(ord, "\ufeff\ufffe\ufdd0\ufdd1"))
"""What Qt's text cannot hold: the byte order marks, and the borders of its own frames."""


def canonical(drawn: Document) -> Document:
    """Give what a reader makes of a body, less what Qt's text cannot hold."""
    return reader.read(writer.write(drawn).translate(_UNHELD))


def markdown(edit: BodyEdit) -> str:
    """Give the body as Markdown."""
    return writer.write(edit.document_value())


def spelled(text: str) -> str:
    """Give Markdown in its canonical spelling."""
    return writer.write(reader.read(text))


def document(text: str) -> Document:
    """Read Markdown."""
    return reader.read(text)
