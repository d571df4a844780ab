"""What the toolbar does to the text, told in Markdown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from newsroom.domain.document import (
    Alignment,
    Document,
    Embed,
    Figure,
    Footnote,
    Mark,
    Paragraph,
    Table,
    Text,
)
from newsroom.domain.errors import Refused
from newsroom.domain.ids import PictureId
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.kinds import BlockKind
from tests.ui.body.conftest import markdown, put_caret, select

Show = Callable[..., BodyEdit]

_TWO = "One line\n\nTwo lines\n"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (BlockKind.H2, "## One line\n\n## Two lines\n"),
        (BlockKind.H3, "### One line\n\n### Two lines\n"),
        (BlockKind.H4, "#### One line\n\n#### Two lines\n"),
        (BlockKind.QUOTE, "> One line\n>\n> Two lines\n"),
        (BlockKind.BULLETS, "- One line\n- Two lines\n"),
        (BlockKind.NUMBERS, "1. One line\n2. Two lines\n"),
    ],
)
def test_a_kind_is_given_to_every_chosen_line_and_taken_away_again(
    show: Show, kind: BlockKind, expected: str
) -> None:
    edit = show(_TWO)
    edit.selectAll()
    edit.set_block_kind(kind)
    assert markdown(edit) == expected
    assert edit.current_state().kind is kind
    edit.selectAll()
    edit.set_block_kind(kind)
    assert markdown(edit) == _TWO


def test_a_quote_becomes_a_pull_quote_and_keeps_who_said_it(show: Show) -> None:
    edit = show("> Said.\n>\n> -- Dinara\n", "Said")
    edit.set_block_kind(BlockKind.PULL)
    assert markdown(edit) == markdown(show("::: pull\nSaid.\n\n-- Dinara\n:::\n"))
    assert edit.current_state().kind is BlockKind.PULL


def test_a_fact_box_takes_in_lines_and_lists(show: Show, qtbot: QtBot) -> None:
    edit = show("Fact\n\n- one\n- two\n")
    edit.selectAll()
    edit.set_block_kind(BlockKind.FACTS)
    assert edit.current_state().in_fact_box
    assert len(edit.document_value().blocks) == 1
    edit.selectAll()
    edit.set_block_kind(BlockKind.FACTS)
    assert markdown(edit) == "Fact\n\n- one\n- two\n"


def test_a_line_under_a_list_joins_it(show: Show) -> None:
    edit = show("1. one\n2. two\n\nthree\n", "three")
    edit.set_block_kind(BlockKind.NUMBERS)
    assert markdown(edit) == "1. one\n2. two\n3. three\n"


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_is_set_on_the_chosen_words_and_taken_away(show: Show, mark: Mark) -> None:
    edit = show("one two three\n")
    select(edit, "two")
    edit.toggle_mark(mark)
    assert edit.current_state().marks == {mark}
    expected = Paragraph((Text("one "), Text("two", frozenset({mark})), Text(" three")))
    assert edit.document_value().blocks == (expected,)
    edit.toggle_mark(mark)
    assert markdown(edit) == "one two three\n"


def test_a_mark_without_a_selection_is_for_what_is_typed_next(edit: BodyEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "a ")
    edit.toggle_mark(Mark.BOLD)
    qtbot.keyClicks(edit, "b")
    edit.toggle_mark(Mark.BOLD)
    qtbot.keyClicks(edit, " c")
    assert markdown(edit) == "a **b** c\n"


def test_a_mark_over_half_marked_words_marks_them_all(show: Show) -> None:
    edit = show("**one** two\n")
    edit.selectAll()
    assert edit.current_state().marks == frozenset()
    edit.toggle_mark(Mark.BOLD)
    assert markdown(edit) == "**one two**\n"


def test_a_link_is_set_changed_and_taken_away(show: Show) -> None:
    edit = show("See the page now\n")
    select(edit, "the page")
    edit.set_link("https://a.example/1")
    assert markdown(edit) == "See [the page](https://a.example/1) now\n"
    put_caret(edit, "page")
    assert edit.current_state().link == "https://a.example/1"
    edit.set_link("https://a.example/2")
    assert markdown(edit) == "See [the page](https://a.example/2) now\n"
    put_caret(edit, "page")
    edit.set_link("")
    assert markdown(edit) == "See the page now\n"


def test_a_script_cannot_be_a_link(show: Show) -> None:
    edit = show("See\n")
    edit.selectAll()
    with pytest.raises(Refused):
        edit.set_link("javascript:alert(1)")
    assert markdown(edit) == "See\n"


_HALL = Figure(PictureId("0123456789abcdef0123"), "A hall", "The hall")


def test_a_figure_parts_the_paragraph_in_which_the_caret_stands(show: Show, qtbot: QtBot) -> None:
    edit = show("One two\n", "two")
    edit.insert_figure(_HALL)
    figure = '![A hall](picture:0123456789abcdef0123 "The hall")'
    assert markdown(edit) == f"One\n\n{figure}\n\ntwo\n"
    qtbot.keyClicks(edit, "on ")
    assert markdown(edit) == f"One\n\n{figure}\n\non two\n"


def test_a_figure_does_not_tear_a_quote_apart(show: Show) -> None:
    edit = show("> Said.\n>\n> More.\n>\n> -- Dinara\n", "Said")
    edit.insert_figure(_HALL)
    assert markdown(edit).startswith("> Said.\n>\n> More.\n>\n> -- Dinara\n\n![")


def test_a_rule_and_an_embed_stand_by_themselves(show: Show) -> None:
    edit = show("One\n")
    edit.insert_rule()
    edit.insert_embed(Embed("https://a.example/post", "A post"))
    assert [type(block).__name__ for block in edit.document_value().blocks] == [
        "Rule",
        "Embed",
        "Paragraph",
    ]


def test_a_fact_box_is_written_from_its_title_on(edit: BodyEdit, qtbot: QtBot) -> None:
    edit.insert_fact_box()
    qtbot.keyClicks(edit, "Title")
    qtbot.keyPress(edit, "\r")
    qtbot.keyClicks(edit, "Fact")
    assert markdown(edit) == markdown_of_box("Title", "Fact")


def markdown_of_box(title: str, fact: str) -> str:
    """Give a fact box of one paragraph in the dialect's spelling."""
    return f"::: facts {title}\n{fact}\n:::\n"


def test_a_footnote_gets_the_next_number_and_the_caret(show: Show, qtbot: QtBot) -> None:
    edit = show("One[^1] two\n\n[^1]: First\n", " two")
    edit.insert_footnote()
    qtbot.keyClicks(edit, "Second")
    notes = [block for block in edit.document_value().blocks if isinstance(block, Footnote)]
    assert [note.label for note in notes] == ["1", "2"]
    assert "One[^1][^2] two" in markdown(edit)


def test_a_table_grows_shrinks_and_is_aligned(edit: BodyEdit, qtbot: QtBot) -> None:
    edit.insert_table(1, 2)
    qtbot.keyClicks(edit, "a")
    edit.add_table_column()
    edit.add_table_row()
    edit.align_table_column(Alignment.RIGHT)
    (table,) = edit.document_value().blocks
    assert isinstance(table, Table)
    assert (len(table.header), len(table.rows)) == (3, 2)
    assert table.alignments == (Alignment.RIGHT, Alignment.NONE, Alignment.NONE)
    edit.remove_table_column()
    edit.remove_table_row()
    (table,) = edit.document_value().blocks
    assert isinstance(table, Table)
    assert (len(table.header), len(table.rows)) == (2, 1)


def test_a_table_goes_with_its_last_row_and_comes_back(edit: BodyEdit) -> None:
    edit.insert_table(1, 2)
    begun = edit.document_value()
    edit.remove_table_row()
    edit.remove_table_row()
    assert edit.document_value() == Document(())
    edit.undo()
    edit.undo()
    assert edit.document_value() == begun
