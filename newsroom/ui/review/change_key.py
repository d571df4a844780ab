"""The key to the marks of a comparison: the words themselves, marked."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.domain.comparison import Change
from newsroom.ui.look.fonts import font
from newsroom.ui.look.scale import tall
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_4, SPACE_8

_HEIGHT = 20
_LINE = 2


class ChangeKey(QWidget):
    """A word drawn as what came or what went is drawn in the story."""

    def __init__(self, theme: Theme, words: str, change: Change) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._change = change
        self.setAccessibleName(words)
        self._resize()
        theme.theme_changed.connect(self._resize)

    def _resize(self) -> None:
        width = QFontMetrics(font(META)).horizontalAdvance(self._words)
        self.setFixedSize(width + SPACE_8, tall(_HEIGHT, META.line))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        came = self._change is Change.ADDED
        ink = palette.added if came else palette.removed
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.added_tint if came else palette.removed_tint))
        painter.setPen(QColor(ink))
        painter.setFont(font(META))
        inner = self.rect().adjusted(SPACE_4, 0, -SPACE_4, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), self._words)
        top = inner.bottom() - _LINE + 1 if came else inner.center().y()
        painter.fillRect(QRect(inner.left(), top, inner.width(), _LINE if came else 1), QColor(ink))
        painter.end()
