"""Where a picture stands, what must change with it, and why a used one is not thrown away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import browsing, drafting, illustrating, keeping, publishing, reviewing, using
from newsroom.desk.room import Desk
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import RightsPeriod
from newsroom.domain.summary import PictureQuery
from newsroom.domain.workflow import State
from tests.support import images
from tests.support.stories import a_content, a_figure, a_house


@pytest.fixture
def desk(desk: Desk) -> Desk:
    keeping.change_house(desk, a_house(required=frozenset()))
    return desk


def add(desk: Desk, name: str, width: int) -> PictureId:
    data = images.encoded(images.scene(width, 300))
    return illustrating.add_picture_bytes(desk, data, name, {"credit": "Marat"}).picture.id


@pytest.fixture
def old(desk: Desk) -> PictureId:
    return add(desk, "old.jpg", 400)


@pytest.fixture
def new(desk: Desk) -> PictureId:
    return add(desk, "new.jpg", 500)


def write(desk: Desk, lead: PictureId | None, body: str = "Text.\n", slug: str = "") -> ArticleId:
    article = drafting.new_article(desk).article
    figure = a_figure(lead) if lead else None
    content = replace(a_content(), lead=figure, body=body, slug=slug or f"s-{article[-4:]}")
    drafting.save_draft(desk, article, content)
    return article


def publish(desk: Desk, article: ArticleId, out: Path) -> None:
    reviewing.submit(desk, article)
    reviewing.approve(desk, article)
    publishing.export(desk, [article], out)


def listed(desk: Desk, query: PictureQuery | None = None) -> set[PictureId]:
    return {one.picture.id for one in browsing.pictures(desk, query or PictureQuery())}


def test_every_use_is_told_with_its_state_date_and_page(
    desk: Desk, old: PictureId, tmp_path: Path
) -> None:
    draft = write(desk, None, f'![Ice](picture:{old} "The river.")\n')
    printed = write(desk, old, slug="bridges")
    publish(desk, printed, tmp_path)
    write(desk, None)
    first, second = using.places_used(desk, old)
    assert (first.article, first.state, first.now) == (printed, State.PUBLISHED, True)
    assert first.page == "news/2026/04/14/bridges/"
    assert (tmp_path / first.page / "index.html").exists()
    assert first.ran == browsing.decisions(desk, printed)[-1].time
    assert (second.article, second.state, second.ran) == (draft, State.DRAFT, None)


def test_a_page_that_readers_still_see_counts_when_the_draft_has_moved_on(
    desk: Desk, old: PictureId, new: PictureId, tmp_path: Path
) -> None:
    article = write(desk, old)
    publish(desk, article, tmp_path)
    content = browsing.story(desk, article).content
    drafting.save_draft(desk, article, replace(content, lead=a_figure(new)))
    (place,) = using.places_used(desk, old)
    assert (place.article, place.now, place.state) == (article, False, State.STALE)
    assert place.ran is not None
    assert using.put_pictures_in_bin(desk, [old]).pictures == ()
    publish(desk, article, tmp_path)
    assert using.places_used(desk, old) == ()


def test_what_must_change_is_listed_by_picture(desk: Desk, old: PictureId, new: PictureId) -> None:
    article = write(desk, old)
    found = using.pages_to_change(desk, [old, new])
    assert {picture: [one.article for one in at] for picture, at in found.items()} == {
        old: [article]
    }


def test_a_picture_whose_rights_end_lists_its_pages(
    desk: Desk, old: PictureId, new: PictureId
) -> None:
    article = write(desk, old)
    write(desk, new)
    for name, ends in ((old, "2026-06-30"), (new, "2026-07-15")):
        record = browsing.picture(desk, name).record
        lent = replace(record, rights=RightsPeriod(ends=ends))
        illustrating.edit_record(desk, name, lent)
    assert using.pages_of_ending_rights(desk, "2026-06-29") == {}
    found = using.pages_of_ending_rights(desk, "2026-06-30")
    assert {picture: [one.article for one in at] for picture, at in found.items()} == {
        old: [article]
    }


def test_a_picture_is_replaced_everywhere_in_one_deed(
    desk: Desk, old: PictureId, new: PictureId, tmp_path: Path
) -> None:
    draft = write(desk, None, f'Before.\n\n![Ice](picture:{old} "The river.")\n\nAfter.\n')
    printed = write(desk, old)
    publish(desk, printed, tmp_path)
    versions = len(browsing.revisions(desk, printed))
    done = using.replace_everywhere(desk, old, new)
    assert set(done.articles) == {draft, printed}
    assert done.revised == done.stale == (printed,)
    assert {draft, printed} <= done.changes.articles
    assert browsing.summary(desk, printed).state is State.STALE
    assert len(browsing.revisions(desk, printed)) == versions + 1
    lead = browsing.story(desk, printed).content.lead
    assert lead == replace(a_figure(new))
    assert browsing.story(desk, draft).content.body == (
        f'Before.\n\n![Ice](picture:{new} "The river.")\n\nAfter.\n'
    )
    assert browsing.revisions(desk, draft) == ()
    assert [one.article for one in using.places_used(desk, old)] == [printed]
    publish(desk, printed, tmp_path)
    assert using.places_used(desk, old) == ()


def test_half_written_words_are_not_saved_as_a_version(
    desk: Desk, old: PictureId, new: PictureId
) -> None:
    article = write(desk, old)
    reviewing.submit(desk, article)
    content = browsing.story(desk, article).content
    drafting.save_draft(desk, article, replace(content, headline="Half a"))
    versions = browsing.revisions(desk, article)
    done = using.replace_everywhere(desk, old, new)
    assert (done.articles, done.revised) == ((article,), ())
    assert browsing.revisions(desk, article) == versions
    story = browsing.story(desk, article)
    assert story.content.headline == "Half a"
    assert story.content.lead == a_figure(new)


def test_replacing_by_itself_or_by_nothing_changes_nothing(desk: Desk, old: PictureId) -> None:
    write(desk, old)
    assert using.replace_everywhere(desk, old, old).articles == ()
    with pytest.raises(NotFound):
        using.replace_everywhere(desk, old, PictureId("0" * 20))


def test_a_used_picture_is_refused_with_where_it_stands(
    desk: Desk, old: PictureId, new: PictureId
) -> None:
    for _ in range(5):
        write(desk, old)
    binned = using.put_pictures_in_bin(desk, [old, new])
    assert binned.pictures == (new,)
    (refused,) = binned.refused
    assert refused.message == (
        "“old.jpg” is used in “Snowmelt closes two bridges”, “Snowmelt closes two bridges”, "
        "“Snowmelt closes two bridges” and 2 more, so it cannot go to the bin."
    )
    assert listed(desk) == {old}
    assert listed(desk, PictureQuery(binned=True)) == {new}


def test_what_lies_in_the_bin_comes_back_by_hand_by_its_file_and_by_being_used(
    desk: Desk, new: PictureId
) -> None:
    def bin_it() -> None:
        assert using.put_pictures_in_bin(desk, [new]).pictures == (new,)
        assert listed(desk) == set()

    bin_it()
    assert using.restore_pictures(desk, [new]).pictures == {new}
    assert not using.restore_pictures(desk, [new])
    assert listed(desk) == {new}
    bin_it()
    assert add(desk, "again.jpg", 500) == new
    assert listed(desk) == {new}
    bin_it()
    keeping.rebuild(desk)
    assert listed(desk) == set()
    write(desk, new)
    assert listed(desk) == {new}


def test_a_replacement_is_taken_back_where_nothing_was_changed_since(
    desk: Desk, old: PictureId, new: PictureId, tmp_path: Path
) -> None:
    both = write(desk, old, f'![Ice](picture:{new} "The river.")\n')
    printed, moved = write(desk, old), write(desk, old)
    publish(desk, printed, tmp_path)
    before = browsing.story(desk, both).content
    done = using.replace_everywhere(desk, old, new)
    later = browsing.story(desk, moved).content
    drafting.save_draft(desk, moved, replace(later, headline="Changed since"))
    back = using.take_back(desk, done)
    assert (set(back.articles), back.kept) == ({both, printed}, (moved,))
    assert browsing.story(desk, both).content == before
    assert browsing.summary(desk, printed).state is State.PUBLISHED
    assert [one.article for one in illustrating.where_used(desk, new)].count(moved) == 1
