"""The state pill: tint, icon and word together, the same in a list row and in a header."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.domain.workflow import State
from newsroom.ui.look.fonts import font
from newsroom.ui.look.marks import draw_round
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.states import STATE_ICONS, STATE_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import ICON_PILL, PILL, PILL_HEIGHT, SPACE_4, SPACE_8

_LEFT = 6


def pill_size(state: State) -> QSize:
    """Tell how much room a state's pill takes."""
    words = QFontMetrics(font(PILL)).horizontalAdvance(STATE_WORDS[state])
    return QSize(_LEFT + grown(ICON_PILL) + SPACE_4 + words + SPACE_8, pill_height())


def pill_height() -> int:
    """Tell how high every pill is."""
    return tall(PILL_HEIGHT, PILL.line)


def draw_pill(painter: QPainter, at: QPoint, state: State, theme: Theme) -> QRect:
    """Draw a state's pill with its top left corner at a point; give the room it took."""
    rect = QRect(at, pill_size(state))
    ink = theme.palette.pills[state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_round(painter, rect, ink.tint, theme)
    side = grown(ICON_PILL)
    mark = QRect(rect.left() + _LEFT, rect.top() + (rect.height() - side) // 2, side, side)
    theme.draw(painter, mark, STATE_ICONS[state], ink.text)
    painter.setPen(QColor(ink.text))
    painter.setFont(font(PILL))
    words = rect.adjusted(_LEFT + side + SPACE_4, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, STATE_WORDS[state])
    painter.restore()
    return rect


class StatePill(QWidget):
    """A pill that shows one state."""

    def __init__(self, theme: Theme, state: State = State.DRAFT) -> None:
        super().__init__()
        self._theme = theme
        self._state = state
        theme.theme_changed.connect(self._resize)
        self.show_state(state)

    def show_state(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(STATE_WORDS[state])
        self._resize()

    def _resize(self) -> None:
        self.setFixedSize(pill_size(self._state))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_pill(painter, QPoint(0, 0), self._state, self._theme)
        painter.end()
