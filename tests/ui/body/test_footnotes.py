"""Footnotes: put in, numbered in the order of the text, gone to and back, removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsroom.ui.body.body_edit import BodyEdit
from tests.ui.body.conftest import markdown, put_caret

Show = Callable[..., BodyEdit]

_TWO = "One[^1] two[^2] three.\n\n[^1]: First.\n\n[^2]: Second.\n"
_CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_footnote_between_others_takes_its_number(show: Show, qtbot: QtBot) -> None:
    edit = show(_TWO)
    put_caret(edit, " two", after=False)
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    edit.insert_footnote()
    qtbot.keyClicks(edit, "Between.")
    assert markdown(edit) == (
        "One[^1] [^2]two[^3] three.\n\n[^1]: First.\n\n[^2]: Between.\n\n[^3]: Second.\n"
    )
    qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    assert markdown(edit) == _TWO


def test_names_given_in_markdown_stay(show: Show) -> None:
    edit = show("One[^census] two.\n\n[^census]: Of 2021.\n")
    put_caret(edit, "two", after=True)
    edit.insert_footnote()
    assert "One[^census] two[^2]." in markdown(edit)


def test_from_the_mark_to_the_note_and_back(show: Show, qtbot: QtBot) -> None:
    edit = show(_TWO)
    put_caret(edit, " three")
    qtbot.keyClick(edit, Qt.Key.Key_F2)
    qtbot.keyClicks(edit, "!")
    assert "[^2]: Second.!" in markdown(edit)
    qtbot.keyClick(edit, Qt.Key.Key_F2)
    qtbot.keyClicks(edit, "?")
    assert "two[^2]? three." in markdown(edit)


def test_a_double_click_on_the_mark_goes_to_the_note(show: Show) -> None:
    edit = show(_TWO)
    put_caret(edit, " three")
    place = edit.cursorRect().center()
    place.setX(place.x() - 4)
    QTest.mouseDClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert edit.textCursor().block().text() == "Second."
    assert not edit.textCursor().hasSelection()


def test_a_mark_that_is_deleted_takes_its_note_along(show: Show, qtbot: QtBot) -> None:
    edit = show(_TWO)
    put_caret(edit, "One", after=True)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert markdown(edit) == "One two[^1] three.\n\n[^1]: Second.\n"
    put_caret(edit, " three")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert markdown(edit) == "One two three.\n"
    qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    assert markdown(edit) == _TWO


def test_a_note_that_is_pointed_at_twice_stays_with_the_other_mark(
    show: Show, qtbot: QtBot
) -> None:
    edit = show("One[^1] two[^1].\n\n[^1]: First.\n")
    put_caret(edit, "One", after=True)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert markdown(edit) == "One two[^1].\n\n[^1]: First.\n"


def test_backspace_in_an_empty_note_takes_the_mark_away(show: Show, qtbot: QtBot) -> None:
    edit = show(_TWO)
    put_caret(edit, "One", after=True)
    edit.insert_footnote()
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert markdown(edit) == _TWO
    qtbot.keyClicks(edit, "x")
    assert markdown(edit).startswith("Onex[^1]")
