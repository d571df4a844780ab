"""Caret and page go together: a click on the page moves the caret, the caret moves the page.

And what a person asks of the page by a command: to see it in another way, or to keep it on paper.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.furnishing import Furniture
from newsroom.ui.inspector.inspector import PREVIEW
from newsroom.ui.preview.preview_pane import SOCIAL
from newsroom.ui.spot import BODY, Spot

_REST_MS = 120
"""How long the caret must have stood: somebody who holds an arrow key is not there yet."""

_LONGEST_SOURCE = 40_000
"""Characters of Markdown. In a longer one, to find the caret's block takes longer than a blink."""


class Together(QObject):
    """Brings the caret's place on the page into sight when the caret has moved.

    Typing does not move the page: only who begins another line where the page shows him sees it
    follow. A page that was scrolled elsewhere by hand stays there while he types.
    """

    def __init__(self, panes: Furniture, presenter: Presenter, app: QApplication) -> None:
        super().__init__()
        self._editor = editor = panes.editor
        self._preview = preview = panes.preview
        self._articles = panes.articles
        self._presenter = presenter
        self._looks: dict[str, Callable[[], None]] = {
            "spot": self._show_spot,
            "social": lambda: preview.choose_form(SOCIAL),
            "print": preview.toggle_print,
            "pdf": preview.save_pdf,
        }
        self._line = -1
        self._last: Spot | None = None
        self._article: ArticleId | None = None
        self._typed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._follow)
        editor.written.connect(self._on_written)
        editor.caret_changed.connect(self._timer.start)
        self._app = app
        app.focusChanged.connect(self._on_focus)
        preview.spot_wanted.connect(editor.reaching.go_to_spot)
        preview.pdf_saved.connect(self._on_saved)

    @property
    def resting(self) -> bool:
        """Whether the page has been told of the caret's last move."""
        return not self._timer.isActive()

    def look(self, name: str) -> None:
        """Show the page beside the text: the caret's "spot", "social", "print", or as a "pdf"."""
        self._articles.open_tab(PREVIEW)
        self._looks[name]()

    def _show_spot(self) -> None:
        """Show on the page where the caret stands, wherever the keyboard is."""
        self._preview.show_page()
        self._preview.reveal(self._editor.reaching.spot() or self._editor.slot.caret_spot())

    def _on_saved(self, path: Path) -> None:
        def open_it() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self._presenter.tell(f"Saved as {path.name}.", "Open it", open_it)

    def stop(self) -> None:
        """Let the timer rest; the window is closing, and the caret may still move as it goes."""
        self._editor.written.disconnect(self._on_written)
        self._editor.caret_changed.disconnect(self._timer.start)
        self._app.focusChanged.disconnect(self._on_focus)
        self._timer.stop()

    def _on_written(self) -> None:
        """Note that somebody types, until that rests: where he goes after it is his own move."""
        self._typed = True
        self._timer.start()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._editor.isAncestorOf(now):
            self._timer.start()

    def _follow(self) -> None:
        typed, self._typed = self._typed, False
        line, self._line = self._line, self._editor.slot.line_number
        if self._preview.isHidden() or (typed and line == self._line):
            return
        slot = self._editor.slot
        if slot.source_length > _LONGEST_SOURCE or slot.is_all_chosen:
            return
        spot = self._editor.reaching.spot()
        if spot is None:
            return
        last, self._last = self._last, spot
        article, self._article = self._article, self._editor.article
        if article != self._article and slot.caret == 0:
            return  # A story that comes with the keyboard at its beginning is shown from its top.
        if not typed:
            self._preview.reveal(spot)
        elif spot.part == BODY and last is not None and last.part == BODY:
            self._preview.reveal(spot, beside=last)
