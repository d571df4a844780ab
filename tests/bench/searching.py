"""The first rows of a search over 100,000 articles: asked of the desk, and seen in the window.

The floor is the same FTS5 query, asked of bare SQLite. What FTS5 takes to name the rows alone, of
which nothing can be shown, is told beside it and binds nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial
from time import perf_counter

from PySide6.QtTest import QTest

from newsroom.desk import browsing
from newsroom.domain.summary import ArticleQuery
from newsroom.store.articles import SUMMARY
from newsroom.store.folder import FILE
from newsroom.store.models import FULL_TEXT
from newsroom.store.search import expression, terms
from newsroom.ui.articles.model import ArticleListModel
from tests.bench.crowded import crowded_rooms
from tests.bench.measuring import Figure, compared, p95
from tests.bench.stage import Stage, window_on

RATIO = 3.0
MOST = 30.0
ROWS = 60
_NUMBERS = (
    f"SELECT rowid FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH ? ORDER BY rowid DESC LIMIT {ROWS}"
)
_QUERY = (
    f"SELECT {', '.join(f'articles.{column.key}' for column in SUMMARY)} "
    f"FROM {FULL_TEXT} JOIN articles ON found = {FULL_TEXT}.rowid "
    f"WHERE {FULL_TEXT} MATCH ? AND binned || '' = '' "
    f"ORDER BY {FULL_TEXT}.rowid DESC LIMIT {ROWS}"
)
"""Finds by stem and by piece of a word, and fetches what the list shows."""

_WORDS = (("said", "said", "in every story"), ("ferry", "ferri", "in every hundredth"))


def figures() -> Iterator[Figure]:
    """Take the figures for a word that is everywhere and for one that is not."""
    rooms = crowded_rooms()
    desk = rooms.reopen()
    bare = sqlite3.connect(desk.library.folder / FILE)
    for word, stem, where in _WORDS:
        query = ArticleQuery(search=word, limit=ROWS)
        floors = {
            "bare FTS5 query": (_QUERY, expression(terms(word)), RATIO),
            "row numbers alone": (_NUMBERS, stem, None),
        }
        for floor, (statement, asked, ratio) in floors.items():
            yield compared(
                f"first {ROWS} rows of a word {where}",
                partial(browsing.articles, desk, query),
                floor,
                partial(_rows, bare, statement, asked),
                40,
                ratio=ratio,
                most=MOST,
            )
    bare.close()
    with window_on(desk) as stage:
        yield _seen(stage)
    rooms.close()


def _rows(bare: sqlite3.Connection, statement: str, asked: str) -> list[object]:
    return bare.execute(statement, (asked,)).fetchall()


def _seen(stage: Stage) -> Figure:
    """Type letter by letter, and wait for the rows of each."""
    listing = stage.room.panes.list
    came: list[float] = []
    model = listing.view.model()
    assert isinstance(model, ArticleListModel)
    model.refreshed.connect(lambda: came.append(perf_counter()))
    times = []
    for letter in "ferry sailed" * 2:
        came.clear()
        begun = perf_counter()
        QTest.keyClicks(listing.search, letter)
        stage.until(lambda: came)
        listing.view.viewport().repaint()
        times.append((perf_counter() - begun) * 1000)
        stage.rest()
    name = "a letter typed to rows painted, 100,000 articles"
    return Figure(name, p95(times), "", 0.0, len(times), most=MOST)
