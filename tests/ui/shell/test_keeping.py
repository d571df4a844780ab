"""Nothing typed is lost, whatever happens between the keys: on a real library, with real keys."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from newsroom.desk import browsing, illustrating
from newsroom.desk.room import Desk
from newsroom.domain.article import Content
from newsroom.domain.ids import ArticleId
from newsroom.domain.workflow import State
from newsroom.ui.article.merging import Known
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import enter, press, type_at_end


@contextmanager
def a_full_disk() -> Iterator[None]:
    """Let no file of this program grow beyond its first page, as where a disk is full."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


on_a_disk_that_fills = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limit for the files of a program"
)


def headline_on_disk(stage: Stage, article: ArticleId) -> str:
    return stage.content(article).headline


def test_words_typed_while_another_article_is_on_its_way_are_kept(stage: Stage) -> None:
    first, second = write(stage.desk, "One"), write(stage.desk, "Two", standfirst="Of Two.")
    stage.open(first)
    headline = stage.room.panes.editor.headline
    type_at_end(stage, headline, " more")
    stage.room.desk.open(second)
    QTest.keyClicks(headline, " word")
    stage.until(lambda: stage.room.panes.editor.article == second)
    stage.saved()
    assert headline_on_disk(stage, first) == "One more word"
    assert stage.content(second).headline == "Two"
    assert stage.content(second).standfirst == "Of Two."


def test_who_turns_back_stays_with_the_article_and_its_words(stage: Stage) -> None:
    first, second = write(stage.desk, "One"), write(stage.desk, "Two")
    stage.open(first)
    headline = stage.room.panes.editor.headline
    type_at_end(stage, headline, "!")
    stage.room.desk.open(second)
    stage.room.desk.open(first)
    QTest.keyClicks(headline, "!")
    stage.until(lambda: not stage.lanes.busy)
    stage.saved()
    assert stage.room.panes.editor.article == first
    assert headline_on_disk(stage, first) == "One!!"
    assert headline_on_disk(stage, second) == "Two"


def test_two_articles_written_by_turns_keep_their_own_words(stage: Stage) -> None:
    one, two = write(stage.desk, "A"), write(stage.desk, "B")
    headline = stage.room.panes.editor.headline
    for turn in range(6):
        stage.open(one if turn % 2 == 0 else two)
        type_at_end(stage, headline, str(turn))
    stage.saved()
    assert headline_on_disk(stage, one) == "A024"
    assert headline_on_disk(stage, two) == "B135"


def test_a_field_with_the_keyboard_shows_the_next_article_too(stage: Stage) -> None:
    one = write(stage.desk, "A", tags=("snow",), place="Almaty", sources=("The mayor",))
    two = write(stage.desk, "B", tags=("wind",), place="Oral")
    stage.open(one)
    editor = stage.room.panes.editor
    editor.reaching.toggle_details()
    for field in (editor.fields.details.tags, editor.fields.details.sources):
        stage.open(one)
        enter(stage, field)
        stage.open(two)
        assert editor.content() == stage.content(two)
    QTest.keyClicks(editor.fields.details.sources, "A farmer")
    stage.saved()
    assert stage.content(two).sources == ("A farmer",)
    assert stage.content(two).tags == ("wind",)
    assert stage.content(one).sources == ("The mayor",)


def test_somebody_who_never_pauses_is_saved_all_the_same(stage: Stage) -> None:
    article = write(stage.desk, "Never")
    stage.open(article)
    body = stage.room.panes.editor.body
    enter(stage, body)
    saves: list[str] = []
    stage.room.desk.keeper.saved.connect(lambda name, _at: saves.append(name))

    def typed_and_saved() -> bool:
        QTest.keyClicks(body, "a")
        return bool(saves)

    stage.until(typed_and_saved)
    assert stage.content(article).body.startswith("a")


@on_a_disk_that_fills
def test_a_full_disk_is_told_and_loses_nothing(stage: Stage) -> None:
    article = write(stage.desk, "Disk")
    stage.open(article)
    headline = stage.room.panes.editor.headline
    with a_full_disk():
        type_at_end(stage, headline, " full")
        stage.until(lambda: stage.window.notice.topic == "unsaved")
        assert stage.window.notice.words.startswith("Not saved since ")
        QTest.keyClicks(headline, " and more")
    stage.saved()
    assert headline_on_disk(stage, article) == "Disk full and more"
    assert stage.window.notice.topic == ""


@on_a_disk_that_fills
def test_words_that_no_disk_took_are_there_when_their_article_is_opened_again(
    stage: Stage,
) -> None:
    first, second = write(stage.desk, "One"), write(stage.desk, "Two", body="Second body.\n")
    stage.open(first)
    editor = stage.room.panes.editor
    with a_full_disk():
        type_at_end(stage, editor.headline, " more")
        type_at_end(stage, editor.body, " More of the body.")
        stage.open(second)
        stage.until(lambda: stage.window.notice.topic == "unsaved")
        type_at_end(stage, editor.headline, " too")
        stage.open(first)
        assert editor.headline.words() == "One more"
        type_at_end(stage, editor.headline, " words")
        stage.until(lambda: not stage.lanes.busy)
    stage.saved()
    assert stage.content(first).headline == "One more words"
    assert stage.content(first).body == "One line. More of the body.\n"
    assert headline_on_disk(stage, second) == "Two too"
    assert stage.content(second).body == "Second body.\n"


@on_a_disk_that_fills
def test_the_window_stays_until_the_last_word_is_on_disk(stage: Stage) -> None:
    article = write(stage.desk, "Last")
    stage.open(article)
    with a_full_disk():
        type_at_end(stage, stage.room.panes.editor.headline, " word")
        stage.window.close()
        stage.window.close()
        stage.until(lambda: "Close and lose them" in _offers(stage))
        assert not stage.room.is_closed
        assert stage.window.isVisible()
    stage.window.close()
    stage.until(lambda: stage.room.is_closed)
    assert headline_on_disk(stage, article) == "Last word"


def _offers(stage: Stage) -> list[str]:
    buttons = stage.window.notice.findChildren(QPushButton)
    return [one.text() for one in buttons if one.isVisible()]


def test_closing_twice_while_a_save_is_under_way_closes_once(stage: Stage) -> None:
    article = write(stage.desk, "Twice")
    stage.open(article)
    closed: list[bool] = []
    stage.room.closed.connect(lambda: closed.append(True))
    type_at_end(stage, stage.room.panes.editor.headline, "!")
    stage.window.close()
    stage.window.close()
    stage.until(lambda: stage.room.is_closed)
    stage.until(lambda: not stage.lanes.busy)
    assert closed == [True]
    assert headline_on_disk(stage, article) == "Twice!"


def test_a_credit_that_arrives_while_somebody_types_disturbs_no_word(stage: Stage) -> None:
    lead = a_lead(stage.desk)
    article = write(stage.desk, "Credits", lead=lead, place="Almaty")
    stage.open(article)
    editor = stage.room.panes.editor
    record = replace(browsing.picture(stage.desk, lead.picture).record, credit="The fire service")

    def credited(desk: Desk) -> object:
        return illustrating.edit_record(desk, lead.picture, record)

    type_at_end(stage, editor.headline, " of a")
    stage.link.write(credited)
    QTest.keyClicks(editor.headline, " river ")
    stage.until(lambda: editor.pictures[lead.picture].record.credit == "The fire service")
    stage.until(lambda: not stage.lanes.busy)
    QTest.keyClicks(editor.headline, "in flood")
    assert editor.headline.hasFocus()
    stage.saved()
    assert headline_on_disk(stage, article) == "Credits of a river in flood"
    press(editor.headline, "Ctrl+Z", 40)
    assert editor.headline.words() == "Credits"


def test_who_types_on_while_a_story_is_submitted_loses_neither_words_nor_the_date(
    stage: Stage,
) -> None:
    article = write(stage.desk, "Ready", place="Almaty")
    stage.open(article)
    editor = stage.room.panes.editor
    type_at_end(stage, editor.headline, " now")
    stage.room.actions["article.submit"].trigger()
    QTest.keyClicks(editor.headline, " and then")
    stage.until(lambda: browsing.summary(stage.desk, article).state is State.IN_REVIEW)
    QTest.keyClicks(editor.headline, " some")
    stage.until(lambda: not stage.lanes.busy)
    stage.saved()
    kept = stage.content(article)
    sent = browsing.revisions(stage.desk, article)[-1].content
    assert kept.headline == "Ready now and then some"
    assert sent.published is not None
    assert kept.published == sent.published
    assert sent.headline.startswith("Ready now")


def test_what_a_field_spells_otherwise_is_not_written_until_somebody_types(stage: Stage) -> None:
    odd = "  Two spaces before  "
    article = write(stage.desk, odd, body="A line.\n")
    stage.open(article)
    editor = stage.room.panes.editor
    assert editor.content() == stage.content(article)
    type_at_end(stage, editor.standfirst, "Something.")
    stage.saved()
    assert headline_on_disk(stage, article) == odd


contents = st.builds(
    Content,
    headline=st.text(max_size=3),
    standfirst=st.text(max_size=3),
    body=st.text(max_size=3),
    published=st.sampled_from([None, datetime(2026, 5, 2, tzinfo=UTC)]),
)


@given(disk=contents, shown=contents)
def test_fields_that_nobody_touched_are_as_on_disk(disk: Content, shown: Content) -> None:
    assert Known(disk, shown).written(shown) == disk


@given(disk=contents, shown=contents, now=contents)
def test_what_was_saved_is_untouched_afterwards(
    disk: Content, shown: Content, now: Content
) -> None:
    known = Known(disk, shown)
    saved = known.written(now)
    assert known.saved(saved).written(now) == saved


@given(first=contents, now=contents, later=contents)
def test_news_from_disk_never_takes_a_field_that_was_written_in(
    first: Content, now: Content, later: Content
) -> None:
    known = Known(first, first)
    news = known.news(now, later)
    for name in ("headline", "standfirst", "body", "published"):
        mine, theirs = getattr(now, name), getattr(later, name)
        typed = mine != getattr(first, name)
        assert getattr(news, name) == (mine if typed else theirs)
    assert known.renewed(now, news, later).written(news) == news
