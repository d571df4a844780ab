"""The inspector: tabs beside the text. One of them is a slot for the preview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsroom.ui.inspector.strip import InspectorStrip
from newsroom.ui.look.bars import PaneHeader, Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.focus import one_stop
from newsroom.ui.look.marks import CounterBadge
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BAR, SPACE_4, SPACE_16

PREVIEW, PICTURES, CHECKS, HISTORY = "preview", "pictures", "checks", "history"

TABS = (
    (PREVIEW, "Preview", "mdi6.cellphone"),
    (PICTURES, "Pictures", "mdi6.image-outline"),
    (CHECKS, "Checks", "mdi6.format-list-checks"),
    (HISTORY, "History", "mdi6.history"),
)


class Inspector(Surface):
    """Tabs over one pane each. `tab_changed` carries the key of the tab on show."""

    tab_changed = Signal(str)

    def __init__(self, theme: Theme, panes: dict[str, QWidget]) -> None:
        super().__init__("pane")
        self.setAccessibleName("Preview and checks")
        self.strip = InspectorStrip(theme, TABS)
        self.tab = PREVIEW
        self._stack = QStackedWidget()
        self._panes = dict(panes)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self._badges: dict[str, CounterBadge] = {}
        header = PaneHeader("pane")
        header.row.setSpacing(SPACE_16 + SPACE_4)
        header.row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        for key, words, _ in TABS:
            header.row.addWidget(self._tab(theme, key, words))
            self._stack.addWidget(self._panes[key])
        header.stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._stack, 1)
        one_stop(self._group)
        self.show_tab(PREVIEW)

    def _tab(self, theme: Theme, key: str, words: str) -> QWidget:
        button = Button(theme, words, Kind.TAB)
        button.setCheckable(True)
        fit(button, height=BAR - 1)
        button.clicked.connect(lambda: self.show_tab(key))
        badge = CounterBadge(theme, calm=key != CHECKS, amber=key == CHECKS)
        self._group.addButton(button)
        self._buttons[key] = button
        self._badges[key] = badge
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4 + 2)
        row.addWidget(button)
        row.addWidget(badge)
        fit(holder, height=BAR - 1)
        return holder

    def put(self, key: str, pane: QWidget) -> None:
        """Give a tab its pane, in place of the one that stood there."""
        former = self._panes[key]
        self._panes[key] = pane
        self._stack.addWidget(pane)
        self._stack.removeWidget(former)
        former.deleteLater()
        self._stack.setCurrentWidget(self._panes[self.tab])

    def show_tab(self, key: str) -> None:
        """Show a tab."""
        if key not in self._buttons:
            return
        self.tab = key
        self._buttons[key].setChecked(True)
        self._stack.setCurrentWidget(self._panes[key])
        self.tab_changed.emit(key)

    def show_count(self, key: str, count: int) -> None:
        """Show a number at a tab and at its icon in the strip."""
        self._badges[key].show_count(count)
        self.strip.show_count(key, count)
        words = next(words for name, words, _ in TABS if name == key)
        self._buttons[key].setAccessibleName(f"{words}, {count}" if count else words)
