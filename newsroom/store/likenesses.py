"""What people say of pictures that look alike: that two of them differ, or that they do not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.dialects.sqlite import insert

from newsroom.domain.ids import PictureId
from newsroom.domain.likeness import Pair, pair_of
from newsroom.store.bodies import moment_of
from newsroom.store.models import LikenessRow


def put(connection: Connection, entry: str, time: str, pair: Pair, *, differ: bool) -> bool:
    """Write what an entry says of a pair; an older word than the one that stands says nothing."""
    stood = connection.execute(
        select(LikenessRow.time, LikenessRow.entry).where(*_of(pair))
    ).first()
    if stood is not None and tuple(stood) > (time, entry):
        return False
    key = {"one": pair[0], "other": pair[1]}
    row = {"entry": entry, "time": time, "differ": differ}
    wanted = insert(LikenessRow).values(**key, **row)
    connection.execute(wanted.on_conflict_do_update(index_elements=[*key], set_=row))
    return True


def apart(connection: Connection) -> frozenset[Pair]:
    """Name the pairs of which the last word is that they differ."""
    row = LikenessRow
    rows = connection.execute(select(row.one, row.other).where(row.differ.is_(True)))
    return frozenset(pair_of(PictureId(one), PictureId(other)) for one, other in rows)


def said_at(connection: Connection, pair: Pair) -> datetime | None:
    """Tell when the last word about a pair was said; None where nobody said anything."""
    time = connection.execute(select(LikenessRow.time).where(*_of(pair))).scalar()
    return moment_of(time) if time else None


def partners(pairs: Iterable[Pair]) -> dict[PictureId, set[PictureId]]:
    """Give for each picture those that it is set apart from."""
    found: dict[PictureId, set[PictureId]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _of(pair: Pair) -> tuple[ColumnElement[bool], ...]:
    return LikenessRow.one == pair[0], LikenessRow.other == pair[1]
