"""Where Python's unreachable objects are taken apart: in the window's thread, and nowhere else.

Python's cyclic collector runs in whatever thread happens to allocate. In a lane it would destroy
Qt objects beside the thread that owns them, which Qt forbids: at worst the window waits for the
interpreter while the lane waits for the window, for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2_000
"""Milliseconds between two looks at what may be collected."""


class Collecting(QObject):
    """Takes the automatic collector's place for as long as the program has windows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """Take collection from the interpreter."""
        gc.disable()
        self._timer.start()

    def settle(self) -> None:
        """Leave everything that stands now out of later looks, so that each of them is short."""
        gc.freeze()

    def unsettle(self) -> None:
        """Take what was left out back in: a window goes, and what belonged to it with it."""
        gc.unfreeze()

    def end(self) -> None:
        """Give collection back to the interpreter, if it had it before."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_automatic:
            gc.enable()


def collect_due() -> None:
    """Collect the oldest generation that is over its threshold, as the interpreter would."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    over = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if over:
        gc.collect(max(over))
