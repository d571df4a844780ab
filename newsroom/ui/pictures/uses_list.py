"""Where a picture is used: the state and the headline of each article, and the way there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsroom.domain.summary import PictureUse
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.fonts import font
from newsroom.ui.look.labels import Label
from newsroom.ui.look.marks import CounterBadge
from newsroom.ui.look.pill import draw_pill, pill_height
from newsroom.ui.look.scale import tall
from newsroom.ui.look.states import STATE_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    CARD_CAPTION,
    DECIDING,
    META,
    SPACE_4,
    SPACE_8,
    Ink,
    Type,
)
from newsroom.ui.pictures.shelf import one_line

_BOLD = Type(BASE.family, BASE.size, BASE.line, 600)


class UseRow(QAbstractButton):
    """One article: pill and headline."""

    def __init__(self, theme: Theme, use: PictureUse) -> None:
        super().__init__()
        self._theme = theme
        self.use = use
        self.headline = one_line(use.headline) or "Untitled"
        self.setAccessibleName(f"{self.headline}, {STATE_WORDS[use.state]}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        fit(self, height=DECIDING)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, tall(DECIDING))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), QColor(palette.hover))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(palette.line))
        top = (self.height() - pill_height()) // 2
        pill = draw_pill(painter, QPoint(0, top), self.use.state, self._theme)
        room = self.rect().adjusted(pill.right() + SPACE_8, 0, -SPACE_4, 0)
        face = font(CARD_CAPTION)
        painter.setFont(face)
        painter.setPen(QColor(palette.ink))
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(face).elidedText(self.headline, elide, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, shown)
        painter.end()


class UsesList(QWidget):
    """The articles that use a picture now. `chosen` carries the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._uses: tuple[PictureUse, ...] = ()
        self._badge = CounterBadge(theme, calm=True)
        self._none = Label("No article uses this picture", META, Ink.INK_3)
        self.rows: list[UseRow] = []
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(Label("Where used", _BOLD))
        head.addWidget(self._badge)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacing(SPACE_8)
        self._column.addWidget(self._none)

    def show_uses(self, uses: tuple[PictureUse, ...]) -> None:
        """Show other uses; the same ones stay as they are."""
        self._none.setVisible(not uses)
        self._badge.show_count(len(uses))
        if uses == self._uses:
            return
        self._uses = uses
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(use) for use in uses]

    def _row(self, use: PictureUse) -> UseRow:
        row = UseRow(self._theme, use)
        row.clicked.connect(lambda: self.chosen.emit(use.article))
        self._column.addWidget(row)
        return row
