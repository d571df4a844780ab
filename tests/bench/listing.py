"""A library of 100,000 articles: its first rows, and its list dragged.

`NEWSROOM_BENCH_ARTICLES` gives another number.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

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

FRAME = 16.0

_BARE_PAGE = "SELECT * FROM articles WHERE binned = '' ORDER BY changed DESC, id DESC LIMIT ?"


def figures() -> Iterator[Figure]:
    """Take the figures on a library in a scratch folder."""
    with TemporaryDirectory(prefix="newsroom-bench-") as name:
        rooms = Rooms(Path(name))
        desk = rooms.begin()
        crowd(desk.library, ARTICLES)
        bare = sqlite3.connect(desk.library.folder / FILE)
        yield _listing(desk, bare)
        bare.close()
        with window_on(desk) as stage:
            yield _scrolling(stage)
        rooms.close()


def _listing(desk: Desk, bare: sqlite3.Connection) -> Figure:
    query = ArticleQuery(sort=Sort.CHANGED, limit=ROWS)
    return compared(
        f"first {ROWS} rows of {ARTICLES:,}",
        lambda: browsing.articles(desk, query),
        "bare SQLite query",
        lambda: bare.execute(_BARE_PAGE, (ROWS,)).fetchall(),
        100,
    )


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
