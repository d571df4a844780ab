"""The caret: two pixels in the accent colour.

WORKAROUND: Qt draws a text cursor by inverting what is under it, in no colour of ours, so its own
is given no width and this one is drawn over the text.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication

WIDTH = 2


class Caret(QObject):
    """Blinks at the system's pace while running; `changed` asks for it to be drawn anew.

    Whoever starts or stops it draws it himself.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Show the caret, and let it stand for a moment before it blinks again."""
        self.shown = True
        if self._timer.isActive():
            self._timer.start()
        elif (pace := QGuiApplication.styleHints().cursorFlashTime() // 2) > 0:
            self._timer.start(pace)

    def stop(self) -> None:
        """Hide the caret."""
        self._timer.stop()
        self.shown = False

    def _turn(self) -> None:
        self.shown = not self.shown
        self.changed.emit()


def area(cursor_rect: QRect) -> QRect:
    """Give where the caret is drawn, from where Qt has the text cursor."""
    return QRect(cursor_rect.left(), cursor_rect.top(), WIDTH, cursor_rect.height())
