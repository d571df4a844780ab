"""A small pane over the text, at the place it is about; it holds nobody up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from newsroom.ui.look.bars import Surface


class Popover(Surface):
    """Closes with Escape. `left` asks that the keyboard goes back to where it came from."""

    left = Signal()

    def __init__(self, words: str) -> None:
        super().__init__("sheet")
        self.setAccessibleName(words)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape; let no other key go on into the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            self.left.emit()
        event.accept()

    def put_away(self) -> None:
        """Close, wherever the keyboard is."""
        self.hide()
