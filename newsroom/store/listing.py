"""Lists of articles: rows from any place on, how many there are, and where one stands.

Each is one statement, whatever the size of the library (a search first looks at the drafts that
the index has not seen). Without a search, rows come from the index of their order; a search in
the usual order lets the full-text index lead, which walks from the newest match to the oldest.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVarTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.orm import InstrumentedAttribute

from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery, ArticleSummary, Sort
from newsroom.domain.workflow import State
from newsroom.store import ordering
from newsroom.store.articles import SUMMARY
from newsroom.store.models import FULL_TEXT, ArticleRow, SearchTextRow
from newsroom.store.rows import summary_of
from newsroom.store.search import INDEX

Columns = TypeVarTuple("Columns")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search asks for.

    `expression` is for the index, `signs` are looked for in the texts. The index has not seen the
    latest words of `pending`; of these, `late` have what is asked for.
    """

    expression: str
    signs: tuple[str, ...]
    pending: Sequence[ArticleId]
    late: Sequence[ArticleId]

    @property
    def by_index(self) -> bool:
        """Whether the index alone knows the matches among what it has seen."""
        return bool(self.expression) and not self.signs


def rows(
    connection: Connection, query: ArticleQuery, sought: Sought | None
) -> tuple[ArticleSummary, ...]:
    """List the articles that a query asks for."""
    if sought and sought.by_index and query.sort is Sort.CHANGED and not query.binned:
        return _newest_matches(connection, query, sought)
    if sought is None:
        narrowed = ArticleQuery(states=query.states, sort=query.sort, binned=query.binned)
        page = {"limit": _most(query.limit), "offset": query.offset}
        return tuple(map(summary_of, connection.execute(_listed(narrowed), page).all()))
    wanted = _ordered(_kept(select(*SUMMARY), query, sought), query)
    return _summaries(connection, wanted, query.limit, query.offset)


def count(connection: Connection, query: ArticleQuery, sought: Sought | None) -> int:
    """Count the articles that a query asks for, its limit and offset aside."""
    wanted = select(func.count()).select_from(ArticleRow)
    if sought is None or not sought.by_index:
        return _number(connection, _kept(wanted, query, sought))
    late = _there(wanted, query).where(ArticleRow.id.in_(sought.late))
    seen = _number(connection, _kept(wanted, query, replace(sought, late=())))
    return seen + (_number(connection, late) if sought.late else 0)


def _number(connection: Connection, wanted: Select[int]) -> int:
    return connection.execute(wanted).scalar_one()


def places(
    connection: Connection,
    query: ArticleQuery,
    sought: Sought | None,
    articles: Sequence[ArticleId],
) -> dict[ArticleId, int]:
    """Give the rows of some articles in the list of a query; of those that are in it."""
    number = func.row_number().over(order_by=_order(query)).label("number")
    numbered = _kept(select(ArticleRow.id, number), query, sought).subquery()
    asked = func.json_each(json.dumps(articles)).table_valued("value")
    wanted = select(numbered).where(numbered.c.id.in_(select(asked.c.value)))
    return {ArticleId(row.id): row.number - 1 for row in connection.execute(wanted)}


def ids(
    connection: Connection, query: ArticleQuery, sought: Sought | None
) -> tuple[ArticleId, ...]:
    """Name the articles of the rows that a query asks for."""
    wanted = _ordered(_kept(select(ArticleRow.id), query, sought), query)
    found = connection.execute(_page(wanted, query.limit, query.offset))
    return tuple(map(ArticleId, found.scalars()))


def _newest_matches(
    connection: Connection, query: ArticleQuery, sought: Sought
) -> tuple[ArticleSummary, ...]:
    """Take a page of the matches of the index, and put the late ones where they belong.

    So many earlier rows are taken as there are late ones: no more can have moved into the page.
    """
    late = _late(connection, query, sought)
    earlier = min(query.offset, len(late))
    limit = None if query.limit is None else query.limit + earlier
    page = {"limit": _most(limit), "offset": query.offset - earlier}
    asked = {"expression": sought.expression, "pending": json.dumps(sought.pending), **page}
    seen = map(summary_of, connection.execute(_walk(query.states), asked).all())
    if not late:
        return tuple(seen)
    merged = list(heapq.merge(late, seen, key=_moved, reverse=True))
    return tuple(merged[earlier:][: query.limit])


@cache
def _listed(query: ArticleQuery) -> Select[*tuple[Any, ...]]:
    """Build what lists all of one order, once: building it costs more than the first page."""
    wanted = _ordered(_there(select(*SUMMARY), query), query)
    return wanted.limit(bindparam("limit")).offset(bindparam("offset"))


@cache
def _walk(states: frozenset[State]) -> Select[*tuple[Any, ...]]:
    """Build the walk along the full-text index once: building costs more than a page of it."""
    matches = _matches(select(*SUMMARY), ArticleQuery(states=states), bindparam("expression"))
    pending = func.json_each(bindparam("pending")).table_valued("value")
    matches = matches.where(ArticleRow.id.not_in(select(pending.c.value)))
    newest = matches.order_by(INDEX.c.rowid.desc())
    return newest.limit(bindparam("limit")).offset(bindparam("offset"))


def _moved(summary: ArticleSummary) -> tuple[object, ...]:
    return summary.changed, summary.id


def _late(
    connection: Connection, query: ArticleQuery, sought: Sought
) -> tuple[ArticleSummary, ...]:
    if not sought.late:
        return ()
    narrowed = ArticleQuery(states=query.states, sort=query.sort, binned=query.binned)
    late = {"late": list(sought.late)}
    return tuple(map(summary_of, connection.execute(_named(narrowed), late).all()))


@cache
def _named(query: ArticleQuery) -> Select[*tuple[Any, ...]]:
    """Build what lists those of some articles that are there, once."""
    named = ArticleRow.id.in_(bindparam("late", expanding=True))
    return _ordered(_there(select(*SUMMARY), query).where(named), query)


def _kept(wanted: Select[*Columns], query: ArticleQuery, sought: Sought | None) -> Select[*Columns]:
    """Keep to what a query asks for; the full-text index leads where it alone knows the matches."""
    if sought is None:
        return _there(wanted, query)
    if sought.late or not sought.by_index:
        return _there(wanted, query).where(_found(sought))
    matches = _matches(wanted, query, sought.expression)
    return matches.where(ArticleRow.id.not_in(sought.pending)) if sought.pending else matches


def _matches(
    wanted: Select[*Columns], query: ArticleQuery, expression: str | BindParameter[str]
) -> Select[*Columns]:
    """Let the full-text index lead to the rows that a query keeps to."""
    matching = INDEX.c[FULL_TEXT].op("MATCH")(expression)
    matches = wanted.join(INDEX, ArticleRow.found == INDEX.c.rowid).where(matching)
    matches = matches.where(_in_place(query, _plain(ArticleRow.binned)))
    if query.states:
        matches = matches.where(_plain(ArticleRow.state).in_(sorted(query.states)))
    return matches


def _there(wanted: Select[*Columns], query: ArticleQuery) -> Select[*Columns]:
    """Keep to the lists or to the bin, and to the states asked for."""
    wanted = wanted.where(_in_place(query, ArticleRow.binned.expression))
    match sorted(query.states):
        case []:
            return wanted
        case [state] if query.sort is Sort.CHANGED:
            return wanted.where(ArticleRow.state == state)
        case states:
            # A look at each row's state in the index of the order is cheaper than sorting all that
            # have it.
            return wanted.where(_plain(ArticleRow.state).in_(states))


def _in_place(query: ArticleQuery, binned: ColumnElement[str]) -> ColumnElement[bool]:
    return binned > "" if query.binned else binned == ""


def _plain(column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """Give a column as an expression, which does not tempt SQLite to begin with its index."""
    return column.concat("")


def _found(sought: Sought) -> ColumnElement[bool]:
    found: ColumnElement[bool] = true()
    if sought.expression:
        matching = INDEX.c[FULL_TEXT].op("MATCH")(sought.expression)
        found &= ArticleRow.found.in_(select(INDEX.c.rowid).where(matching))
    for sign in sought.signs:
        held = select(SearchTextRow.key).where(func.instr(SearchTextRow.parts, sign) > 0)
        found &= ArticleRow.found.in_(held)
    if not sought.pending:
        return found
    # What the index has not seen yet was judged before, whatever the index says of it.
    seen = and_(found, ArticleRow.id.not_in(sought.pending))
    return or_(seen, ArticleRow.id.in_(sought.late))


def _order(query: ArticleQuery) -> ordering.Order:
    return ordering.BIN if query.binned else ordering.ORDERS[query.sort]


def _ordered(wanted: Select[*Columns], query: ArticleQuery) -> Select[*Columns]:
    return wanted.order_by(*_order(query))


def _page(wanted: Select[*Columns], limit: int | None, offset: int) -> Select[*Columns]:
    return wanted.limit(_most(limit)).offset(offset)


def _most(limit: int | None) -> int:
    """Write a limit as SQLite has it."""
    return -1 if limit is None else limit


def _summaries(
    connection: Connection, wanted: Select[*Columns], limit: int | None, offset: int
) -> tuple[ArticleSummary, ...]:
    return tuple(map(summary_of, connection.execute(_page(wanted, limit, offset)).all()))
