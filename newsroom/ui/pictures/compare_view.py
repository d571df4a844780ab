"""Two pictures that look alike, side by side, and the fields of which they say different things."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from newsroom.domain.picture import Picture
from newsroom.ui.look.labels import Label
from newsroom.ui.look.tokens import META, RADIUS, SPACE_4, SPACE_8, SPACE_12, Ink, Type
from newsroom.ui.pictures.facts import size_words
from newsroom.ui.pictures.lookalike_words import Differing, differing
from newsroom.ui.thumbnails import CroppedPicture, Thumbnails

_LARGE, _SMALL = QSize(192, 128), QSize(144, 96)
_FOLD = 480
"""Below this width the pictures are small, and long names of fields go on in a second line."""
_NAMES = 72
_BOLD = Type(META.family, META.size, META.line, 600)
_NOTHING = "—"
_LEFT = Qt.AlignmentFlag.AlignLeft


class CompareView(QWidget):
    """Shows this picture at the left, the other one at the right."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setAccessibleName("Both pictures and where their records differ")
        self.rows: tuple[Differing, ...] = ()
        self._parts: list[QWidget] = []
        self._pictures = tuple(CroppedPicture(thumbnails, _LARGE, RADIUS) for _ in range(2))
        self._sizes = tuple(Label("", META, Ink.INK_3) for _ in range(2))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_4)
        self._grid.setColumnMinimumWidth(0, _NAMES)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        for column, words in enumerate(("This one", "That one"), 1):
            self._grid.addWidget(Label(words, _BOLD, Ink.INK), 0, column)
            # Without an alignment the pictures' fixed width would be that of their columns.
            self._grid.addWidget(self._pictures[column - 1], 1, column, _LEFT)
            self._grid.addWidget(self._sizes[column - 1], 2, column)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, SPACE_8, 0, 0)
        column_.addLayout(self._grid)

    def show_pair(self, here: Picture, there: Picture) -> None:
        """Compare two pictures."""
        for picture, small, size in zip((here, there), self._pictures, self._sizes, strict=True):
            small.show_picture(picture.id)
            small.setAccessibleName(picture.record.alt or picture.file_name)
            size.setText(size_words(picture))
        rows = differing(here.record, there.record)
        if rows != self.rows or not self._parts:
            self.rows = rows
            self._fill()

    def _fill(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts = []
        if not self.rows:
            self._put(Label("Both records say the same", META, Ink.INK_2), 3, 1)
        for row, one in enumerate(self.rows, 3):
            name = Label(one.name, META, Ink.INK_3)
            name.setWordWrap(True)
            self._put(name, row, 0)
            for column, words in enumerate((one.here, one.there), 1):
                label = Label(words or _NOTHING, META, Ink.INK)
                label.setWordWrap(True)
                side = "this one" if column == 1 else "that one"
                label.setAccessibleName(f"{one.name}, {side}: {words or 'nothing'}")
                self._put(label, row, column)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the small pictures alone."""
        least = _NAMES + 2 * (SPACE_12 + _SMALL.width())
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for picture in self._pictures:
            picture.setFixedSize(_SMALL if self.width() < _FOLD else _LARGE)

    def _put(self, part: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        self._parts.append(part)
