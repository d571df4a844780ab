"""How long work tells how far it is, without knowing who watches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """Called before each step; may raise `Cancelled` to stop the work between two steps."""

    def __call__(self, done: int, total: int, label: str) -> None: ...


def unwatched(done: int, total: int, label: str) -> None:
    """Do the work with nobody watching."""


Watch = Callable[[], None]
"""Called on the way through work that tells nothing; may raise `Cancelled` to stop it."""


def unhurried() -> None:
    """Do the work to its end."""
