"""What a screen reader is told as it happens: saved, found by the checks, decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from newsroom.domain.findings import Finding
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleSummary
from newsroom.domain.workflow import State
from newsroom.ui.keeping.article_desk import ArticleDesk
from newsroom.ui.look.notice import NoticeBar
from newsroom.ui.look.states import STATE_WORDS
from newsroom.ui.main_window import MainWindow

if TYPE_CHECKING:
    from newsroom.ui.review.review_place import ReviewPlace


class Announcements(QObject):
    """Says each thing once: what was said `last` is not said again. `said` carries the words."""

    said = Signal(str)

    def __init__(self, window: MainWindow, desk: ArticleDesk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.last = ""
        self._found = 0
        self._summary: ArticleSummary | None = None
        desk.opened.connect(self._on_opened)
        desk.keeper.saved.connect(self._on_saved)
        desk.found.connect(self._on_found)
        desk.summary_changed.connect(self._on_summary)
        notice: NoticeBar = window.notice
        notice.told.connect(self.say)

    def heed(self, review: ReviewPlace) -> None:
        """Tell what is decided there."""
        review.decided.connect(self._on_decided)

    def say(self, words: str) -> None:
        """Let the screen reader speak, when it has said what it is saying now."""
        if not words or words == self.last:
            return
        self.last = words
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))
        self.said.emit(words)

    def _on_decided(self, state: State) -> None:
        self.say(STATE_WORDS[state])

    def _on_opened(self, article: ArticleId) -> None:
        del article
        self._found = 0
        self._summary = None

    def _on_saved(self) -> None:
        if not self._desk.keeper.dirty:
            self.say("Saved")

    def _on_found(self, found: tuple[Finding, ...]) -> None:
        """Tell how many findings there are when that changes; each is in the list of checks."""
        if len(found) == self._found:
            return
        self._found = len(found)
        noun = "thing" if len(found) == 1 else "things"
        self.say(f"{len(found)} {noun} to check" if found else "Nothing to check")

    def _on_summary(self, summary: ArticleSummary) -> None:
        former, self._summary = self._summary, summary
        if former is not None and former.id == summary.id and former.state is not summary.state:
            self.say(STATE_WORDS[summary.state])
