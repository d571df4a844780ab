"""A small pane over the text, at the place it is about; it holds nobody up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from newsroom.ui.look.bars import Surface


class Popover(Surface):
    """Closes with Escape. `left` asks that the keyboard goes back to where it came from.

    `home` gives what takes the keyboard of one that is closed under it, as by another article.
    """

    left = Signal()

    def __init__(self, words: str) -> None:
        super().__init__("sheet")
        self.home: Callable[[], QWidget] | None = None
        self.setAccessibleName(words)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape; let no other key go on into the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            self.left.emit()
        event.accept()

    def put_away(self) -> None:
        """Close, wherever the keyboard is.

        It is given back before: Qt would pass it on to whatever stands next, such as a chip, where
        the next words would open a menu and choose from it.
        """
        if self.home is not None and self.isAncestorOf(self.window().focusWidget()):
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
