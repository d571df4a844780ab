"""Words typed for a deed that is not done yet survive whatever comes between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from newsroom.desk import browsing, illustrating, jotting, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.ids import ArticleId
from newsroom.domain.workflow import State
from newsroom.ui.frame.places import Place
from newsroom.ui.pictures.boxes import LineBox
from tests.support.images import encoded, scene
from tests.ui.shell.conftest import Stage, write

Furnish = Callable[[Desk], Stage]


def note_of(stage: Stage) -> QPlainTextEdit:
    (note,) = stage.room.panes.review.findChildren(QPlainTextEdit)
    return note


def submitted(stage: Stage, headline: str) -> ArticleId:
    article = write(stage.desk, headline, body="Words.\n")
    reviewing.submit(stage.desk, article)
    return article


def show(stage: Stage, article: ArticleId) -> QPlainTextEdit:
    stage.room.go_to(Place.REVIEW)
    stage.room.panes.review.show_article(article)
    stage.until(lambda: not stage.lanes.busy)
    return note_of(stage)


def kept(stage: Stage, article: ArticleId) -> str:
    return jotting.jotted(stage.desk, f"note:{article}")


def test_a_note_is_on_disk_within_the_second_and_comes_back(set_up: Furnish, desk: Desk) -> None:
    first = set_up(desk)
    article = submitted(first, "Note")
    QTest.keyClicks(show(first, article), "Name the captain")
    first.until(lambda: kept(first, article) == "Name the captain")
    first.window.close()
    first.until(lambda: first.room.is_closed)
    first.lanes.close()
    second = set_up(desk)
    assert show(second, article).toPlainText() == "Name the captain"


def test_news_of_the_story_leave_the_note_alone(stage: Stage) -> None:
    article = submitted(stage, "News")
    note = show(stage, article)
    QTest.keyClicks(note, "Name the")
    stage.link.changed.emit(Changes(articles=frozenset({article})), None)
    QTest.keyClicks(note, " captain")
    stage.until(lambda: not stage.lanes.busy)
    assert note.toPlainText() == "Name the captain"
    stage.until(lambda: kept(stage, article) == "Name the captain")


def test_each_story_has_its_own_note(stage: Stage) -> None:
    one, two = submitted(stage, "One"), submitted(stage, "Two")
    QTest.keyClicks(show(stage, one), "Of one")
    QTest.keyClicks(show(stage, two), "Of two")
    assert show(stage, one).toPlainText() == "Of one"
    assert show(stage, two).toPlainText() == "Of two"
    stage.until(lambda: (kept(stage, one), kept(stage, two)) == ("Of one", "Of two"))


def test_a_note_ends_with_its_decision(stage: Stage) -> None:
    article = submitted(stage, "Ends")
    note = show(stage, article)
    QTest.keyClicks(note, "Shorter")
    stage.room.panes.review.card.return_with_note()
    stage.until(lambda: browsing.summary(stage.desk, article).state is State.RETURNED)
    stage.until(lambda: not stage.lanes.busy and not stage.room.panes.jotter.dirty)
    assert note.toPlainText() == ""
    assert kept(stage, article) == ""
    assert browsing.decisions(stage.desk, article)[-1].note == "Shorter"


def test_fields_of_a_record_that_a_crash_left_behind_go_into_it(
    set_up: Furnish, desk: Desk
) -> None:
    picture = illustrating.add_picture_bytes(
        desk, encoded(scene(640, 480)), "river.jpg", {"credit": "Old", "source": "The city"}
    ).picture.id
    left = '{"credit": "New", "creator": ["Dana", "Aru"]}'
    jotting.jot(desk, {f"record:{picture}": left, "record:gone": '{"credit": "Nobody"}'})
    stage = set_up(desk)
    stage.until(lambda: browsing.picture(desk, picture).record.credit == "New")
    record = browsing.picture(desk, picture).record
    assert (record.creator, record.source) == (("Dana", "Aru"), "The city")
    stage.until(lambda: not jotting.all_jotted(desk, "record:"))


def test_a_field_of_a_record_is_jotted_before_it_is_signed(stage: Stage) -> None:
    picture = illustrating.add_picture_bytes(
        stage.desk, encoded(scene(640, 480)), "river.jpg", {"credit": "Old"}
    ).picture.id
    place = stage.room.panes.library_pictures
    stage.room.go_to(Place.PICTURES)
    place.show_picture(picture)
    stage.until(lambda: not stage.lanes.busy)
    box = place.detail.form.box("credit")
    assert isinstance(box, LineBox)
    jots: list[str] = []

    def typed_and_jotted() -> bool:
        QTest.keyClicks(box, "a")
        jots[:] = jotting.all_jotted(stage.desk, "record:").values()
        return bool(jots)

    stage.until(typed_and_jotted)
    assert browsing.picture(stage.desk, picture).record.credit == "Old"
    place.flush()
    stage.until(lambda: not place.keeper.dirty and not stage.room.panes.jotter.dirty)
    assert jotting.all_jotted(stage.desk, "record:") == {}


@pytest.mark.parametrize("text", ["", "Words"])
def test_what_is_jotted_is_remembered_on_this_laptop_only(desk: Desk, text: str) -> None:
    with desk.library.reading() as view:
        before = list(view.entries())
    jotting.jot(desk, {"note:a": "Former", "note:b": "Other"})
    jotting.jot(desk, {"note:a": text})
    assert jotting.jotted(desk, "note:a") == text
    assert jotting.all_jotted(desk, "note:") == {"b": "Other"} | ({"a": text} if text else {})
    with desk.library.reading() as view:
        assert list(view.entries()) == before
