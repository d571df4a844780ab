"""Finding and replacing in the window, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QWidget

from newsroom.ui.finding.find_bar import FindBar
from tests.ui.shell.conftest import Stage, write

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
BODY = """The river rose. The river fell, and **the river** rose again.

| Place | River |
| --- | --- |
| Oral | The river Jaiyq |

A note[^1] on the river.

[^1]: Every river.
"""


@pytest.fixture
def bar(stage: Stage) -> FindBar:
    """Open a story with the caret at the start of its body, and the bar over it."""
    stage.open(write(stage.desk, "The river again", standfirst="A river, and more.", body=BODY))
    stage.room.panes.editor.body.setFocus()
    key(Qt.Key.Key_F, CTRL)
    return stage.room.tools.finding.bar


def key(
    which: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    on: QWidget | None = None,
) -> None:
    target = on or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, which, held)


def chosen(stage: Stage) -> str:
    return stage.room.panes.editor.body.textCursor().selectedText()


def test_typing_in_the_bar_counts_and_goes_to_the_next_match(stage: Stage, bar: FindBar) -> None:
    assert bar.words.hasFocus()
    QTest.keyClicks(bar.words, "river")
    assert bar.count.text() == "3 of 9"
    assert chosen(stage) == "river"
    key(Qt.Key.Key_Return)
    assert bar.count.text() == "4 of 9"
    key(Qt.Key.Key_F3, SHIFT)
    key(Qt.Key.Key_F3, SHIFT)
    assert bar.count.text() == "2 of 9"
    assert stage.room.panes.editor.standfirst.textCursor().selectedText() == "river"
    QTest.keyClicks(bar.words, "x")
    assert bar.count.text() == "No matches"


def test_the_ways_of_looking_have_keys(stage: Stage, bar: FindBar) -> None:
    QTest.keyClicks(bar.words, "River")
    key(Qt.Key.Key_C, ALT)
    assert bar.count.text() == "1 of 1"
    key(Qt.Key.Key_C, ALT)
    bar.words.setText("riv")
    key(Qt.Key.Key_W, ALT)
    assert bar.count.text() == "No matches"
    key(Qt.Key.Key_R, ALT)
    bar.words.setText("r[aeiou]ver")
    assert bar.count.text().endswith(" of 9")


@pytest.mark.parametrize("width", [1400, 800])
def test_what_is_wrong_with_a_pattern_is_said_whole(stage: Stage, bar: FindBar, width: int) -> None:
    stage.window.resize(width, 800)
    key(Qt.Key.Key_R, ALT)
    bar.words.setText("r[")
    said = bar.fault.text()
    assert said.startswith("Not a pattern yet: missing terminating ]")
    assert bar.words.accessibleDescription() == said
    assert bar.count.text() == ""
    stage.until(bar.fault.isVisible)
    stage.until(lambda: bar.fault.height() >= bar.fault.heightForWidth(bar.fault.width()))
    high = bar.height()
    QTest.keyClicks(bar.words, "aeiou]ver")
    assert bar.count.text().endswith(" of 9")
    assert bar.fault.text() == ""
    assert bar.height() == high
    key(Qt.Key.Key_R, ALT)
    assert bar.fault.isHidden()
    assert bar.count.text() == "No matches"


def test_escape_gives_the_keyboard_back_at_the_match(stage: Stage, bar: FindBar) -> None:
    QTest.keyClicks(bar.words, "Jaiyq")
    key(Qt.Key.Key_Escape)
    body = stage.room.panes.editor.body
    assert bar.isHidden()
    assert body.hasFocus()
    assert chosen(stage) == "Jaiyq"
    assert body.extraSelections() == []
    key(Qt.Key.Key_F, CTRL)
    key(Qt.Key.Key_Escape)
    assert chosen(stage) == "Jaiyq"


def test_escape_in_the_text_closes_the_bar_too(stage: Stage, bar: FindBar) -> None:
    QTest.keyClicks(bar.words, "fell")
    body = stage.room.panes.editor.body
    body.setFocus()
    key(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert body.hasFocus()


def test_matches_are_highlighted_without_a_touch_on_the_text(stage: Stage, bar: FindBar) -> None:
    editor = stage.room.panes.editor
    QTest.keyClicks(bar.words, "river")
    assert len(editor.body.extraSelections()) == 7
    assert len(editor.headline.extraSelections()) == 1
    assert not editor.body.document().isUndoAvailable()
    assert not stage.room.desk.keeper.dirty


def test_selected_words_are_what_is_sought(stage: Stage, bar: FindBar) -> None:
    key(Qt.Key.Key_Escape)
    body = stage.room.panes.editor.body
    body.setTextCursor(body.document().find("rose"))
    key(Qt.Key.Key_F, CTRL)
    assert bar.words.text() == "rose"
    assert bar.count.text() == "1 of 2"


def test_replacing_one_keeps_its_marks_and_goes_on(stage: Stage, bar: FindBar) -> None:
    editor = stage.room.panes.editor
    key(Qt.Key.Key_H, CTRL)
    bar.words.setText("the river")
    bar.case.setChecked(True)
    bar.template.setText("the stream")
    bar.template.setFocus()
    key(Qt.Key.Key_Return)
    assert "**the stream** rose" in editor.slot.markdown()
    assert bar.count.text() == "1 of 1"
    assert chosen(stage) == "the river"


def test_replacing_all_is_one_step_of_undo_over_all_fields(stage: Stage, bar: FindBar) -> None:
    editor = stage.room.panes.editor
    before = editor.content()
    key(Qt.Key.Key_H, CTRL)
    bar.words.setText("river")
    bar.template.setText("stream")
    key(Qt.Key.Key_Return, CTRL | ALT)
    after = editor.content()
    assert after.headline == "The stream again"
    assert after.standfirst == "A stream, and more."
    assert "river" not in after.body.lower()
    assert "[^1]: Every stream." in after.body
    editor.body.setFocus()
    key(Qt.Key.Key_Z, CTRL)
    assert editor.content() == before
    key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert editor.content() == after
    editor.headline.setFocus()
    key(Qt.Key.Key_Z, CTRL)
    assert editor.content() == before


def test_the_notice_takes_a_replacement_back(stage: Stage, bar: FindBar) -> None:
    editor = stage.room.panes.editor
    before = editor.content()
    bar.words.setText("river")
    stage.room.actions["edit.replace-all"].trigger()
    assert editor.content() != before
    undo = next(
        one for one in stage.window.notice.findChildren(QPushButton) if one.text() == "Undo"
    )
    undo.click()
    assert editor.content() == before


def test_what_was_typed_later_is_not_taken_back_with_it(stage: Stage, bar: FindBar) -> None:
    editor = stage.room.panes.editor
    bar.words.setText("river")
    bar.template.setText("stream")
    stage.room.actions["edit.replace-all"].trigger()
    editor.headline.setFocus()
    QTest.keyClicks(editor.headline, "Now ")
    editor.body.undo()
    assert editor.headline.words().count("stream") == 1
    assert "stream" not in editor.slot.markdown()


def test_the_source_is_searched_while_it_is_on_show(stage: Stage, bar: FindBar) -> None:
    editor = stage.room.panes.editor
    stage.room.actions["view.source"].trigger()
    key(Qt.Key.Key_H, CTRL)
    bar.words.setText("**the river**")
    assert bar.count.text() == "1 of 1"
    bar.template.setText("it")
    bar.template.setFocus()
    key(Qt.Key.Key_Return)
    assert "and it rose again" in editor.slot.source.text()
    key(Qt.Key.Key_Escape)
    assert editor.slot.source.hasFocus()


def test_another_article_is_counted_anew(stage: Stage, bar: FindBar) -> None:
    QTest.keyClicks(bar.words, "river")
    stage.open(write(stage.desk, "No water", body="Dust.\n\nA river of dust.\n"))
    assert bar.count.text() == "1 match"


def test_what_is_typed_meanwhile_is_counted(stage: Stage, bar: FindBar) -> None:
    QTest.keyClicks(bar.words, "river")
    QTest.keyClicks(stage.room.panes.editor.headline, "river ")
    stage.until(lambda: bar.count.text().endswith("10") or bar.count.text() == "10 matches")


def test_every_part_of_the_bar_has_a_name_and_a_place_for_tab(bar: FindBar) -> None:
    bar.ask("river", replacing=True)
    reached = []
    bar.words.setFocus()
    for _step in range(8):
        part = QApplication.focusWidget()
        assert part is not None
        reached.append(part.accessibleName() or part.property("text"))
        key(Qt.Key.Key_Tab)
    assert reached[:4] == ["Find", "Same capitals", "Whole words", "Regular expression"]
    assert {"Previous match", "Next match", "Close", "Replace with"} <= set(reached)


def test_only_what_can_be_seen_is_highlighted(stage: Stage, bar: FindBar) -> None:
    long = "\n\n".join(["A river in a line of its own."] * 400)
    stage.open(write(stage.desk, "Long", body=long + "\n"))
    scrolling = stage.room.panes.editor.paper.verticalScrollBar()
    stage.until(lambda: scrolling.maximum() > 5_000)
    bar.words.setText("river")
    body: QTextEdit = stage.room.panes.editor.body
    assert bar.count.text().endswith("of 400")
    seen = len(body.extraSelections())
    assert 0 < seen < 100
    for _step in range(200):
        key(Qt.Key.Key_F3)
    assert body.extraSelections()[0].cursor.blockNumber() > 100
