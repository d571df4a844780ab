"""The tools around the text that no other part of the window has: finding, focus, the target."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from newsroom.domain.ids import ArticleId
from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.finding.finding import Finding
from newsroom.ui.frame.focus_mode import FocusMode
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.furnishing import Furniture
from newsroom.ui.look.theme import Theme
from newsroom.ui.main_window import MainWindow
from newsroom.ui.word_target import WordTarget


class EditorTools(QObject):
    """Runs a tool by the name that the table of commands gives it."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        panes: Furniture,
        actions: ActionTable,
        *,
        link: DeskLink,
        presenter: Presenter,
    ) -> None:
        super().__init__(window)
        self.focus_mode = FocusMode(window, panes, actions)
        self._articles = panes.articles
        self.target = WordTarget(theme, panes.editor, link)
        self.finding = Finding(theme, panes.editor, presenter)
        self._deeds: dict[str, Callable[[], object]] = {
            "find": partial(self.finding.open, replacing=False),
            "replace": partial(self.finding.open, replacing=True),
            "find-next": partial(self.finding.step, 1),
            "find-previous": partial(self.finding.step, -1),
            "replace-all": self.finding.replace_all,
            "focus": self.focus_mode.toggle,
            "target": self.target.ask,
        }
        panes.editor.escaped.connect(self._on_escaped)
        panes.preview.escaped.connect(panes.articles.go_back)
        panes.preview.left.connect(window.show_focus)

    def run(self, name: str) -> None:
        """Run a tool."""
        self._deeds[name]()

    def show_article(self, article: ArticleId | None) -> None:
        """Take note of another article on the desk, or of none."""
        self.finding.renew()
        self.target.show_article(article)

    def _on_escaped(self) -> None:
        """Go one step back from what was opened last over the text."""
        if not (self.finding.close() or self._articles.close_drawer()):
            self.focus_mode.leave()
