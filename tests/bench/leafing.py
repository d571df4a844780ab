"""Pages of 100,000 pictures: of every filter, from the first to the last, and of words."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from newsroom.desk import browsing
from newsroom.desk.room import Desk
from newsroom.domain.picture import CreditRecord, RightsPeriod, record_to_json
from newsroom.domain.summary import PictureQuery
from newsroom.store import picture_orders, picture_words
from newsroom.store.library import Library
from newsroom.store.models import (
    ArticlePictureRow,
    ArticleRow,
    EntryRow,
    PictureRow,
    PictureVersionRow,
)
from tests.bench.measuring import Figure, p95, timed, worked
from tests.support.crowds import crowd
from tests.support.rooms import Rooms

PICTURES = 100_000
PAGE = 200
MOST = 30.0
_PAGES = 25
_BATCH = 10_000
_USED = 5
"""One picture in so many is used by an article."""

_QUERIES = {
    "all": PictureQuery(),
    "missing credit": PictureQuery(missing_credit=True),
    "conflicts": PictureQuery(disputed=True),
    "rights ending": PictureQuery(ends_by="2026-05-14"),
    "unused": PictureQuery(unused=True),
    "in the bin": PictureQuery(binned=True),
    "a word in every picture": PictureQuery(search="harbour"),
    "a word in one of 500": PictureQuery(search="lighthouse"),
    "a word in two of the oldest": PictureQuery(search="zeppelin"),
    "a word in none": PictureQuery(search="xylophone"),
    "two letters in none": PictureQuery(search="qz"),
    "two words": PictureQuery(search="harbour lighthouse"),
    "a word, missing credit": PictureQuery(search="lighthouse", missing_credit=True),
}


def figures() -> Iterator[Figure]:
    """Take two figures for each filter: the slowest pages, and the counting of all."""
    with TemporaryDirectory(prefix="newsroom-bench-") as name:
        rooms = Rooms(Path(name))
        desk = rooms.begin()
        fill(desk.library, PICTURES)
        for title, query in _QUERIES.items():
            yield from _pages(desk, title, replace(query, limit=PAGE))
        rooms.close()


def _pages(desk: Desk, title: str, query: PictureQuery) -> Iterator[Figure]:
    """Leaf through a filter, and tell the slowest of its pages."""
    reading = _Reading(desk, query)
    times, work = [], []
    for _ in range(_PAGES):
        before = replace(reading)
        times.append(timed(reading.turn))
        work.append(worked(before.turn))
        if not reading.more:
            reading = _Reading(desk, query)
    yield Figure(f"a page of {PAGE} pictures, {title}", p95(times), "", 0, _PAGES, most=MOST)
    yield Figure("  its thread's work", p95(work), "", 0, _PAGES, most=MOST)
    counting = [timed(lambda: _count(desk, query)) for _ in range(_PAGES)]
    yield Figure("  counted", p95(counting), "", 0, _PAGES)


@dataclass
class _Reading:
    """Turns the pages of a filter."""

    desk: Desk
    query: PictureQuery
    more: bool = True

    def turn(self) -> None:
        page = browsing.pictures(self.desk, self.query)
        self.more = len(page) == PAGE
        if page:
            self.query = replace(self.query, after=page[-1].place)


def _count(desk: Desk, query: PictureQuery) -> int:
    with desk.library.reading() as view:
        return view.count_pictures(query)


def fill(library: Library, count: int) -> None:
    """File pictures as an archive of years holds them, straight into the views."""
    crowd(library, 50)
    chance = random.Random(4)
    with library.writing() as work:
        connection = work._connection
        articles = [*connection.execute(ArticleRow.__table__.select()).mappings()]
        for first in range(0, count, _BATCH):
            rows = [_rows(chance, number) for number in range(first, first + _BATCH)]
            for model in (EntryRow, PictureVersionRow, PictureRow):
                connection.execute(insert(model), [one[model] for one in rows])
            for one in rows:
                row = one[PictureRow]
                picture_words.put(connection, row["key"], "", row["words"])
        uses = [
            {"article": articles[number % len(articles)]["id"], "picture": f"{number:020x}"}
            for number in range(0, count, _USED)
        ]
        connection.execute(insert(ArticlePictureRow), uses)
        work.commit()


def _rows(chance: random.Random, number: int) -> dict[type, dict[str, Any]]:
    name, entry = f"{number:020x}", f"{number:064x}"
    time = f"20{10 + number // 7000:02}-{1 + number % 12:02}-01T00:00:00.{number % 997:06}Z"
    caption = "The harbour at dawn, seen from the western shore. " + " ".join(
        chance.choices(("ferry", "crane", "tower", "people", "minister", "bridge", "snow"), k=30)
    )
    caption += " lighthouse" if number % 500 == 3 else ""
    caption += " zeppelin" if number in (7, 9) else ""
    record = CreditRecord(
        creator=("Aigerim Bekova",),
        credit="" if number % 50 == 0 else f"Agency {number % 40}",
        caption=caption,
        alt="A harbour",
        rights=RightsPeriod(ends=f"2026-{1 + number % 12:02}-{1 + number % 28:02}")
        if number % 3 == 0
        else RightsPeriod(),
    )
    return {
        EntryRow: {
            "id": entry, "kind": "picture", "author": "", "time": time, "newsroom": "",
            "canonical": b"", "signature": b"",
        },
        PictureVersionRow: {
            "entry": entry, "picture": name, "time": time, "author": "", "sha256": entry,
            "media_type": "image/jpeg", "width": 6000, "height": 4000,
            "file_name": f"{number}.jpg", "size": 9_000_000,
            "record": json.dumps(record_to_json(record)), "disagreements": "[]",
            "cleaned": "[]", "framing": "{}",
        },
        PictureRow: {
            "key": number + 1, "id": name, "version": entry, "added": time,
            "credited": bool(record.credit),
            "words": f"{number}.jpg\n{caption}\naigerim bekova\n{record.credit}".casefold(),
            "ends": record.rights.ends, "disputed": number % 100 == 7,
            **picture_orders.columns(record),
        },
    }  # fmt: skip
