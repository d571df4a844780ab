"""Questions about pictures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, select, tuple_

from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId, EntryId, MemberId, PictureId, Sha256
from newsroom.domain.picture import (
    Picture,
    cleaned_from_json,
    disagreements_from_json,
    record_from_json,
)
from newsroom.domain.summary import PictureQuery, PictureSummary, PictureUse, PictureVersion
from newsroom.domain.times import ledger_time
from newsroom.domain.workflow import State
from newsroom.store.bodies import moment_of
from newsroom.store.models import ArticlePictureRow, ArticleRow, PictureRow, PictureVersionRow
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


_USES = select(func.count()).where(ArticlePictureRow.picture == PictureRow.id).scalar_subquery()
_USED = exists().where(ArticlePictureRow.picture == PictureRow.id)


def summaries(connection: Connection, query: PictureQuery) -> tuple[PictureSummary, ...]:
    """List pictures, the last added first."""
    wanted = _current(*_VERSION, PictureRow.added, _USES.label("uses")).where(*_conditions(query))
    if query.after:
        place = tuple_(PictureRow.added, PictureRow.id)
        wanted = wanted.where(place < tuple_(ledger_time(query.after.added), query.after.id))
    ordered = wanted.order_by(PictureRow.added.desc(), PictureRow.id.desc())
    rows = connection.execute(ordered.limit(query.limit))
    return tuple(PictureSummary(_picture(row), row.uses, moment_of(row.added)) for row in rows)


def count(connection: Connection, query: PictureQuery) -> int:
    """Count the pictures that a query asks for, its limit and place aside."""
    wanted = select(func.count()).select_from(PictureRow).where(*_conditions(query))
    return connection.execute(wanted).scalar_one()


def _conditions(query: PictureQuery) -> Iterator[ColumnElement[bool]]:
    for word in fold(query.search).split():
        yield func.instr(PictureRow.words, word) > 0
    if query.missing_credit:
        yield PictureRow.credited.is_(False)
    if query.disputed:
        yield PictureRow.disputed.is_(True)
    if query.ends_by:
        yield PictureRow.ends > ""
        yield PictureRow.ends <= query.ends_by
    if query.unused:
        yield ~_USED


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
    )
