"""Writing in the window: with keys, on a real library."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.desk import browsing, illustrating, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.ids import ArticleId
from newsroom.domain.workflow import State
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.article.growing import GrowingText
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import press


def headline(pane: ArticlePane) -> GrowingText:
    return next(one for one in pane.findChildren(GrowingText) if one.accessibleName() == "Headline")


def type_at_end(field: GrowingText, words: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)


def test_typed_words_reach_the_disk(stage: Stage) -> None:
    article = write(stage.desk, "Snow in April")
    stage.open(article)
    type_at_end(headline(stage.room.panes.editor), " closes the pass")
    footer = stage.room.panes.editor.footer
    stage.until(lambda: footer.saved_words == "Not saved yet")
    stage.saved()
    assert stage.content(article).headline == "Snow in April closes the pass"
    assert stage.room.panes.editor.footer.saved_words.startswith("Saved ")


def test_opening_an_article_saves_nothing(stage: Stage) -> None:
    article = write(stage.desk, "Untouched", lead=a_lead(stage.desk), standfirst="As it was.")
    before = browsing.summary(stage.desk, article)
    stage.open(article)
    stage.until(lambda: not stage.lanes.busy)
    assert not stage.room.desk.keeper.dirty
    assert browsing.summary(stage.desk, article) == before
    assert stage.room.panes.editor.content() == stage.content(article)


def test_leaving_an_article_takes_its_last_word_to_disk(stage: Stage) -> None:
    first, second = write(stage.desk, "One"), write(stage.desk, "Two")
    stage.open(first)
    type_at_end(headline(stage.room.panes.editor), " more")
    stage.open(second)
    stage.saved()
    assert stage.content(first).headline == "One more"
    assert stage.content(second).headline == "Two"


def test_an_edit_after_an_approval_makes_it_stale_in_sight(stage: Stage) -> None:
    article = write(stage.desk, "Approved words", place="Almaty", standfirst="Of today.")
    reviewing.submit(stage.desk, article)
    reviewing.approve(stage.desk, article)
    stage.open(article)
    assert stage.room.actions.situation.state is State.APPROVED
    type_at_end(headline(stage.room.panes.editor), "!")
    stage.until(lambda: stage.room.actions.situation.state is State.STALE)


def test_submitting_sends_the_words_that_are_on_screen(stage: Stage) -> None:
    article = write(stage.desk, "Ready", place="Almaty")
    stage.open(article)
    type_at_end(headline(stage.room.panes.editor), " now")
    stage.room.actions["article.submit"].trigger()
    stage.until(lambda: browsing.summary(stage.desk, article).state is State.IN_REVIEW)
    assert browsing.revisions(stage.desk, article)[-1].content.headline == "Ready now"
    published = stage.content(article).published
    assert published is not None
    stage.until(lambda: stage.room.panes.editor.content().published == published)


def test_a_new_article_opens_ready_for_its_headline(stage: Stage) -> None:
    stage.room.actions["article.new"].trigger()
    stage.until(lambda: stage.room.panes.editor.article is not None)
    pane = stage.room.panes.editor
    stage.until(lambda: stage.window.focusWidget() is headline(pane))
    assert pane.content().byline == "Aigerim"
    assert pane.content().language == "en"


def test_return_leads_from_headline_to_standfirst_to_body(stage: Stage) -> None:
    stage.open(write(stage.desk, "Fields"))
    pane = stage.room.panes.editor
    field = headline(pane)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.words() == "Fields"
    assert "\n" not in field.toPlainText()


def test_the_source_and_back_changes_nothing_and_keeps_undo(stage: Stage) -> None:
    body = "Some **bold** words.\n\n- one\n- two\n"
    article = write(stage.desk, "Source", body=body)
    stage.open(article)
    pane = stage.room.panes.editor
    QTest.keyClicks(pane.body, "New ")
    with_words = pane.content().body
    pane.toggle_source()
    assert pane.slot.source_on
    assert pane.content().body == with_words
    pane.toggle_source()
    assert pane.content().body == with_words
    press(pane.body, "Ctrl+Z")
    assert pane.content().body == stage.content(article).body


def test_what_is_typed_as_source_is_in_the_body(stage: Stage) -> None:
    article = write(stage.desk, "Source", body="A line.\n")
    stage.open(article)
    pane = stage.room.panes.editor
    pane.toggle_source()
    source = pane.slot.source
    QTest.keyClick(source, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(source, "## A heading")
    stage.saved()
    assert stage.content(article).body == "A line.\n\n## A heading\n"
    pane.toggle_source()
    assert pane.content().body == "A line.\n\n## A heading\n"


def test_a_changed_credit_shows_at_once_in_the_open_article(stage: Stage) -> None:
    lead = a_lead(stage.desk)
    article = write(stage.desk, "Credits", lead=lead)
    stage.open(article)
    picture = browsing.picture(stage.desk, lead.picture)

    def changed(desk: Desk) -> object:
        return illustrating.edit_record(
            desk, lead.picture, replace(picture.record, credit="Civil Aviation Committee")
        )

    stage.link.write(changed)
    pane = stage.room.panes.editor
    stage.until(lambda: pane.pictures[lead.picture].record.credit == "Civil Aviation Committee")
    assert not stage.room.desk.keeper.dirty


def test_a_library_that_refuses_is_told_calmly_and_tried_again(stage: Stage) -> None:
    article = write(stage.desk, "Disk")
    stage.open(article)
    lock = sqlite3.connect(stage.desk.library.folder / "library.sqlite3", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    type_at_end(headline(stage.room.panes.editor), " full")
    stage.until(lambda: stage.window.notice.topic == "unsaved")
    assert stage.window.notice.words.startswith("Not saved since ")
    assert stage.room.desk.keeper.dirty
    lock.execute("ROLLBACK")
    lock.close()
    stage.saved()
    assert stage.content(article).headline == "Disk full"
    assert stage.window.notice.topic == ""


def test_closing_takes_the_last_word_to_disk(stage: Stage) -> None:
    article = write(stage.desk, "Last")
    stage.open(article)
    type_at_end(headline(stage.room.panes.editor), " word")
    stage.window.close()
    stage.until(lambda: stage.room.is_closed)
    assert stage.content(article).headline == "Last word"


def test_what_is_typed_at_once_is_of_the_article_that_was_begun(stage: Stage) -> None:
    former = stage.write("Snow", body="One line.\n")
    stage.open(former)
    body = stage.room.panes.editor.body
    body.setFocus()
    stage.room.new_article()
    for key in "Ice":
        QTest.keyClicks(body, key)
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "Cold")
    stage.until(lambda: stage.room.panes.editor.article not in {former, None})
    editor = stage.room.panes.editor
    assert (editor.headline.words(), editor.standfirst.words()) == ("Ice", "Cold")
    QTest.keyClicks(editor.standfirst, " air")
    stage.saved()
    assert stage.content(editor.article).standfirst == "Cold air"
    assert stage.content(former).body == "One line.\n"
    editor.headline.setFocus()
    stage.room.undo()
    assert editor.headline.words() == ""


def type_as_a_keyboard(stage: Stage, words: str) -> None:
    """Type into whatever has the keyboard at each letter."""
    for letter in words:
        QTest.keyClicks(stage.window.focusWidget(), letter)


def test_what_is_typed_is_of_the_begun_article_although_another_comes_before_it(
    stage: Stage,
) -> None:
    first, second = write(stage.desk, "First"), write(stage.desk, "Second")
    stage.open(first)
    stage.room.panes.editor.body.setFocus()
    stage.room.desk.open(second)
    stage.room.new_article()
    type_as_a_keyboard(stage, "Ice")
    stage.until(lambda: stage.room.panes.editor.headline.words() == "Ice")
    stage.saved()
    assert stage.content(first).body == stage.content(second).body == "One line.\n"


def test_whoever_goes_back_while_an_article_is_begun_can_write_on(stage: Stage) -> None:
    article = write(stage.desk, "First")
    stage.open(article)
    editor, desk = stage.room.panes.editor, stage.room.desk
    editor.body.setFocus()
    came: list[ArticleId] = []
    desk.opened.connect(came.append)
    stage.room.new_article()
    type_as_a_keyboard(stage, "Ice")
    stage.until(lambda: desk.wanted != article)
    desk.open(article)
    stage.until(lambda: editor.article == article and not stage.lanes.busy)
    begun, _ = came
    assert stage.content(begun).headline == "Ice"
    editor.body.setFocus()
    type_as_a_keyboard(stage, "On. ")
    assert editor.content().body == "On. One line.\n"


def test_an_empty_desk_waits_for_the_article_that_is_begun(stage: Stage) -> None:
    stage.open(write(stage.desk, "First"))
    editor, desk = stage.room.panes.editor, stage.room.desk
    editor.body.setFocus()
    stage.room.new_article()
    desk.put_away()
    type_as_a_keyboard(stage, "Ice")
    stage.until(lambda: editor.article is not None)
    assert editor.headline.words() == "Ice"
    assert desk.wanted == editor.article


def test_words_typed_elsewhere_by_hand_stay_there_while_an_article_is_begun(stage: Stage) -> None:
    stage.open(write(stage.desk, "First"))
    stage.room.panes.editor.body.setFocus()
    search = stage.room.panes.list.search
    stage.room.new_article()
    type_as_a_keyboard(stage, "Ice")
    search.setFocus(Qt.FocusReason.MouseFocusReason)
    type_as_a_keyboard(stage, "snow")
    stage.until(lambda: stage.room.panes.editor.headline.words() == "Ice")
    assert search.text() == "snow"
