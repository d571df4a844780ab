"""Pictures that come into the text: read beside the window, written to the library in a moment."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from newsroom import desk as deeds

if TYPE_CHECKING:
    from newsroom.desk.illustrating import Added, Arrival
    from newsroom.desk.room import Desk

T = TypeVar("T")
Failed = Callable[[Exception], None]
PASTED = "pasted-picture"
"""What a picture is called that came without a name."""


class Lane(Protocol):
    """Does something with the desk, and answers in one of two ways."""

    def __call__(
        self, deed: Callable[[Desk], T], done: Callable[[T], None], *, failed: Failed
    ) -> None: ...


class Adding:
    """Adds one picture after another, in the order in which they were asked for.

    To decode one takes long; `read` does that, so that the words that `write` saves do not wait.
    """

    def __init__(self, read: Lane, write: Lane, failed: Failed) -> None:
        self._read = read
        self._write = write
        self._failed = failed
        self._waiting: deque[tuple[Path | bytes, Callable[[Added], None]]] = deque()

    def add(self, source: Path | bytes, done: Callable[[Added], None]) -> None:
        """Add a picture from a file, or from bytes."""
        self._waiting.append((source, done))
        if len(self._waiting) == 1:
            self._begin()

    def _begin(self) -> None:
        source, _ = self._waiting[0]
        self._read(partial(_look, source), self._on_read, failed=self._on_failed)

    def _on_read(self, arrival: Arrival) -> None:
        self._write(
            lambda desk: deeds.illustrating.add_arrival(desk, arrival),
            self._on_added,
            failed=self._on_failed,
        )

    def _on_added(self, added: Added) -> None:
        _, done = self._waiting[0]
        try:
            done(added)
        finally:
            self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._failed(error)
        self._go_on()

    def _go_on(self) -> None:
        self._waiting.popleft()
        if self._waiting:
            self._begin()


def _look(source: Path | bytes, _desk: Desk) -> Arrival:
    if isinstance(source, Path):
        return deeds.illustrating.look_at_file(source)
    return deeds.illustrating.look_at(source, PASTED)
