"""The toolbar shows what holds at the caret, to eyes and to screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from newsroom.settings import Appearance
from newsroom.ui.actions import COMMANDS
from newsroom.ui.article.toolbar import STYLES
from newsroom.ui.commands.command import Group
from newsroom.ui.linking.link_popover import LinkPopover
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import enter, press

BODY = """Plain **bold** *slanted* [linked](https://example.org) and ~~struck~~.

## A heading

- An item

1. A number

> Said.
>
> -- Dinara
"""

MARKS = (
    ("Plain", "paragraph", set()),
    ("bold", "paragraph", {"bold"}),
    ("slanted", "paragraph", {"italic"}),
    ("linked", "paragraph", {"link"}),
    ("struck", "paragraph", {"strike"}),
    ("A heading", "heading-2", set()),
    ("An item", "", {"bullets"}),
    ("A number", "", {"numbers"}),
    ("Said", "quote", set()),
)


def go_to(stage: Stage, words: str) -> None:
    body = stage.room.panes.editor.body
    enter(stage, body)
    found = body.document().find(words)
    found.setPosition(found.selectionStart() + 1)
    body.setTextCursor(found)


def holding(stage: Stage) -> set[str]:
    actions = [one for one in stage.window.actions() if isinstance(one, QAction)]
    names = {one.text(): one for one in actions}
    return {
        one.id.partition(".")[2]
        for one in COMMANDS
        if one.group is Group.FORMAT and names[one.words].isChecked()
    }


def tool(stage: Stage, words: str) -> QToolButton:
    toolbar = stage.room.panes.editor.toolbar
    return next(one for one in toolbar.findChildren(QToolButton) if one.accessibleName() == words)


def style_words(stage: Stage) -> tuple[str, str]:
    button = stage.room.panes.editor.toolbar.findChildren(QPushButton)[0]
    return button.text(), button.accessibleName()


def is_checked_for_a_reader(part: QWidget) -> bool:
    told = QAccessible.queryAccessibleInterface(part)
    return bool(told.state().checked)


@pytest.mark.parametrize(("words", "style", "marks"), MARKS)
def test_what_holds_at_the_caret_is_shown(
    stage: Stage, words: str, style: str, marks: set[str]
) -> None:
    stage.open(write(stage.desk, "Marks", body=BODY))
    go_to(stage, words)
    assert holding(stage) == marks | ({style} if style else set())
    shown = stage.room.actions[f"format.{style or STYLES[0]}"].text()
    assert style_words(stage) == (shown, f"Style of the paragraph: {shown}")


def test_a_key_turns_a_mark_on_and_off_and_the_button_says_so(stage: Stage) -> None:
    stage.open(write(stage.desk, "Keys", body="Plain words.\n"))
    go_to(stage, "words")
    body, bold = stage.room.panes.editor.body, tool(stage, "Bold")
    assert not is_checked_for_a_reader(bold)
    press(body, "Ctrl+B")
    assert bold.isChecked()
    assert is_checked_for_a_reader(bold)
    QTest.mouseClick(bold, Qt.MouseButton.LeftButton)
    assert not bold.isChecked()
    press(body, "Ctrl+A")
    press(body, "Ctrl+B")
    assert bold.isChecked()
    press(body, "Ctrl+Z")
    assert not bold.isChecked()


def test_a_line_made_a_heading_is_shown_at_once(stage: Stage) -> None:
    stage.open(write(stage.desk, "Styles", body="Plain words.\n"))
    go_to(stage, "words")
    body = stage.room.panes.editor.body
    press(body, "Ctrl+Alt+3")
    assert holding(stage) == {"heading-3"}
    press(body, "Ctrl+Shift+8")
    assert holding(stage) == {"bullets"}
    press(body, "Ctrl+Shift+9")
    assert holding(stage) == {"quote"}


def test_a_link_is_shown_only_once_it_is_there(stage: Stage) -> None:
    stage.open(write(stage.desk, "Links", body="Plain words.\n"))
    go_to(stage, "words")
    editor = stage.room.panes.editor
    press(editor.body, "Ctrl+A")
    press(editor.body, "Ctrl+L")
    popover = editor.findChild(LinkPopover)
    assert popover is not None
    assert not tool(stage, "Link").isChecked()
    QTest.keyClicks(popover.field, "https://example.org")
    press(popover.field, "Return")
    assert tool(stage, "Link").isChecked()


def test_keys_for_marks_leave_the_body_alone_while_another_field_is_written(
    stage: Stage,
) -> None:
    article = write(stage.desk, "Headline", body="**Bold** words.\n")
    stage.open(article)
    editor = stage.room.panes.editor
    go_to(stage, "Bold")
    assert tool(stage, "Bold").isChecked()
    enter(stage, editor.headline)
    assert not tool(stage, "Bold").isEnabled()
    assert not tool(stage, "Bold").isChecked()
    press(editor.headline, "Ctrl+B")
    press(editor.headline, "Ctrl+Alt+2")
    press(editor.fields.dateline.place, "Ctrl+Alt+2")
    assert editor.content() == stage.content(article)
    enter(stage, editor.body)
    assert tool(stage, "Bold").isEnabled()
    assert tool(stage, "Bold").isChecked()


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_what_holds_looks_pressed_in_light_and_dark(stage: Stage, appearance: Appearance) -> None:
    stage.room.choose_appearance(appearance)
    stage.open(write(stage.desk, "Looks", body="Plain **bold** words.\n"))
    bold = tool(stage, "Bold")
    go_to(stage, "Plain")
    off = bold.grab().toImage().pixelColor(6, 6)
    go_to(stage, "bold")
    on = bold.grab().toImage().pixelColor(6, 6)
    assert on.name().upper() == stage.theme.palette.selected
    assert off != on
