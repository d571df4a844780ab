"""The review place, played with mouse and keys on a real library."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.desk import browsing, drafting, illustrating, reviewing
from newsroom.domain.ids import ArticleId
from newsroom.domain.workflow import State
from newsroom.ui.actions import COMMANDS
from newsroom.ui.frame.places import Place
from newsroom.ui.look.controls import Button
from newsroom.ui.look.labels import Label
from newsroom.ui.review.teaching import ABOUT, TAUGHT
from tests.ui.shell.conftest import Stage, a_lead, write

ALT = Qt.KeyboardModifier.AltModifier


def in_review(stage: Stage, headline: str = "Snow") -> ArticleId:
    """Bring a story with a picture into review, and show it."""
    lead = a_lead(stage.desk)
    article = write(stage.desk, headline, lead=lead, body="One line.\n\nAnother line.\n")
    reviewing.submit(stage.desk, article)
    show(stage, article)
    return article


def show(stage: Stage, article: ArticleId) -> None:
    stage.window.show_place(Place.REVIEW)
    stage.room.panes.review.show_article(article)
    stage.until(lambda: not stage.lanes.busy)


def state(stage: Stage, article: ArticleId) -> State:
    return browsing.summary(stage.desk, article).state


def test_approves_the_story_on_show(stage: Stage) -> None:
    article = in_review(stage)
    stage.room.panes.review.approve()
    stage.until(lambda: state(stage, article) is State.APPROVED)


def test_does_not_approve_what_changed_while_it_was_read(stage: Stage) -> None:
    article = in_review(stage)
    name = next(iter(browsing.story(stage.desk, article).pictures))
    record = browsing.picture(stage.desk, name).record
    illustrating.edit_record(stage.desk, name, replace(record, credit="Somebody else"))
    stage.room.panes.review.approve()
    stage.until(lambda: not stage.lanes.busy)
    assert state(stage, article) is State.IN_REVIEW
    assert "changed while you were reading" in stage.window.notice.words
    stage.until(lambda: "Somebody else" in stage.room.panes.review.story.toPlainText())


def test_returns_with_the_note_that_was_typed(stage: Stage) -> None:
    article = in_review(stage)
    review = stage.room.panes.review
    review.give_back("Name the operator.")
    stage.until(lambda: state(stage, article) is State.RETURNED)
    assert browsing.decisions(stage.desk, article)[-1].note == "Name the operator."


def test_alt_and_arrows_go_from_change_to_change(stage: Stage) -> None:
    article = in_review(stage)
    reviewing.approve(stage.desk, article)
    content = browsing.story(stage.desk, article).content
    changed = replace(content, headline="Rain", body="One line.\n\nAnother word.\n")
    drafting.save_draft(stage.desk, article, changed)
    show(stage, article)
    story = stage.room.panes.review.story
    assert (story.changes, story.change) == (2, 0)
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    QTest.keyClick(stage.window, Qt.Key.Key_Down, ALT)
    QTest.keyClick(stage.window, Qt.Key.Key_Down, ALT)
    assert story.change == 2
    QTest.keyClick(stage.window, Qt.Key.Key_Up, ALT)
    assert story.change == 1


def test_keys_reach_every_pane(stage: Stage) -> None:
    in_review(stage)
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    panes = stage.room.panes.review.panes()
    assert len(panes) == 3
    for pane in panes:
        reached = False
        for _ in range(6):
            stage.room.next_pane(1)
            reached = reached or pane.isAncestorOf(QApplication.focusWidget())
        assert reached, pane.accessibleName()


def test_a_narrow_window_turns_between_story_and_decision(stage: Stage) -> None:
    in_review(stage)
    review = stage.room.panes.review
    stage.window.resize(1100, 700)
    stage.until(lambda: len(review.panes()) == 2)
    assert review.story.isVisible()
    assert not review.card.isVisible()
    review.show_side("decision")
    assert review.card.isVisible()
    stage.window.resize(1440, 900)
    stage.until(lambda: review.card.isVisible() and review.story.isVisible())


def test_everything_that_takes_the_keyboard_has_a_name(stage: Stage) -> None:
    in_review(stage)
    for place in (stage.room.panes.review, stage.room.panes.publish):
        nameless = [
            type(part).__name__
            for part in place.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.isVisibleTo(place)
            and not (part.accessibleName() or getattr(part, "text", str)())
        ]
        assert not nameless


def test_a_stale_story_is_submitted_again_from_here(stage: Stage) -> None:
    article = in_review(stage)
    reviewing.approve(stage.desk, article)
    content = browsing.story(stage.desk, article).content
    drafting.save_draft(stage.desk, article, replace(content, headline="Rain"))
    show(stage, article)
    card = stage.room.panes.review.card
    button = next(one for one in card.findChildren(Button) if one.text() == "Submit for approval")
    assert button.isVisible()
    assert button.isEnabled()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    stage.until(lambda: state(stage, article) is State.IN_REVIEW)
    approve = next(one for one in card.findChildren(Button) if one.text() == "Approve")
    stage.until(approve.isVisible)
    assert not button.isVisible()


def test_a_reader_sees_the_words_of_the_house_and_the_marks_of_lists(stage: Stage) -> None:
    body = "- One\n    1. Deep\n- Two\n\n> Said so.\n>\n> -- Somebody\n"
    article = write(stage.desk, "Words", body=body, section="regions", language="ru")
    reviewing.submit(stage.desk, article)
    show(stage, article)
    text = stage.room.panes.review.story.toPlainText()
    assert "Section: Regions" in text
    assert "Language: Russian" in text
    assert "• One\n\u20031. Deep\n• Two" in text.replace("\u2028", "\n")


def test_a_story_without_pictures_has_no_heading_for_them(stage: Stage) -> None:
    article = write(stage.desk, "Bare")
    reviewing.submit(stage.desk, article)
    show(stage, article)
    told = [one.text() for one in stage.room.panes.review.card.findChildren(Label)]
    assert "Checks" in told
    assert "Pictures and credits" not in told


def test_an_empty_queue_says_how_stories_come_and_which_keys_follow(stage: Stage) -> None:
    place = stage.room.panes.review
    stage.window.show_place(Place.REVIEW)
    stage.until(lambda: place.no_story.isVisible() and place.no_story.teaching)
    said = {label.text() for label in place.no_story.findChildren(Label) if label.isVisible()}
    assert ABOUT in said
    for name in TAUGHT:
        command = next(one for one in COMMANDS if one.id == name)
        assert command.words in said
        assert command.key
    in_review(stage)
    stage.until(lambda: not place.no_story.isVisible() and place.still)


def test_an_empty_queue_leads_to_the_other_one_and_back(stage: Stage) -> None:
    place = stage.room.panes.review
    stage.window.show_place(Place.REVIEW)
    for words, action in (
        ("Nothing is waiting for you", "Show decided"),
        ("Nothing has been decided yet", "Show waiting"),
        ("Nothing is waiting for you", "Show decided"),
    ):
        stage.until(lambda words=words: words in _said(place) and not stage.lanes.busy)
        button = next(one for one in place.findChildren(Button) if one.text() == action)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _said(place: QWidget) -> list[str]:
    return [label.text() for label in place.findChildren(Label) if label.isVisible()]
