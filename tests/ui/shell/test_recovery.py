"""After a crash: the bar that says what was brought back, and the way to what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from newsroom.desk import browsing, drafting, jotting, sitting
from newsroom.desk.room import Desk
from newsroom.desk.sitting import BroughtBack, Ended
from newsroom.desk.timing import Stop
from newsroom.domain.ids import ArticleId
from newsroom.ui.keeping.recovery import end_words
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import type_at_end

Furnish = Callable[[Desk], Stage]
NOON = datetime(2026, 5, 2, 12, 7, 12, tzinfo=UTC).astimezone()


def rewrite(desk: Desk, article: ArticleId, body: str) -> None:
    content = browsing.story(desk, article).content
    drafting.save_draft(desk, article, replace(content, body=body))


def crash(desk: Desk, *bodies: str) -> list[ArticleId]:
    """Leave a library as a sitting that ended unexpectedly does, with these articles written."""
    articles = [write(desk, f"Story {number}") for number in range(len(bodies))]
    sitting.begin(desk)
    for article, body in zip(articles, bodies, strict=True):
        rewrite(desk, article, body)
    return articles


def begun(stage: Stage) -> None:
    stage.until(lambda: not stage.lanes.busy)


def test_who_closed_the_window_is_told_nothing(set_up: Furnish, desk: Desk) -> None:
    first = set_up(desk)
    article = write(desk, "Closed")
    first.open(article)
    type_at_end(first, first.room.panes.editor.headline, " well")
    first.window.close()
    first.until(lambda: first.room.is_closed)
    first.lanes.close()
    second = set_up(desk)
    begun(second)
    assert second.room.recovery_bar.words == ""


def test_after_a_crash_the_window_says_what_it_brought_back(set_up: Furnish, desk: Desk) -> None:
    crash(desk, "One line, and another.\n")
    stage = set_up(desk)
    begun(stage)
    bar = stage.room.recovery_bar
    assert bar.words.startswith("Newsroom ended unexpectedly at ")
    assert "Your text was brought back to " in bar.words
    assert bar.words.endswith("“Story 0”.")
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.words == ""


def test_the_difference_to_what_was_opened_is_shown(set_up: Furnish, desk: Desk) -> None:
    (article,) = crash(desk, "One line, and another.\n")
    stage = set_up(desk)
    begun(stage)
    QTest.mouseClick(stage.room.recovery_bar.look, Qt.MouseButton.LeftButton)
    history = stage.room.panes.history
    stage.until(lambda: history.view.isVisible() and history.view.changes == 1)
    assert stage.room.panes.editor.article == article
    assert "One line, and another." in history.view.toPlainText()
    assert history.slider.stop is not None


def test_of_several_articles_one_is_chosen(set_up: Furnish, desk: Desk) -> None:
    first, second, third = crash(desk, "One.\n", "Two.\n", "Three.\n")
    del second, third
    stage = set_up(desk)
    begun(stage)
    bar = stage.room.recovery_bar
    assert "“Story 2”, “Story 1” and 1 more." in bar.words
    bar.look.click()
    (menu,) = bar.findChildren(QMenu)
    stage.until(menu.isVisible)
    menu.hide()
    menu.actions()[-1].trigger()
    stage.until(lambda: stage.room.panes.editor.article == first)
    stage.until(stage.room.panes.history.view.isVisible)


def test_a_crash_that_took_nothing_says_so(set_up: Furnish, desk: Desk) -> None:
    write(desk, "Before")
    crash(desk)
    stage = set_up(desk)
    begun(stage)
    assert stage.room.recovery_bar.words.endswith("Nothing had been written since it was opened.")
    assert not stage.room.recovery_bar.look.isVisible()


def test_an_article_begun_in_the_sitting_is_compared_with_nothing(desk: Desk) -> None:
    sitting.begin(desk)
    article = drafting.new_article(desk).article
    rewrite(desk, article, "Written since.\n")
    ended = sitting.begin(desk)
    assert ended is not None
    assert [(one.article, one.opened.words) for one in ended.articles] == [(article, 0)]


def test_a_sign_of_life_moves_the_end_and_not_the_beginning(desk: Desk) -> None:
    article = write(desk, "Signs")
    sitting.begin(desk)
    rewrite(desk, article, "Two.\n")
    sitting.go_on(desk)
    ended = sitting.begin(desk)
    assert ended is not None
    assert [one.article for one in ended.articles] == [article]
    assert ended.at > ended.articles[0].at


@pytest.mark.parametrize("mark", ["", "[]", "{}", '{"since": 1, "seen": "x"}', "no json"])
def test_a_mark_that_cannot_be_read_is_none(desk: Desk, mark: str) -> None:
    browsing.remember(desk, "sitting", mark)
    assert sitting.begin(desk) is None


def test_the_words_name_the_day_where_it_is_another() -> None:
    one = BroughtBack(ArticleId("a"), "x" * 60, NOON, Stop(NOON, 1))
    ended = Ended(NOON, (one,))
    assert f"at {NOON:%H:%M}. Your text was brought back to {NOON:%H:%M:%S}: “xxx" in end_words(
        ended, NOON
    )
    assert "ended unexpectedly on 2 May, " in end_words(ended, NOON + timedelta(days=2))
    assert end_words(ended, NOON).endswith("x…”.")


def test_credit_records_that_were_brought_back_are_told(desk: Desk) -> None:
    sitting.begin(desk)
    jotting.jot(desk, {"record:a": "{}", "record:b": "{}"})
    ended = sitting.begin(desk)
    assert ended is not None
    assert end_words(ended, ended.at).endswith(
        " What was typed into 2 credit records was brought back."
    )
    one = end_words(replace(ended, records=1), ended.at)
    assert one.endswith(" What was typed into a credit record was brought back.")
