"""Going back in time: what the article on the desk was, and bringing that back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom import desk as deeds
from newsroom.domain.article import Content, Story
from newsroom.domain.document import Document
from newsroom.domain.ids import ArticleId
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.article.bringing import Step, redone, undone
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.inspector.history_pane import HistoryPane
from newsroom.ui.inspector.time_slider import clock_words
from newsroom.ui.keeping.article_desk import ArticleDesk

if TYPE_CHECKING:
    from newsroom.desk.timing import Stop

_REFRESH_MS = 1_000
"""How long after a save the slider learns of it: whoever types needs no new stop each time."""


class BroughtBack(QObject):
    """The last bringing back: one step over all fields, until somebody writes again.

    From then on it is one step of each field that it changed, among those that were typed there.
    """

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__()
        self._pane = pane
        self._before: tuple[Content, Document] | None = None
        self._after: tuple[Content, Document] | None = None
        self._busy = False
        self.can_undo = False
        self.can_redo = False
        pane.edited.connect(self.end)

    def bring(self, content: Content, document: Document) -> None:
        """Put other words into the article on the desk."""
        self._before = self._standing()
        self._put(content, document)
        self._after = self._standing()
        self.can_undo, self.can_redo = True, False

    def undo(self) -> None:
        """Put the words back that stood there before."""
        if self._before and self.can_undo:
            self._put(*self._before, undone)
            self.can_undo, self.can_redo = False, True

    def redo(self) -> None:
        """Bring the same words back again."""
        if self._after and self.can_redo:
            self._put(*self._after, redone)
            self.can_undo, self.can_redo = True, False

    def end(self) -> None:
        """Let the fields' own steps be the last ones again."""
        if not self._busy:
            self.can_undo = self.can_redo = False
            self._before = self._after = None

    def _standing(self) -> tuple[Content, Document]:
        return self._pane.content(), self._pane.slot.document()

    def _put(self, content: Content, document: Document, step: Step | None = None) -> None:
        self._busy = True
        try:
            self._pane.bring(content, document, step)
        finally:
            self._busy = False


class GoingBack(QObject):
    """Fills the history pane with stops and looks, and carries out its wishes.

    `brought` tells that another step can be undone.
    """

    brought = Signal()

    def __init__(
        self, history: HistoryPane, desk: ArticleDesk, link: DeskLink, presenter: Presenter
    ) -> None:
        super().__init__()
        self._history = history
        self._desk = desk
        self._link = link
        self._presenter = presenter
        self._wanted: tuple[ArticleId, Stop] | None = None
        self.step = BroughtBack(desk.pane)
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._refreshing.setInterval(_REFRESH_MS)
        self._refreshing.timeout.connect(self.refresh)
        desk.opened.connect(self._on_opened)
        desk.keeper.saved.connect(self._on_saved)
        history.look_wanted.connect(self._on_look_wanted)
        history.bring_wanted.connect(self._on_bring_wanted)

    def refresh(self) -> None:
        """Learn of new stops, and compare with what stands now."""
        article = self._desk.pane.article
        if article and (self._history.isVisible() or self._wanted):
            self._link.read(
                lambda desk: deeds.timing.timeline(desk, article),
                partial(self._on_stops, article),
                "timeline",
            )

    def show(self, article: ArticleId, stop: Stop) -> None:
        """Show an article as it was, once it lies on the desk."""
        self._wanted = article, stop
        if self._desk.pane.article == article:
            self.refresh()
        else:
            self._desk.open(article)

    def stop(self) -> None:
        """Let the timer rest; the window is closing."""
        self._refreshing.stop()

    def _on_opened(self, article: ArticleId) -> None:
        self.step.end()
        self._history.show_stops(())
        if self._wanted and self._wanted[0] != article:
            self._wanted = None
        self.refresh()

    def _on_saved(self, article: str) -> None:
        if article == self._desk.pane.article and not self._refreshing.isActive():
            self._refreshing.start()

    def _on_stops(self, article: ArticleId, stops: tuple[Stop, ...]) -> None:
        if article != self._desk.pane.article:
            return
        self._history.show_stops(stops)
        wanted, self._wanted = self._wanted, None
        if wanted and wanted[0] == article:
            self._history.show_stop(wanted[1])
        else:
            self._history.ask()

    def _on_look_wanted(self, stop: Stop) -> None:
        now = self._desk.pane.story()
        self._link.read(
            lambda desk: deeds.timing.look(desk, stop, now), self._history.show_look, "look"
        )

    def _on_bring_wanted(self, stop: Stop) -> None:
        """Keep what stands now as a state, then fetch what it was."""
        article = self._desk.pane.article
        if article:
            self._desk.keeper.when_saved(partial(self._fetch, article, stop))

    def _fetch(self, article: ArticleId, stop: Stop) -> None:
        self._link.write(
            lambda desk: deeds.timing.hold_and_fetch(desk, article, stop),
            partial(self._on_fetched, article, stop),
        )

    def _on_fetched(self, article: ArticleId, stop: Stop, then: Story) -> None:
        if article != self._desk.pane.article:
            return
        self.step.bring(then.content, then.document)
        self._history.show_now()
        self.brought.emit()
        when = clock_words(stop.at, self._link.now())
        self._presenter.tell(
            f"Brought back from {when}. What stood here before is kept in the history.",
            "Take it back",
            self._take_back,
        )

    def _take_back(self) -> None:
        self.step.undo()
        self.brought.emit()
