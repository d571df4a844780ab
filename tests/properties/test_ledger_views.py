"""The views do not depend on the order in which entries arrive, nor on how they were built."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Content
from newsroom.domain.entry import EntryKind, SignedEntry
from newsroom.domain.ids import ArticleId, MemberId
from newsroom.domain.picture import CreditRecord
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.workflow import Verdict
from newsroom.store.folder import FILE
from newsroom.store.library import Library
from newsroom.store.models import KEPT
from tests.support.ledger import (
    at,
    body_with,
    decision_entry,
    dump,
    house_entry,
    member_entry,
    newsroom_entry,
    picture_entry,
    read_body,
    revision_entry,
    signed,
)
from tests.support.stories import a_figure, a_house, a_picture

ARTICLES = [ArticleId(digit * 20) for digit in "123"]
PICTURES = [a_picture(f"{name}.jpg") for name in "xyz"]
# Few minutes, so that entries often share one and only their ids tell them apart.
MINUTES = st.integers(0, 4)
WORDS = st.lists(
    st.sampled_from(["bridge", "bridges", "Ёлка", "ёлки", "көпір", "ice", "🌊", "—"]), max_size=4
).map(" ".join)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    shown = draw(st.lists(st.sampled_from(PICTURES), max_size=3))
    lead = draw(st.none() | st.sampled_from(PICTURES))
    return Content(
        headline=draw(WORDS),
        tags=tuple(draw(st.lists(WORDS, max_size=2))),
        lead=a_figure(lead) if lead else None,
        body=body_with(*shown, text=draw(WORDS) or "Words."),
    )


@st.composite
def picture_entries(draw: st.DrawFn) -> SignedEntry:
    shown = draw(st.sampled_from(PICTURES))
    record = CreditRecord(credit=draw(st.sampled_from(["", "Aidar", "Ёлка фото"])))
    again = a_picture(shown.file_name, record=record)
    return picture_entry(again, draw(MINUTES))


STRANGE = st.builds(
    signed,
    st.sampled_from([*EntryKind, "of-tomorrow"]),
    st.dictionaries(
        st.sampled_from(["article", "content", "picture", "verdict", "id", "house", "record"]),
        st.none() | st.integers(0, 9) | st.sampled_from([*ARTICLES, "approved"]) | st.just({}),
    ),
    MINUTES,
)
LIKENESSES = st.builds(
    lambda pair, differ, minute: signed(
        EntryKind.LIKENESS, {"pictures": [one.id for one in pair], "differ": differ}, minute
    ),
    st.lists(st.sampled_from(PICTURES), max_size=3),
    st.booleans(),
    MINUTES,
)
ENTRIES = st.one_of(
    LIKENESSES,
    st.builds(revision_entry, st.sampled_from(ARTICLES), contents(), MINUTES),
    picture_entries(),
    st.builds(
        decision_entry,
        st.sampled_from(ARTICLES),
        st.sampled_from([*Verdict, "applauded"]),
        minute=MINUTES,
    ),
    st.builds(
        member_entry,
        st.sampled_from([MemberId("a" * 64), MemberId("b" * 64)]),
        WORDS,
        st.just(["editor"]),
        MINUTES,
    ),
    st.builds(lambda share, minute: house_entry(a_house(share=share), minute), MINUTES, MINUTES),
    st.builds(newsroom_entry, MINUTES, WORDS),
    STRANGE,
)
DRAFTS = st.dictionaries(st.sampled_from(ARTICLES), contents())


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Library]]:
    """Give two libraries, which an example empties before it uses them."""
    folder = tmp_path_factory.mktemp("ledger")
    with (
        Library.create(folder / "one", read_body) as one,
        Library.create(folder / "two", read_body) as two,
    ):
        yield one, two


def empty(library: Library) -> None:
    with closing(sqlite3.connect(library.folder / FILE)) as connection, connection:
        for table in KEPT:
            connection.execute(f"DELETE FROM {table.__tablename__}")
    library.rebuild()


def build(
    library: Library, steps: list[SignedEntry | ArticleId], drafts: dict[ArticleId, Content]
) -> None:
    """Take the steps in an emptied library: an entry, or the draft of an article."""
    empty(library)
    with library.writing() as work:
        for step in steps:
            if isinstance(step, SignedEntry):
                work.add(step)
            else:
                work.save_draft(step, drafts[step], at(3))
        work.commit()


@pytest.mark.timeout(600)
@settings(max_examples=50)
@given(data=st.data())
def test_any_order_gives_what_a_rebuild_gives(
    libraries: tuple[Library, Library], data: st.DataObject
) -> None:
    entries = data.draw(st.lists(ENTRIES, max_size=9), label="entries")
    drafts = data.draw(DRAFTS, label="drafts")
    steps: list[SignedEntry | ArticleId] = [*entries, *drafts]
    one_order = data.draw(st.permutations(steps), label="one order")
    twice = data.draw(st.permutations([*entries, *steps]), label="another, with repeats")
    for library, order in zip(libraries, (one_order, twice), strict=True):
        build(library, order, drafts)
    first, second = libraries
    built = dump(first)
    assert dump(second) == built
    first.rebuild()
    assert dump(first) == built
    kept = [{one.id for one in _entries(library)} for library in libraries]
    assert kept == [{one.id for one in entries}] * 2


def _entries(library: Library) -> list[SignedEntry]:
    with library.reading() as view:
        return list(view.entries())


TEXT = st.text(alphabet="abcsingeABC абвёйЁиыт қөһі'’\"*-—.,5🌊é", max_size=30)


@pytest.mark.timeout(600)
@settings(max_examples=50)
@given(headline=TEXT, body=TEXT, queries=st.lists(TEXT, max_size=6), pick=st.integers(0, 1000))
def test_a_text_is_found_alike_before_and_after_indexing(
    libraries: tuple[Library, Library], headline: str, body: str, queries: list[str], pick: int
) -> None:
    words = f"{headline} {body}".split()
    own = [words[pick % len(words)], words[pick % len(words)].upper()] if words else []
    with libraries[0].writing() as work:
        work.save_draft(ARTICLES[0], Content(headline=headline, body=body), at(0))
        asked = [ArticleQuery(search=query) for query in [*queries, *own]]
        typed = [work.count(query) for query in asked]
        work.settle()
        assert [work.count(query) for query in asked] == typed
        assert all(typed[len(queries) :])
