"""Arriving: a folder of pictures taken into a library, beside decoding and keeping its bytes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from newsroom.desk import illustrating, taking_in
from newsroom.desk.room import Desk
from newsroom.pictures.containers import jpeg_with
from tests.bench.measuring import Figure, timed
from tests.support import images
from tests.support.rooms import RESOURCES, Rooms

FILES = 1000
SIZE = (1800, 1200)
_SCENES = 50
_TOGETHER = 16
"""Pictures in a unit of work, as the window takes them in."""


def figures() -> Iterator[Figure]:
    """Take the figure once: it is seconds long, and a second run would find the pictures there."""
    with TemporaryDirectory(prefix="newsroom-bench-") as name:
        folder = Path(name)
        paths = list(_photographs(folder))
        rooms = Rooms(folder)
        desk = rooms.begin()
        kept = folder / "kept"
        kept.mkdir()
        ours = timed(lambda: _take_in(desk, paths))
        floor = timed(lambda: [_plain(path, kept) for path in paths])
        rooms.close()
    words = f"a folder of {FILES:,} pictures taken in"
    yield Figure(words, ours, "decoded once and kept on disk", floor, 1)


def _photographs(folder: Path) -> Iterator[Path]:
    """Write JPEGs of two megapixels that all differ, with a credit each."""
    scene = RESOURCES / "samples" / "steppe-courier" / "meeting1.jpg"
    large = images.opened(scene.read_bytes()).resize(SIZE)
    numbers = count()
    for place in range(_SCENES):
        turned = large.rotate(place * 7)
        bare = images.encoded(turned, quality=88)
        for _ in range(FILES // _SCENES):
            number = next(numbers)
            said = f"<photoshop:Credit>Agency</photoshop:Credit><dc:source>{number}</dc:source>"
            path = folder / f"{number:04}.jpg"
            path.write_bytes(jpeg_with(bare, images.xmp(said), b""))
            yield path


def _take_in(desk: Desk, paths: list[Path]) -> None:
    arriving = illustrating.look_at_files(paths)
    while some := [*islice(arriving, _TOGETHER)]:
        taking_in.take_in(desk, some)


def _plain(path: Path, kept: Path) -> None:
    data = path.read_bytes()
    image = Image.open(io.BytesIO(data))
    image.draft("RGB", (SIZE[0] // 4, SIZE[1] // 4))
    image.load()
    with (kept / path.name).open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
