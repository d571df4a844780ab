"""What lists and screens are told, through the life of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.domain.entry import EntryKind
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId, EntryId
from newsroom.domain.member import Member, Role
from newsroom.domain.summary import ArticleQuery, PictureQuery
from newsroom.domain.workflow import State, Verdict
from newsroom.store.library import Library
from tests.support.ledger import (
    EDITOR,
    WRITER,
    add_all,
    at,
    body_with,
    decision_entry,
    decision_now,
    house_entry,
    member_entry,
    newsroom_entry,
    picture_entry,
    revision_entry,
    signed,
)
from tests.support.stories import (
    AN_ARTICLE,
    MISSING_PICTURE,
    a_content,
    a_figure,
    a_house,
    a_picture,
)

OTHER = ArticleId("ff" * 10)


def test_an_empty_library_says_that_it_is_empty(library: Library) -> None:
    with library.reading() as view:
        assert view.articles(ArticleQuery()) == ()
        assert view.pictures(PictureQuery()) == ()
        assert view.members() == ()
        for question in (view.newsroom_id, view.house):
            with pytest.raises(NotFound) as caught:
                question()
            assert caught.value.hint
        for ask in (view.summary, view.content, view.story, view.saved_at):
            with pytest.raises(NotFound):
                ask(AN_ARTICLE)
        with pytest.raises(NotFound):
            view.picture(MISSING_PICTURE)
        with pytest.raises(NotFound):
            view.revision_story(EntryId("0" * 64))


def test_the_house_and_its_people(library: Library) -> None:
    first = newsroom_entry(0)
    house = a_house(share=12)
    add_all(
        library,
        [
            newsroom_entry(5, "A later one"),
            first,
            house_entry(house, 9),
            house_entry(a_house(), 8),
            member_entry(WRITER, "Zarina", [Role.REPORTER], 3),
            member_entry(EDITOR, "Aigerim", [Role.EDITOR, "astrologer"], 1),
            member_entry(WRITER, "Old name", [], 2),
        ],
    )
    with library.reading() as view:
        assert view.newsroom_id() == first.id
        assert view.house() == house
        assert view.members() == (
            Member(EDITOR, "Aigerim", frozenset({Role.EDITOR})),
            Member(WRITER, "Zarina", frozenset({Role.REPORTER})),
        )


def test_a_draft_stands_before_any_revision(library: Library) -> None:
    content = a_content(body="One two three.\n")
    with library.writing() as work:
        work.save_draft(AN_ARTICLE, content, at(4))
        summary = work.summary(AN_ARTICLE)
        assert work.articles(ArticleQuery()) == (summary,)
    assert (summary.headline, summary.section, summary.place, summary.byline) == (
        content.headline, content.section, content.place, content.byline,
    )  # fmt: skip
    assert summary.published == content.published
    assert summary.state is State.DRAFT
    assert (summary.words, summary.minutes, summary.revision) == (3, 1, 0)
    assert summary.changed == at(4)


def test_states_follow_decisions_and_words(library: Library) -> None:
    seen = []
    with library.writing() as work:
        work.add(picture_entry(a_picture()))
        work.add(revision_entry(AN_ARTICLE, a_content(body=body_with(a_picture())), 1))
        for minute, verdict in enumerate(
            (Verdict.SUBMITTED, Verdict.RETURNED, Verdict.APPROVED, Verdict.PUBLISHED), start=2
        ):
            work.add(decision_now(work, AN_ARTICLE, verdict, minute))
            seen.append(work.summary(AN_ARTICLE).state)
        assert work.summary(AN_ARTICLE).changed == at(5)
        changed = a_content(body=body_with(a_picture(), text="Other words."))
        work.save_draft(AN_ARTICLE, changed, at(6))
        seen.append(work.summary(AN_ARTICLE).state)
        work.drop_draft(AN_ARTICLE)
        seen.append(work.summary(AN_ARTICLE).state)
    assert seen == [
        State.IN_REVIEW, State.RETURNED, State.APPROVED, State.PUBLISHED, State.STALE,
        State.PUBLISHED,
    ]  # fmt: skip


def test_an_edited_credit_makes_every_approval_that_bound_it_stale(library: Library) -> None:
    picture = a_picture()
    with library.writing() as work:
        work.add(picture_entry(picture))
        for article in (AN_ARTICLE, OTHER):
            work.add(revision_entry(article, a_content(body=body_with(picture)), 1))
            work.add(decision_now(work, article, Verdict.APPROVED, 2))
        assert work.count(ArticleQuery(states=frozenset({State.APPROVED}))) == 2
        work.add(picture_entry(a_picture(credit="Another hand"), 3))
        assert work.count(ArticleQuery(states=frozenset({State.STALE}))) == 2
        work.add(picture_entry(picture, 4))
        assert work.count(ArticleQuery(states=frozenset({State.APPROVED}))) == 2


def test_missing_credits_count_pictures_once_and_those_not_arrived(library: Library) -> None:
    bare = a_picture("bare.jpg", credit="  ")
    body = body_with(bare, bare, a_picture(), MISSING_PICTURE)
    content = a_content(body=body, lead=a_figure(bare))
    with library.writing() as work:
        work.add(picture_entry(bare))
        work.add(picture_entry(a_picture()))
        work.save_draft(AN_ARTICLE, content, at(1))
        assert work.summary(AN_ARTICLE).missing_credits == 2
        work.add(picture_entry(a_picture("bare.jpg"), 2))
        assert work.summary(AN_ARTICLE).missing_credits == 1


def test_articles_are_listed_newest_change_first_in_pages(library: Library) -> None:
    names = [ArticleId(f"{number:020x}") for number in range(5)]
    with library.writing() as work:
        for number, article in enumerate(names):
            work.save_draft(article, a_content(), at(number % 3))
        listed = [one.id for one in work.articles(ArticleQuery())]
        assert listed == [names[2], names[4], names[1], names[3], names[0]]
        page = work.articles(ArticleQuery(limit=2, offset=1))
        assert [one.id for one in page] == listed[1:3]
        assert work.count(ArticleQuery(limit=2, offset=1)) == 5
        assert work.article_ids("0000000000000000000") == names
        assert work.article_ids(names[3]) == [names[3]]
        assert work.article_ids("%") == []


def test_revisions_are_numbered_by_time_however_they_arrive(library: Library) -> None:
    first = revision_entry(AN_ARTICLE, a_content(headline="First"), 1)
    second = revision_entry(AN_ARTICLE, a_content(headline="Second"), 2, [first.id])
    add_all(library, [second, first])
    with library.reading() as view:
        revisions = view.revisions(AN_ARTICLE)
        assert [(one.number, one.id, one.content.headline) for one in revisions] == [
            (1, first.id, "First"),
            (2, second.id, "Second"),
        ]
        assert revisions[1].parents == (first.id,)
        assert (revisions[0].author, revisions[0].time) == (WRITER, at(1))
        assert view.summary(AN_ARTICLE).revision == 2
        assert view.content(AN_ARTICLE).headline == "Second"
        assert view.revision_story(first.id).content.headline == "First"


def test_a_story_comes_with_its_pictures_and_without_others(library: Library) -> None:
    used, lead, unused = (a_picture(name) for name in ("used.jpg", "lead.jpg", "unused.jpg"))
    content = a_content(body=body_with(used, MISSING_PICTURE), lead=a_figure(lead))
    add_all(library, [picture_entry(one) for one in (used, lead, unused)])
    add_all(library, [revision_entry(AN_ARTICLE, content, 1)])
    with library.reading() as view:
        story = view.story(AN_ARTICLE)
    assert story.content == content
    assert dict(story.pictures) == {used.id: used, lead.id: lead}
    assert [figure.picture for figure in story.figures] == [lead.id, used.id, MISSING_PICTURE]


def test_decisions_come_whole_and_oldest_first(library: Library) -> None:
    returned = decision_entry(AN_ARTICLE, Verdict.RETURNED, minute=2, note="Check the date")
    approved = decision_entry(AN_ARTICLE, Verdict.APPROVED, minute=3, own=True)
    add_all(library, [approved, returned])
    with library.reading() as view:
        decisions = view.decisions(AN_ARTICLE)
    assert [(one.id, one.verdict, one.note, one.own, one.by) for one in decisions] == [
        (returned.id, Verdict.RETURNED, "Check the date", False, EDITOR),
        (approved.id, Verdict.APPROVED, "", True, EDITOR),
    ]


def test_a_picture_is_its_newest_record_and_remembers_the_others(library: Library) -> None:
    old, new = a_picture(credit="Old"), a_picture(credit="New")
    add_all(library, [picture_entry(new, 2), picture_entry(old, 1)])
    with library.reading() as view:
        assert view.picture(old.id) == new
        history = view.picture_history(old.id)
        assert [(one.picture, one.time) for one in history] == [(old, at(1)), (new, at(2))]
        (summary,) = view.pictures(PictureQuery())
        assert (summary.picture, summary.added, summary.uses) == (new, at(1), 0)
        assert view.picture_ids(old.id[:6]) == [old.id]


def test_where_a_picture_is_used(library: Library) -> None:
    picture = a_picture()
    with library.writing() as work:
        work.add(picture_entry(picture))
        work.save_draft(AN_ARTICLE, a_content(body=body_with(picture, picture)), at(1))
        work.save_draft(OTHER, a_content(headline="Other", lead=a_figure(picture)), at(2))
        uses = work.uses(picture.id)
        assert [(one.article, one.headline, one.state) for one in uses] == [
            (OTHER, "Other", State.DRAFT),
            (AN_ARTICLE, a_content().headline, State.DRAFT),
        ]
        assert work.pictures(PictureQuery())[0].uses == 2
        work.save_draft(OTHER, a_content(lead=None), at(3))
        assert [one.article for one in work.uses(picture.id)] == [AN_ARTICLE]


def test_pictures_are_found_by_filters_and_words(library: Library) -> None:
    bare = a_picture("bare.jpg", credit="", creator=(), source="", copyright="", caption="")
    river = a_picture("river.jpg", credit="Ерлан Сәрсен / Ёлки")
    used = a_picture("used.jpg", caption="A 100% match_", alt="")
    add_all(library, [picture_entry(one, n) for n, one in enumerate((bare, river, used))])
    with library.writing() as work:
        work.save_draft(AN_ARTICLE, a_content(body=body_with(used)), at(9))
        work.commit()

    def names(**query: object) -> list[str]:
        with library.reading() as view:
            found = view.pictures(replace(PictureQuery(), **query))
        return [one.picture.file_name for one in found]

    assert names() == ["used.jpg", "river.jpg", "bare.jpg"]
    assert names(missing_credit=True) == ["bare.jpg"]
    assert names(unused=True) == ["river.jpg", "bare.jpg"]
    assert names(search="елки САРСЕН") == []
    assert names(search="елки сәрсен") == ["river.jpg"]
    assert names(search="100%") == ["used.jpg"]
    assert names(search="' OR 1=1 --") == []


def test_entries_that_cannot_be_read_are_kept_and_do_no_harm(library: Library) -> None:
    picture = a_picture()
    form = dict(picture_entry(picture).entry.body)
    strange = [
        signed("horoscope", {"sign": "leo"}),
        signed(EntryKind.NOTE, {"article": AN_ARTICLE, "text": "Later versions read this"}),
        signed(EntryKind.MEMBER, {"id": 7, "name": None}),
        signed(EntryKind.HOUSE, {"house": "a string"}),
        signed(EntryKind.REVISION, {"article": AN_ARTICLE}),
        signed(EntryKind.REVISION, {"article": AN_ARTICLE, "content": {"body": []}}, time="soon"),
        signed(EntryKind.REVISION, {"article": "", "content": {}}),
        signed(EntryKind.PICTURE, {**form, "picture": "f" * 20}),
        signed(EntryKind.PICTURE, {**form, "sha256": "../../etc/passwd"}),
        signed(EntryKind.PICTURE, {**form, "width": True}),
        signed(EntryKind.PICTURE, {**form, "record": []}),
        signed(EntryKind.DECISION, {"article": AN_ARTICLE, "verdict": "approved"}),
        decision_entry(AN_ARTICLE, "applauded", minute=99),
        decision_entry(OTHER, Verdict.APPROVED),
        signed(EntryKind.MEMBER, {"id": WRITER, "name": "Early"}, time="0001-01-01T00:00+23:59"),
    ]
    add_all(library, strange)
    add_all(library, [revision_entry(AN_ARTICLE, minute=1)])
    library.rebuild()
    with library.reading() as view:
        assert [one.id for one in view.entries()][: len(strange)] == [one.id for one in strange]
        assert [one.id for one in view.articles(ArticleQuery())] == [AN_ARTICLE]
        assert view.summary(AN_ARTICLE).state is State.DRAFT
        assert view.pictures(PictureQuery()) == ()
        assert view.members() == ()


def test_a_revision_with_odd_fields_is_shown_as_far_as_it_goes(library: Library) -> None:
    content = {"headline": "Read me", "tags": "no list", "lead": {"picture": 5}, "published": "x"}
    entry = signed(EntryKind.REVISION, {"article": AN_ARTICLE, "content": content, "parents": 3})
    add_all(library, [entry])
    with library.reading() as view:
        assert view.summary(AN_ARTICLE).headline == "Read me"
        assert view.content(AN_ARTICLE).tags == ()
        assert view.revisions(AN_ARTICLE)[0].parents == ()


def test_times_with_other_offsets_sort_by_the_moment(library: Library) -> None:
    content = {"headline": "Earlier"}
    entry = signed(
        EntryKind.REVISION,
        {"article": AN_ARTICLE, "content": content, "parents": []},
        time="2026-04-14T11:00:30+05:00",
    )
    add_all(library, [entry, revision_entry(AN_ARTICLE, a_content(headline="Later"), 1)])
    with library.reading() as view:
        assert [one.content.headline for one in view.revisions(AN_ARTICLE)] == ["Earlier", "Later"]
