"""Which commands make sense now: judged from where the window stands, told to the one table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from newsroom.domain.summary import ArticleSummary
from newsroom.domain.workflow import State
from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.commands.undoing import Undoing
from newsroom.ui.furnishing import Furniture
from newsroom.ui.main_window import MainWindow


class Judging(QObject):
    """Enables the commands that make sense."""

    def __init__(
        self, window: MainWindow, panes: Furniture, actions: ActionTable, undoing: Undoing
    ) -> None:
        super().__init__()
        self._window = window
        self._editor = panes.editor
        self._actions = actions
        self._undoing = undoing
        self._obstacle = ""
        panes.editor.caret_changed.connect(self.judge)
        undoing.changed.connect(self.judge)

    def show_obstacle(self, obstacle: str) -> None:
        """Take why the article cannot be submitted, empty where it can."""
        self._obstacle = obstacle
        self.judge()

    def show_summary(self, summary: ArticleSummary) -> None:
        """Take how the article stands."""
        self.judge(summary.state)

    def judge(self, state: State | None = None) -> None:
        """Judge anew; `state` is the article's where that has just been told."""
        now = self._actions.situation
        editor = self._editor
        fresh = replace(
            now,
            place=self._window.place,
            article=editor.article is not None,
            state=state or now.state,
            obstacle=self._obstacle,
            source=editor.slot.source_on,
            undo=self._undoing.can_undo,
            redo=self._undoing.can_redo,
            table=editor.body.in_table,
            elsewhere=self._undoing.field not in {None, editor.body},
        )
        if fresh != now:
            self._actions.update(fresh)
            editor.caret.show()
