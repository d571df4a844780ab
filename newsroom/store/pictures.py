"""Questions about pictures."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId, EntryId, MemberId, PictureId, Sha256
from newsroom.domain.picture import Picture, record_from_json
from newsroom.domain.summary import PictureQuery, PictureSummary, PictureUse, PictureVersion
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


def summaries(connection: Connection, query: PictureQuery) -> tuple[PictureSummary, ...]:
    """List pictures, the last added first."""
    uses = (
        select(func.count())
        .where(ArticlePictureRow.picture == PictureRow.id)
        .scalar_subquery()
        .label("uses")
    )
    wanted = _current(*_VERSION, PictureRow.added, uses)
    for word in fold(query.search).split():
        wanted = wanted.where(func.instr(PictureRow.words, word) > 0)
    if query.missing_credit:
        wanted = wanted.where(PictureRow.credited.is_(False))
    if query.unused:
        wanted = wanted.where(uses == 0)
    rows = connection.execute(wanted.order_by(PictureRow.added.desc(), PictureRow.id.desc()))
    return tuple(PictureSummary(_picture(row), row.uses, moment_of(row.added)) for row in rows)


def history(connection: Connection, picture: PictureId) -> tuple[PictureVersion, ...]:
    """List the saved credit records of a picture, oldest first."""
    version = PictureVersionRow
    rows = connection.execute(
        select(*_VERSION, version.entry, version.author, version.time)
        .where(version.picture == picture)
        .order_by(version.time, version.entry)
    )
    return tuple(
        PictureVersion(EntryId(row.entry), _picture(row), MemberId(row.author), moment_of(row.time))
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
    )
