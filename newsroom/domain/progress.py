"""How long work tells how far it is, without knowing who watches."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called before each step; may raise `Cancelled` to stop the work between two steps."""

    def __call__(self, done: int, total: int, label: str) -> None: ...


def unwatched(done: int, total: int, label: str) -> None:
    """Do the work with nobody watching."""
