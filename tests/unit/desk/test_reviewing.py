"""An approval means exactly these words, by somebody who may give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsroom.desk import browsing, drafting, illustrating, people, publishing, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.article import Content
from newsroom.domain.comparison import Change
from newsroom.domain.document import Figure
from newsroom.domain.errors import Refused, Unavailable
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.workflow import State, Verdict
from tests.support.images import encoded, scene
from tests.support.rooms import Rooms, a_member_key

WORDS = Content(
    headline="Ice leaves the bay",
    standfirst="Three weeks early",
    section="news",
    language="en",
    place="Balqash",
    byline="Aigerim",
    body="The bay was clear on Monday.\n\nBoats left at *noon*.\n",
)


def written(desk: Desk, content: Content = WORDS) -> ArticleId:
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, content)
    return article


def illustrated(desk: Desk, credit: str = "Saule Omar") -> tuple[ArticleId, PictureId]:
    picture = illustrating.add_picture_bytes(
        desk, encoded(scene(900, 600)), "ice.jpg", {"credit": credit}
    ).picture.id
    lead = Figure(picture, "Ice floes on a lake", "The last ice")
    return written(desk, replace(WORDS, lead=lead)), picture


def approved(desk: Desk, article: ArticleId) -> ArticleId:
    reviewing.submit(desk, article)
    reviewing.approve(desk, article)
    return article


def state(desk: Desk, article: ArticleId) -> State:
    return browsing.summary(desk, article).state


def test_a_submission_dates_the_story_and_makes_a_revision(desk: Desk) -> None:
    article = written(desk)
    reviewing.submit(desk, article)
    assert state(desk, article) is State.IN_REVIEW
    assert browsing.story(desk, article).content.published is not None
    assert [one.number for one in browsing.revisions(desk, article)] == [1]


CHANGES: list[Callable[[Content], Content]] = [
    lambda content: replace(content, headline="Ice leaves the bay early"),
    lambda content: replace(content, standfirst=""),
    lambda content: replace(content, body=content.body.replace("*noon*", "noon")),
    lambda content: replace(content, byline="Marat"),
    lambda content: replace(content, lead=replace(content.lead or Figure(PictureId("")), alt="")),
    lambda content: replace(
        content, lead=replace(content.lead or Figure(PictureId("")), caption="The first ice")
    ),
]


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_words_makes_the_approval_stale(
    desk: Desk, change: Callable[[Content], Content]
) -> None:
    article, _ = illustrated(desk)
    approved(desk, article)
    content = browsing.story(desk, article).content
    drafting.save_draft(desk, article, change(content))
    assert state(desk, article) is State.STALE
    drafting.save_draft(desk, article, content)
    assert state(desk, article) is State.APPROVED


def test_a_changed_credit_makes_the_approval_stale(desk: Desk) -> None:
    article, picture = illustrated(desk)
    approved(desk, article)
    record = browsing.picture(desk, picture).record
    illustrating.edit_record(desk, picture, replace(record, credit="Another"))
    assert state(desk, article) is State.STALE


def test_a_house_of_one_may_approve_its_own_and_says_so(desk: Desk) -> None:
    article = approved(desk, written(desk))
    assert browsing.decisions(desk, article)[-1].own


def test_in_a_house_of_two_nobody_approves_their_own(desk: Desk) -> None:
    article = written(desk)
    reviewing.submit(desk, article)
    people.add_member(desk, "Marat", a_member_key())
    with pytest.raises(Refused, match="You wrote this story"):
        reviewing.approve(desk, article)
    assert state(desk, article) is State.IN_REVIEW


def test_what_the_house_requires_blocks_approval_and_nothing_else_does(desk: Desk) -> None:
    article, picture = illustrated(desk, credit="")
    reviewing.submit(desk, article)
    with pytest.raises(Refused) as refused:
        reviewing.approve(desk, article)
    assert [finding.rule for finding in refused.value.findings] == ["credit-missing"]
    record = browsing.picture(desk, picture).record
    illustrating.edit_record(desk, picture, replace(record, credit="Saule Omar"))
    reviewing.approve(desk, article)
    assert state(desk, article) is State.APPROVED


def test_the_same_words_are_not_submitted_twice(desk: Desk) -> None:
    article = written(desk)
    reviewing.submit(desk, article)
    with pytest.raises(Refused, match="in review already"):
        reviewing.submit(desk, article)
    reviewing.approve(desk, article)
    with pytest.raises(Refused, match="approved already"):
        reviewing.submit(desk, article)


def test_a_story_that_nobody_submitted_is_not_decided_on(desk: Desk) -> None:
    article = written(desk)
    with pytest.raises(Refused, match="not in review"):
        reviewing.approve(desk, article)
    with pytest.raises(Refused, match="not in review"):
        reviewing.return_with_note(desk, article, "Why?")


def test_a_story_goes_back_only_with_a_note(desk: Desk) -> None:
    article = written(desk)
    reviewing.submit(desk, article)
    with pytest.raises(Refused, match="with a note"):
        reviewing.return_with_note(desk, article, "  ")
    reviewing.return_with_note(desk, article, "Who saw it?")
    last = browsing.decisions(desk, article)[-1]
    assert (last.verdict, last.note) == (Verdict.RETURNED, "Who saw it?")
    assert state(desk, article) is State.RETURNED


def test_an_approval_binds_what_was_submitted_not_what_was_typed_since(desk: Desk) -> None:
    article = written(desk)
    reviewing.submit(desk, article)
    content = browsing.story(desk, article).content
    drafting.save_draft(desk, article, replace(content, headline="Something else"))
    reviewing.approve(desk, article)
    assert state(desk, article) is State.STALE
    with pytest.raises(Refused, match="stale"):
        publishing.export(desk, [article], desk.library.folder.parent / "site")


def test_a_review_shows_the_credit_as_it_was_when_it_was_approved(desk: Desk) -> None:
    article, picture = illustrated(desk)
    approved(desk, article)
    record = browsing.picture(desk, picture).record
    illustrating.edit_record(desk, picture, replace(record, credit="Marat Seitkali"))
    shown = reviewing.review(desk, article)
    credit = next(one for one in shown.comparison.passages if one.label == "Credit")
    before = "".join(one.text for one in credit.pieces if one.change is not Change.ADDED)
    after = "".join(one.text for one in credit.pieces if one.change is not Change.REMOVED)
    assert (before, after) == ("Saule Omar", "Marat Seitkali")
    assert shown.obstacle


def test_without_the_key_nothing_is_signed_and_the_draft_stays(rooms: Rooms) -> None:
    desk = rooms.begin()
    article = written(desk)
    for key in (rooms.folder / "keys").iterdir():
        key.unlink()
    reopened = rooms.reopen()
    with pytest.raises(Unavailable):
        reviewing.submit(reopened, article)
    assert browsing.story(reopened, article).content.headline == WORDS.headline
    assert browsing.revisions(reopened, article) == ()
