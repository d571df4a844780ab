"""A snapshot costs what was edited: what was not touched is the same object as before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from newsroom.ui.body import snapshot
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.from_qt import BlockReader, read, read_block
from tests.ui.body.conftest import put_caret

Show = Callable[..., BodyEdit]

_LONG = "\n\n".join(f"Paragraph {number}" for number in range(200)) + "\n"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note the number of each block that is read anew."""
    noted: list[int] = []

    def noting(block: snapshot.QTextBlock) -> object:
        noted.append(block.blockNumber())
        return read_block(block)

    monkeypatch.setattr(snapshot, "read_block", noting)
    return noted


def test_what_is_shown_is_not_read_before_it_is_touched(show: Show, reads: list[int]) -> None:
    edit = show(_LONG)
    shown = edit.document_value()
    assert reads == []
    assert shown == read(edit.document())
    assert edit.document_value() is shown


def test_a_moment_later_it_is_read_so_that_no_key_waits(
    show: Show, qtbot: QtBot, reads: list[int]
) -> None:
    edit = show(_LONG)
    shown = edit.document_value().blocks
    qtbot.waitUntil(lambda: len(reads) == 200)
    assert all(old is new for old, new in zip(shown, edit.document_value().blocks, strict=True))
    put_caret(edit, "Paragraph 100", after=True)
    qtbot.keyClicks(edit, "x")
    after = edit.document_value().blocks
    assert len(reads) == 201
    assert [old is new for old, new in zip(shown, after, strict=True)].count(False) == 1


def test_a_key_before_that_moment_keeps_what_it_did_not_touch(show: Show, qtbot: QtBot) -> None:
    edit = show(_LONG)
    shown = edit.document_value().blocks
    put_caret(edit, "Paragraph 100", after=True)
    qtbot.keyClicks(edit, "x")
    after = edit.document_value()
    assert after == read(edit.document())
    assert [old is new for old, new in zip(shown, after.blocks, strict=True)].count(False) == 1


def test_a_key_reads_one_block_anew(show: Show, qtbot: QtBot, reads: list[int]) -> None:
    edit = show(_LONG)
    edit.spans()
    before = edit.document_value().blocks
    reads.clear()
    put_caret(edit, "Paragraph 100", after=True)
    qtbot.keyClicks(edit, "x")
    after = edit.document_value().blocks
    assert reads == [100]
    assert [old is new for old, new in zip(before, after, strict=True)].count(False) == 1


def test_a_new_line_above_leaves_all_below_untouched(
    show: Show, qtbot: QtBot, reads: list[int]
) -> None:
    edit = show(_LONG)
    edit.spans()
    before = edit.document_value().blocks
    reads.clear()
    qtbot.keyClicks(edit, "New")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    after = edit.document_value().blocks
    assert sorted(set(reads)) == [0, 1]
    assert all(old is new for old, new in zip(before[1:], after[2:], strict=True))


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("> Said.\n>\n> More.\n>\n> -- Dinara\n", "More"),
        ("1. one\n2. two\n    - deep\n", "deep"),
        ("::: facts Title\nFact\n\n- item\n:::\n", "item"),
        ("| a | b |\n| --- | --- |\n| c | d |\n", "d"),
    ],
)
def test_a_box_is_made_anew_only_when_one_of_its_lines_is_touched(
    show: Show, qtbot: QtBot, body: str, word: str
) -> None:
    edit = show(f"Above\n\n{body}\nBelow\n")
    before = edit.document_value().blocks
    put_caret(edit, "Above")
    qtbot.keyClicks(edit, "x")
    beside = edit.document_value().blocks
    assert beside[1] is before[1]
    put_caret(edit, word)
    qtbot.keyClicks(edit, "x")
    inside = edit.document_value().blocks
    assert inside[1] != before[1]
    assert (inside[0], inside[2]) == (beside[0], beside[2])
    assert edit.document_value() == read(edit.document())


def test_undo_is_seen_by_the_next_snapshot(show: Show, qtbot: QtBot) -> None:
    edit = show("One\n\ntwo\n")
    before = edit.document_value()
    qtbot.keyClicks(edit, "x")
    edit.document_value()
    edit.undo()
    assert edit.document_value() == before


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note each time that a whole text is walked."""
    noted: list[int] = []
    walk = snapshot.pieces

    def noting(document: snapshot.QTextDocument, reader: BlockReader) -> object:
        noted.append(document.blockCount())
        return walk(document, reader)

    monkeypatch.setattr(snapshot, "pieces", noting)
    return noted


def test_a_letter_does_not_walk_the_text_and_a_new_line_does(
    show: Show, qtbot: QtBot, walks: list[int]
) -> None:
    edit = show(_LONG)
    edit.spans()
    walks.clear()
    put_caret(edit, "Paragraph 100", after=True)
    qtbot.keyClicks(edit, "xy")
    assert edit.document_value() == read(edit.document())
    assert edit.document_value() is edit.document_value()
    assert walks == []
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "x")
    assert edit.document_value() == read(edit.document())
    assert walks == [201]


def test_a_line_gone_and_another_come_in_one_step_is_seen(show: Show) -> None:
    edit = show("One\n\ntwo\n\nthree\n\nfour\n")
    edit.spans()
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    cursor.setPosition(3)
    cursor.deleteChar()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock()
    cursor.insertText("five")
    cursor.endEditBlock()
    assert edit.document().blockCount() == 4
    assert edit.document_value() == read(edit.document())


def test_words_that_leave_a_heading_empty_and_come_back_are_seen(show: Show, qtbot: QtBot) -> None:
    edit = show("Above\n\n## H\n\nbelow\n")
    edit.spans()
    put_caret(edit, "H", after=True)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert len(edit.document_value().blocks) == 2
    qtbot.keyClicks(edit, "J")
    assert edit.document_value() == read(edit.document())
    assert len(edit.document_value().blocks) == 3
