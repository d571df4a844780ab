"""The clockwork of everything that is saved while people type: when, and what waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

Run = Callable[[], None]


class Clockwork(QObject):
    """Calls for a save at the earliest of the moments it is given, until it rests for good.

    Moments are seconds of the clock that never runs backwards, as `Autosave` counts.
    """

    def __init__(self, parent: QObject, save: Run) -> None:
        super().__init__(parent)
        self.resting = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(save)

    def arm(self, dues: Iterable[float | None]) -> None:
        """Wait for the earliest of these moments; None is one that does not come."""
        moments = [due for due in dues if due is not None]
        if moments and not self.resting:
            self._timer.start(max(0, round((min(moments) - time.monotonic()) * 1000)))
        else:
            self._timer.stop()

    def rest(self) -> None:
        """Call for nothing any more; the window is closing."""
        self.resting = True
        self._timer.stop()


@dataclass(frozen=True, slots=True)
class _Waiting:
    run: Run
    otherwise: Run | None


class Afterwards:
    """What waits until all is on disk: to be run then, or to be told that it does not work."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, run: Run, otherwise: Run | None = None) -> None:
        """Wait with something."""
        self._waiting.append(_Waiting(run, otherwise))

    def run(self) -> None:
        """Run it all: everything is on disk."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one.run()

    def forget(self) -> Run:
        """Forget it all, for a save did not work; give what tells those who waited."""
        waiting, self._waiting = self._waiting, []

        def tell() -> None:
            for one in waiting:
                if one.otherwise is not None:
                    one.otherwise()

        return tell
