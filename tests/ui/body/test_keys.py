"""Enter, Backspace, Delete and Tab where lines of different kinds meet: with real keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Document
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.kinds import BlockKind
from tests.ui.body.conftest import make_edit, markdown, put_caret, select

Show = Callable[..., BodyEdit]

_ENTER = Qt.Key.Key_Return
_BACKSPACE = Qt.Key.Key_Backspace
_DELETE = Qt.Key.Key_Delete
_TAB = Qt.Key.Key_Tab
_FIGURE = '![A hall](picture:0123456789abcdef0123 "The hall")'


def test_enter_after_a_heading_gives_a_paragraph(show: Show, qtbot: QtBot) -> None:
    edit = show("## One page\n")
    put_caret(edit, "One page", after=True)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "Next")
    assert markdown(edit) == "## One page\n\nNext\n"


def test_enter_before_a_heading_makes_room_above_it(show: Show, qtbot: QtBot) -> None:
    edit = show("## One page\n", "One")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    qtbot.keyClicks(edit, "Above")
    assert markdown(edit) == "Above\n\n## One page\n"


def test_enter_makes_items_and_a_second_one_ends_the_list(show: Show, qtbot: QtBot) -> None:
    edit = show("- one\n")
    put_caret(edit, "one", after=True)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "two")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "after")
    assert markdown(edit) == "- one\n- two\n\nafter\n"


def test_tab_nests_an_item_and_enter_in_an_empty_one_moves_out(show: Show, qtbot: QtBot) -> None:
    edit = show("- one\n- two\n", "two")
    qtbot.keyClick(edit, _TAB)
    assert markdown(edit) == "- one\n    - two\n"
    put_caret(edit, "two", after=True)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "three")
    assert markdown(edit) == "- one\n    - two\n- three\n"


def test_shift_tab_takes_an_item_out_with_all_below_it(show: Show, qtbot: QtBot) -> None:
    edit = show("- one\n    - two\n        - three\n", "two")
    qtbot.keyClick(edit, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert markdown(edit) == "- one\n- two\n    - three\n"


def test_the_first_item_cannot_be_nested(show: Show, qtbot: QtBot) -> None:
    edit = show("- one\n- two\n", "one")
    qtbot.keyClick(edit, _TAB)
    assert markdown(edit) == "- one\n- two\n"
    assert edit.hasFocus()


def test_tab_in_a_paragraph_goes_on_to_the_next_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    edit, field = make_edit(), QLineEdit()
    column.addWidget(edit)
    column.addWidget(field)
    window.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "word")
    qtbot.keyClick(edit, _TAB)
    assert field.hasFocus()
    assert markdown(edit) == "word\n"


def test_enter_in_an_empty_quote_line_leaves_the_quote(show: Show, qtbot: QtBot) -> None:
    edit = show("> Said.\n>\n> -- Dinara\n")
    put_caret(edit, "Said.", after=True)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "More.")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "After")
    assert markdown(edit) == "> Said.\n>\n> More.\n>\n> -- Dinara\n\nAfter\n"


def test_enter_after_the_attribution_goes_on_below(show: Show, qtbot: QtBot) -> None:
    edit = show("> Said.\n>\n> -- Dinara\n")
    put_caret(edit, "Dinara", after=True)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "After")
    assert markdown(edit) == "> Said.\n>\n> -- Dinara\n\nAfter\n"


def test_a_quote_is_written_with_keys_from_its_words_to_who_said_it(
    edit: BodyEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(edit, "Said.")
    edit.set_block_kind(BlockKind.QUOTE)
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClicks(edit, "Dinara")
    assert markdown(edit) == "> Said.\n>\n> -- Dinara\n"


def test_a_quote_begun_on_an_empty_line_takes_the_words_first(edit: BodyEdit, qtbot: QtBot) -> None:
    edit.set_block_kind(BlockKind.QUOTE)
    qtbot.keyClicks(edit, "Said.")
    assert markdown(edit) == "> Said.\n"


def test_backspace_at_the_start_of_a_quote_takes_it_apart(show: Show, qtbot: QtBot) -> None:
    edit = show("> Said.\n", "Said")
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == "Said.\n"


def test_backspace_at_the_start_of_an_item_ends_the_list(show: Show, qtbot: QtBot) -> None:
    edit = show("1. one\n2. two\n", "two")
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == "1. one\n\ntwo\n"


def test_backspace_does_not_pull_a_paragraph_into_who_said_it(show: Show, qtbot: QtBot) -> None:
    edit = show("> Said.\n>\n> -- Dinara\n\nAfter\n", "After")
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == "> Said.\n>\n> -- Dinara\n\nAfter\n"
    qtbot.keyClicks(edit, " O.")
    assert "-- Dinara O." in markdown(edit)


def test_backspace_joins_two_paragraphs(show: Show, qtbot: QtBot) -> None:
    edit = show("One\n\ntwo\n", "two")
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == "Onetwo\n"


def test_backspace_after_a_card_first_chooses_it_then_removes_it(show: Show, qtbot: QtBot) -> None:
    edit = show(f"One\n\n{_FIGURE}\n\ntwo\n", "two")
    qtbot.keyClick(edit, _BACKSPACE)
    assert _FIGURE in markdown(edit)
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == "One\n\ntwo\n"


def test_delete_before_a_card_first_chooses_it_then_removes_it(show: Show, qtbot: QtBot) -> None:
    edit = show(f"One\n\n{_FIGURE}\n\ntwo\n")
    put_caret(edit, "One", after=True)
    qtbot.keyClick(edit, _DELETE)
    assert _FIGURE in markdown(edit)
    qtbot.keyClick(edit, _DELETE)
    assert markdown(edit) == "One\n\ntwo\n"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_End, f"{_FIGURE}\n\nword\n\ntwo\n"),
        (Qt.Key.Key_Home, f"word\n\n{_FIGURE}\n\ntwo\n"),
    ],
)
def test_typing_on_a_card_writes_beside_it(
    show: Show, qtbot: QtBot, key: Qt.Key, expected: str
) -> None:
    edit = show(f"{_FIGURE}\n\ntwo\n")
    qtbot.keyClick(edit, key)
    qtbot.keyClicks(edit, "word")
    assert markdown(edit) == expected


def test_a_selection_that_ends_on_a_card_leaves_text_and_card_apart(
    show: Show, qtbot: QtBot
) -> None:
    edit = show(f"One two\n\n{_FIGURE}\n\nthree\n", " two")
    for _step in range(5):
        qtbot.keyClick(edit, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, _BACKSPACE)
    assert markdown(edit) == f"One\n\n{_FIGURE}\n\nthree\n"
    assert edit.document().blockCount() == 3
    edit.undo()
    assert markdown(edit) == f"One two\n\n{_FIGURE}\n\nthree\n"


def test_tab_moves_through_a_table_and_makes_a_row_at_its_end(show: Show, qtbot: QtBot) -> None:
    edit = show("| a | b |\n| --- | ---: |\n| c | d |\n", "d")
    qtbot.keyClick(edit, _TAB)
    qtbot.keyClicks(edit, "e")
    qtbot.keyClick(edit, _TAB)
    qtbot.keyClicks(edit, "f")
    assert markdown(edit).splitlines()[-1].split() == ["|", "e", "|", "f", "|"]


def test_enter_in_a_table_goes_down_and_then_below(show: Show, qtbot: QtBot) -> None:
    edit = show("| a | b |\n| --- | --- |\n| c | d |\n", "b")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "1")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "After")
    assert "d1" in markdown(edit)
    assert markdown(edit).endswith("\n\nAfter\n")


def test_typing_after_a_link_is_not_part_of_it(show: Show, qtbot: QtBot) -> None:
    edit = show("See [here](https://a.example/)\n")
    put_caret(edit, "here", after=True)
    qtbot.keyClicks(edit, " and on")
    assert markdown(edit) == "See [here](https://a.example/) and on\n"


def test_shift_enter_breaks_a_line_inside_its_block(show: Show, qtbot: QtBot) -> None:
    edit = show("One\n")
    put_caret(edit, "One", after=True)
    qtbot.keyClick(edit, _ENTER, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "two")
    assert len(edit.document_value().blocks) == 1
    assert markdown(edit) == "One\\\ntwo\n"


def test_what_is_written_over_a_card_is_one_paragraph(show: Show, qtbot: QtBot) -> None:
    edit = show('One\n\n![alt](picture:b "cap")\n\nTwo\n')
    put_caret(edit, "Two")
    for move in (QTextCursor.MoveOperation.PreviousBlock, QTextCursor.MoveOperation.StartOfBlock):
        edit.moveCursor(move)
    qtbot.keyClick(edit, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert edit.textCursor().selectedText() == "\ufffc"
    qtbot.keyClicks(edit, "New words")
    assert markdown(edit) == "One\n\nNew words\n\nTwo\n"


def test_undo_takes_back_a_deed_as_one_step(show: Show, qtbot: QtBot) -> None:
    edit = show("One\n")
    edit.insert_table(2, 2)
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert markdown(edit) == "One\n"


def test_undo_never_reaches_into_another_article(show: Show, qtbot: QtBot) -> None:
    edit = show("The first article\n")
    qtbot.keyClicks(edit, "typed ")
    edit = show("The second article\n")
    assert not edit.document().isUndoAvailable()
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert markdown(edit) == "The second article\n"


def test_each_key_is_told_and_showing_a_body_is_not(edit: BodyEdit, qtbot: QtBot) -> None:
    told: list[str] = []
    edit.edited.connect(lambda: told.append("edited"))
    edit.set_document(Document())
    assert told == []
    qtbot.keyClicks(edit, "ab")
    assert told == ["edited", "edited"]


def test_a_body_that_may_not_be_written_stays_as_it_is(show: Show, qtbot: QtBot) -> None:
    edit = show("- one\n- two\n", "two")
    edit.setReadOnly(True)
    for key in (_ENTER, _BACKSPACE, _DELETE, Qt.Key.Key_X):
        qtbot.keyClick(edit, key)
    edit.set_block_kind(BlockKind.H2)
    edit.insert_rule()
    select(edit, "two")
    edit.set_link("https://a.example/")
    assert markdown(edit) == "- one\n- two\n"
