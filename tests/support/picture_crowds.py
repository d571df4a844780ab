"""A library with any number of pictures, made in bulk by the store's own tables.

Their bytes are those of a few samples, so that thumbnails can be made. By its number a picture
lacks a credit, ends in its rights, or is in dispute; print codes lie far apart but for one pair in
every thousand.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from newsroom.domain.entry import entry_bytes
from newsroom.domain.ids import PictureId, Sha256
from newsroom.domain.picture import Picture, RightsPeriod, record_to_json
from newsroom.domain.prints import bands
from newsroom.domain.times import ledger_time
from newsroom.store import picture_orders, picture_words
from newsroom.store.library import Library
from newsroom.store.models import (
    EntryRow,
    PicturePrintRow,
    PictureRow,
    PictureVersionRow,
    PrintBandRow,
)
from newsroom.store.prints import signed
from newsroom.store.stemming import fold
from tests.support.ledger import WRITER, picture_entry
from tests.support.rooms import RESOURCES
from tests.support.stories import a_picture

FIRST = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
SAMPLES = RESOURCES / "samples" / "steppe-courier"
_BATCH = 1000
_PLACES = ("Oral", "Atyrau", "Zharkent", "Semey", "Taraz", "Balqash", "Kostanay")
_THINGS = ("Bridge", "School", "Market", "Reservoir", "Theatre", "Stadium")


def picture_id_of(number: int) -> PictureId:
    """Name the picture of a number; the highest is the newest."""
    return PictureId(f"{number:020x}")


def picture_of(number: int, sha256: Sha256) -> Picture:
    """Build the picture of a number on the bytes of a sample."""
    thing, place = _THINGS[number % len(_THINGS)], _PLACES[number % len(_PLACES)]
    ends = f"2026-05-{number % 28 + 1:02}" if number % 50 == 3 else ""
    made = a_picture(
        f"{number:06}.jpg",
        caption=f"{thing} in {place}, {number}",
        credit="" if number % 100 == 7 else f"Agency {number % 9}",
        rights=RightsPeriod(ends=ends),
        created="" if number % 20 == 9 else f"20{number % 26:02}-{number % 12 + 1:02}-07T10:00:00",
    )
    return replace(made, id=picture_id_of(number), sha256=sha256)


def crowd_of_pictures(library: Library, pictures: int) -> None:
    """Fill a library with so many pictures."""
    files = sorted(SAMPLES.glob("*.jpg"))
    samples = [library.originals.put(path.read_bytes()) for path in files]
    with library.writing() as work:
        for start in range(0, pictures, _BATCH):
            numbers = range(start, min(start + _BATCH, pictures))
            made = [picture_of(one, samples[one % len(samples)]) for one in numbers]
            _add(work._connection, numbers, made)
            _print(work._connection, numbers)
        work.commit()


def _add(connection: Connection, numbers: Sequence[int], made: Sequence[Picture]) -> None:
    entries, versions, rows = [], [], []
    for number, picture in zip(numbers, made, strict=True):
        entry = picture_entry(picture)
        time = ledger_time(FIRST + timedelta(seconds=number))
        row = {"id": entry.id, "kind": entry.entry.kind, "author": WRITER, "time": time}
        more = {"newsroom": entry.entry.newsroom, "canonical": entry_bytes(entry.entry)}
        entries.append({**row, **more, "signature": entry.signature})
        versions.append(_version(picture, entry.id, time))
        rows.append(_row(picture, entry.id, time, disputed=number % 500 == 11))
    connection.execute(insert(EntryRow), entries)
    connection.execute(insert(PictureVersionRow), versions)
    connection.execute(insert(PictureRow), rows)
    for row in rows:
        picture_words.put(connection, row["key"], "", row["words"])


def _version(picture: Picture, entry: str, time: str) -> dict[str, object]:
    return {
        "entry": entry,
        "picture": picture.id,
        "time": time,
        "author": WRITER,
        "sha256": picture.sha256,
        "media_type": picture.media_type,
        "width": picture.width,
        "height": picture.height,
        "file_name": picture.file_name,
        "size": picture.size,
        "record": json.dumps(record_to_json(picture.record)),
        "disagreements": "[]",
        "cleaned": "[]",
        "framing": "{}",
    }


def _row(picture: Picture, entry: str, time: str, *, disputed: bool) -> dict[str, Any]:
    record = picture.record
    return {
        "key": picture_words.key_of(picture.id),
        "id": picture.id,
        "version": entry,
        "added": time,
        "credited": bool(record.credit),
        "words": fold(f"{picture.file_name}\n{record.credit}\n{record.caption}"),
        "ends": record.rights.ends,
        "disputed": disputed,
        **picture_orders.columns(record),
    }


def _print(connection: Connection, numbers: Sequence[int]) -> None:
    found = list(_codes(numbers))
    prints = [
        {"number": number + 1, "picture": picture_id_of(number), "print": code.to_bytes(8, "big")}
        for number, code in found
    ]
    filed = [
        {"key": key, "number": number + 1, "code": signed(code)}
        for number, code in found
        for key in bands(code)
    ]
    connection.execute(insert(PicturePrintRow), prints)
    connection.execute(insert(PrintBandRow), filed)


def _codes(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    for number in numbers:
        twin = number - 1 if number % 1000 == 1 else number
        yield number, random.Random(twin).getrandbits(64)
