"""Brings the window back as it was left, and keeps note of how it stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from newsroom.domain.ids import ArticleId
from newsroom.ui.commands.undoing import Field
from newsroom.ui.first_sight import FirstSight
from newsroom.ui.frame.places import Place
from newsroom.ui.furnishing import Furniture
from newsroom.ui.keeping.article_desk import ArticleDesk
from newsroom.ui.keeping.session import KEY, Session, session_to_text

PAUSE_MS = 1500


class Remembering(QObject):
    """Writes the session a moment after it last changed, and with every save of the text.

    So whoever starts again after a crash finds the caret where the text that was kept ends.
    """

    def __init__(self, sight: FirstSight, panes: Furniture, desk: ArticleDesk) -> None:
        super().__init__()
        self._window = window = sight.window
        self._panes = panes
        self._desk = desk
        self._link = sight.link
        self._kept = sight.session
        self._awaited = self._kept.article
        self._scroll = 0
        self._scrolling = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.write)
        self._restore()
        desk.opened.connect(self._on_opened)
        desk.sent.connect(self.write)
        panes.editor.caret_changed.connect(self.note)
        panes.editor.paper.verticalScrollBar().valueChanged.connect(self.note)
        panes.articles.widths_changed.connect(self.note)
        window.place_changed.connect(self.note)
        window.resized.connect(self.note)

    def stop(self) -> None:
        """Write how everything stands for the last time."""
        self._timer.stop()
        self.write()

    def write(self) -> None:
        """Write how everything stands."""
        self._stay()
        session = self._session()
        if session != self._kept:
            self._kept = session
            self._link.remember(KEY, session_to_text(session))

    def note(self) -> None:
        """Write soon how everything stands."""
        self._timer.start()

    def _session(self) -> Session:
        window, panes = self._window, self._panes
        size = window.normalGeometry().size() if window.isMaximized() else window.size()
        editor = panes.editor
        now = Session(
            width=size.width(),
            height=size.height(),
            maximised=window.isMaximized(),
            place=window.place.value,
            article=editor.article or "",
            cursor=editor.slot.caret if editor.article else 0,
            scroll=editor.paper.verticalScrollBar().value(),
            list_width=panes.articles.list_width,
            inspector_width=panes.articles.inspector_width,
            inspector_tab=panes.inspector.tab,
            typographic=editor.body.typographic,
        )
        if not self._awaited or self._desk.wanted != self._awaited:
            return now
        # The article of the last time is still on its way: it stands as it was left, however long
        # that takes, and is not forgotten by leaving early.
        kept = self._kept
        return replace(now, article=kept.article, cursor=kept.cursor, scroll=kept.scroll)

    def _restore(self) -> None:
        kept = self._kept
        self._panes.inspector.show_tab(kept.inspector_tab)
        self._panes.editor.body.typographic = kept.typographic
        place = Place(kept.place) if kept.place in set(Place) else Place.ARTICLES
        self._window.show_place(place)
        self._window.keyboard.enter(self._window.pane(place))
        if kept.article:
            self._desk.open(ArticleId(kept.article))

    def _on_opened(self, article: ArticleId) -> None:
        if article == self._awaited:
            self._panes.editor.slot.put_caret(self._kept.cursor)
            if self._window.place is Place.ARTICLES and not _somebody_writes():
                self._panes.editor.slot.body.setFocus()
            QTimer.singleShot(0, self._panes.editor.paper, self._scroll_back)
        self._awaited = ""
        self.note()

    def _scroll_back(self) -> None:
        """Scroll to where the text stood, as soon as it is laid out that far."""
        self._scroll, self._scrolling = self._kept.scroll, True
        self._panes.editor.paper.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._panes.editor.edited.connect(self._stay)
        self._on_range()

    def _on_range(self) -> None:
        bar = self._panes.editor.paper.verticalScrollBar()
        if self._scroll:
            bar.setValue(min(bar.maximum(), self._scroll))
        if bar.maximum() >= self._scroll:
            self._stay()

    def _stay(self) -> None:
        """Scroll back no more: it is done, or somebody writes where the text stands now."""
        self._scroll = 0
        if self._scrolling:
            self._scrolling = False
            self._panes.editor.paper.verticalScrollBar().rangeChanged.disconnect(self._on_range)
            self._panes.editor.edited.disconnect(self._stay)


def _somebody_writes() -> bool:
    """Whether the keyboard is in a field, such as that of the search: it stays there."""
    return isinstance(QApplication.focusWidget(), Field)
