"""Caret and page: a click moves the caret, the caret moves the page, typing does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.preview.page_view import PageView
from newsroom.ui.together import Together
from tests.support.windows import Hands
from tests.ui.preview.test_pointing import MIDDLE
from tests.ui.shell.conftest import Stage, a_lead, desk, rooms, set_up, stage, theme

__all__ = ["desk", "rooms", "set_up", "stage", "theme"]

LINES = "\n\n".join(f"Paragraph {number} of the story." for number in range(60))


class Reader:
    """Somebody who writes at the left and reads at the right."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.hands = Hands(stage.bot)
        self.shown: list[int] = []
        self.view: PageView = stage.room.panes.preview.view
        self.view.shown.connect(self.shown.append)

    def ask(self, script: str) -> object:
        return self.hands.ask_page(self.view, script)

    def scrolled(self) -> float:
        return float(str(self.ask("scrollY")))

    def scroll(self, to: int) -> None:
        self.ask(f"scrollTo({{top: {to}, behavior: 'instant'}})")
        self.hands.until(lambda: self.scrolled() == to)

    def in_sight(self, paragraph: int) -> bool:
        area = f"document.querySelectorAll('#body > p')[{paragraph}].getBoundingClientRect()"
        return self.ask(f"{area}.top >= 0 && {area}.top < innerHeight") is True

    def after_typing(self, part: QWidget, words: str) -> None:
        """Type, and wait until the page has it and the caret has rested."""
        count = len(self.shown)
        QTest.keyClicks(part, words)
        self.hands.until(lambda: len(self.shown) > count)
        self.rest()

    def rest(self) -> None:
        self.hands.until(lambda: self.stage.room.together.resting)
        self.ask("0")

    def click(self, element: str, word: str) -> None:
        self.hands.until(lambda: self.ask("document.fonts.status") == "loaded")
        x, y = str(self.ask(MIDDLE % (element, repr(word)))).split(",")
        scale = self.view.zoomFactor()
        at = QPoint(round(float(x) * scale), round(float(y) * scale))
        proxy = self.view.focusProxy()
        assert proxy is not None
        QTest.mouseClick(proxy, Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def reader(stage: Stage) -> Callable[..., Reader]:
    def read(body: str = LINES, **fields: object) -> Reader:
        one = Reader(stage)
        stage.window.activateWindow()
        stage.open(stage.write("Snowmelt closes two bridges", body=body + "\n", **fields))
        one.hands.until(lambda: one.shown)
        return one

    return read


def test_a_click_on_the_page_puts_the_caret_into_the_text(
    reader: Callable[..., Reader], stage: Stage
) -> None:
    one = reader(standfirst="Drivers go round by the lake.", lead=a_lead(stage.desk))
    editor = stage.room.panes.editor
    one.click("document.querySelectorAll('#body > p')[40]", "story")
    one.hands.until(editor.body.hasFocus)
    one.hands.until(lambda: editor.body.textCursor().block().text().startswith("Paragraph 40 "))
    assert editor.body.textCursor().positionInBlock() == len("Paragraph 40 of the ")
    QTest.keyClicks(editor.body, "whole ")
    assert "Paragraph 40 of the whole story." in editor.content().body
    one.click("document.querySelector('.standfirst')", "round")
    one.hands.until(editor.standfirst.hasFocus)
    assert editor.standfirst.textCursor().position() == len("Drivers go ")
    one.click("document.querySelector('h1')", "two")
    one.hands.until(editor.headline.hasFocus)
    assert editor.headline.textCursor().position() == len("Snowmelt closes ")
    one.click("document.querySelector('.picture-lead .caption')", "river")
    one.hands.until(editor.lead.caption.hasFocus)
    assert editor.lead.caption.textCursor().position() == len("The ")


def test_a_click_puts_the_caret_into_the_source_where_that_is_on_show(
    reader: Callable[..., Reader], stage: Stage
) -> None:
    one = reader("One *slanted* word.\n\nTwo **heavy** words here.")
    editor = stage.room.panes.editor
    stage.room.toggle_source()
    one.click("document.querySelectorAll('#body > p')[1]", "words")
    one.hands.until(lambda: editor.slot.source.caret > 20)
    source = editor.slot.source
    assert source.text()[: source.caret].endswith("Two **heavy** ")


def test_the_page_follows_the_caret_and_stays_where_it_is_in_sight(
    reader: Callable[..., Reader], stage: Stage
) -> None:
    one = reader()
    body = stage.room.panes.editor.body
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    one.hands.until(lambda: one.in_sight(59))
    one.rest()
    before = one.scrolled()
    QTest.keyClick(body, Qt.Key.Key_Up)
    one.rest()
    assert one.scrolled() == before
    stage.room.panes.editor.headline.setFocus()
    one.hands.until(lambda: one.scrolled() < before)


def test_the_page_follows_who_typed_in_another_field_and_then_goes_into_the_text(
    reader: Callable[..., Reader], stage: Stage
) -> None:
    one = reader()
    editor = stage.room.panes.editor
    editor.headline.setFocus()
    one.rest()
    one.after_typing(editor.headline, "At last ")
    editor.body.setFocus()
    QTest.keyClick(editor.body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    one.hands.until(lambda: one.in_sight(59))
    stage.saved()


def test_a_story_comes_at_its_top_though_the_keyboard_is_in_its_text(
    reader: Callable[..., Reader], stage: Stage
) -> None:
    one = reader(lead=a_lead(stage.desk))
    body = stage.room.panes.editor.body
    body.setFocus()
    one.rest()
    assert one.scrolled() == 0
    QTest.keyClick(body, Qt.Key.Key_Down)
    one.hands.until(lambda: one.in_sight(1))


@pytest.mark.parametrize("line", [0, 30, 59])
def test_typing_does_not_move_what_is_read(
    reader: Callable[..., Reader], stage: Stage, line: int
) -> None:
    one = reader(lead=a_lead(stage.desk))
    body = stage.room.panes.editor.body
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(body.document().findBlockByNumber(line).position())
    body.setTextCursor(cursor)
    one.rest()
    middle = "document.querySelectorAll('#body > p')[30]"
    one.ask(f"{middle}.scrollIntoView({{block: 'center', behavior: 'instant'}})")
    one.hands.until(lambda: one.in_sight(30))
    top = f"{middle}.getBoundingClientRect().top"
    before = one.ask(top)
    one.after_typing(body, "A good many words more than there were in this line before. " * 2)
    assert abs(float(str(one.ask(top))) - float(str(before))) <= 1
    stage.saved()


def test_who_begins_a_line_where_the_page_shows_him_sees_it_follow(
    reader: Callable[..., Reader], stage: Stage
) -> None:
    one = reader()
    body = stage.room.panes.editor.body
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    one.hands.until(lambda: one.in_sight(59))
    one.rest()
    for number in range(60, 75):
        QTest.keyClick(body, Qt.Key.Key_Return)
        one.after_typing(body, f"New {number}")
    one.hands.until(lambda: one.in_sight(74))
    stage.saved()


def test_a_page_scrolled_elsewhere_by_hand_stays_there_while_somebody_types(
    reader: Callable[..., Reader], stage: Stage
) -> None:
    one = reader()
    body = stage.room.panes.editor.body
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    one.hands.until(lambda: one.in_sight(59))
    one.rest()
    one.scroll(0)
    QTest.keyClick(body, Qt.Key.Key_Return)
    one.after_typing(body, "Still writing.")
    assert one.scrolled() == 0
    stage.room.look("spot")
    one.hands.until(lambda: one.in_sight(60))
    stage.saved()


def test_one_that_has_stopped_follows_no_caret(stage: Stage, qapp: QApplication) -> None:
    editor = stage.room.panes.editor
    stopped = Together(stage.room.panes, stage.room.presenter, qapp)
    stopped.stop()
    editor.caret_changed.emit()
    editor.written.emit()
    assert stopped.resting
