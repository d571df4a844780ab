"""The handle in the margin: taken with the mouse, it moves the block beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_SIDE = 24
_DOTS = ((-3.0, -5.0), (3.0, -5.0), (-3.0, 0.0), (3.0, 0.0), (-3.0, 5.0), (3.0, 5.0))
_WORDS = "Move this block (Alt+Shift+Up, Alt+Shift+Down)"


class Handle(QWidget):
    """Six dots. `dragged` and `dropped` carry a height in the parent; `given_up` is Escape's."""

    dragged = Signal(int)
    dropped = Signal(int)
    given_up = Signal()

    def __init__(self, parent: QWidget, ink: str) -> None:
        super().__init__(parent)
        self.ink = ink
        self._held = False
        self.setFixedSize(_SIDE, _SIDE)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(_WORDS)
        self.setAccessibleName(_WORDS)
        self.hide()

    @property
    def held(self) -> bool:
        """Whether something is being dragged."""
        return self._held

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.grabKeyboard()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self.dragged.emit(self._height(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._let_go()
            self.dropped.emit(self._height(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._held and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            self.given_up.emit()

    def _let_go(self) -> None:
        self._held = False
        self.releaseKeyboard()
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _height(self, event: QMouseEvent) -> int:
        return self.mapToParent(event.position().toPoint() + QPoint(0, 0)).y()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.ink))
        middle = QPointF(_SIDE / 2, _SIDE / 2)
        for x, y in _DOTS:
            painter.drawEllipse(middle + QPointF(x, y), 1.6, 1.6)
        painter.end()
