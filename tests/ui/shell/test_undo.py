"""Undo and redo act on the field that has the keyboard, and on no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QToolButton, QWidget

from newsroom.ui.article.article_pane import ArticlePane
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import enter, press, type_at_end

Pick = Callable[[ArticlePane], QWidget]

FIELDS: dict[str, Pick] = {
    "headline": lambda pane: pane.headline,
    "standfirst": lambda pane: pane.standfirst,
    "place": lambda pane: pane.fields.dateline.place,
    "byline": lambda pane: pane.fields.dateline.byline,
    "sources": lambda pane: pane.fields.details.sources,
    "tags": lambda pane: pane.fields.details.tags,
    "address": lambda pane: pane.fields.details.slug,
    "caption": lambda pane: pane.lead.caption,
    "body": lambda pane: pane.body,
}


def words(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    assert isinstance(field, QTextEdit | QPlainTextEdit)
    return field.toPlainText()


def button(stage: Stage, words: str) -> QToolButton:
    toolbar = stage.room.panes.editor.toolbar
    return next(one for one in toolbar.findChildren(QToolButton) if one.accessibleName() == words)


@pytest.fixture
def pane(stage: Stage) -> ArticlePane:
    fields = {"place": "Almaty", "tags": ("snow",), "sources": ("The mayor",), "slug": "pass"}
    stage.open(write(stage.desk, "Pass", standfirst="Of snow.", lead=a_lead(stage.desk), **fields))
    stage.room.panes.editor.reaching.toggle_details()
    return stage.room.panes.editor


@pytest.mark.parametrize("name", FIELDS)
def test_keys_and_buttons_undo_where_the_keyboard_is(
    stage: Stage, pane: ArticlePane, name: str
) -> None:
    other = pane.standfirst if name == "headline" else pane.headline
    type_at_end(stage, other, "Before")
    field = FIELDS[name](pane)
    enter(stage, field)
    before, there = words(field), words(other)
    type_at_end(stage, field, "abc")
    after = words(field)
    press(field, "Ctrl+Z")
    assert words(field) == before
    press(field, "Ctrl+Shift+Z")
    assert words(field) == after
    QTest.mouseClick(button(stage, "Undo"), Qt.MouseButton.LeftButton)
    assert words(field) == before
    assert not stage.room.actions["edit.undo"].isEnabled()
    QTest.mouseClick(button(stage, "Redo"), Qt.MouseButton.LeftButton)
    assert words(field) == after
    assert not stage.room.actions["edit.redo"].isEnabled()
    assert words(other) == there


def test_the_buttons_follow_the_keyboard_from_field_to_field(
    stage: Stage, pane: ArticlePane
) -> None:
    undo = button(stage, "Undo")
    assert not undo.isEnabled()
    type_at_end(stage, pane.headline, "!")
    assert undo.isEnabled()
    enter(stage, pane.body)
    assert not undo.isEnabled()
    enter(stage, pane.headline)
    assert undo.isEnabled()


def test_an_undo_in_a_search_field_leaves_the_article_alone(
    stage: Stage, pane: ArticlePane
) -> None:
    type_at_end(stage, pane.headline, "!")
    search = stage.room.panes.list.search
    type_at_end(stage, search, "snow")
    press(search, "Ctrl+Z", 6)
    stage.room.actions["edit.undo"].trigger()
    assert search.text() == ""
    assert pane.headline.words() == "Pass!"


@pytest.mark.parametrize("name", FIELDS)
def test_undo_never_reaches_into_the_article_before(
    stage: Stage, pane: ArticlePane, name: str
) -> None:
    same = stage.content(pane.article or pytest.fail("Nothing is open"))
    twin = write(stage.desk, "Pass")
    stage.room.desk.keeper.flush()
    stage.link.save_draft(twin, same, lambda _: None, stage.link.failed.emit, None)
    field = FIELDS[name](pane)
    enter(stage, field)
    before = words(field)
    type_at_end(stage, field, "abc")
    press(field, "Ctrl+Z")
    stage.open(twin)
    assert words(field) == before
    press(field, "Ctrl+Z", 3)
    press(field, "Ctrl+Shift+Z", 3)
    assert words(field) == before
    assert not stage.room.actions["edit.undo"].isEnabled()
    assert not stage.room.actions["edit.redo"].isEnabled()


def test_a_save_leaves_undo_as_it_is(stage: Stage, pane: ArticlePane) -> None:
    type_at_end(stage, pane.body, " One.")
    type_at_end(stage, pane.headline, " in April")
    stage.saved()
    stage.until(lambda: not stage.lanes.busy)
    press(pane.headline, "Ctrl+Z")
    assert pane.headline.words() == "Pass"
    enter(stage, pane.body)
    press(pane.body, "Ctrl+Z")
    stage.saved()
    assert pane.article is not None
    assert stage.content(pane.article).headline == "Pass"
    assert stage.content(pane.article).body == "One line.\n"
