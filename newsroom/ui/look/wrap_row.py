"""A row of parts that goes on in a next line where room lacks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsroom.ui.look.tokens import SPACE_8


class WrapRow(QWidget):
    """Sets parts beside one another, each as wide as it wants to be."""

    def __init__(self, *parts: QWidget, gap: int = SPACE_8) -> None:
        super().__init__()
        self._gap = gap
        self._parts = list(parts)
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(_wanted(part).width() for part in shown) + self._gap * (len(shown) - 1)
        return QSize(max(0, width), self._lay(self.width() or width, move=False))

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, self._lay(self.width() or widest, move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Set the parts anew when one of them came, went or grew."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        height = self._lay(self.width(), move=True)
        if height != self.height():
            self.setFixedHeight(height)
            self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _lay(self, width: int, *, move: bool) -> int:
        at, line = QPoint(0, 0), 0
        for part in self._shown():
            hint = _wanted(part)
            if at.x() and at.x() + hint.width() > width:
                at, line = QPoint(0, at.y() + line + self._gap), 0
            if move:
                part.setGeometry(at.x(), at.y(), min(hint.width(), max(width, 1)), hint.height())
            at.setX(at.x() + hint.width() + self._gap)
            line = max(line, hint.height())
        return at.y() + line


def _wanted(part: QWidget) -> QSize:
    """Give the size that a part wants, within what was fixed for it."""
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
