"""The slider over what an article was: looked at, compared with now, copied from, brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.desk import drafting, timing
from newsroom.desk.room import Desk
from newsroom.domain.ids import ArticleId
from newsroom.ui.inspector.history_pane import HistoryPane
from newsroom.ui.inspector.inspector import HISTORY
from tests.support.rooms import Clock
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import enter, press, type_at_end

THEN = "The river rose by a metre on Tuesday night.\n"
NOW = "The river rose by two metres on Tuesday.\n"


@pytest.fixture
def article(stage: Stage) -> ArticleId:
    """Write an article that was something else before, and has a version."""
    name = write(stage.desk, "River", body=THEN, standfirst="First.", tags=("flood",))
    drafting.save_revision(stage.desk, name)
    rewrite(stage.desk, name, headline="River falls", body=NOW, standfirst="", tags=("calm",))
    stage.open(name)
    history(stage)
    return name


def rewrite(desk: Desk, article: ArticleId, **fields: object) -> None:
    content = drafting.open_article(desk, article).story.content
    drafting.save_draft(desk, article, replace(content, **fields))


def history(stage: Stage) -> HistoryPane:
    stage.room.panes.articles.open_tab(HISTORY)
    pane = stage.room.panes.history
    stage.until(lambda: pane.slider.maximum() > 0)
    return pane


def go_to(stage: Stage, words: str) -> HistoryPane:
    """Slide by keys to the newest stop whose words hold these, and wait until it is shown."""
    pane = stage.room.panes.history
    enter(stage, pane.slider)
    press(pane.slider, "End")
    while words not in pane.slider.accessibleName():
        here = pane.slider.value()
        press(pane.slider, "Left")
        assert pane.slider.value() == here - 1, "There is no such stop"
    stage.until(lambda: pane.view.isVisible() and not stage.lanes.busy)
    return pane


def test_the_slider_says_what_it_stands_at(stage: Stage, article: ArticleId) -> None:
    pane = go_to(stage, "Version 1")
    spoken = QAccessible.queryAccessibleInterface(pane.slider).text(QAccessible.Text.Name)
    assert spoken.startswith("Time: Version 1, ")
    assert spoken.endswith("9 words")
    press(pane.slider, "End")
    assert pane.slider.accessibleName() == "Time: Now"
    assert pane.list.isVisible()


def test_what_it_was_is_shown_with_what_came_and_went(stage: Stage, article: ArticleId) -> None:
    pane = go_to(stage, "Version 1")
    shown = pane.view.toPlainText()
    assert "rose by atwo metremetres on Tuesday night." in shown
    pane.form.choose("then")
    pane.form.chosen.emit("then")
    assert "The river rose by a metre on Tuesday night." in pane.view.toPlainText()
    assert "two metres" not in pane.view.toPlainText()
    assert pane.view.isReadOnly()


def test_only_words_of_then_are_copied(stage: Stage, article: ArticleId) -> None:
    pane = go_to(stage, "Version 1")
    assert not pane.copy.isEnabled()
    found = pane.view.document().find("The river rose")
    found.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    pane.view.setTextCursor(found)
    QTest.mouseClick(pane.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == THEN.strip()


def test_what_it_was_becomes_the_draft_in_one_step(stage: Stage, article: ArticleId) -> None:
    pane, editor = go_to(stage, "Version 1"), stage.room.panes.editor
    before = stage.content(article)
    QTest.mouseClick(pane.bring, Qt.MouseButton.LeftButton)
    stage.until(lambda: editor.headline.words() == "River")
    stage.saved()
    brought = stage.content(article)
    assert (brought.body, brought.standfirst, brought.tags) == (THEN, "First.", ("flood",))
    assert pane.slider.stop is None
    stage.room.actions["edit.undo"].trigger()
    stage.saved()
    assert stage.content(article) == before
    stage.room.actions["edit.redo"].trigger()
    stage.saved()
    assert stage.content(article) == brought


def test_what_stood_before_stays_a_state_that_is_held(stage: Stage, article: ArticleId) -> None:
    pane, editor = stage.room.panes.history, stage.room.panes.editor
    type_at_end(stage, editor.headline, " fast")
    go_to(stage, "Version 1")
    QTest.mouseClick(pane.bring, Qt.MouseButton.LeftButton)
    stage.until(lambda: editor.headline.words() == "River")
    stage.saved()
    with stage.desk.library.reading() as view:
        held = [one for one in view.moments(article) if one.held]
        assert [view.moment_story(one.number).content.headline for one in held] == [
            "River falls fast"
        ]


def test_a_bringing_back_is_taken_back_from_the_notice(stage: Stage, article: ArticleId) -> None:
    pane, editor = go_to(stage, "Version 1"), stage.room.panes.editor
    QTest.mouseClick(pane.bring, Qt.MouseButton.LeftButton)
    stage.until(lambda: editor.headline.words() == "River")
    stage.until(lambda: "Brought back" in stage.window.notice.words)
    (take_back,) = (
        one
        for one in stage.window.notice.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Take it back"
    )
    QTest.mouseClick(take_back, Qt.MouseButton.LeftButton)
    assert editor.headline.words() == "River falls"
    stage.saved()


def test_after_a_key_undo_belongs_to_the_field_again(stage: Stage, article: ArticleId) -> None:
    pane, editor = go_to(stage, "Version 1"), stage.room.panes.editor
    QTest.mouseClick(pane.bring, Qt.MouseButton.LeftButton)
    stage.until(lambda: editor.headline.words() == "River")
    type_at_end(stage, editor.standfirst, "x")
    stage.room.actions["edit.undo"].trigger()
    assert editor.standfirst.words() == "First."
    assert editor.headline.words() == "River"
    stage.saved()


def test_every_field_keeps_its_own_undo_through_a_bringing_back(stage: Stage) -> None:
    lead = a_lead(stage.desk)
    then = {"place": "Oral", "standfirst": "First.", "tags": ("flood",), "lead": lead}
    name = write(stage.desk, "River", **then)
    drafting.save_revision(stage.desk, name)
    now = {"place": "Atyrau", "standfirst": "", "tags": ("calm",)}
    rewrite(stage.desk, name, headline="Falls", lead=replace(lead, caption="Low."), **now)
    stage.open(name)
    history(stage)
    editor = stage.room.panes.editor
    fields = (
        *(editor.headline, editor.standfirst, editor.fields.dateline.place),
        *(editor.fields.details.tags, editor.lead.caption, editor.body),
    )
    editor.reaching.toggle_details()
    for field in fields:
        type_at_end(stage, field, " typed")
    typed = editor.content()
    pane = go_to(stage, "Version 1")
    QTest.mouseClick(pane.bring, Qt.MouseButton.LeftButton)
    stage.until(lambda: editor.headline.words() == "River")
    brought = editor.content()
    assert brought.lead == lead
    undo, redo = stage.room.actions["edit.undo"], stage.room.actions["edit.redo"]
    for _ in range(2):
        undo.trigger()
        assert editor.content() == typed
        redo.trigger()
        assert editor.content() == brought
    undo.trigger()
    for field in fields:
        enter(stage, field)
        undo.trigger()
    stage.saved()
    kept = stage.content(name)
    assert (kept.headline, kept.place, kept.tags) == ("Falls", "Atyrau", ("calm",))
    assert (kept.standfirst, kept.lead, kept.body) == (
        *("", replace(lead, caption="Low.")),
        "One line.\n",
    )


def test_when_somebody_wrote_on_each_field_takes_the_bringing_back_back_alone(
    stage: Stage, article: ArticleId
) -> None:
    editor = stage.room.panes.editor
    for field in (editor.headline, editor.fields.dateline.place):
        type_at_end(stage, field, "!")
    pane = go_to(stage, "Version 1")
    QTest.mouseClick(pane.bring, Qt.MouseButton.LeftButton)
    stage.until(lambda: editor.headline.words() == "River")
    type_at_end(stage, editor.body, "More.")
    enter(stage, editor.headline)
    for words in ("River falls!", "River falls"):
        stage.room.actions["edit.undo"].trigger()
        assert editor.headline.words() == words
    assert editor.body.toPlainText().endswith("More.")
    place = editor.fields.dateline.place
    enter(stage, place)
    stage.room.actions["edit.undo"].trigger()
    assert place.text() == "!"
    stage.saved()


def test_typing_goes_on_while_the_slider_stays_at_its_stop(
    stage: Stage, article: ArticleId
) -> None:
    pane = go_to(stage, "Version 1")
    stop = pane.slider.stop
    stops = pane.slider.maximum()
    type_at_end(stage, stage.room.panes.editor.headline, " again")
    stage.until(lambda: pane.slider.maximum() > stops)
    assert pane.slider.stop == stop
    stage.until(lambda: "again" in pane.view.toPlainText())
    stage.saved()


def test_the_mouse_reaches_every_stop(stage: Stage, article: ArticleId) -> None:
    slider = stage.room.panes.history.slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(2, 16))
    assert slider.value() == 0
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 2, 16))
    assert slider.stop is None


def test_escape_leads_back_to_now(stage: Stage, article: ArticleId) -> None:
    pane = go_to(stage, "Version 1")
    press(pane.slider, "Esc")
    assert pane.slider.stop is None
    assert pane.list.isVisible()


def test_another_article_is_shown_as_it_is_now(stage: Stage, article: ArticleId) -> None:
    pane = go_to(stage, "Version 1")
    other = write(stage.desk, "Other")
    stage.open(other)
    assert pane.slider.stop is None
    stage.until(lambda: not stage.lanes.busy)
    assert pane.list.isVisible()


def test_pictures_of_then_come_back_with_their_credit(stage: Stage) -> None:
    lead = a_lead(stage.desk)
    name = write(stage.desk, "Lead", lead=lead)
    rewrite(stage.desk, name, lead=None)
    stage.open(name)
    history(stage)
    pane, editor = go_to(stage, "words"), stage.room.panes.editor
    press(pane.slider, "Home")
    press(pane.slider, "Right")
    stage.until(lambda: not stage.lanes.busy and pane.bring.isEnabled())
    QTest.mouseClick(pane.bring, Qt.MouseButton.LeftButton)
    stage.until(lambda: editor.lead.figure == lead)
    stage.until(lambda: lead.picture in editor.pictures)
    stage.saved()


def test_page_up_goes_to_the_version(stage: Stage, article: ArticleId) -> None:
    slider = stage.room.panes.history.slider
    enter(stage, slider)
    press(slider, "PgUp", 9)
    assert slider.value() == 0
    press(slider, "PgDown")
    assert "Version 1" in slider.accessibleName()


def test_the_slider_is_reached_and_left_by_keys(stage: Stage) -> None:
    name = write(stage.desk, "Keys")
    rewrite(stage.desk, name, body="Two lines.\n")
    stage.open(name)
    editor, pane = stage.room.panes.editor, stage.room.panes.history
    enter(stage, editor.headline)
    stage.room.actions["view.history"].trigger()
    stage.until(lambda: pane.slider.hasFocus() and pane.slider.maximum() > 0)
    press(pane.slider, "Home")
    stage.until(lambda: pane.view.isVisible() and pane.bring.isEnabled())
    reached = []
    for _ in range(10):
        reached.append(stage.window.focusWidget())
        press(reached[-1], "Tab")
    assert {pane.slider, pane.view, pane.bring} <= set(reached)


@pytest.mark.parametrize("days", [2, 31])
def test_thinning_leaves_what_stands(stage: Stage, article: ArticleId, days: int) -> None:
    clock = stage.desk.tools.clock
    assert isinstance(clock, Clock)
    for number in range(30):
        rewrite(stage.desk, article, headline=f"River {number}")
    content = stage.content(article)
    clock.now += timedelta(days=days)
    assert timing.thin(stage.desk) == ""
    with stage.desk.library.reading() as view:
        assert len(view.moments(article)) == (1 if days == 2 else 0)
    assert stage.content(article) == content
