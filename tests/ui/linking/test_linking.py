"""Links in the window: by key, by click, opened, taken away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.linking.link_popover import LinkPopover
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import enter, press

BODY = "See [the report](https://example.org/report) and ask example.kz today.\n"


class Browser(QObject):
    """Stands for the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def body(stage: Stage) -> BodyEdit:
    stage.open(write(stage.desk, "Links", body=BODY))
    body = stage.room.panes.editor.body
    enter(stage, body)
    return body


@pytest.fixture
def popover(stage: Stage, body: BodyEdit) -> LinkPopover:
    return stage.room.inserting.linking.popover


def select(body: BodyEdit, words: str) -> None:
    body.setTextCursor(body.document().find(words))


def give(popover: LinkPopover, address: str) -> None:
    popover.field.setText(address)
    press(popover.field, "Return")


def click(body: BodyEdit, words: str, held: Qt.KeyboardModifier) -> None:
    found = body.document().find(words)
    found.setPosition(found.selectionStart() + 2)
    place = body.cursorRect(found).center() + QPoint(1, 0)
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, held, place)


PLAIN = Qt.KeyboardModifier.NoModifier


def test_selected_words_are_linked_by_keys(
    stage: Stage, body: BodyEdit, popover: LinkPopover
) -> None:
    select(body, "ask")
    press(body, "Ctrl+L")
    assert popover.isVisible()
    assert popover.field.hasFocus()
    QTest.keyClicks(popover.field, "example.org/ask")
    press(popover.field, "Return")
    assert "[ask](https://example.org/ask)" in stage.room.panes.editor.slot.markdown()
    assert popover.isHidden()
    assert body.hasFocus()
    body.undo()
    assert stage.room.panes.editor.slot.markdown() == BODY


def test_words_that_are_an_address_are_offered_as_one(body: BodyEdit, popover: LinkPopover) -> None:
    select(body, "example.kz")
    press(body, "Ctrl+L")
    assert popover.field.text() == "https://example.kz"


def test_an_address_that_could_do_harm_is_refused_in_words(
    stage: Stage, body: BodyEdit, popover: LinkPopover
) -> None:
    select(body, "ask")
    press(body, "Ctrl+L")
    give(popover, "javascript:alert(1)")
    assert popover.isVisible()
    assert popover.fault.startswith("This address cannot be a link.")
    assert stage.room.panes.editor.slot.markdown() == BODY
    press(popover.field, "Escape")
    assert popover.isHidden()
    assert body.hasFocus()
    assert body.textCursor().selectedText() == "ask"


def test_a_letter_is_linked_where_nothing_is_selected(
    stage: Stage, body: BodyEdit, popover: LinkPopover
) -> None:
    press(body, "Ctrl+End")
    press(body, "Ctrl+L")
    give(popover, "desk@example.org")
    assert "[desk@example.org](mailto:desk@example.org)" in stage.room.panes.editor.slot.markdown()


def test_a_click_on_a_link_shows_where_it_leads(
    stage: Stage, body: BodyEdit, popover: LinkPopover, browser: Browser
) -> None:
    click(body, "report", PLAIN)
    assert popover.isVisible()
    assert popover.shown == "https://example.org/report"
    assert not popover.editing
    assert body.hasFocus()
    popover.open.click()
    assert browser.opened == ["https://example.org/report"]
    press(body, "Ctrl+Home")
    assert popover.isHidden()


def test_a_click_with_ctrl_opens_at_once(
    body: BodyEdit, popover: LinkPopover, browser: Browser
) -> None:
    click(body, "report", Qt.KeyboardModifier.ControlModifier)
    assert browser.opened == ["https://example.org/report"]
    assert popover.isHidden()


def test_a_click_beside_a_link_shows_nothing(body: BodyEdit, popover: LinkPopover) -> None:
    click(body, "ask", PLAIN)
    assert popover.isHidden()


def test_the_link_at_the_caret_is_changed_and_taken_away(
    stage: Stage, body: BodyEdit, popover: LinkPopover
) -> None:
    click(body, "report", PLAIN)
    press(body, "Ctrl+L")
    assert popover.field.text() == "https://example.org/report"
    give(popover, "example.org/new")
    assert "[the report](https://example.org/new)" in stage.room.panes.editor.slot.markdown()
    click(body, "report", PLAIN)
    popover.remove.click()
    assert "See the report and" in stage.room.panes.editor.slot.markdown()
    assert body.hasFocus()


def test_an_emptied_field_takes_the_link_away(
    stage: Stage, body: BodyEdit, popover: LinkPopover
) -> None:
    click(body, "report", PLAIN)
    press(body, "Ctrl+L")
    give(popover, "")
    assert "See the report and" in stage.room.panes.editor.slot.markdown()


def test_another_article_takes_the_popover_away(
    stage: Stage, body: BodyEdit, popover: LinkPopover
) -> None:
    click(body, "report", PLAIN)
    press(body, "Ctrl+L")
    stage.open(write(stage.desk, "Other"))
    assert popover.isHidden()
    assert body.hasFocus()


def test_blocks_are_moved_by_the_keys_of_the_table(stage: Stage) -> None:
    stage.open(write(stage.desk, "Order", body="One.\n\nTwo.\n"))
    body = stage.room.panes.editor.body
    enter(stage, body)
    press(body, "Alt+Shift+Down")
    assert stage.room.panes.editor.slot.markdown() == "Two.\n\nOne.\n"
    press(body, "Ctrl+Z")
    assert stage.room.panes.editor.slot.markdown() == "One.\n\nTwo.\n"
