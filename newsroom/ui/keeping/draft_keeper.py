"""Keeps drafts on disk while people type: the timer and the one save under way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.domain.article import Content
from newsroom.domain.errors import Unavailable
from newsroom.domain.ids import ArticleId
from newsroom.ui.keeping.autosave import Autosave
from newsroom.ui.keeping.clockwork import Afterwards, Clockwork

if TYPE_CHECKING:
    from newsroom.desk.drafting import Saved

PATIENCE_MS = 2_000
"""How long a save may take before the person is told that the words are not on disk."""
Snapshot = Callable[[], Content]


class SaveDraft(Protocol):
    """Puts a draft on disk and answers later, in one of two ways."""

    def __call__(
        self,
        article: ArticleId,
        content: Content,
        done: Callable[[Saved], None],
        failed: Callable[[Exception], None],
    ) -> None: ...


@dataclass
class _Draft:
    """One article's words: `content` takes them as they are now, for one that was left as then.

    `since` is when the first of them was typed that is not known to be on disk.
    """

    article: ArticleId
    content: Snapshot
    state: Autosave = field(default_factory=Autosave)
    since: datetime | None = None


class DraftKeeper(QObject):
    """Saves the article on the desk, and those just left, until the store has answered for each.

    Each draft has its own state, so that the words of one are never taken for those of another;
    one save is under way at a time. `saved` says which article is on disk and since when; `stuck`
    since when something has not been; `unsaved` that something was typed.
    """

    saved = Signal(str, object)
    stuck = Signal(object, object)
    unsaved = Signal()

    def __init__(self, save: SaveDraft, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._save = save
        self._clock = clock
        self._watched: ArticleId | None = None
        self._drafts: dict[ArticleId, _Draft] = {}
        self._queue: list[ArticleId] = []
        self._afterwards = Afterwards()
        self._clockwork = Clockwork(self, self._on_due)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_slow)

    @property
    def dirty(self) -> bool:
        """Whether anything is not known to be on disk."""
        return any(draft.state.dirty for draft in self._drafts.values())

    def watch(self, article: ArticleId, content: Snapshot) -> None:
        """Keep another article from now on; what is unsaved of the former one is sent first."""
        self.leave()
        self._watched = article
        self._drafts.setdefault(article, _Draft(article, content)).content = content

    def leave(self) -> None:
        """Stop watching, after sending what is unsaved; what was left no longer changes."""
        draft = self._drafts.get(self._watched) if self._watched else None
        if draft is None:
            return
        if draft.state.dirty:
            left = draft.content()
            draft.content = lambda: left
        else:
            del self._drafts[draft.article]
        self._watched = None
        self.flush()

    def held(self, article: ArticleId) -> Content | None:
        """Give the words of an article that was left and is not on disk yet."""
        draft = self._drafts.get(article)
        return draft.content() if draft and draft.state.dirty else None

    def unsaved_contents(self) -> tuple[Content, ...]:
        """Give the words of every article that are not known to be on disk."""
        return tuple(one.content() for one in self._drafts.values() if one.state.dirty)

    def typed(self) -> None:
        """Note a change in the watched article."""
        draft = self._drafts.get(self._watched) if self._watched else None
        if draft is None:
            return
        begun = draft.state.unsent
        draft.since = draft.since or self._clock()
        draft.state = draft.state.typed(time.monotonic())
        # Further keys only put a save off: when it is due, it is known anew how long to wait.
        if not begun:
            self._arm()
            self.unsaved.emit()

    def flush(self) -> None:
        """Save now what is unsaved, without waiting for a pause."""
        self._send(one for one, draft in self._drafts.items() if draft.state.unsent)

    def when_saved(
        self, run: Callable[[], None], otherwise: Callable[[], None] | None = None
    ) -> None:
        """Run something once all is on disk; it is forgotten when a save does not work."""
        if not self.dirty:
            run()
            return
        self._afterwards.add(run, otherwise)
        self.flush()

    def stop(self) -> None:
        """Let the timer rest; the window is closing."""
        self._clockwork.rest()
        self._patience.stop()

    def _on_due(self) -> None:
        now = time.monotonic()
        dues = {name: draft.state.due() for name, draft in self._drafts.items()}
        self._send(name for name, due in dues.items() if due is not None and due <= now)
        self._arm()

    def _send(self, wanted: Iterable[ArticleId]) -> None:
        self._queue += [one for one in wanted if one not in self._queue]
        self._send_next()

    def _send_next(self) -> None:
        if not self._queue or any(one.state.saving for one in self._drafts.values()):
            return
        draft = self._drafts[self._queue.pop(0)]
        draft.state = draft.state.began()
        if not self._clockwork.resting:
            self._patience.start()
        content = None
        try:
            content = draft.content()
        finally:  # A fault of ours must neither end the saving of what comes after nor be hidden.
            if content is None:
                self._on_failed(draft, RuntimeError("The words could not be taken from the fields"))
        self._save(
            draft.article,
            content,
            lambda answer: self._on_stored(draft, answer),
            lambda error: self._on_failed(draft, error),
        )

    def _on_stored(self, draft: _Draft, answer: Saved) -> None:
        draft.state = draft.state.stored()
        self._patience.stop()
        draft.since = self._clock() if draft.state.dirty else None
        if not draft.state.dirty and draft.article != self._watched:
            del self._drafts[draft.article]
        self._send_next()
        self._arm()
        self.saved.emit(draft.article, answer.at)
        self._run_afterwards()

    def _run_afterwards(self) -> None:
        if self.dirty:
            if self._afterwards:
                self.flush()
            return
        self._afterwards.run()

    def _on_failed(self, draft: _Draft, error: Exception) -> None:
        tell = self._afterwards.forget()
        draft.state = draft.state.failed(time.monotonic())
        self._patience.stop()
        self._send_next()
        self._arm()
        self._tell_stuck(error)
        tell()

    def _on_slow(self) -> None:
        """Tell that a save takes long, before it is known whether it works."""
        self._tell_stuck(Unavailable("The disk, or another program, keeps it waiting."))

    def _tell_stuck(self, error: Exception) -> None:
        moments = [one.since for one in self._drafts.values() if one.since]
        self.stuck.emit(min(moments, default=self._clock()), error)

    def _arm(self) -> None:
        self._clockwork.arm(one.state.due() for one in self._drafts.values())
