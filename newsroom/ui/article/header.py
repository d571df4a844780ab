"""The top of the editor pane: where the article stands, and the way to approval."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from newsroom.domain.summary import ArticleSummary
from newsroom.domain.workflow import State
from newsroom.ui.look.bars import PaneHeader
from newsroom.ui.look.controls import Button, IconButton, Kind, with_key
from newsroom.ui.look.labels import Label
from newsroom.ui.look.pill import StatePill
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, SPACE_16, Ink


class ArticleHeader(PaneHeader):
    """State, version, menu, and the one primary button of the pane."""

    def __init__(self, theme: Theme, submit: QAction, menu: QMenu) -> None:
        super().__init__("paper")
        self._pill = StatePill(theme)
        self._version = Label("", BASE, Ink.INK_2)
        self._note = Label("", BASE, Ink.INK_3)
        more = IconButton(theme, "mdi6.dots-horizontal", "More about this article")
        more.setMenu(menu)
        self._submit = Button(theme, "Submit for approval", Kind.PRIMARY, "mdi6.send")
        self._submit.setToolTip(with_key(submit.text(), submit.shortcut().toString()))
        self._submit.clicked.connect(submit.trigger)
        self._reach = self._submit.toolTip()
        submit.enabledChanged.connect(self._submit.setEnabled)
        self.row.setSpacing(SPACE_16)
        self.add(self._pill, self._version, self._note)
        self.stretch()
        self.add(more, self._submit)

    def show_summary(self, summary: ArticleSummary) -> None:
        """Show where an article stands."""
        self._pill.show_state(summary.state)
        number = summary.revision
        self._version.setText(f"Version {number}" if number else "Not submitted yet")
        self._note.setText("Waiting for a decision" if summary.state is State.IN_REVIEW else "")

    def show_obstacle(self, obstacle: str) -> None:
        """Say at the button why the article cannot be submitted; empty where it can."""
        self._submit.setToolTip(obstacle or self._reach)
        self._submit.setAccessibleDescription(obstacle)
