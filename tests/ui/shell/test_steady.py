"""Bars come and go above the text, and the text stays where the eye has it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.shell.conftest import Stage

LONG = "\n\n".join(f"Paragraph {number} of a long story." for number in range(80))


def seen(stage: Stage) -> int:
    """Give the height in the window at which the body begins."""
    return stage.room.panes.editor.body.mapTo(stage.window, QPoint(0, 0)).y()


@pytest.mark.parametrize("body", ["One line.\n", LONG], ids=["short", "long"])
@pytest.mark.parametrize("scrolled", [False, True], ids=["top", "middle"])
def test_a_notice_does_not_move_the_text(stage: Stage, body: str, scrolled: bool) -> None:
    stage.open(stage.write("Snow", body=body))
    stage.window.resize(1440, 900)
    bar = stage.room.panes.editor.paper.verticalScrollBar()
    stage.until(lambda: bar.maximum() > 0 or body != LONG)
    bar.setValue(bar.maximum() // 2 if scrolled else 0)
    before = seen(stage)
    for _ in range(2):
        stage.window.notice.warn("Not saved since 14:02. Trying again.")
        stage.until(stage.window.notice.isVisible)
        stage.until(lambda: seen(stage) == before)
        assert stage.room.panes.editor.mapTo(stage.window, QPoint(0, 0)).y() > 60
        stage.window.notice.hide()
        stage.until(lambda: seen(stage) == before)
    stage.until(lambda: bar.maximum() == 0 or body == LONG)


def test_focus_mode_at_the_beginning_leaves_the_beginning_in_sight(stage: Stage) -> None:
    stage.open(stage.write("Snow", body=LONG))
    bar = stage.room.panes.editor.paper.verticalScrollBar()
    assert bar.value() == 0
    stage.room.tool("focus")
    stage.until(lambda: not stage.room.panes.editor.toolbar.isVisible())
    stage.room.tool("focus")
    stage.until(stage.room.panes.editor.toolbar.isVisible)
    stage.until(lambda: bar.value() == 0)


def test_the_count_of_words_stands_still_while_saving(stage: Stage) -> None:
    stage.open(stage.write("Snow"))
    footer = stage.room.panes.editor.footer
    stage.saved()
    before = footer.words_corner()
    footer.show_unsaved()
    stage.window.repaint()
    assert footer.words_corner() == before


def test_a_window_that_becomes_smaller_keeps_the_caret_in_sight(stage: Stage) -> None:
    stage.window.resize(1440, 900)
    stage.open(stage.write("Long", body="\n\n".join(["Many words of a long line. " * 6] * 12)))
    editor = stage.room.panes.editor
    editor.body.setFocus()
    stage.until(lambda: editor.paper.verticalScrollBar().maximum() > 0 and editor.body.hasFocus())
    QTest.keyClick(editor.body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    def in_sight() -> bool:
        height = editor.paper.height_of(*editor.slot.caret_area())
        return 0 <= height < editor.paper.viewport().height()

    stage.until(in_sight)
    stage.window.resize(1100, 700)
    stage.until(lambda: editor.paper.viewport().height() < 600 and in_sight())


def test_choosing_all_of_a_text_leaves_it_where_it_is(stage: Stage) -> None:
    stage.window.resize(1440, 900)
    stage.open(stage.write("Snow", body=LONG))
    editor = stage.room.panes.editor
    bar = editor.paper.verticalScrollBar()
    for part in (editor.body, editor.slot.source):
        part.setFocus()
        stage.until(lambda: bar.maximum() > 0)
        before = bar.value()
        assert before < bar.maximum() // 2
        QTest.keyClick(part, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert editor.slot.is_all_chosen
        assert bar.value() == before
        QTest.keyClick(part, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        stage.until(lambda: bar.value() > bar.maximum() // 2)
        QTest.keyClick(part, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        stage.until(lambda: bar.value() < bar.maximum() // 2)
        if part is editor.body:
            editor.toggle_source()
