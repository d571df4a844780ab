"""Questions about pictures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, select, tuple_

from newsroom.domain.errors import NotFound
from newsroom.domain.framing import framing_from_json
from newsroom.domain.ids import ArticleId, EntryId, MemberId, PictureId, Sha256
from newsroom.domain.picture import (
    Picture,
    cleaned_from_json,
    disagreements_from_json,
    record_from_json,
)
from newsroom.domain.summary import (
    PictureQuery,
    PictureSort,
    PictureSummary,
    PictureUse,
    PictureVersion,
    Revision,
)
from newsroom.domain.times import ledger_time
from newsroom.domain.workflow import State, Verdict
from newsroom.store import picture_words
from newsroom.store.articles import revision_of
from newsroom.store.bodies import moment_of
from newsroom.store.models import (
    ArticlePictureRow,
    ArticleRow,
    DecisionRow,
    PictureBinRow,
    PictureRow,
    PictureVersionRow,
    RevisionRow,
)
from newsroom.store.picture_orders import FIRST_BY
from newsroom.store.stemming import fold

_VERSION = (
    PictureVersionRow.picture,
    PictureVersionRow.sha256,
    PictureVersionRow.media_type,
    PictureVersionRow.width,
    PictureVersionRow.height,
    PictureVersionRow.file_name,
    PictureVersionRow.size,
    PictureVersionRow.record,
    PictureVersionRow.disagreements,
    PictureVersionRow.framing,
)


def by_ids(connection: Connection, wanted: Iterable[PictureId]) -> dict[PictureId, Picture]:
    """Give those of the wanted pictures that are there, as their newest version says."""
    names = sorted(wanted)
    if not names:
        return {}
    rows = connection.execute(_current(*_VERSION).where(PictureRow.id.in_(names)))
    return {picture.id: picture for picture in map(_picture, rows)}


def one(connection: Connection, wanted: PictureId) -> Picture:
    """Give one picture. Raises `NotFound`."""
    found = by_ids(connection, [wanted])
    if wanted not in found:
        raise NotFound(f"There is no picture {wanted} in this library.")
    return found[wanted]


_USED = exists().where(ArticlePictureRow.picture == PictureRow.id)


def summaries(connection: Connection, query: PictureQuery) -> tuple[PictureSummary, ...]:
    """List pictures in the order of a query.

    The page is chosen before anything is looked up for it, so that what is sorted is short.
    """
    row = PictureRow
    page = _page(connection, select(row.id, row.added), query).subquery()
    uses = select(func.count()).where(ArticlePictureRow.picture == page.c.id).scalar_subquery()
    found = connection.execute(
        select(*_VERSION, page.c.added, *FIRST_BY.values(), uses.label("uses"))
        .join(row, row.version == PictureVersionRow.entry)
        .join(page, page.c.id == row.id)
    )
    rows = _in_order(query.sort, found)
    return tuple(PictureSummary(_picture(one), one.uses, moment_of(one.added)) for one in rows)


def _in_order(sort: PictureSort, found: Iterable[Row[*tuple[Any, ...]]]) -> list[Any]:
    """Put the rows of a page into its order, which looking things up for them has lost."""
    newest_last = sorted(found, key=lambda one: (one.added, one.picture))
    if sort is PictureSort.OLDEST:
        return newest_last
    newest = newest_last[::-1]
    if sort in FIRST_BY:
        return sorted(newest, key=attrgetter(FIRST_BY[sort].key), reverse=True)
    return newest


def listed(connection: Connection, query: PictureQuery) -> tuple[PictureId, ...]:
    """Name the pictures of the rows that a query asks for."""
    wanted = _page(connection, select(PictureRow.id), query)
    return tuple(map(PictureId, connection.execute(wanted).scalars()))


def places(
    connection: Connection, query: PictureQuery, pictures: Sequence[PictureId]
) -> dict[PictureId, int]:
    """Give the rows of some pictures in the list of a query; of those that are in it."""
    number = func.row_number().over(order_by=_order(query)).label("number")
    kept = _conditions(connection, query)
    numbered = select(PictureRow.id, number).where(*kept).subquery()
    wanted = select(numbered).where(numbered.c.id.in_(_named(pictures)))
    return {PictureId(row.id): row.number - 1 for row in connection.execute(wanted)}


def _page(
    connection: Connection, wanted: Select[*tuple[Any, ...]], query: PictureQuery
) -> Select[*tuple[Any, ...]]:
    row = PictureRow
    wanted = wanted.where(*_conditions(connection, query)).order_by(*_order(query))
    if query.after:
        place = ledger_time(query.after.added), query.after.id
        wanted = wanted.where(tuple_(row.added, row.id) < tuple_(*place))
    # Without a limit of some kind SQLite would look everything up first after all.
    return wanted.limit(-1 if query.limit is None else query.limit).offset(query.offset)


def _order(query: PictureQuery) -> tuple[ColumnElement[Any], ...]:
    row = PictureRow
    newest = (row.added.desc(), row.id.desc())
    if query.sort is PictureSort.OLDEST:
        return row.added.asc(), row.id.asc()
    if query.sort in FIRST_BY:
        return FIRST_BY[query.sort].desc(), *newest
    return newest


def _named(pictures: Iterable[PictureId]) -> Select[*tuple[Any, ...]]:
    """Give ids as a question of their own: SQLite takes only so many parameters."""
    asked = func.json_each(json.dumps([*pictures])).table_valued("value")
    return select(asked.c.value)


def count(connection: Connection, query: PictureQuery) -> int:
    """Count the pictures that a query asks for, its limit and place aside."""
    wanted = select(func.count()).select_from(PictureRow).where(*_conditions(connection, query))
    return connection.execute(wanted).scalar_one()


def _conditions(connection: Connection, query: PictureQuery) -> Iterator[ColumnElement[bool]]:
    yield from _search(connection, fold(query.search).split())
    if query.missing_credit:
        yield PictureRow.credited.is_(False)
    if query.disputed:
        yield PictureRow.disputed.is_(True)
    if query.ends_by:
        yield PictureRow.ends > ""
        yield PictureRow.ends <= query.ends_by
    if query.unused:
        yield ~_USED
    if query.among is not None:
        yield PictureRow.id.in_(_named(query.among))
    # What somebody uses after all is not out of sight.
    binned = PictureRow.id.in_(select(PictureBinRow.picture))
    yield binned & ~_USED if query.binned else ~binned | _USED


def _search(connection: Connection, words: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    keys = picture_words.keys_with(connection, words)
    if keys is not None:
        named = func.json_each(json.dumps(keys)).table_valued("value")
        yield PictureRow.key.in_(select(named.c.value))
    for word in words:
        yield func.instr(PictureRow.words, word) > 0


def history(connection: Connection, picture: PictureId) -> tuple[PictureVersion, ...]:
    """List the saved credit records of a picture, oldest first."""
    version = PictureVersionRow
    rows = connection.execute(
        select(*_VERSION, version.entry, version.author, version.time, version.cleaned)
        .where(version.picture == picture)
        .order_by(version.time, version.entry)
    )
    return tuple(
        PictureVersion(
            EntryId(row.entry),
            _picture(row),
            MemberId(row.author),
            moment_of(row.time),
            cleaned_from_json(json.loads(row.cleaned)),
        )
        for row in rows
    )


def uses(connection: Connection, picture: PictureId) -> tuple[PictureUse, ...]:
    """List the articles that use a picture now, newest change first."""
    rows = connection.execute(
        select(ArticleRow.id, ArticleRow.headline, ArticleRow.state)
        .join(ArticlePictureRow, ArticlePictureRow.article == ArticleRow.id)
        .where(ArticlePictureRow.picture == picture)
        .order_by(ArticleRow.changed.desc(), ArticleRow.id.desc())
    )
    return tuple(PictureUse(ArticleId(row.id), row.headline, State(row.state)) for row in rows)


def shown_in(connection: Connection, picture: PictureId) -> tuple[tuple[Revision, datetime], ...]:
    """List the revisions that readers see with a picture, and when each was last published.

    Looks through the last published revision of every article, whatever stands in it now.
    """
    last = (
        select(DecisionRow.article, func.max(DecisionRow.time).label("time"))
        .where(DecisionRow.verdict == Verdict.PUBLISHED.value)
        .group_by(DecisionRow.article)
        .subquery()
    )
    rows = connection.execute(
        select(RevisionRow.__table__, last.c.time.label("at"))
        .join(DecisionRow, DecisionRow.revision == RevisionRow.entry)
        .join(last, (last.c.article == DecisionRow.article) & (last.c.time == DecisionRow.time))
        .where(DecisionRow.verdict == Verdict.PUBLISHED.value)
        .where(func.instr(RevisionRow.content, picture) > 0)
        .order_by(last.c.time.desc(), RevisionRow.article)
    )
    return tuple((revision_of(row, 0), moment_of(row.at)) for row in rows)


def ids(connection: Connection, prefix: str) -> list[str]:
    """List the pictures whose id begins so."""
    rows = connection.execute(
        select(PictureRow.id)
        .where(PictureRow.id >= prefix, PictureRow.id < f"{prefix}\U0010ffff")
        .order_by(PictureRow.id)
    )
    return list(rows.scalars())


def _current(*columns: Any) -> Select[*tuple[Any, ...]]:
    return select(*columns).join(PictureRow, PictureRow.version == PictureVersionRow.entry)


def _picture(row: Row[*tuple[Any, ...]]) -> Picture:
    return Picture(
        id=PictureId(row.picture),
        sha256=Sha256(row.sha256),
        media_type=row.media_type,
        width=row.width,
        height=row.height,
        file_name=row.file_name,
        size=row.size,
        record=record_from_json(json.loads(row.record)),
        disagreements=disagreements_from_json(json.loads(row.disagreements)),
        framing=framing_from_json(json.loads(row.framing)),
    )
