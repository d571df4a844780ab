"""A library of 100,000 pictures: its first screen, its filters, and its grid dragged.

`NEWSROOM_BENCH_PICTURES` gives another number.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time

from PySide6.QtCore import QCoreApplication

from newsroom.desk import browsing, likening
from newsroom.desk.room import Desk
from newsroom.domain.summary import PictureQuery, PictureSort
from newsroom.store.folder import FILE
from newsroom.ui.frame.places import Place
from newsroom.ui.pictures.pictures_model import PAGE
from tests.bench.measuring import Figure, compared, p95, timed
from tests.bench.stage import Stage, window_on
from tests.support.picture_crowds import crowd_of_pictures
from tests.support.rooms import Rooms

PICTURES = int(os.environ.get("NEWSROOM_BENCH_PICTURES", "100000"))
FRAME = 16.0
_STEPS = 200
_BARE_PAGE = (
    "SELECT * FROM pictures JOIN picture_versions ON entry = version"
    " ORDER BY added DESC, id DESC LIMIT ?"
)


def figures() -> Iterator[Figure]:
    """Take the figures on a library in a scratch folder."""
    with TemporaryDirectory(prefix="newsroom-bench-") as name:
        rooms = Rooms(Path(name))
        desk = rooms.begin()
        crowd_of_pictures(desk.library, PICTURES)
        yield from _asked(desk)
        with window_on(desk) as stage:
            yield from _shown(stage)
        rooms.close()


def _asked(desk: Desk) -> Iterator[Figure]:
    bare = sqlite3.connect(desk.library.folder / FILE)
    yield compared(
        f"first {PAGE} pictures of {PICTURES:,}",
        lambda: browsing.pictures(desk, PictureQuery(limit=PAGE)),
        "bare SQLite query",
        lambda: bare.execute(_BARE_PAGE, (PAGE,)).fetchall(),
        50,
    )
    bare.close()
    middle = PictureQuery(limit=PAGE, offset=PICTURES // 2)
    ends = PictureQuery(limit=PAGE, sort=PictureSort.ENDS)
    taken = PictureQuery(limit=PAGE, sort=PictureSort.TAKEN)
    asked: dict[str, Callable[[], object]] = {
        "pictures from the middle": lambda: browsing.pictures(desk, middle),
        "pictures by the end of their rights": lambda: browsing.pictures(desk, ends),
        "pictures by when they were taken": lambda: browsing.pictures(desk, taken),
        "unused pictures counted": lambda: browsing.count_pictures(desk, PictureQuery(unused=True)),
        "all look-alikes": lambda: likening.alike(desk),
    }
    for name, ask in asked.items():
        times = [timed(ask) for _ in range(7)]
        yield Figure(f"{name} of {PICTURES:,}", p95(times), "", 0.0, len(times))


def _shown(stage: Stage) -> Iterator[Figure]:
    """Take the window's own work: what stands between an event and the next."""
    first = timed(lambda: _first_screen(stage))
    yield Figure(f"first screen of {PICTURES:,} pictures, asked for and drawn", first, "", 0.0, 1)
    stage.rest()
    view = stage.room.panes.library_pictures.grid.view
    bar = view.verticalScrollBar()

    def to(part: int) -> Callable[[], None]:
        def step() -> None:
            bar.setValue(bar.maximum() * part // _STEPS)
            view.viewport().repaint()

        return step

    times = [worked(to(part)) for part in range(_STEPS)]
    stage.rest()
    name = f"own work, a step of a drag through {PICTURES:,} pictures"
    yield Figure(name, p95(times), "", 0.0, len(times), most=FRAME)
    slow = [worked(_roll(stage)) for _ in range(_STEPS)]
    name = "own work, a turn of the wheel, thumbnails arriving"
    yield Figure(name, p95(slow), "", 0.0, len(slow), most=FRAME)
    stage.rest()


def worked(step: Callable[[], object]) -> float:
    """Give the milliseconds that the window's thread itself works at a step."""
    begun = thread_time()
    step()
    return (thread_time() - begun) * 1000


def _roll(stage: Stage) -> Callable[[], None]:
    bar = stage.room.panes.library_pictures.grid.view.verticalScrollBar()

    def step() -> None:
        bar.setValue(bar.value() + 120)
        # Draws what came into sight, and what arrived.
        QCoreApplication.processEvents()

    return step


def _first_screen(stage: Stage) -> None:
    stage.room.go_to(Place.PICTURES)
    grid = stage.room.panes.library_pictures.grid
    stage.until(lambda: grid.model.rowCount() == PICTURES)
    grid.view.viewport().repaint()
