"""Look-alikes among 100,000 pictures: a file is looked up by what it looks like."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from newsroom.desk import illustrating, likening
from newsroom.domain.prints import BITS, Print, bands
from newsroom.pictures import prints
from newsroom.store.library import Library
from newsroom.store.models import PicturePrintRow, PrintBandRow
from newsroom.store.prints import signed
from tests.bench.measuring import Figure, p95, timed, worked
from tests.support import images
from tests.support.copies_of import CHANGES, changed
from tests.support.rooms import RESOURCES, Rooms

PICTURES = 100_000
MOST = 50.0
_RUNS = 40
_SCENES = sorted((RESOURCES / "samples" / "steppe-courier").glob("*.jpg"))


def figures() -> Iterator[Figure]:
    """Take the figures: the question alone, and with the file decoded and read."""
    with TemporaryDirectory() as folder:
        rooms = Rooms(Path(folder))
        desk = rooms.begin()
        for scene in _SCENES:
            illustrating.add_picture_file(desk, scene)
        _crowd(desk.library, PICTURES - len(_SCENES))
        originals = [images.opened(scene.read_bytes()) for scene in _SCENES]
        changes = cycle(CHANGES.values())
        copies = [changed(image, next(changes)) for image in originals * 2][:_RUNS]
        found = [len(likening.lookalikes(desk, copy)) for copy in copies]
        whole = [timed(lambda copy=copy: likening.lookalikes(desk, copy)) for copy in copies]
        work = [worked(lambda copy=copy: likening.lookalikes(desk, copy)) for copy in copies]
        read = [timed(lambda copy=copy: prints.sought(copy)) for copy in copies]
        name = f"look-alikes of a file, {PICTURES:,} pictures"
        yield Figure(name, p95(whole), "reading the file", p95(read), _RUNS, most=MOST)
        yield Figure("  its thread's work", p95(work), "", 0, _RUNS, most=MOST)
        yield Figure("  copies found, of 40", sum(map(bool, found)), "", 0, _RUNS, unit="")
        yield Figure("  found beside, of 40", sum(found) - sum(map(bool, found)), "", 0, 1, unit="")
        rooms.close()


def _crowd(library: Library, count: int) -> None:
    """File random prints, half of them a few bits from others as real pictures of one scene are."""
    chance = random.Random(4)
    rows, keys = [], []
    code = 0
    for number in range(1000, 1000 + count):
        near = number % 2 and code
        code = _turned(chance, code) if near else chance.getrandbits(BITS)
        one = Print(code, chance.randbytes(64))
        rows.append({"number": number, "picture": f"{number:020x}", "print": one.to_bytes()})
        keys += [{"key": k, "number": number, "code": signed(code)} for k in bands(code)]
    with library.writing() as work:
        work._connection.execute(insert(PicturePrintRow), rows)
        work._connection.execute(insert(PrintBandRow), keys)
        work.commit()


def _turned(chance: random.Random, code: int) -> int:
    for _ in range(chance.randrange(1, 12)):
        code ^= 1 << chance.randrange(BITS)
    return code
