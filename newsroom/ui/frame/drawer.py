"""A drawer: a pane that lies over its neighbours while the window is too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from newsroom.ui.frame.keyboard import first_stop, give
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.covering import is_covered, make_cover
from newsroom.ui.look.tokens import FOLD_MS


class Drawer(Surface):
    """Slides in from one side of its parent, holds one pane, and closes with Esc.

    What it lies over does not take the keyboard; what had it there hands it to the drawer.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, side: Qt.Edge) -> None:
        super().__init__("pane", parent)
        self._side = side
        self._before: QWidget | None = None
        self.setProperty("edge", "left" if side is Qt.Edge.RightEdge else "right")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._sliding = QPropertyAnimation(self, b"pos", self)
        self._sliding.setEasingCurve(QEasingCurve.Type.OutCubic)
        make_cover(self)
        self.hide()

    def hold(self, pane: QWidget) -> None:
        """Take a pane in."""
        self._column.addWidget(pane)
        pane.show()

    def open_in(self, area: QRect, width: int) -> None:
        """Slide in over an area of the parent, as wide as asked where there is room."""
        self._before = QApplication.focusWidget()
        self.fit(area, width)
        self.raise_()
        self.show()
        if self._before and is_covered(self._before) and (stop := first_stop(self)):
            give(stop)
        self._slide()

    def fit(self, area: QRect, width: int) -> None:
        """Take the place in an area that has changed."""
        room = min(width, area.width())
        left = area.right() + 1 - room if self._side is Qt.Edge.RightEdge else area.left()
        self.setGeometry(left, area.top(), room, area.height())

    def close_drawer(self) -> None:
        """Close, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
            return
        super().keyPressEvent(event)

    def _slide(self) -> None:
        duration = FOLD_MS if motion_wanted() else 0
        end = self.pos()
        away = self.width() if self._side is Qt.Edge.RightEdge else -self.width()
        self._sliding.stop()
        if duration == 0:
            return
        self._sliding.setDuration(duration)
        self._sliding.setStartValue(end + QPoint(away, 0))
        self._sliding.setEndValue(end)
        self._sliding.start()


def motion_wanted() -> bool:
    """Whether the system lets things move."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
