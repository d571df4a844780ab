"""What the inspector folds to: a strip of its tabs as icons, with their counters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import IconButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.marks import CounterBadge
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BAR, BUTTON, SPACE_8, SPACE_12, STRIP


class InspectorStrip(Surface):
    """Opens the inspector as a drawer, at the tab whose icon was pressed."""

    opened = Signal(str)

    def __init__(self, theme: Theme, tabs: tuple[tuple[str, str, str], ...]) -> None:
        """Take (key, words, icon) for each tab."""
        super().__init__("pane")
        self.setProperty("edge", "left")
        fit(self, across=STRIP)
        self.setAccessibleName("Preview and checks")
        self._buttons: dict[str, IconButton] = {}
        self._badges: dict[str, CounterBadge] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins((STRIP - BUTTON) // 2, SPACE_8, 0, SPACE_8)
        column.setSpacing(SPACE_12)
        first = IconButton(theme, "mdi6.dock-right", "Open preview and checks", "Ctrl+Alt+I")
        first.clicked.connect(lambda: self.opened.emit(tabs[0][0]))
        column.addWidget(first)
        column.addSpacing(BAR - BUTTON - SPACE_12 + SPACE_8)
        for key, words, icon in tabs:
            button = IconButton(theme, icon, words)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self.opened.emit(key))
            self._buttons[key] = button
            self._badges[key] = _badge(theme, button, key)
            column.addWidget(button)
        column.addStretch(1)

    def show_tab(self, shown: str | None) -> None:
        """Mark the tab whose drawer is open."""
        for key, button in self._buttons.items():
            button.setChecked(key == shown)

    def show_count(self, key: str, count: int) -> None:
        """Show a number at a tab's icon."""
        self._badges[key].show_count(count)


def _badge(theme: Theme, on: QWidget, key: str) -> CounterBadge:
    badge = CounterBadge(theme, calm=key != "checks", amber=key == "checks")
    badge.setParent(on)
    badge.move(BUTTON - 14, -1)
    return badge
