"""Lists of thousands: in every order, from any place on, searched, and each for few statements."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery, ArticleSummary, Sort
from newsroom.domain.workflow import State
from newsroom.store.library import Library
from newsroom.store.ordering import title_of
from newsroom.store.view import View
from tests.store.test_queries import statements
from tests.support.crowds import article_id, changed_at, content_of, crowd
from tests.support.ledger import read_body

CROWD = 1200
PAGE = 60
STATES = list(State)
EVERY = ArticleQuery()

ORDERS: dict[Sort, Callable[[ArticleSummary], object]] = {
    Sort.CHANGED: lambda one: (-one.changed.timestamp(),),
    Sort.HEADLINE: lambda one: (title_of(one.headline), one.id),
    Sort.PUBLISHED: lambda one: (-one.published.timestamp() if one.published else 0,),
    Sort.STATE: lambda one: (STATES.index(one.state), one.changed),
    Sort.SECTION: lambda one: (one.section, one.changed),
}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("crowd") / "library"
    with Library.create(folder, read_body) as library:
        crowd(library, CROWD)
        yield library


@pytest.fixture
def view(crowded: Library) -> Iterator[View]:
    with crowded.reading() as view:
        yield view


@pytest.mark.parametrize("sort", Sort)
def test_every_order_is_told_page_by_page_without_a_gap(view: View, sort: Sort) -> None:
    whole = view.articles(ArticleQuery(sort=sort))
    assert list(whole) == sorted(whole, key=ORDERS[sort])
    assert len({one.id for one in whole}) == CROWD
    pages = [
        one
        for offset in range(0, CROWD, 500)
        for one in view.articles(ArticleQuery(sort=sort, limit=500, offset=offset))
    ]
    assert pages == list(whole)


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("states", [{State.DRAFT}, {State.IN_REVIEW, State.APPROVED}])
def test_states_are_kept_to_in_every_order(view: View, sort: Sort, states: set[State]) -> None:
    query = ArticleQuery(states=frozenset(states), sort=sort)
    found = view.articles(query)
    assert found == tuple(
        one for one in view.articles(ArticleQuery(sort=sort)) if one.state in states
    )
    assert view.count(query) == len(found)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("said", range(CROWD)),
        ("s", range(CROWD)),
        ("ferry mayor", range(0, CROWD, 100)),
        ("erry", range(0, CROWD, 100)),
        ("n1199", [1199]),
        ("nowhere", []),
    ],
)
def test_a_search_tells_the_newest_first_in_every_order_and_from_any_place(
    view: View, words: str, numbers: range | list[int]
) -> None:
    newest = [article_id(number) for number in sorted(numbers, reverse=True)]
    query = ArticleQuery(words)
    assert [one.id for one in view.articles(query)] == newest
    assert view.count(query) == len(newest)
    page = view.articles(replace(query, limit=PAGE, offset=5))
    assert [one.id for one in page] == newest[5 : 5 + PAGE]
    for sort, key in ORDERS.items():
        found = view.articles(replace(query, sort=sort))
        assert list(found) == sorted(found, key=key)
        assert len(found) == len(newest)


def test_words_that_meet_at_an_edge_are_no_word(view: View) -> None:
    assert view.count(ArticleQuery("road")) > 0
    assert view.count(ArticleQuery("waterlevel")) == 0
    assert view.count(ArticleQuery("terlev")) == 0


def test_places_are_those_of_the_list(view: View) -> None:
    numbers = (CROWD - 1, 900, 3)
    wanted = [article_id(number) for number in numbers]
    query = ArticleQuery(limit=3, offset=77)
    assert view.places(query, wanted) == {article_id(n): CROWD - 1 - n for n in numbers}
    reviewed = ArticleQuery("said", states=frozenset({State.IN_REVIEW}))
    listed = [one.id for one in view.articles(reviewed)]
    assert view.places(reviewed, [*listed, wanted[0]]) == {
        one: number for number, one in enumerate(listed)
    }
    assert view.listed_ids(query) == tuple(one.id for one in view.articles(query))


@pytest.mark.parametrize("query", [EVERY, ArticleQuery("said"), ArticleQuery(sort=Sort.HEADLINE)])
def test_a_page_anywhere_in_thousands_costs_one_statement(view: View, query: ArticleQuery) -> None:
    view.members()
    for offset in (0, CROWD // 2, CROWD - PAGE):
        with statements(view) as seen:
            assert len(view.articles(replace(query, limit=PAGE, offset=offset))) == PAGE
        # A search first asks whether there are drafts that the index has not seen.
        assert len(seen) == (2 if query.search else 1)


def test_a_page_of_a_search_is_walked_to_not_sorted(view: View) -> None:
    with statements(view) as seen:
        view.articles(ArticleQuery("said", limit=PAGE))
    statement, values = seen[-1]
    plan = view._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    steps = [row[3] for row in plan]
    assert steps[0].startswith("SCAN search_index VIRTUAL TABLE")
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_drafts_not_indexed_yet_are_merged_into_every_page(crowded: Library) -> None:
    old, new = article_id(40), article_id(CROWD - 1)
    with crowded.writing() as work:
        late = replace(content_of(40), body="Glaciers, the mayor said.\n")
        work.save_draft(old, late, changed_at(CROWD))
        work.save_draft(new, replace(content_of(1), body="Nothing.\n"), changed_at(CROWD + 1))
        work.settle()
        work.save_draft(old, late, changed_at(CROWD + 2))
        wanted = [old, *(article_id(n) for n in reversed(range(CROWD - 1)) if n != 40)]
        found = [one.id for one in work.articles(ArticleQuery("said"))]
        assert found == wanted
        assert work.count(ArticleQuery("said")) == CROWD - 1
        assert _paged(work, 7, 70) == wanted[:70]
        assert work.articles(ArticleQuery("glacier"))[0].id == old


def _paged(view: View, size: int, most: int) -> list[ArticleId]:
    return [
        one.id
        for offset in range(0, most, size)
        for one in view.articles(ArticleQuery("said", limit=size, offset=offset))
    ]


def test_headlines_stand_as_the_alphabets_have_them() -> None:
    wanted = ["“Apple”", "äpple 2", "Zebra", "Абай", "Әбіш", "Бала", "Ғарыш", "Қала", "Үміт", "яма"]
    shuffled = random.Random(7).sample(wanted, len(wanted))
    assert sorted(shuffled, key=title_of) == wanted
    assert sorted(["", "яма"], key=title_of) == ["яма", ""]
