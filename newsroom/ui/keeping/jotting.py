"""Keeps words on disk that are typed for a deed not done yet, as fast as drafts are kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from newsroom.desk import jotting
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.keeping.autosave import Autosave
from newsroom.ui.keeping.clockwork import Afterwards, Clockwork


class Jotter(QObject):
    """Saves texts under their keys, together, within a second of the first key.

    `stuck` says since when something is not on disk, and why; `settled` that everything is.
    """

    stuck = Signal(object, object)
    settled = Signal()

    def __init__(self, link: DeskLink) -> None:
        super().__init__()
        self._link = link
        self._unsaved: dict[str, str] = {}
        self._state = Autosave()
        self._since: datetime | None = None
        self._afterwards = Afterwards()
        self._clockwork = Clockwork(self, self.flush)

    @property
    def dirty(self) -> bool:
        """Whether anything is not known to be on disk."""
        return self._state.dirty

    def unsaved(self, key: str) -> str | None:
        """Give a text that is not known to be on disk."""
        return self._unsaved.get(key)

    def jot(self, key: str, text: str) -> None:
        """Note what stands under a key now; an empty text ends it."""
        self._unsaved[key] = text
        self._since = self._since or self._link.now()
        self._state = self._state.typed(time.monotonic())
        self._arm()

    def flush(self) -> None:
        """Save now what is unsaved, unless a save is under way, which is followed by another."""
        if not self._state.unsent or self._state.saving:
            return
        texts = dict(self._unsaved)
        self._state = self._state.began()
        self._arm()
        self._link.write(
            lambda desk: jotting.jot(desk, texts),
            lambda _: self._on_stored(texts),
            failed=self._on_failed,
        )

    def when_saved(self, run: Callable[[], None], otherwise: Callable[[], None]) -> None:
        """Run something once all is on disk, or something else when that does not work."""
        if not self.dirty:
            run()
            return
        self._afterwards.add(run, otherwise)
        self.flush()

    def stop(self) -> None:
        """Send what is unsaved for the last time; the window is closing."""
        self.flush()
        self._clockwork.rest()

    def _on_stored(self, texts: dict[str, str]) -> None:
        self._state = self._state.stored()
        for key, text in texts.items():
            if self._unsaved.get(key) == text:
                del self._unsaved[key]
        if self._state.dirty:
            self._arm()
            if self._afterwards:
                self.flush()
            return
        self._since = None
        self.settled.emit()
        self._afterwards.run()

    def _on_failed(self, error: Exception) -> None:
        self._state = self._state.failed(time.monotonic())
        self._arm()
        self.stuck.emit(self._since or self._link.now(), error)
        self._afterwards.forget()()

    def _arm(self) -> None:
        self._clockwork.arm((self._state.due(),))
