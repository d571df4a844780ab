"""Keeps drafts on disk while people type: the timers and the one save under way."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.desk.drafting import Saved
from newsroom.domain.article import Content
from newsroom.domain.ids import ArticleId
from newsroom.ui.autosave import Autosave

Snapshot = Callable[[], Content]
_Afterwards = tuple[Callable[[], None], Callable[[], None] | None]


class SaveDraft(Protocol):
    """Puts a draft on disk and answers later, in one of two ways."""

    def __call__(
        self,
        article: ArticleId,
        content: Content,
        done: Callable[[Saved], None],
        failed: Callable[[Exception], None],
    ) -> None: ...


class DraftKeeper(QObject):
    """Saves the article on the desk, and those just left, until the store has answered for each.

    `saved` says which article is on disk and since when; `stuck` since when nothing has been;
    `unsaved` that something was typed.
    """

    saved = Signal(str, object)
    stuck = Signal(object, object)
    unsaved = Signal()

    def __init__(self, save: SaveDraft, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._save = save
        self._clock = clock
        self._state = Autosave()
        self._since: datetime | None = None
        self._article: ArticleId | None = None
        self._snapshot: Snapshot | None = None
        self._waiting: dict[ArticleId, Content] = {}
        self._afterwards: list[_Afterwards] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def dirty(self) -> bool:
        """Whether anything is not known to be on disk."""
        return self._state.dirty or bool(self._waiting)

    def watch(self, article: ArticleId, snapshot: Snapshot) -> None:
        """Keep another article from now on; what is unsaved of the former one is sent first."""
        self.leave()
        self._article = article
        self._snapshot = snapshot

    def leave(self) -> None:
        """Stop watching, after sending what is unsaved."""
        self._take()
        self._send()
        self._article = None
        self._snapshot = None

    def typed(self) -> None:
        """Note a change in the watched article."""
        if self._since is None:
            self._since = self._clock()
        self._state = self._state.typed(time.monotonic())
        self._arm()
        self.unsaved.emit()

    def flush(self) -> None:
        """Save now what is unsaved, without waiting for a pause."""
        self._take()
        self._send()

    def when_saved(
        self, run: Callable[[], None], otherwise: Callable[[], None] | None = None
    ) -> None:
        """Run something once all is on disk; it is forgotten when a save does not work."""
        if not self.dirty:
            run()
            return
        self._afterwards.append((run, otherwise))
        self.flush()

    def stop(self) -> None:
        """Let the timer rest; the window is closing."""
        self._timer.stop()

    def _take(self) -> None:
        if self._article and self._snapshot and self._state.first is not None:
            self._waiting[self._article] = self._snapshot()

    def _send(self) -> None:
        if self._state.saving or not self._waiting:
            return
        article, content = next(iter(self._waiting.items()))
        self._timer.stop()
        self._state = self._state.began()
        self._save(
            article,
            content,
            lambda answer: self._on_stored(article, content, answer),
            self._on_failed,
        )

    def _on_stored(self, article: ArticleId, content: Content, answer: Saved) -> None:
        self._state = self._state.stored()
        if self._waiting.get(article) is content:
            del self._waiting[article]
        if self._waiting:
            self._send()
        else:
            self._since = self._clock() if self._state.first is not None else None
            self._arm()
        self.saved.emit(article, answer.at)
        self._run_afterwards()

    def _run_afterwards(self) -> None:
        if self.dirty:
            if self._afterwards:
                self.flush()
            return
        runs, self._afterwards = self._afterwards, []
        for run, _ in runs:
            run()

    def _on_failed(self, error: Exception) -> None:
        forgotten, self._afterwards = self._afterwards, []
        self._state = self._state.failed(time.monotonic())
        self._arm()
        self.stuck.emit(self._since or self._clock(), error)
        for _, otherwise in forgotten:
            if otherwise:
                otherwise()

    def _arm(self) -> None:
        due = self._state.due()
        if due is None:
            return
        self._timer.start(max(0, round((due - time.monotonic()) * 1000)))
