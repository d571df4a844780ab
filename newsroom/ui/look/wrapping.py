"""A row of parts that goes on in a second line where room lacks; no part ever shrinks.

The lines are of like length where that can be: a part alone under a full line looks forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

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
        last = self._ending()
        kept = last.sizeHint().width() + self._gap if last else 0
        parts = self._shown()
        widths = [part.sizeHint().width() for part in parts]
        step = self._line_height() + self._gap
        for part, (line, left) in zip(parts, stood(widths, self._gap, width, kept), strict=True):
            yield part, QPoint(left, line * step)

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


def stood(widths: list[int], gap: int, width: int, kept: int) -> list[tuple[int, int]]:
    """Give the line and the left edge of each part, in as few lines as there can be.

    Where there are two parts for each line, it is of the ways to do that the one whose longest line
    is shortest. `kept` is left free in the first line.
    """
    full = _filled(widths, gap, (width - kept, width))
    if not full or full[-1][0] == 0 or len(widths) < 2 * (full[-1][0] + 1):
        return full
    ends = combinations(range(len(widths) + 1), 2)
    runs = {sum(widths[start:end]) + gap * (end - start - 1) for start, end in ends}
    for most in sorted(run for run in runs if run < width):
        tried = _filled(widths, gap, (min(most, width - kept), most))
        if tried[-1][0] == full[-1][0]:
            return tried
    return full


def _filled(widths: list[int], gap: int, rooms: tuple[int, int]) -> list[tuple[int, int]]:
    """Fill line after line: the first has the first of the rooms, the others the second."""
    line = left = 0
    stood = []
    for wide in widths:
        if left and left + wide > rooms[min(line, 1)]:
            line, left = line + 1, 0
        stood.append((line, left))
        left += wide + gap
    return stood
