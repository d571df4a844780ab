"""The index of prints: which pictures may look like one that is sought, out of any number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, exists, insert, select, text

from newsroom.domain.ids import PictureId, Sha256
from newsroom.domain.prints import BITS, Print, bands, keys_near
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
