"""Prints for pictures that came in before look-alikes were known, taken while nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsroom import desk as deeds
from newsroom.domain.errors import Cancelled
from newsroom.ui.desk_link import DeskLink

if TYPE_CHECKING:
    from newsroom.desk.likening import Unprinted
    from newsroom.desk.room import Desk

BEGIN_MS, REST_MS = 10_000, 500
"""How long after the start it begins, and how long the lane is left to others after each step."""
_STEP = 4
"""Pictures to a step: well under a second of one lane."""


class Imprinting(QObject):
    """Goes through the library once, in small steps; `stop` ends it between two pictures."""

    def __init__(self, link: DeskLink, begin_ms: int = BEGIN_MS, rest_ms: int = REST_MS) -> None:
        super().__init__()
        self._link = link
        self._wanted: tuple[Unprinted, ...] = ()
        self._stopped = False
        self._begin = QTimer(self, singleShot=True, interval=begin_ms)
        self._begin.timeout.connect(self._ask)
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._step)
        self._begin.start()

    @property
    def waiting(self) -> int:
        """How many pictures are still to be looked at."""
        return len(self._wanted)

    def stop(self) -> None:
        """Take no more; the window is closing."""
        self._stopped = True
        self._begin.stop()
        self._rest.stop()

    def _ask(self) -> None:
        self._link.read(_unprinted, self._on_unprinted, failed=self._on_failed)

    def _on_unprinted(self, wanted: tuple[Unprinted, ...]) -> None:
        self._wanted = wanted
        self._step()

    def _step(self) -> None:
        some, self._wanted = self._wanted[:_STEP], self._wanted[_STEP:]
        if some and not self._stopped:
            self._link.picture(
                lambda desk: deeds.likening.take_prints(desk, some, self._watch),
                self._on_taken,
                self._on_failed,
            )

    def _watch(self, done: int, total: int, label: str) -> None:
        if self._stopped:
            raise Cancelled

    def _on_taken(self, _taken: int) -> None:
        if not self._stopped:
            self._rest.start()

    def _on_failed(self, _error: Exception) -> None:
        """Leave the rest for the next start: nobody asked for it, so nobody is told."""
        self._wanted = ()


def _unprinted(desk: Desk) -> tuple[Unprinted, ...]:
    return deeds.likening.unprinted(desk)
