"""A column of parts that is longer than its pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollingColumn(QScrollArea):
    """As wide as its pane, scrolled upright only.

    With a name, the keyboard can stand on it, to scroll what has no part of its own to stand on.
    Without one, the keyboard goes through the parts inside.
    """

    def __init__(self, inside: QWidget | None = None, *, name: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if name:
            self.setAccessibleName(name)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if inside is not None:
            self.setWidget(inside)
