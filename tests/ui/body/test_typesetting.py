"""Quotes and dashes set while they are typed, and over what was chosen: always seen and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Figure, Mark, Text
from newsroom.domain.ids import PictureId
from newsroom.domain.typography import TIE
from newsroom.ui.body.body_edit import BodyEdit
from tests.ui.body.conftest import markdown, put_caret, select, spelled, write

Show = Callable[..., BodyEdit]


def undo(edit: BodyEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("language", "typed", "shown", "straight"),
    [
        ("en", 'so "', "so “", 'so "'),
        ("en", "it'", "it’", "it'"),
        ("en", "so --", "so –", "so --"),
        ("en", "so...", "so…", "so..."),
        ("ru", 'так "', "так «", 'так "'),
        ("ru", "так --", "так\u00a0–", "так --"),
        ("ru", "в ", "в\u00a0", "в "),
        ("ru", "бег 10 км ", "бег 10\u00a0км ", "бег 10 км "),
        ("kk", '\U0001f600 "', "\U0001f600 «", '\U0001f600 "'),
    ],
)
def test_one_undo_gives_the_straight_sign_back(
    edit: BodyEdit, language: str, typed: str, shown: str, straight: str
) -> None:
    edit.language = language
    write(edit, typed)
    assert edit.textCursor().block().text() == shown
    undo(edit)
    assert edit.textCursor().block().text() == straight
    write(edit, "x")
    assert edit.textCursor().block().text() == f"{straight}x"


def test_a_whole_sentence_is_set_as_it_is_typed(edit: BodyEdit) -> None:
    edit.language = "ru"
    write(edit, '"Это --- "Степь"", -- сказала она.')
    assert edit.textCursor().block().text() == "«Это_— „Степь“»,_– сказала она.".replace("_", TIE)


def test_nothing_is_set_where_it_is_switched_off_or_the_language_unknown(edit: BodyEdit) -> None:
    edit.language = "en"
    edit.toggle_typographic()
    write(edit, '"a" -- b')
    edit.toggle_typographic()
    edit.language = "de"
    write(edit, ' "c"')
    assert edit.toPlainText() == '"a" -- b "c"'


def test_code_is_left_as_it_is_typed(edit: BodyEdit) -> None:
    edit.language = "en"
    write(edit, 'a `b --c "d"` "e"')
    block = edit.document_value().blocks[0]
    assert getattr(block, "inlines", None) == (
        Text("a "), Text('b --c "d"', frozenset({Mark.CODE})), Text(" “e”"),
    )  # fmt: skip


def test_a_sign_keeps_the_marks_it_was_typed_with(edit: BodyEdit) -> None:
    edit.language = "en"
    edit.toggle_mark(Mark.BOLD)
    write(edit, '"a"')
    assert markdown(edit) == "**“a”**\n"


def test_a_sign_that_a_keyboard_composes_is_set_too(edit: BodyEdit) -> None:
    edit.language = "en"
    composed = QInputMethodEvent()
    composed.setCommitString('"')
    QApplication.sendEvent(edit, composed)
    assert edit.toPlainText() == "“"


_LOOSE = 'One "two" -- three\n\n- **four "five"** `x--"y"`\n\n| "a" | b... |\n| --- | --- |\n'


def test_correcting_sets_the_whole_body_right_as_one_step(show: Show) -> None:
    edit = show(_LOOSE)
    edit.language = "en"
    edit.correct_typography()
    assert markdown(edit) == spelled(
        'One “two” – three\n\n- **four “five”** `x--"y"`\n\n| “a” | b… |\n| --- | --- |\n'
    )
    undo(edit)
    assert markdown(edit) == spelled(_LOOSE)
    assert not edit.document().isUndoAvailable()


def test_correcting_a_selection_leaves_the_rest(show: Show) -> None:
    edit = show('One "two" "three"\n\n"four"\n')
    edit.language = "en"
    select(edit, '"three"')
    edit.correct_typography()
    assert edit.toPlainText() == 'One "two" “three”\n"four"'
    assert edit.textCursor().selectedText() == "“three”"


def test_correcting_what_is_right_leaves_nothing_to_undo(show: Show) -> None:
    edit = show("One “two” – three\n")
    edit.language = "en"
    edit.correct_typography()
    assert not edit.document().isUndoAvailable()


def test_captions_are_set_right_with_the_body(show: Show) -> None:
    edit = show("One\n")
    edit.language = "en"
    edit.insert_figure(Figure(PictureId("0123456789abcdef0123"), 'A "hall"', 'The "hall"'))
    put_caret(edit, "One")
    edit.correct_typography()
    assert edit.document_value().blocks[0] == Figure(
        PictureId("0123456789abcdef0123"), "A “hall”", "The “hall”"
    )
