"""Work on a disk that may not answer, such as a network drive: nobody waits for it for long."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")

PATIENCE = 0.1
"""Seconds that an answer is waited for once nothing else is left to do. A first look takes some
milliseconds; on a turning disk that has cached nothing some ten seeks of twelve, most of which pass
while the window is made. Whoever would wait longer had rather see a window that fills later."""


class Attempt(Generic[T]):
    """Begins at once, in a thread that holds neither the window nor the end of the program."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._answers: list[T] = []
        self._ended = Event()
        Thread(target=self._run, args=(work,), name="newsroom-attempt", daemon=True).start()

    def result(self, otherwise: T) -> T:
        """Give what came of it; what is given instead where nothing came, or not in time."""
        self._ended.wait(PATIENCE)
        return self._answers[0] if self._answers else otherwise

    def _run(self, work: Callable[[], T]) -> None:
        try:
            self._answers.append(work())
        finally:
            self._ended.set()
