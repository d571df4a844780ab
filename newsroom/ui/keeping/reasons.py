"""Reasons that are being typed for findings and not given yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from newsroom.desk import jotting
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.keeping.jotting import Jotter

Key = tuple[str, str, int]
"""A finding's rule, its article and subject, and how many came before it that have both."""


class Reasons(QObject):
    """Keeps them on this laptop as they are typed, so that a crash takes none.

    `found` says that those of before have been read, which happens once somebody may go on.
    """

    found = Signal()

    def __init__(self, link: DeskLink, jotter: Jotter) -> None:
        super().__init__()
        self._link = link
        self._jotter = jotter
        self._typed: dict[str, str] = {}
        self._asked = False

    def look_up(self) -> None:
        """Read what a former sitting left, once."""
        if not self._asked:
            self._asked = True
            self._link.read(lambda desk: jotting.all_jotted(desk, jotting.REASONS), self._on_jotted)

    def typed(self, key: Key) -> str:
        """Give what was typed for a finding; empty for nothing."""
        return self._typed.get(_name(key), "")

    def note(self, key: Key, words: str) -> None:
        """Note what is typed for a finding now; nothing ends it."""
        name = _name(key)
        if words != self._typed.get(name, ""):
            self._typed[name] = words
            self._jotter.jot(f"{jotting.REASONS}{name}", words)

    def _on_jotted(self, found: dict[str, str]) -> None:
        self._typed = found | self._typed
        self.found.emit()


def _name(key: Key) -> str:
    rule, subject, again = key
    return f"{rule}/{subject}/{again}"
