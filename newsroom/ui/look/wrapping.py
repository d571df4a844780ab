"""A row of parts that goes on in a second line where room lacks; no part ever shrinks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsroom.ui.look.tokens import SPACE_4


class WrappingRow(QWidget):
    """Stands its parts beside each other, in as many lines as they need, and is as high as those.

    `last` is a part that keeps to the right end of the first line.
    """

    def __init__(self, gap: int = SPACE_4) -> None:
        super().__init__()
        self._gap = gap
        self._parts: list[QWidget] = []
        self._last: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *parts: QWidget) -> None:
        """Put parts into the row, one after another."""
        for part in parts:
            part.setParent(self)
            self._parts.append(part)

    def put_last(self, part: QWidget) -> None:
        """Put a part at the right end of the first line."""
        part.setParent(self)
        self._last = part

    def lines(self) -> int:
        """Tell how many lines the parts stand in."""
        return len({place.y() for _, place in self._places(self.width())}) or 1

    def sizeHint(self) -> QSize:
        widths = [part.sizeHint().width() + self._gap for part in self._shown()]
        return QSize(sum(widths), self._line_height())

    def minimumSizeHint(self) -> QSize:
        widths = [part.sizeHint().width() for part in self._shown()]
        return QSize(max(widths, default=0), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bottoms = [place.y() + self._height_of(part) for part, place in self._places(width)]
        return max(bottoms, default=self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(place.x(), place.y(), part.sizeHint().width(), self._height_of(part))
        if last := self._ending():
            wide = last.sizeHint().width()
            last.setGeometry(self.width() - wide, 0, wide, self._height_of(last))

    def _places(self, width: int) -> Iterator[tuple[QWidget, QPoint]]:
        """Give where each part stands; the last one's room is kept free in the first line."""
        left = top = 0
        last = self._ending()
        kept = last.sizeHint().width() + self._gap if last else 0
        for part in self._shown():
            wide = part.sizeHint().width()
            room = width - (kept if top == 0 else 0)
            if left and left + wide > room:
                left, top = 0, top + self._line_height() + self._gap
            yield part, QPoint(left, top)
            left += wide + self._gap

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _ending(self) -> QWidget | None:
        return self._last if self._last is not None and not self._last.isHidden() else None

    def _line_height(self) -> int:
        last = self._ending()
        parts = [*self._shown(), *([last] if last else [])]
        return max(map(self._height_of, parts), default=0)

    def _height_of(self, part: QWidget) -> int:
        return max(part.minimumHeight(), min(part.sizeHint().height(), part.maximumHeight()))
