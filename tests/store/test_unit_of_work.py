"""A unit of work happens whole or not at all."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy.exc import DBAPIError

from newsroom.domain.changes import Changes
from newsroom.domain.entry import SignedEntry
from newsroom.domain.errors import NotFound, Refused
from newsroom.domain.ids import ArticleId, EntryId
from newsroom.domain.summary import ArticleQuery
from newsroom.store.folder import FILE
from newsroom.store.library import Library
from tests.support.ledger import (
    at,
    body_with,
    member_entry,
    picture_entry,
    read_body,
    revision_entry,
    signed,
)
from tests.support.stories import AN_ARTICLE, a_content, a_picture


def test_what_is_not_committed_has_not_happened(library: Library) -> None:
    with library.writing() as work:
        work.save_draft(AN_ARTICLE, a_content(), at(0))
        work.add(member_entry())
        work.remember("open", "here")
        assert work.count(ArticleQuery()) == 1
    with library.reading() as view:
        assert view.count(ArticleQuery()) == 0
        assert view.members() == ()
        assert view.remembered("open") is None
        assert list(view.entries()) == []


def test_what_goes_wrong_is_told_without_the_words_that_were_written(library: Library) -> None:
    with closing(sqlite3.connect(library.folder / FILE)) as other:
        other.execute("ALTER TABLE local_state RENAME COLUMN value TO words")
    with library.writing() as work, pytest.raises(DBAPIError) as error:
        work.remember("note", "The minister lied.")
    assert "no column named value" in str(error.value)
    assert "minister" not in str(error.value)


def test_an_exception_rolls_back_and_frees_the_lane(library: Library) -> None:
    def save_and_fail() -> None:
        with library.writing() as work:
            work.save_draft(AN_ARTICLE, a_content(), at(0))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_and_fail()
    with library.writing() as work:
        assert work.count(ArticleQuery()) == 0
        work.save_draft(AN_ARTICLE, a_content(), at(1))
        work.commit()
    with library.reading() as view:
        assert view.saved_at(AN_ARTICLE) == at(1)


def test_what_follows_a_commit_needs_its_own(library: Library) -> None:
    with library.writing() as work:
        work.remember("a", "kept")
        work.commit()
        work.remember("a", "lost")
    with library.reading() as view:
        assert view.remembered("a") == "kept"


def test_a_second_unit_in_the_same_thread_is_a_bug_and_does_not_hang(library: Library) -> None:
    with library.writing(), pytest.raises(RuntimeError, match="already open"), library.writing():
        pass


def test_a_second_thread_waits_for_the_lane(library: Library) -> None:
    entered = threading.Event()

    def write() -> None:
        with library.writing() as work:
            entered.set()
            work.remember("order", (work.remembered("order") or "") + "second")
            work.commit()

    other = threading.Thread(target=write)
    with library.writing() as work:
        other.start()
        work.remember("order", "first ")
        assert not entered.is_set()
        work.commit()
    other.join()
    with library.reading() as view:
        assert view.remembered("order") == "first second"


def test_a_reader_sees_one_moment(library: Library) -> None:
    with library.reading() as view:
        assert view.remembered("a") is None
        with library.writing() as work:
            work.remember("a", "b")
            work.commit()
        assert view.remembered("a") is None
    with library.reading() as view:
        assert view.remembered("a") == "b"


def test_an_entry_is_kept_to_the_byte(library: Library) -> None:
    entry = revision_entry(AN_ARTICLE, a_content(headline="Ыстық күн 🌞"), 3)
    kept = SignedEntry(entry.entry, entry.id, bytes(range(64)))
    with library.writing() as work:
        work.add(kept)
        work.commit()
    with library.reading() as view:
        assert list(view.entries()) == [kept]


def test_the_same_entry_twice_changes_nothing(library: Library) -> None:
    entry = revision_entry(AN_ARTICLE)
    with library.writing() as work:
        assert work.add(entry) == Changes(articles=frozenset({AN_ARTICLE}))
        assert work.add(entry) == Changes()
        assert len(list(work.entries())) == 1
        assert len(work.revisions(AN_ARTICLE)) == 1


def test_an_entry_under_a_false_name_is_refused(library: Library) -> None:
    entry = member_entry()
    false = SignedEntry(entry.entry, EntryId("0" * 64), entry.signature)
    with library.writing() as work, pytest.raises(Refused):
        work.add(false)


def test_changes_name_what_moved(library: Library) -> None:
    picture = a_picture()
    content = a_content(body=body_with(picture))
    with library.writing() as work:
        assert work.add(picture_entry(picture)) == Changes(pictures=frozenset({picture.id}))
        assert work.save_draft(AN_ARTICLE, content, at(1)) == Changes(
            articles=frozenset({AN_ARTICLE}), pictures=frozenset({picture.id})
        )
        assert work.save_draft(AN_ARTICLE, content, at(2)) == Changes(
            articles=frozenset({AN_ARTICLE})
        )
        assert work.add(picture_entry(a_picture(credit="Somebody else"), 3)) == Changes(
            articles=frozenset({AN_ARTICLE}), pictures=frozenset({picture.id})
        )
        assert work.add(member_entry()) == Changes(members=True)
        assert work.add(signed("horoscope", {"sign": "leo"})) == Changes()


def test_dropping_a_draft_goes_back_to_the_revision(library: Library) -> None:
    with library.writing() as work:
        work.add(revision_entry(AN_ARTICLE, a_content(headline="Saved"), 1))
        work.save_draft(AN_ARTICLE, a_content(headline="Typed"), at(2))
        assert work.content(AN_ARTICLE).headline == "Typed"
        assert work.drop_draft(AN_ARTICLE) == Changes(articles=frozenset({AN_ARTICLE}))
        assert work.summary(AN_ARTICLE).headline == "Saved"
        assert work.saved_at(AN_ARTICLE) == at(1)
        assert work.drop_draft(AN_ARTICLE) == Changes()


def test_dropping_the_only_draft_removes_the_article(library: Library) -> None:
    with library.writing() as work:
        work.save_draft(AN_ARTICLE, a_content(body=body_with(a_picture())), at(0))
        work.settle()
        work.drop_draft(AN_ARTICLE)
        work.commit()
    with library.reading() as view:
        assert view.articles(ArticleQuery()) == ()
        assert view.articles(ArticleQuery(search="bridges")) == ()
        assert view.uses(a_picture().id) == ()
        with pytest.raises(NotFound):
            view.content(AN_ARTICLE)


def test_text_that_is_no_unicode_is_still_saved(library: Library) -> None:
    with library.writing() as work:
        work.save_draft(AN_ARTICLE, a_content(headline="Half \ud83c a sun", body="ok\x00"), at(0))
        work.commit()
    with library.reading() as view:
        assert view.content(AN_ARTICLE).headline == "Half ? a sun"
        assert view.content(AN_ARTICLE).body == "ok\x00"


def test_a_closed_and_opened_library_holds_everything(library: Library) -> None:
    other = ArticleId("f" * 20)
    with library.writing() as work:
        work.save_draft(AN_ARTICLE, a_content(), at(0))
        work.add(revision_entry(other))
        work.commit()
    library.close()
    with Library.open(library.folder, read_body) as again, again.reading() as view:
        assert {one.id for one in view.articles(ArticleQuery())} == {AN_ARTICLE, other}
