"""A field of one line that is as wide as its words and looks like text until it is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from newsroom.ui.look.fonts import font
from newsroom.ui.look.tokens import SPACE_24, Ink, Type

_QT_MARGIN = 2
"""What Qt leaves free at both ends of a line edit."""
_CARET_ROOM = 3


class LineField(QLineEdit):
    """A bare field. `textEdited` tells of changes by a person only."""

    def __init__(self, words: str, role: Type, ink: Ink = Ink.INK) -> None:
        """Take the words that name the field, shown while it is empty."""
        super().__init__()
        self.setFont(font(role))
        self.setFrame(False)
        self.setProperty("bare", True)
        self.setProperty("ink", ink.value)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setFixedHeight(SPACE_24)
        self.setTextMargins(-_QT_MARGIN, 0, -_QT_MARGIN, 0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def show_words(self, words: str) -> None:
        """Show a text; the caret stays where it can, and undo begins anew."""
        place = self.cursorPosition()
        self.setText(words)
        self.setCursorPosition(min(place, len(words)) if self.hasFocus() else 0)

    def sizeHint(self) -> QSize:
        shown = self.text() or self.placeholderText()
        width = QFontMetrics(self.font()).horizontalAdvance(shown) + _CARET_ROOM
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(SPACE_24, super().minimumSizeHint().height())
