"""The index of prints: which pictures may look like one that is sought, out of any number."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from operator import itemgetter

from sqlalchemy import Connection, exists, insert, select, text

from newsroom.domain.ids import PictureId, Sha256
from newsroom.domain.prints import BITS, Print, bands, distance, keys_near
from newsroom.store.models import PicturePrintRow, PictureRow, PictureVersionRow, PrintBandRow

_BATCH = 500
"""Numbers in one question; SQLite takes some thirty thousand, older ones a thousand."""


_WHOLE = (1 << BITS) - 1

_FILED = text(
    "SELECT json_group_array(key), json_group_array(number), json_group_array(code) FROM ("
    "SELECT b.key, b.number, b.code FROM json_each(:keys) AS k "
    "CROSS JOIN print_bands AS b ON b.key = k.value)"
)
"""What is filed under some keys, as three lists: thousands of rows would be as many objects for the
garbage collector to walk through, and sooner or later it does so in the middle of an answer."""

_CROWD = 300
"""Codes under one key from which on they are not compared with each other: such a band says
nothing, and the other three bands tell copies apart from the rest."""


def put(connection: Connection, picture: PictureId, found: Print | None) -> None:
    """File the print of a picture; None remembers that it has none. One that is there stays."""
    row = PicturePrintRow
    if connection.execute(select(row.number).where(row.picture == picture)).first():
        return
    data = found.to_bytes() if found else b""
    made = connection.execute(insert(row).values(picture=picture, print=data).returning(row.number))
    number = made.scalar_one()
    if found:
        code = signed(found.code)
        keys = [{"key": key, "number": number, "code": code} for key in bands(found.code)]
        connection.execute(insert(PrintBandRow), keys)


def near(connection: Connection, codes: Sequence[int], within: int) -> dict[PictureId, Print]:
    """Give the pictures whose code differs from one of the codes in no more than so many bits.

    Complete for seven bits; of those that differ in more, what lies near in one band.
    """
    sought: dict[int, list[int]] = {}
    for code in codes:
        for key in keys_near(code):
            sought.setdefault(key, []).append(code)
    # In the order in which the index lies, each page of it is read once.
    asked = json.dumps(sorted(sought))
    filed = connection.execute(_FILED, {"keys": asked}).one()
    keys, numbers, others = (json.loads(column) for column in filed)
    found: set[int] = set()
    for key, number, other in zip(keys, numbers, others, strict=True):
        for one in sought[key]:
            if ((one ^ other) & _WHOLE).bit_count() <= within:
                found.add(number)
    return _prints(connection, sorted(found))


def alike(
    connection: Connection, within: int, apart: Mapping[PictureId, Collection[PictureId]]
) -> tuple[PictureId, ...]:
    """Name the pictures whose code differs from another one's in no more than so many bits.

    One that is alike only to those that it is set `apart` from is left out. Of any number in one
    pass over the index. Complete for three bits; of those that differ in more,
    what agrees in one band, which copies do.
    """
    band = PrintBandRow
    found: set[int] = set()
    # Bare tuples: there are four for each picture, and nothing else is done with most of them.
    asked = connection.execute(select(band.key, band.code, band.number).order_by(band.key))
    rows: Iterator[tuple[int, int, int]] = iter(asked.cursor.fetchone, None)
    for _, filed in groupby(rows, key=itemgetter(0)):
        first, *others = filed
        if others:
            found.update(_near_in_band((first, *others), within))
    named = _prints(connection, sorted(found))
    return tuple(
        name
        for name in sorted(named)
        if name not in apart or _has_others(connection, within, name, named[name], apart[name])
    )


def _has_others(
    connection: Connection, within: int, name: PictureId, own: Print, apart: Collection[PictureId]
) -> bool:
    """Whether a picture is alike to one that is not among some, by any band that they share."""
    band = PrintBandRow
    filed = connection.execute(
        select(band.number, band.code).where(band.key.in_([*bands(own.code)]))
    )
    close = {number for number, code in filed if distance(own.code, code % (1 << BITS)) <= within}
    return bool(_prints(connection, sorted(close)).keys() - {name, *apart})


def _near_in_band(filed: Sequence[tuple[int, int, int]], within: int) -> Iterator[int]:
    by_code: dict[int, list[int]] = {}
    for _, code, number in filed:
        by_code.setdefault(code % (1 << BITS), []).append(number)
    for numbers in by_code.values():
        if len(numbers) > 1:
            yield from numbers
    if len(by_code) > _CROWD:
        return
    for (one, numbers), (other, others) in combinations(by_code.items(), 2):
        if distance(one, other) <= within:
            yield from numbers
            yield from others


def missing(connection: Connection) -> list[tuple[PictureId, Sha256]]:
    """Name the pictures that were never looked at, and their originals, the newest first."""
    version, row = PictureVersionRow, PicturePrintRow
    rows = connection.execute(
        select(PictureRow.id, version.sha256)
        .join(version, version.entry == PictureRow.version)
        .where(~exists().where(row.picture == PictureRow.id))
        .order_by(PictureRow.added.desc(), PictureRow.id)
    )
    return [(PictureId(picture), Sha256(sha256)) for picture, sha256 in rows]


def _prints(connection: Connection, numbers: Sequence[int]) -> dict[PictureId, Print]:
    row = PicturePrintRow
    found: dict[PictureId, Print] = {}
    for some in _batches(numbers):
        wanted = select(row.picture, row.print).where(row.number.in_(some))
        for picture, data in connection.execute(wanted):
            found[PictureId(picture)] = Print.from_bytes(data)
    return found


def _batches(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[at : at + _BATCH] for at in range(0, len(numbers), _BATCH))


def signed(code: int) -> int:
    """Give a code as the signed number that SQLite holds."""
    return code - (1 << BITS) if code >> BITS - 1 else code
