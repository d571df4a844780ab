"""One article that shows a picture: its state, its headline, when and on which page it ran."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.fonts import font
from newsroom.ui.look.pill import draw_pill, pill_height
from newsroom.ui.look.scale import grown
from newsroom.ui.look.states import STATE_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tips import plain_tip
from newsroom.ui.look.tokens import CARD_CAPTION, META, PICTURE_ROW, SPACE_4, SPACE_8
from newsroom.ui.pictures.use_words import headline_words, place_words

if TYPE_CHECKING:
    from newsroom.desk.using import PlaceUsed


class UseRow(QAbstractButton):
    """Pressed, it leads to its article."""

    def __init__(self, theme: Theme, use: PlaceUsed) -> None:
        super().__init__()
        self._theme = theme
        self.use = use
        self.headline = headline_words(use)
        self.meta = place_words(use)
        self.setAccessibleName(f"{self.headline}, {STATE_WORDS[use.state]}, {self.meta}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        fit(self, block=PICTURE_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, grown(PICTURE_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), QColor(palette.hover))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(palette.line))
        first = self.rect().adjusted(0, SPACE_4, -SPACE_4, -self.height() // 2 + 2)
        top = first.top() + (first.height() - pill_height()) // 2
        pill = draw_pill(painter, QPoint(0, top), self.use.state, self._theme)
        self._write(painter, first.adjusted(pill.right() + SPACE_8, 0, 0, 0), headline=True)
        second = self.rect().adjusted(0, self.height() // 2 + 2, -SPACE_4, -SPACE_4)
        self._write(painter, second, headline=False)
        painter.end()

    def _write(self, painter: QPainter, room: QRect, *, headline: bool) -> None:
        palette = self._theme.palette
        face = font(CARD_CAPTION if headline else META)
        painter.setFont(face)
        painter.setPen(QColor(palette.ink if headline else palette.ink_3))
        # The end of a page's address tells pages apart.
        way = Qt.TextElideMode.ElideRight if headline else Qt.TextElideMode.ElideMiddle
        words = self.headline if headline else self.meta
        shown = QFontMetrics(face).elidedText(words, way, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, shown)
        if shown != words:
            self.setToolTip(plain_tip(f"{self.headline}\n{self.meta}"))
