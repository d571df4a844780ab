"""Markdown typed as one writes: each sign becomes what it means, and one Ctrl+Z gives it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsroom.domain.document import (
    Document,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Text,
)
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.inserting import every_block
from tests.ui.body.conftest import markdown, put_caret, write

Show = Callable[..., BodyEdit]

_ENTER = Qt.Key.Key_Return
_WORD = (Text("word"),)
_CTRL = Qt.KeyboardModifier.ControlModifier


def undo(edit: BodyEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_Z, _CTRL)


@pytest.mark.parametrize(
    ("signs", "block"),
    [
        ("# ", Heading(2, _WORD)),
        ("## ", Heading(2, _WORD)),
        ("### ", Heading(3, _WORD)),
        ("#### ", Heading(4, _WORD)),
        ("- ", ListBlock(False, (ListItem(_WORD),))),
        ("* ", ListBlock(False, (ListItem(_WORD),))),
        ("+ ", ListBlock(False, (ListItem(_WORD),))),
        ("1. ", ListBlock(True, (ListItem(_WORD),))),
        ("7) ", ListBlock(True, (ListItem(_WORD),), 7)),
        ("> ", Quote((_WORD,))),
    ],
)
def test_signs_at_the_start_of_a_line_make_its_kind(
    edit: BodyEdit, qtbot: QtBot, signs: str, block: object
) -> None:
    qtbot.keyClicks(edit, signs)
    assert edit.textCursor().block().text() == ""
    qtbot.keyClicks(edit, "word")
    assert edit.document_value().blocks == (block,)
    undo(edit)
    undo(edit)
    assert edit.document_value().blocks == (Paragraph((Text(signs),)),)
    qtbot.keyClicks(edit, "x")
    assert edit.document_value().blocks == (Paragraph((Text(f"{signs}x"),)),)


def test_signs_before_words_that_stand_there_count_too(show: Show, qtbot: QtBot) -> None:
    edit = show("The hall\n")
    qtbot.keyClicks(edit, "## ")
    assert markdown(edit) == "## The hall\n"
    undo(edit)
    assert edit.document_value().blocks == (Paragraph((Text("## The hall"),)),)


def test_a_heading_is_made_smaller_by_its_signs(show: Show, qtbot: QtBot) -> None:
    edit = show("## The hall\n")
    qtbot.keyClicks(edit, "### ")
    assert markdown(edit) == "### The hall\n"


@pytest.mark.parametrize("signs", ["2024. ", "##### ", "#tag ", "a - ", "-", "1 "])
def test_words_that_only_look_like_signs_stay_words(
    edit: BodyEdit, qtbot: QtBot, signs: str
) -> None:
    qtbot.keyClicks(edit, signs)
    assert edit.document_value().blocks == (Paragraph((Text(signs),)),)


def test_signs_in_an_item_or_a_quote_stay_words(show: Show, qtbot: QtBot) -> None:
    edit = show("- one\n\n> said\n", "one")
    qtbot.keyClicks(edit, "## ")
    put_caret(edit, "said")
    qtbot.keyClicks(edit, "- ")
    assert [block.text() for block in every_block(edit.document())] == ["## one", "- said", ""]


def test_a_fact_box_takes_lists(edit: BodyEdit, qtbot: QtBot) -> None:
    edit.insert_fact_box()
    qtbot.keyClicks(edit, "Facts")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "- one")
    assert markdown(edit) == "::: facts Facts\n- one\n:::\n"


def test_a_list_is_written_nested_and_ended_by_keys_alone(edit: BodyEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "- one")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(edit, "two")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClick(edit, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "three")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "after")
    assert markdown(edit) == "- one\n    - two\n- three\n\nafter\n"


def test_a_number_below_a_numbered_list_goes_on_with_it(show: Show, qtbot: QtBot) -> None:
    edit = show("1. one\n\ntwo\n", "two")
    qtbot.keyClicks(edit, "2. ")
    assert markdown(edit) == "1. one\n2. two\n"


def test_three_dashes_draw_a_line_between_parts(edit: BodyEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "above")
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "---")
    qtbot.keyClicks(edit, "below")
    assert edit.document_value().blocks == (
        Paragraph((Text("above"),)), Rule(), Paragraph((Text("below"),)),
    )  # fmt: skip
    undo(edit)
    undo(edit)
    assert edit.document_value().blocks[1:] == (Paragraph((Text("---"),)),)


def test_writing_goes_on_below_a_line_drawn_above_the_notes(show: Show, qtbot: QtBot) -> None:
    edit = show("One[^1]\n\n[^1]: Note.\n")
    put_caret(edit, "One", after=True)
    qtbot.keyClick(edit, Qt.Key.Key_End)
    qtbot.keyClick(edit, _ENTER)
    qtbot.keyClicks(edit, "---below")
    assert markdown(edit) == "One[^1]\n\n---\n\nbelow\n\n[^1]: Note.\n"


@pytest.mark.parametrize(
    ("typed", "inlines"),
    [
        ("a **bold** b", (Text("a "), Text("bold", frozenset({Mark.BOLD})), Text(" b"))),
        ("a *slanted* b", (Text("a "), Text("slanted", frozenset({Mark.ITALIC})), Text(" b"))),
        ("a ~~struck~~ b", (Text("a "), Text("struck", frozenset({Mark.STRIKE})), Text(" b"))),
        ("a `code` b", (Text("a "), Text("code", frozenset({Mark.CODE})), Text(" b"))),
        (
            "***both*** b",
            (Text("both", frozenset({Mark.BOLD, Mark.ITALIC})), Text(" b")),
        ),
        (
            "**a *b* c** d",
            (
                Text("a ", frozenset({Mark.BOLD})),
                Text("b", frozenset({Mark.BOLD, Mark.ITALIC})),
                Text(" c", frozenset({Mark.BOLD})),
                Text(" d"),
            ),
        ),
        (
            "see [the page](https://a.example/b_(c)) now",
            (Text("see "), Text("the page", link="https://a.example/b_(c)"), Text(" now")),
        ),
        (
            "\U0001f600 **қала** ә",
            (Text("\U0001f600 "), Text("қала", frozenset({Mark.BOLD})), Text(" ә")),
        ),
    ],
)
def test_signs_around_words_give_them_their_mark(
    edit: BodyEdit, typed: str, inlines: tuple[Text, ...]
) -> None:
    write(edit, typed)
    assert edit.document_value().blocks == (Paragraph(inlines),)


@pytest.mark.parametrize(
    "typed", ["**bold**", "*slanted*", "~~struck~~", "`code`", "[page](https://a.example/)"]
)
def test_one_undo_gives_the_signs_back(edit: BodyEdit, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(edit, f"So {typed}")
    assert edit.toPlainText() != f"So {typed}"
    undo(edit)
    assert edit.document_value().blocks == (Paragraph((Text(f"So {typed}"),)),)
    QTest.keyClick(edit, Qt.Key.Key_Y, _CTRL)
    assert edit.toPlainText() != f"So {typed}"


@pytest.mark.parametrize(
    "typed",
    [
        "2*3*4", "* a *", "**", "****", "5 * 6 * 7", "snake*case*", "~one~", "``", "[a](b c)",
        "[a](javascript:alert(1))", "![a](https://a.example/)", "[](https://a.example/)",
        "a] (b)",
    ],
)  # fmt: skip
def test_signs_that_mean_nothing_stay(show: Show, qtbot: QtBot, typed: str) -> None:
    edit = show("So\n")
    put_caret(edit, "So", after=True)
    qtbot.keyClicks(edit, f" {typed}")
    assert edit.document_value().blocks == (Paragraph((Text(f"So {typed}"),)),)


def test_marks_are_given_in_headings_items_and_cells(show: Show, qtbot: QtBot) -> None:
    edit = show("## One\n\n- two\n\n| three | b |\n| --- | --- |\n| c | d |\n")
    for words in ("One", "two", "three"):
        put_caret(edit, words, after=True)
        qtbot.keyClicks(edit, " **b**")
    assert markdown(edit).count("**b**") == 3


def test_nothing_is_read_within_code(edit: BodyEdit, qtbot: QtBot) -> None:
    edit.toggle_mark(Mark.CODE)
    qtbot.keyClicks(edit, "a **b** c")
    assert edit.document_value() == Document(
        (Paragraph((Text("a **b** c", frozenset({Mark.CODE})),)),)
    )
