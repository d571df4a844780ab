"""A library of 100,000 articles: its list scrolled and searched.

`NEWSROOM_BENCH_ARTICLES` gives another number.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from newsroom.desk import browsing
from newsroom.desk.room import Desk
from newsroom.domain.summary import ArticleQuery, Sort
from newsroom.store.folder import FILE
from tests.bench.measuring import Figure, compared, p95, timed
from tests.bench.stage import Stage, window_on
from tests.support.crowds import crowd
from tests.support.rooms import Rooms

ARTICLES = int(os.environ.get("NEWSROOM_BENCH_ARTICLES", "100000"))
ROWS = 24
"""What the window asks for first."""

SEARCHES = {"every story": "said", "one in a hundred": "ferry", "one letter": "s"}
FIRST_ROWS = 30.0
FRAME = 16.0

_BARE = """
SELECT articles.* FROM search_index JOIN articles ON articles.found = search_index.rowid
WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT ?
"""
_BARE_PAGE = "SELECT * FROM articles WHERE binned = '' ORDER BY changed DESC, id DESC LIMIT ?"


def figures() -> Iterator[Figure]:
    """Take the figures on a library in a scratch folder."""
    with TemporaryDirectory(prefix="newsroom-bench-") as name:
        rooms = Rooms(Path(name))
        desk = rooms.begin()
        crowd(desk.library, ARTICLES)
        bare = sqlite3.connect(desk.library.folder / FILE)
        yield from _searching(desk, bare)
        yield _listing(desk, bare)
        bare.close()
        with window_on(desk) as stage:
            yield _first_rows(stage)
            yield _scrolling(stage)
        rooms.close()


def _searching(desk: Desk, bare: sqlite3.Connection) -> Iterator[Figure]:
    for words, query in SEARCHES.items():
        asked = ArticleQuery(query, limit=ROWS)
        start = len(query) < 3
        expression = f'starts : "{query}"' if start else f'stems : "{query}"'
        yield compared(
            f"first {ROWS} rows of {ARTICLES:,}, a word of {words}",
            lambda asked=asked: browsing.articles(desk, asked),
            "bare FTS5 query",
            lambda expression=expression: bare.execute(_BARE, (expression, ROWS)).fetchall(),
            100,
            ratio=3.0,
            most=FIRST_ROWS,
        )


def _listing(desk: Desk, bare: sqlite3.Connection) -> Figure:
    query = ArticleQuery(sort=Sort.CHANGED, limit=ROWS)
    return compared(
        f"first {ROWS} rows of {ARTICLES:,}",
        lambda: browsing.articles(desk, query),
        "bare SQLite query",
        lambda: bare.execute(_BARE_PAGE, (ROWS,)).fetchall(),
        100,
    )


def _first_rows(stage: Stage) -> Figure:
    """From the last letter in the search field to the rows painted."""
    listing = stage.room.panes.list
    model = listing.view.model()
    told: list[object] = []
    model.dataChanged.connect(lambda *_: told.append(None))
    times = []
    for turn in range(20):
        told.clear()
        begun = perf_counter()
        listing.search.setText("ferry" if turn % 2 else "said")
        stage.until(lambda: told)
        listing.view.viewport().repaint()
        times.append((perf_counter() - begun) * 1000)
        stage.rest()
    listing.search.clear()
    stage.rest()
    name = f"search key to painted rows, {ARTICLES:,} articles"
    return Figure(name, p95(times), "", 0.0, len(times), most=FIRST_ROWS)


def _scrolling(stage: Stage) -> Figure:
    """One step of a drag through the whole list: every row may be new."""
    view = stage.room.panes.list.view
    bar = view.verticalScrollBar()

    def to(part: int) -> Callable[[], None]:
        def step() -> None:
            bar.setValue(bar.maximum() * part // 200)
            view.viewport().repaint()

        return step

    times = [timed(to(part)) for part in range(200)]
    stage.rest()
    return Figure(
        f"a step of a drag through {ARTICLES:,} rows", p95(times), "", 0.0, len(times), most=FRAME
    )
