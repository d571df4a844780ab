"""Sending a story to review from the window: what is sent, when it can be, and what is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from newsroom.desk import browsing, reviewing
from newsroom.domain.ids import ArticleId
from newsroom.domain.workflow import State
from newsroom.ui.look.pill import StatePill
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import enter, press, type_at_end


def submit_button(stage: Stage) -> QPushButton:
    header = stage.room.panes.editor.header
    return next(one for one in header.findChildren(QPushButton) if one.text().startswith("Submit"))


def header_words(stage: Stage) -> set[str]:
    header = stage.room.panes.editor.header
    return {one.text() for one in header.findChildren(QLabel) if one.isVisible()}


def ready(stage: Stage) -> ArticleId:
    article = write(stage.desk, "Ready", place="Almaty", standfirst="Of today.")
    stage.open(article)
    return article


def settled(stage: Stage) -> None:
    stage.saved()
    stage.until(lambda: not stage.lanes.busy)


def test_the_key_sends_what_is_on_screen_and_the_pill_follows(stage: Stage) -> None:
    article = ready(stage)
    headline = stage.room.panes.editor.headline
    assert "Not submitted yet" in header_words(stage)
    type_at_end(stage, headline, " at once")
    press(headline, "Ctrl+Return")
    assert not submit_button(stage).isEnabled()
    press(headline, "Ctrl+Return")
    stage.until(lambda: "Version 1" in header_words(stage))
    pill = stage.room.panes.editor.header.findChild(StatePill)
    assert pill is not None
    assert pill.accessibleName() == "In review"
    (sent,) = browsing.revisions(stage.desk, article)
    assert sent.content.headline == "Ready at once"
    settled(stage)
    assert stage.window.notice.words.startswith("Submitted for approval")


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State.IN_REVIEW, "This story is in review already, word for word."),
        (State.APPROVED, "This story is approved already, word for word."),
    ],
)
def test_the_button_says_why_it_cannot_be_pressed_until_something_changes(
    stage: Stage, state: State, reason: str
) -> None:
    article = write(stage.desk, "Ready", place="Almaty", standfirst="Of today.")
    reviewing.submit(stage.desk, article)
    if state is State.APPROVED:
        reviewing.approve(stage.desk, article)
    stage.open(article)
    button = submit_button(stage)
    stage.until(lambda: not button.isEnabled())
    assert button.toolTip() == reason
    assert not stage.room.actions["article.submit"].isEnabled()
    headline = stage.room.panes.editor.headline
    type_at_end(stage, headline, "!")
    assert button.isEnabled()
    assert button.toolTip().startswith("Submit for approval (")
    settled(stage)
    assert button.isEnabled()
    press(headline, "Ctrl+Z")
    settled(stage)
    stage.until(lambda: not button.isEnabled())
    type_at_end(stage, headline, "?")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.until(lambda: len(browsing.revisions(stage.desk, article)) == 2)
    assert browsing.revisions(stage.desk, article)[-1].content.headline == "Ready?"


def test_a_returned_story_can_be_sent_as_it_is(stage: Stage) -> None:
    article = write(stage.desk, "Ready", place="Almaty", standfirst="Of today.")
    reviewing.submit(stage.desk, article)
    reviewing.return_with_note(stage.desk, article, "Say more.")
    stage.open(article)
    settled(stage)
    assert submit_button(stage).isEnabled()


def test_another_article_does_not_inherit_the_reason(stage: Stage) -> None:
    sent = write(stage.desk, "Sent", place="Almaty", standfirst="Of today.")
    reviewing.submit(stage.desk, sent)
    stage.open(sent)
    stage.until(lambda: not submit_button(stage).isEnabled())
    stage.open(write(stage.desk, "Other"))
    settled(stage)
    assert submit_button(stage).isEnabled()
    enter(stage, stage.room.panes.editor.headline)
    press(stage.room.panes.editor.headline, "Ctrl+Return")
    stage.until(lambda: "Version 1" in header_words(stage))
