"""How much is asked of SQLite: a constant number of statements, each by an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event

from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.summary import ArticleQuery, PicturePlace, PictureQuery, PictureSort, Sort
from newsroom.domain.workflow import State, Verdict
from newsroom.store.library import Library
from newsroom.store.view import View
from tests.support.ledger import (
    at,
    body_with,
    decision_entry,
    member_entry,
    picture_entry,
    revision_entry,
)
from tests.support.stories import a_content, a_picture

FIRST = ArticleId(f"{0:020x}")

WAITING = frozenset({State.IN_REVIEW, State.STALE})

_MIDDLE = PicturePlace(at(6), PictureId("8" * 20))

QUESTIONS: dict[str, Callable[[View], object]] = {
    "articles": lambda view: view.articles(ArticleQuery()),
    "page of articles": lambda view: view.articles(ArticleQuery(limit=5)),
    "search": lambda view: view.articles(ArticleQuery(search="river night", limit=5)),
    "state": lambda view: view.articles(ArticleQuery(states=frozenset({State.DRAFT}), limit=5)),
    "count": lambda view: view.count(ArticleQuery()),
    "by headline": lambda view: view.articles(ArticleQuery(sort=Sort.HEADLINE, limit=5)),
    "by date": lambda view: view.articles(ArticleQuery(sort=Sort.PUBLISHED, limit=5)),
    "by state": lambda view: view.articles(ArticleQuery(sort=Sort.STATE, limit=5)),
    "by section": lambda view: view.articles(ArticleQuery(sort=Sort.SECTION, limit=5)),
    "states": lambda view: view.articles(ArticleQuery(states=WAITING, limit=5)),
    "states by headline": lambda view: view.articles(
        ArticleQuery(states=WAITING, sort=Sort.HEADLINE, limit=5)
    ),
    "bin": lambda view: view.articles(ArticleQuery(binned=True, limit=5)),
    "places": lambda view: view.places(ArticleQuery(), [FIRST]),
    "ids": lambda view: view.listed_ids(ArticleQuery(limit=5)),
    "members": lambda view: view.members(),
    "pictures": lambda view: view.pictures(PictureQuery()),
    "unused pictures": lambda view: view.pictures(PictureQuery(unused=True, search="pic")),
    "row of pictures": lambda view: view.pictures(PictureQuery(limit=5, offset=3)),
    "oldest pictures": lambda view: view.pictures(PictureQuery(limit=5, sort=PictureSort.OLDEST)),
    "pictures by rights": lambda view: view.pictures(PictureQuery(limit=5, sort=PictureSort.ENDS)),
    "pictures as taken": lambda view: view.pictures(PictureQuery(limit=5, sort=PictureSort.TAKEN)),
    "first taken": lambda view: view.pictures(
        PictureQuery(limit=5, offset=3, sort=PictureSort.FIRST_TAKEN)
    ),
    "picture places": lambda view: view.picture_places(PictureQuery(), [PictureId("8" * 20)]),
    "picture names": lambda view: view.listed_pictures(PictureQuery(limit=5)),
    "page of pictures": lambda view: view.pictures(PictureQuery(limit=5)),
    "next page of pictures": lambda view: view.pictures(PictureQuery(limit=5, after=_MIDDLE)),
    "pictures without credit": lambda view: view.pictures(
        PictureQuery(missing_credit=True, limit=5)
    ),
    "disputed pictures": lambda view: view.pictures(
        PictureQuery(disputed=True, limit=5, after=_MIDDLE)
    ),
    "rights that end": lambda view: view.pictures(PictureQuery(ends_by="2026-05-01", limit=5)),
    "count of pictures": lambda view: view.count_pictures(PictureQuery(unused=True)),
    "overrides": lambda view: view.overrides(FIRST),
    "uses": lambda view: view.uses(a_picture("pic0").id),
    "history": lambda view: view.picture_history(a_picture("pic0").id),
    "story": lambda view: view.story(FIRST),
    "revisions": lambda view: view.revisions(FIRST),
    "decisions": lambda view: view.decisions(FIRST),
    "summary": lambda view: view.summary(FIRST),
    "ids that begin so": lambda view: view.article_ids("0000"),
}


ORDERED = {
    "articles", "page of articles", "state", "by headline", "by date", "by state", "by section",
    "states", "states by headline", "bin", "ids", "page of pictures", "next page of pictures",
    "pictures without credit", "disputed pictures", "oldest pictures", "row of pictures",
    "picture names", "pictures by rights", "pictures as taken", "first taken",
}  # fmt: skip
"""The lists that come out of an index in their order, so that a page costs a page."""


def grow(library: Library, numbers: range) -> None:
    """Add articles that all use the same pictures, a revision and a decision each."""
    with library.writing() as work:
        for number in numbers:
            work.add(picture_entry(a_picture(f"pic{number}"), number))
            shown = [a_picture(f"pic{one}") for one in range(number + 1)]
            work.add(
                revision_entry(ArticleId(f"{number:020x}"), a_content(body=body_with(*shown)), 1)
            )
            work.add(revision_entry(FIRST, a_content(body=body_with(*shown)), number + 2))
            work.add(decision_entry(FIRST, Verdict.RETURNED, minute=number + 2))
            work.add(member_entry(name=f"{number}", minute=number))
        work.save_draft(FIRST, a_content(body=body_with(*shown)), at(99))
        work.commit()


@contextmanager
def statements(view: View) -> Iterator[list[tuple[str, Any]]]:
    """Collect the statements that a view runs, with their values."""
    seen: list[tuple[str, Any]] = []

    def note(
        _connection: Connection, _cursor: Any, statement: str, values: Any, *_rest: Any
    ) -> None:
        seen.append((statement, values))

    event.listen(view._connection, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(view._connection, "before_cursor_execute", note)


def asked(library: Library, question: Callable[[View], object]) -> int:
    with library.reading() as view, statements(view) as seen:
        question(view)
    return len(seen)


def test_a_list_asks_as_often_for_two_as_for_twelve(library: Library) -> None:
    grow(library, range(2))
    few = {name: asked(library, question) for name, question in QUESTIONS.items()}
    grow(library, range(2, 12))
    assert {name: asked(library, question) for name, question in QUESTIONS.items()} == few
    # One of them begins the transaction; a search also looks at the draft not yet indexed.
    assert max(few.values()) <= 6
    assert max(number for name, number in few.items() if name in ORDERED) == 2


def test_the_next_letter_of_a_search_does_not_read_the_draft_again(library: Library) -> None:
    grow(library, range(2))

    def seek(view: View) -> object:
        return view.articles(ArticleQuery(search="river"))

    with library.writing() as work:
        work.save_draft(FIRST, work.content(FIRST), at(50))
        work.commit()
    first, again = asked(library, seek), asked(library, seek)
    assert again < first
    with library.writing() as work:
        work.save_draft(FIRST, a_content(headline="River pilots"), at(51))
        work.commit()
    assert asked(library, seek) > again


def test_saving_a_draft_asks_as_often_however_long_the_history(library: Library) -> None:
    counts = []
    for numbers in (range(2), range(2, 12)):
        grow(library, numbers)
        with library.writing() as work, statements(work) as seen:
            work.save_draft(FIRST, work.content(FIRST), at(100))
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_goes_by_an_index(library: Library, name: str) -> None:
    grow(library, range(3))
    with library.reading() as view:
        with statements(view) as seen:
            QUESTIONS[name](view)
        for statement, values in list(seen):
            rows = view._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            plan = [row[3] for row in rows]
            whole = [step for step in plan if step.startswith("SCAN") and "INDEX" not in step]
            # FTS5 calls its look-up a scan; a list of all members reads all of them.
            whole = [step for step in whole if "VIRTUAL TABLE" not in step]
            # Where an article stands is counted along the index of the order.
            whole = [step for step in whole if "(subquery" not in step and "anon_" not in step]
            allowed = {"SCAN members"} if name == "members" else set()
            assert set(whole) <= allowed, plan
            if name in ORDERED:
                assert not [step for step in plan if "TEMP B-TREE" in step], plan
