"""A draft saved, an article found, a page made, a story exported."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from newsroom.desk import browsing, drafting, previewing, publishing, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery
from tests.bench.measuring import Figure, compared
from tests.bench.texts import content
from tests.support.rooms import Rooms

ARTICLES = 400
CONTENT = content(450)


def figures() -> Iterator[Figure]:
    """Take the figures on a real library in a scratch folder."""
    with TemporaryDirectory(prefix="newsroom-bench-") as name:
        rooms = Rooms(Path(name))
        desk = rooms.begin()
        article = _article(desk, 0)
        yield _saving(desk, article, Path(name))
        for number in range(1, ARTICLES):
            _article(desk, number)
        yield _searching(desk, Path(name))
        yield from _exporting(desk, article, Path(name))
        rooms.close()


def _article(desk: Desk, number: int) -> ArticleId:
    article = drafting.new_article(desk).article
    numbered = replace(CONTENT, headline=f"{CONTENT.headline} {number}")
    drafting.save_draft(desk, article, numbered)
    drafting.save_revision(desk, article)
    return article


def _saving(desk: Desk, article: ArticleId, folder: Path) -> Figure:
    bare = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("CREATE TABLE drafts (article TEXT PRIMARY KEY, content TEXT)")
    count = iter(range(10_000))

    def ours() -> None:
        draft = replace(CONTENT, standfirst=f"Draft {next(count)}")
        drafting.save_draft(desk, article, draft)

    def floor() -> None:
        row = (article, CONTENT.body + str(next(count)))
        bare.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?)", row)

    figure = compared("autosave of a draft, 450 words", ours, "bare SQLite row", floor, 60)
    bare.close()
    return figure


def _searching(desk: Desk, folder: Path) -> Figure:
    bare = sqlite3.connect(folder / "search.sqlite3")
    bare.execute("CREATE VIRTUAL TABLE texts USING fts5(body)")
    bare.executemany("INSERT INTO texts VALUES (?)", [(CONTENT.body,)] * ARTICLES)
    bare.commit()
    query = ArticleQuery(search="ferry passengers", limit=60)
    floor = (
        "SELECT rowid FROM texts WHERE texts MATCH 'ferry passengers' ORDER BY rowid DESC LIMIT 60"
    )
    figure = compared(
        f"first 60 rows of a search, {ARTICLES} articles",
        lambda: browsing.articles(desk, query),
        "bare FTS5 query",
        lambda: bare.execute(floor).fetchall(),
        40,
    )
    bare.close()
    return figure


def _exporting(desk: Desk, article: ArticleId, folder: Path) -> Iterator[Figure]:
    reviewing.submit(desk, article)
    reviewing.approve(desk, article)
    story = browsing.story(desk, article)
    page = previewing.preview(desk, story)
    target = folder / "page.html"
    yield compared(
        "page made for the preview, 450 words",
        lambda: previewing.preview(desk, story).html,
        "writing the same bytes",
        lambda: target.write_bytes(page.html),
        40,
    )
    yield compared(
        "export of one story, nothing new to encode",
        lambda: publishing.export(desk, [article], folder / "site"),
        "writing the same bytes",
        lambda: target.write_bytes(page.html),
        10,
    )
