"""From a key in the body to the changed page in the preview."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.bench.measuring import Figure, p95
from tests.bench.stage import Stage, furnished, write
from tests.bench.texts import SIZES, content
from tests.bench.typing_alone import settle

EDITS = 60
MOST = 60.0
"""Milliseconds at 450 words; the timer that gathers keys takes 20 of them."""
GROWTH = 2.0


def figures() -> Iterator[Figure]:
    """Take the figures at each length; each is held against the shortest."""
    shortest = 0.0
    with furnished() as stage:
        for size in SIZES:
            stage.open(write(stage.desk, content(size)))
            taken = p95(_edits(stage))
            name = f"edit to page, {size:,} words"
            if not shortest:
                shortest = taken
                yield Figure(name, taken, "", 0.0, EDITS, most=MOST)
            else:
                yield Figure(name, taken, "450 words", shortest, EDITS, ratio=GROWTH)


def _edits(stage: Stage) -> list[float]:
    panes = stage.room.panes
    settle(panes.editor.body)
    panes.editor.body.setFocus()
    shown: list[int] = []
    panes.preview.shown.connect(shown.append)
    times: list[float] = []
    for _ in range(EDITS):
        # A pause of its own length each time: keys come at any moment of a timer's or a save's.
        QTest.qWait(30 + 7 * len(times) % 60)
        stage.rest()
        shown.clear()
        begun = perf_counter()
        QTest.keyClick(panes.editor.body, Qt.Key.Key_A)
        stage.until(lambda: shown)
        times.append((perf_counter() - begun) * 1000)
    panes.preview.shown.disconnect(shown.append)
    return times
