"""The sheet that a story is written on: one column, one scroll bar for fields and body together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.overlay_bar import OverlayBar
from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import COLUMN, COLUMN_MARGIN, SPACE_8, SPACE_16, SPACE_48

_EDGE = 32
"""How near the caret may come to the upper or lower edge before the paper moves."""


class Paper(QScrollArea):
    """Holds the column; `add` takes a part into it, `add_wide` one that brings its own margins."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QHBoxLayout] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Article")
        self._sheet = Surface("paper")
        self._strut = QSpacerItem(0, 0)
        self._across = QHBoxLayout(self._sheet)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._column = QVBoxLayout()
        self._across.addLayout(self._column, 1)
        self._across.addSpacerItem(self._strut)
        self._column.setContentsMargins(0, SPACE_16, 0, SPACE_48)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(self._sheet)
        self.viewport().setAutoFillBackground(False)
        OverlayBar(self)
        self._top: int | None = None
        self._pushed = 0
        self._owed = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text where the eye has it when a bar comes above the paper, or goes."""
        top = self.mapTo(self.window(), QPoint(0, 0)).y()
        by = top - self._top if self._top is not None and self.isVisible() else 0
        self._top = top
        self._pushed = max(0, self._pushed + by)
        # A text that is shorter than the paper could not be scrolled as far as it was pushed.
        room = self.viewport().height() + self._pushed if self._pushed else 0
        self._strut.changeSize(0, room)
        self._across.invalidate()
        super().resizeEvent(event)
        self._scroll_by(by)

    def _scroll_by(self, by: int) -> None:
        """Scroll; what goes beyond the upper edge is made good when the way back is taken."""
        repaid = min(self._owed, max(0, by))
        bar = self.verticalScrollBar()
        wanted = bar.value() + by - repaid
        self._owed += max(0, -wanted) - repaid
        bar.setValue(wanted)

    def add(self, part: QWidget, space: int = SPACE_8) -> QWidget:
        """Put a part under the others, in the column of the text; give what to hide it by."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, space)
        self._rows.append(row)
        _indent(row)
        fit(part, most=COLUMN)
        row.addStretch(1)
        row.addWidget(part, 1000)
        row.addStretch(1)
        self._column.insertWidget(self._column.count() - 1, holder)
        return holder

    def changeEvent(self, event: QEvent) -> None:
        """Let the margins of the column grow with the text, as those of the body do."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            for row in self._rows:
                _indent(row)

    def add_wide(self, part: QWidget) -> None:
        """Put a part under the others over the whole width."""
        self._column.insertWidget(self._column.count() - 1, part)

    def follow(self, part: QWidget, caret: QRect) -> None:
        """Keep a caret, given in the coordinates of a part, in sight."""
        top = part.mapTo(self._sheet, caret.topLeft()).y()
        bar = self.verticalScrollBar()
        low = top + caret.height() + _EDGE - self.viewport().height()
        if bar.value() < low:
            bar.setValue(low)
        elif bar.value() > top - _EDGE:
            bar.setValue(max(0, top - _EDGE))

    def height_of(self, part: QWidget, caret: QRect) -> int:
        """Tell how far below the upper edge a caret is seen."""
        return part.mapTo(self._sheet, caret.topLeft()).y() - self.verticalScrollBar().value()

    def keep_at(self, height: int, part: QWidget, caret: QRect) -> None:
        """Scroll so that a caret is seen at a height, as far as the paper reaches."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.height_of(part, caret) - height)

    def lay_over(self, over: QWidget, part: QWidget, area: QRect) -> None:
        """Lay something over the column below an area of a part; above it where no room is seen."""
        over.setParent(self._sheet)
        size = over.sizeHint()
        place = part.mapTo(self._sheet, area.bottomLeft()) + QPoint(0, SPACE_8)
        seen = self.verticalScrollBar().value() + self.viewport().height()
        if place.y() + size.height() > seen:
            place.setY(place.y() - area.height() - size.height() - 2 * SPACE_8)
        right = self._sheet.width() - size.width() - SPACE_16
        place.setX(max(SPACE_16, min(place.x() - SPACE_16, right)))
        over.setGeometry(QRect(place, size))
        over.show()
        over.raise_()

    def lay_on(self, over: QWidget, part: QWidget, area: QRect) -> None:
        """Lay something over an area of a part, as wide and at least as high as it."""
        over.setParent(self._sheet)
        height = max(over.heightForWidth(area.width()), area.height())
        over.setGeometry(
            QRect(part.mapTo(self._sheet, area.topLeft()), QSize(area.width(), height))
        )
        over.show()
        over.raise_()
        self.ensureWidgetVisible(over, 0, SPACE_16)

    def show_part(self, part: QWidget) -> None:
        """Bring a part into sight."""
        self.ensureWidgetVisible(part, 0, SPACE_48)


def _indent(row: QHBoxLayout) -> None:
    side = grown(COLUMN_MARGIN)
    row.setContentsMargins(side, 0, side, row.contentsMargins().bottom())
