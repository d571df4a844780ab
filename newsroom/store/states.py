"""What autosave kept of articles: states over time, local to this laptop."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from newsroom.domain.article import Content, content_from_json
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId
from newsroom.domain.moments import Moment, Written, is_cut
from newsroom.domain.times import ledger_time
from newsroom.store import deltas
from newsroom.store.bodies import moment_of
from newsroom.store.models import StateBaseRow, StateRow

_AT_ONCE = 500
"""How many numbers one statement names; SQLite allows only so many values."""


def has_any(connection: Connection, article: ArticleId) -> bool:
    """Whether any state of an article is kept."""
    wanted = select(StateRow.number).where(StateRow.article == article).limit(1)
    return connection.execute(wanted).first() is not None


def keep(connection: Connection, article: ArticleId, text: str, at: datetime, words: int) -> None:
    """Keep a content as the newest state; nothing is written when it is that of the newest one.

    When many words went at once, the state before is held.
    """
    content = text.encode()
    newest = _newest(connection, article)
    base = None if newest is None else deltas.unpacked(newest.content)
    if newest is None or base is None:
        number, change = (
            _new_base(connection, article, content),
            deltas.difference(content, content),
        )
    else:
        if deltas.restored(base, newest.change) == content:
            return
        if is_cut(newest.words, words):
            hold(connection, article)
        number, change = newest.base, deltas.difference(base, content)
        if deltas.is_long(change, newest.content):
            number = _new_base(connection, article, content)
            change = deltas.difference(content, content)
    connection.execute(
        insert(StateRow).values(
            article=article, at=ledger_time(at), words=words, held=False, base=number, change=change
        )
    )


def hold(connection: Connection, article: ArticleId) -> None:
    """Let the newest state of an article be spared when states are thinned out."""
    newest = select(func.max(StateRow.number)).where(StateRow.article == article)
    connection.execute(
        update(StateRow).where(StateRow.number == newest.scalar_subquery()).values(held=True)
    )


def moments(connection: Connection, article: ArticleId) -> tuple[Moment, ...]:
    """List the states of an article, oldest first."""
    rows = connection.execute(
        select(StateRow.number, StateRow.at, StateRow.words, StateRow.held)
        .where(StateRow.article == article)
        .order_by(StateRow.number)
    )
    return tuple(Moment(row.number, moment_of(row.at), row.words, row.held) for row in rows)


def content(connection: Connection, number: int) -> tuple[ArticleId, Content]:
    """Give the content of one state, and its article. Raises `NotFound`."""
    row = connection.execute(
        select(StateRow.article, StateRow.change, StateBaseRow.content)
        .join(StateBaseRow, StateBaseRow.id == StateRow.base)
        .where(StateRow.number == number)
    ).one_or_none()
    if row is None:
        raise NotFound("This state of the article is no longer kept.", hint="Choose another time.")
    text = deltas.restored(deltas.unpacked(row.content), row.change)
    return ArticleId(row.article), content_from_json(json.loads(text))


def written_since(connection: Connection, moment: datetime) -> tuple[Written, ...]:
    """Name the articles of which a state was kept since a moment, the last written first."""
    last = func.max(StateRow.at)
    rows = connection.execute(
        select(StateRow.article, last.label("last"))
        .where(StateRow.at >= ledger_time(moment))
        .group_by(StateRow.article)
        .order_by(last.desc())
    )
    return tuple(Written(row.article, moment_of(row.last)) for row in rows)


def articles_after(connection: Connection, article: str, limit: int) -> list[ArticleId]:
    """Name so many articles that have states, in the order of their ids, from one on."""
    rows = connection.execute(
        select(StateRow.article)
        .where(StateRow.article > article)
        .distinct()
        .order_by(StateRow.article)
        .limit(limit)
    )
    return [ArticleId(one) for one in rows.scalars()]


def drop(connection: Connection, article: ArticleId, numbers: Collection[int]) -> None:
    """Drop states of an article, and the whole texts that none of the others builds on."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        connection.execute(delete(StateRow).where(StateRow.number.in_(some)))
    needed = select(StateRow.base).where(StateRow.article == article)
    connection.execute(
        delete(StateBaseRow).where(StateBaseRow.article == article, StateBaseRow.id.not_in(needed))
    )


def forget(connection: Connection, article: ArticleId) -> None:
    """Drop every state of an article."""
    connection.execute(delete(StateRow).where(StateRow.article == article))
    connection.execute(delete(StateBaseRow).where(StateBaseRow.article == article))


def _newest(connection: Connection, article: ArticleId) -> Row[int, int, bytes, bytes] | None:
    return connection.execute(
        select(StateRow.words, StateRow.base, StateRow.change, StateBaseRow.content)
        .join(StateBaseRow, StateBaseRow.id == StateRow.base)
        .where(StateRow.article == article)
        .order_by(StateRow.number.desc())
        .limit(1)
    ).one_or_none()


def _new_base(connection: Connection, article: ArticleId, content: bytes) -> int:
    made = connection.execute(
        insert(StateBaseRow).values(article=article, content=deltas.packed(content))
    )
    (number,) = made.inserted_primary_key or (0,)
    return int(number)
