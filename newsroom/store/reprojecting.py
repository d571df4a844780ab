"""Bringing the rows of one article up to what is known of it now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, delete, func, select, union, union_all, update
from sqlalchemy.dialects.sqlite import insert

from newsroom.domain.article import Content, Story
from newsroom.domain.document import Document
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.summary import ArticleSummary
from newsroom.domain.times import ledger_time, to_iso
from newsroom.store import articles, ordering, pictures, search, states
from newsroom.store.models import (
    ArticlePictureRow,
    ArticleRow,
    BinRow,
    DecisionRow,
    DraftRow,
    RevisionRow,
)
from newsroom.store.projection import Facts, project, story_of, used

Parse = Callable[[str], Document]
"""Reads a body; given to the library, so that it knows no dialect."""


def reproject(
    connection: Connection, parse: Parse, article: ArticleId, *, index: bool
) -> frozenset[PictureId]:
    """Write an article's rows anew; without `index`, leave search for later.

    Returns the pictures that it came to use or ceased to use.
    """
    before = _used_before(connection, article)
    facts = gather(connection, parse, article)
    if facts is None:
        _remove(connection, article)
        return before
    document = parse(facts.content.body)
    story, summary = story_of(facts, document), project(facts, document)
    _put(connection, summary)
    _put_uses(connection, article, before, used(story))
    if index:
        _index(connection, story, summary)
    return before ^ used(story)


def gather(connection: Connection, parse: Parse, article: ArticleId) -> Facts | None:
    """Collect what is known of an article; None when there is neither draft nor revision."""
    standing = articles.standing(connection, article)
    if standing is None:
        return None
    content, saved_at = standing
    count, newest = connection.execute(
        select(func.count(), func.max(RevisionRow.time)).where(RevisionRow.article == article)
    ).one()
    decisions = articles.decisions(connection, article)
    decided = [ledger_time(decision.time) for decision in decisions]
    return Facts(
        article=article,
        content=content,
        revisions=count,
        decisions=decisions,
        pictures=pictures.by_ids(connection, used(bare_story(article, content, parse))),
        moved=(ledger_time(saved_at), *([newest] if newest else []), *decided),
        binned=_binned(connection, article),
    )


def bare_story(article: ArticleId, content: Content, parse: Parse) -> Story:
    """Give a story before its pictures are known."""
    return Story(article, content, parse(content.body))


def every_article(connection: Connection) -> list[ArticleId]:
    """Name every article that has a draft or a revision, the one that moved last at the end."""
    moved = union_all(
        select(RevisionRow.article, RevisionRow.time),
        select(DecisionRow.article, DecisionRow.time),
        select(DraftRow.article, DraftRow.saved_at),
    ).subquery()
    there = union(select(RevisionRow.article), select(DraftRow.article))
    found = (
        select(moved.c.article)
        .where(moved.c.article.in_(there))
        .group_by(moved.c.article)
        .order_by(func.max(moved.c.time), moved.c.article)
    )
    return [ArticleId(article) for article in connection.execute(found).scalars()]


def users_of(connection: Connection, picture: PictureId) -> list[ArticleId]:
    """Name the articles that use a picture now."""
    rows = select(ArticlePictureRow.article).where(ArticlePictureRow.picture == picture)
    return [ArticleId(article) for article in connection.execute(rows).scalars()]


def _binned(connection: Connection, article: ArticleId) -> str:
    wanted = select(BinRow.at).where(BinRow.article == article)
    return connection.execute(wanted).scalar_one_or_none() or ""


def row_of(summary: ArticleSummary) -> dict[str, Any]:
    """Write an article's row, without its rowid in the full-text index."""
    row = {item.name: getattr(summary, item.name) for item in fields(summary)}
    row["key"] = search.hash_of(summary.id)
    row["published"] = to_iso(summary.published)
    row["changed"] = ledger_time(summary.changed)
    row["state"] = summary.state.value
    row["binned"] = ledger_time(summary.binned) if summary.binned else ""
    return row | ordering.columns(summary)


def _put(connection: Connection, summary: ArticleSummary) -> None:
    row = row_of(summary)
    wanted = insert(ArticleRow).values(row)
    connection.execute(wanted.on_conflict_do_update(index_elements=["key"], set_=row))


def _put_uses(
    connection: Connection,
    article: ArticleId,
    before: frozenset[PictureId],
    now: frozenset[PictureId],
) -> None:
    _remove_uses(connection, article, before - now)
    for picture in sorted(now - before):
        connection.execute(insert(ArticlePictureRow).values(article=article, picture=picture))


def _remove_uses(connection: Connection, article: ArticleId, gone: frozenset[PictureId]) -> None:
    if gone:
        connection.execute(
            delete(ArticlePictureRow).where(
                ArticlePictureRow.article == article, ArticlePictureRow.picture.in_(sorted(gone))
            )
        )


def _index(connection: Connection, story: Story, summary: ArticleSummary) -> None:
    """Take the story's text into the index, at the place that its last change gives it there."""
    search.put(connection, story.id, summary.changed, search.text_of(story))
    connection.execute(
        update(DraftRow)
        .where(DraftRow.article == story.id, DraftRow.indexed.is_(False))
        .values(indexed=True)
    )


def _remove(connection: Connection, article: ArticleId) -> None:
    search.remove(connection, article)
    _remove_uses(connection, article, _used_before(connection, article))
    states.forget(connection, article)
    connection.execute(delete(ArticleRow).where(ArticleRow.id == article))


def _used_before(connection: Connection, article: ArticleId) -> frozenset[PictureId]:
    rows = select(ArticlePictureRow.picture).where(ArticlePictureRow.article == article)
    return frozenset(PictureId(picture) for picture in connection.execute(rows).scalars())
