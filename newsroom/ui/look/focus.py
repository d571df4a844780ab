"""The focus ring: drawn around what the keyboard has reached, never for the mouse."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import FOCUS_GAP, FOCUS_WIDTH, RADIUS

_ROOM = FOCUS_GAP + FOCUS_WIDTH
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(QWidget):
    """A ring that follows the focus within one window.

    Qt sets `WA_KeyboardFocusChange` on a window when a key moved the focus and clears it when the
    mouse did, so the ring needs no filter over every event of the application.
    """

    def __init__(self, window: QWidget, theme: Theme, app: QApplication) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._around is not None:
            self._around.removeEventFilter(self)
            self._around = None
        window = self._window
        if not isValid(window):
            return
        keyed = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if now is None or now.window() is not window or not keyed or now.property("ringless"):
            self.hide()
            return
        self._around = now
        now.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        around = self._around
        if around is None or not around.isVisible():
            self.hide()
            return
        corner = around.mapTo(self._window, QPoint(0, 0))
        self.setGeometry(QRect(corner, around.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette.accent), FOCUS_WIDTH))
        inner = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, RADIUS + FOCUS_GAP, RADIUS + FOCUS_GAP)
        painter.end()


def in_order(*parts: QWidget) -> None:
    """Let the Tab key go from part to part in this order, whatever order they were made in."""
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)
