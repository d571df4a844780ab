"""Where lines end and begin: what Home, End, Backspace and Delete do there, with real keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Document
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.formats import BREAK
from newsroom.ui.body.kinds import BlockKind
from newsroom.ui.body.line import PLAIN
from newsroom.ui.body.measures import setting
from tests.ui.body.conftest import markdown, put_caret, select

Show = Callable[..., BodyEdit]

_BACKSPACE = Qt.Key.Key_Backspace
_DELETE = Qt.Key.Key_Delete
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("begun", "once", "twice"),
    [
        ("One\n\n## Two\n", "One\n\nTwo\n", "OneTwo\n"),
        ("One\n\n> Two\n", "One\n\nTwo\n", "OneTwo\n"),
        ("One\n\n- Two\n", "One\n\nTwo\n", "OneTwo\n"),
        ("- One\n    - Two\n", "- One\n- Two\n", "- One\n\nTwo\n"),
        ("- One\n- Two\n", "- One\n\nTwo\n", "- OneTwo\n"),
    ],
)
def test_backspace_makes_body_text_before_it_joins(
    show: Show, qtbot: QtBot, begun: str, once: str, twice: str
) -> None:
    edit = show(begun, "Two")
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == once
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == twice
    for stood in (once, begun):
        qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
        assert markdown(edit) == stood


@pytest.mark.parametrize(
    ("begun", "after", "expected"),
    [
        ("One\n\nTwo\n", "One", ["OneTwo\n"]),
        ("One\n\n## Two\n", "One", ["OneTwo\n"]),
        ("## One\n\nTwo\n", "One", ["## OneTwo\n"]),
        ("- One\n\nTwo\n", "One", ["- OneTwo\n"]),
        ("One\n\n- Two\n- Three\n", "One", ["OneTwo\n\n- Three\n"]),
        ("One\n\n> Two\n>\n> -- Ann\n", "One", ["One\n\nTwo\n\nAnn\n", "OneTwo\n\nAnn\n"]),
    ],
)
def test_delete_at_the_end_joins_what_follows(
    show: Show, qtbot: QtBot, begun: str, after: str, expected: list[str]
) -> None:
    edit = show(begun)
    put_caret(edit, after, after=True)
    for stood in expected:
        qtbot.keyClick(edit, _DELETE)
        assert markdown(edit) == stood
    qtbot.keyClicks(edit, "x")
    assert "Onex" in markdown(edit)


def test_a_kept_source_is_chosen_before_it_is_deleted(show: Show, qtbot: QtBot) -> None:
    edit = show("One\n\n<div>\nkept\n</div>\n\ntwo\n", "two")
    begun = markdown(edit)
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == begun
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == "One\n\ntwo\n"


@pytest.mark.parametrize("key", [_DELETE, _BACKSPACE, Qt.Key.Key_X])
def test_deleting_everything_leaves_a_plain_line(show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    edit = show("## One\n\n> Said.\n>\n> -- Ann\n", "Ann")
    qtbot.keyClick(edit, Qt.Key.Key_A, _CTRL)
    qtbot.keyClick(edit, key, _CTRL if key == Qt.Key.Key_X else Qt.KeyboardModifier.NoModifier)
    assert edit.document_value() == Document()
    qtbot.keyClicks(edit, "word")
    assert markdown(edit) == "word\n"
    qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    assert markdown(edit) == "## One\n\n> Said.\n>\n> -- Ann\n"


def test_typing_over_everything_begins_plain(show: Show, qtbot: QtBot) -> None:
    edit = show("> Said.\n>\n> -- Ann\n", "Ann")
    qtbot.keyClick(edit, Qt.Key.Key_A, _CTRL)
    qtbot.keyClicks(edit, "word")
    assert markdown(edit) == "word\n"


def test_moving_from_everything_changes_nothing(show: Show, qtbot: QtBot) -> None:
    edit = show("## One\n")
    qtbot.keyClick(edit, Qt.Key.Key_A, _CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert markdown(edit) == "## One\n"


def test_an_empty_line_is_as_high_however_it_came_about(edit: BodyEdit, qtbot: QtBot) -> None:
    def height() -> float:
        return edit.document().begin().blockFormat().lineHeight()

    assert height() == setting(PLAIN).height
    edit.set_document(Document())
    assert height() == setting(PLAIN).height
    edit.insert_rule()
    qtbot.keyClick(edit, Qt.Key.Key_A, _CTRL)
    qtbot.keyClick(edit, _DELETE)
    assert height() == setting(PLAIN).height


def test_home_and_end_go_to_the_line_on_screen_and_then_to_the_paragraph(
    show: Show, qtbot: QtBot
) -> None:
    words = "word " * 60 + "end"
    edit = show(f"{words}\n")
    place = len(words) // 2
    cursor = edit.textCursor()
    cursor.setPosition(place)
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Qt.Key.Key_Home)
    assert 0 < edit.textCursor().position() < place
    qtbot.keyClick(edit, Qt.Key.Key_Home)
    assert edit.textCursor().position() == 0
    cursor.setPosition(place)
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Qt.Key.Key_End, _SHIFT)
    assert place < edit.textCursor().position() < len(words)
    qtbot.keyClick(edit, Qt.Key.Key_End, _SHIFT)
    assert (edit.textCursor().anchor(), edit.textCursor().position()) == (place, len(words))


def test_a_selection_within_a_line_is_deleted_as_usual(show: Show, qtbot: QtBot) -> None:
    edit = show("## One two\n")
    select(edit, " two")
    qtbot.keyClick(edit, _DELETE)
    assert markdown(edit) == "## One\n"


_BROKEN = "Ice on the bay\\\nand *beyond*\\\nthe pier\n"


def test_a_line_that_holds_no_break_shows_none(show: Show, qtbot: QtBot) -> None:
    edit = show(_BROKEN, "the pier")
    edit.set_block_kind(BlockKind.H2)
    assert BREAK not in edit.toPlainText()
    assert edit.document().firstBlock().text() == "Ice on the bay and beyond the pier"
    assert markdown(edit) == "## Ice on the bay and *beyond* the pier\n"
    assert edit.textCursor().selectedText() == ""
    qtbot.keyClicks(edit, "x")
    assert markdown(edit) == "## Ice on the bay and *beyond* xthe pier\n"
    for _step in range(2):
        qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    assert markdown(edit) == _BROKEN


@pytest.mark.parametrize(
    ("at", "after", "key"), [("Ice", True, _DELETE), ("Two", False, _BACKSPACE)]
)
def test_a_line_that_flows_into_a_heading_brings_no_break_along(
    show: Show, qtbot: QtBot, at: str, after: bool, key: Qt.Key
) -> None:
    begun = "## Ice\n\nTwo\\\nthree\\\nfour\n"
    edit = show(begun, at)
    put_caret(edit, at, after)
    qtbot.keyClick(edit, key)
    assert edit.toPlainText() == "IceTwo three four"
    assert edit.textCursor().position() == len("Ice")
    qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    assert markdown(edit) == begun
    assert not edit.document().isUndoAvailable()
    edit.redo()
    assert edit.toPlainText() == "IceTwo three four"


@pytest.mark.parametrize("key", [_DELETE, _BACKSPACE, Qt.Key.Key_X])
def test_what_is_left_of_a_selection_up_to_a_heading_holds_no_break(
    show: Show, qtbot: QtBot, key: Qt.Key
) -> None:
    begun = "## Ice\n\nTwo\\\nthree\n"
    edit = show(begun)
    select(edit, "ce")
    cursor = edit.textCursor()
    cursor.setPosition(len("Ice\nT"), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, key)
    assert edit.toPlainText() == f"I{'x' if key == Qt.Key.Key_X else ''}wo three"
    qtbot.keyClick(edit, Qt.Key.Key_Z, _CTRL)
    assert markdown(edit) == begun
