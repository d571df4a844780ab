"""The index of prints: which pictures may look like one that is sought, out of any number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, exists, func, insert, select

from newsroom.domain.ids import PictureId, Sha256
from newsroom.domain.prints import BITS, Print, bands, distance, keys_near
from newsroom.store.models import PicturePrintRow, PictureRow, PictureVersionRow, PrintBandRow

_BATCH = 500
"""Numbers in one question; SQLite takes some thirty thousand, older ones a thousand."""


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
    band = PrintBandRow
    keys = select(func.json_each(json.dumps(list(sought))).table_valued("value").c.value)
    wanted = select(band.key, band.number, band.code).where(band.key.in_(keys))
    rows = connection.execute(wanted).all()
    found = {
        number
        for key, number, code in rows
        if any(distance(code % (1 << BITS), one) <= within for one in sought[key])
    }
    return _prints(connection, sorted(found))


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
