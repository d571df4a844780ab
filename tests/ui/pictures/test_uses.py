"""Everywhere a picture stands: told, reached, replaced with a way back, kept out of the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.desk import browsing, crediting, drafting, publishing, using
from newsroom.desk.using import PlaceUsed
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import RightsPeriod
from newsroom.domain.summary import PictureQuery
from newsroom.domain.workflow import State
from newsroom.ui.inserting.picture_chooser import PictureChooser
from newsroom.ui.pictures.pictures_place import PicturesPlace
from newsroom.ui.pictures.use_words import (
    count_words,
    place_words,
    replacing_words,
    rights_words,
)
from tests.ui.pictures.conftest import Stage

AT = datetime(2026, 4, 12, 9, tzinfo=UTC)


def published(stage: Stage, picture: PictureId, out: Path) -> ArticleId:
    article = stage.approved(picture)
    publishing.export(stage.desk, [article], out)
    return article


def show(stage: Stage, place: PicturesPlace, picture: PictureId) -> None:
    place.show_picture(picture)
    stage.settle()
    stage.wait(lambda: place.tools.likening.resting)
    stage.settle()


def choose(stage: Stage, place: PicturesPlace, picture: PictureId) -> None:
    """Press Replace everywhere, and take a picture from the chooser."""
    QTest.mouseClick(place.tools.uses.replace, Qt.MouseButton.LeftButton)
    (chooser,) = (one for one in place.findChildren(PictureChooser) if one.isVisible())
    stage.settle()
    wanted = browsing.picture(stage.desk, picture)
    chooser.accept()
    chooser.chosen.emit(wanted)
    stage.settle()


def lead_of(stage: Stage, article: ArticleId) -> PictureId:
    lead = browsing.story(stage.desk, article).content.lead
    assert lead is not None
    return lead.picture


def test_every_place_is_told_and_leads_to_its_article(stage: Stage, tmp_path: Path) -> None:
    bridge, other = stage.picture("bridge1.jpg"), stage.picture("library1.jpg")
    gone = published(stage, bridge, tmp_path / "site")
    content = browsing.story(stage.desk, gone).content
    using.replace_everywhere(stage.desk, bridge, other)
    draft = stage.article(bridge, headline="A draft")
    place = stage.open()
    show(stage, place, bridge)
    uses = place.tools.uses
    assert uses.words == "2 stories, 1 page that readers see"
    assert [row.use.article for row in uses.rows] == [draft, gone]
    heard = uses.rows[1].accessibleName()
    assert content.headline in heard
    assert "On the page since 2 May 2026" in heard
    assert heard.endswith("no longer in the story")
    went: list[str] = []
    place.open_article.connect(went.append)
    uses.rows[0].setFocus()
    QTest.keyClick(uses.rows[0], Qt.Key.Key_Space)
    assert went == [draft]


def test_replacing_says_what_will_happen_does_it_and_takes_it_back(
    stage: Stage, tmp_path: Path
) -> None:
    bridge, other = stage.picture("bridge1.jpg"), stage.picture("library1.jpg")
    page = published(stage, bridge, tmp_path / "site")
    approved, draft = stage.approved(bridge), stage.article(bridge)
    place = stage.open()
    show(stage, place, bridge)
    choose(stage, place, other)
    said = place.tools.uses.notice.words
    assert "1 draft changes, 2 approved stories become stale and 1 page must be" in said
    assert lead_of(stage, draft) == bridge
    stage.press(place.tools.uses.notice, "Replace")
    stage.settle()
    assert {lead_of(stage, one) for one in (page, approved, draft)} == {other}
    assert browsing.summary(stage.desk, approved).state is State.STALE
    assert "3 stories" in place.grid.notice.words
    assert place.tools.uses.words == "1 story, 1 page that readers see"
    stage.press(place.grid.notice, "Undo")
    stage.settle()
    assert {lead_of(stage, one) for one in (page, approved, draft)} == {bridge}
    assert browsing.summary(stage.desk, approved).state is State.APPROVED
    assert browsing.summary(stage.desk, page).state is State.PUBLISHED


def test_the_question_is_seen_wherever_the_record_is_scrolled_to(stage: Stage) -> None:
    bridge, other = stage.picture("bridge1.jpg"), stage.picture("library1.jpg")
    stage.article(bridge)
    place = stage.open()
    place.resize(1100, 500)
    show(stage, place, bridge)
    uses = place.tools.uses
    place.tools.run("replace")
    (chooser,) = (one for one in place.findChildren(PictureChooser) if one.isVisible())
    stage.settle()
    chooser.accept()
    chooser.chosen.emit(browsing.picture(stage.desk, other))
    stage.wait(lambda: uses.notice.visibleRegion().boundingRect() == uses.notice.rect())


def test_the_way_back_from_replacing_stays_until_something_else_is_said(stage: Stage) -> None:
    bridge, other = stage.picture("bridge1.jpg"), stage.picture("library1.jpg")
    draft = stage.article(bridge)
    place = stage.open()
    show(stage, place, bridge)
    choose(stage, place, other)
    stage.press(place.tools.uses.notice, "Replace")
    stage.settle()
    assert not place.grid.notice.leaves
    place.grid.view.setFocus()
    QTest.keyClick(place.grid.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert lead_of(stage, draft) == bridge


def test_leaving_it_changes_nothing(stage: Stage) -> None:
    bridge, other = stage.picture("bridge1.jpg"), stage.picture("library1.jpg")
    draft = stage.article(bridge)
    place = stage.open()
    show(stage, place, bridge)
    choose(stage, place, other)
    stage.press(place.tools.uses.notice, "Leave it")
    stage.settle()
    assert lead_of(stage, draft) == bridge
    assert place.tools.uses.notice.words == ""
    choose(stage, place, bridge)
    assert "stands there already" in place.tools.uses.notice.words


def test_a_story_that_moved_on_is_not_taken_back(stage: Stage) -> None:
    bridge, other = stage.picture("bridge1.jpg"), stage.picture("library1.jpg")
    moved, still = stage.article(bridge), stage.article(bridge)
    place = stage.open()
    show(stage, place, bridge)
    choose(stage, place, other)
    stage.press(place.tools.uses.notice, "Replace")
    stage.settle()
    story = browsing.story(stage.desk, moved)
    drafting.save_draft(stage.desk, moved, with_headline(story.content, "More snow"))
    stage.press(place.grid.notice, "Undo")
    stage.settle()
    assert (lead_of(stage, moved), lead_of(stage, still)) == (other, bridge)
    assert place.grid.notice.words == "1 story was changed meanwhile and stayed as it is."


def with_headline(content: Any, headline: str) -> Any:
    return replace(content, headline=headline)


def test_a_used_picture_is_refused_by_the_bin_and_an_unused_one_comes_back(stage: Stage) -> None:
    bridge, other = stage.picture("bridge1.jpg"), stage.picture("library1.jpg")
    stage.article(bridge, headline="Snow closes two bridges")
    place = stage.open()
    show(stage, place, bridge)
    QTest.mouseClick(place.tools.uses.bin, Qt.MouseButton.LeftButton)
    stage.settle()
    assert "Snow closes two bridges" in place.tools.uses.notice.words
    assert len(browsing.pictures(stage.desk, PictureQuery())) == 2
    show(stage, place, other)
    assert place.tools.uses.notice.words == ""
    assert place.tools.uses.words == "No article uses this picture"
    assert not place.tools.uses.replace.isEnabled()
    QTest.mouseClick(place.tools.uses.bin, Qt.MouseButton.LeftButton)
    stage.settle()
    assert [one.picture.id for one in browsing.pictures(stage.desk, PictureQuery())] == [bridge]
    stage.press(place.grid.notice, "Undo")
    stage.settle()
    assert len(browsing.pictures(stage.desk, PictureQuery())) == 2


def test_rights_that_have_ended_name_the_pages_that_must_change(
    stage: Stage, tmp_path: Path
) -> None:
    bridge = stage.picture("bridge1.jpg")
    published(stage, bridge, tmp_path / "site")
    ended = {"rights": RightsPeriod(ends="2026-05-01")}
    crediting.edit_records(stage.desk, [bridge], ended)
    place = stage.open()
    show(stage, place, bridge)
    said = "Rights ended on 1 May 2026. 1 page must change, listed below."
    assert place.tools.uses.rights == said


def used(state: State = State.DRAFT, *, now: bool = True, ran: datetime | None = None) -> PlaceUsed:
    page = "news/2026/04/12/ice/" if ran else ""
    return PlaceUsed(ArticleId("a"), "Ice", state, now, ran, ran, page)


def test_the_words_of_places() -> None:
    page = used(State.PUBLISHED, ran=AT)
    assert place_words(used()) == "Not on a page yet"
    assert place_words(page) == "On the page since 12 April 2026 · news/2026/04/12/ice/"
    assert count_words([used()]) == "1 story, on no page yet"
    assert replacing_words([used(now=False, ran=AT)], "New") == ""
    assert replacing_words([used()], "New") == (
        "Put “New” in its place everywhere? 1 draft changes."
    )
    assert replacing_words([used(), used(), page, page], "New") == (
        "Put “New” in its place everywhere? 2 drafts change, 2 approved stories become stale "
        "and 2 pages must be exported again."
    )


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("", ""),
        ("next year", "Rights end on “next year”, which is not a day."),
        ("2026-05-17", ""),
        ("2026-05-16", "Rights end on 16 May 2026."),
        ("2026-05-02", "Rights end on 2 May 2026."),
        ("2026-05-01", "Rights ended on 1 May 2026."),
    ],
)
def test_the_words_of_rights(ends: str, said: str) -> None:
    assert rights_words(ends, date(2026, 5, 2), ()) == said
    pages = [used(State.PUBLISHED, ran=AT), used(State.PUBLISHED, ran=AT), used()]
    more = f"{said} 2 pages must change, listed below." if said else ""
    assert rights_words(ends, date(2026, 5, 2), pages) == more
