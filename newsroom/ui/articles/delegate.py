"""How a row of the list is drawn: headline over pill, section, marks, time and initials."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.domain.member import initials
from newsroom.domain.summary import ArticleSummary
from newsroom.ui.articles.ages import age
from newsroom.ui.articles.model import SUMMARY
from newsroom.ui.look.few_lines import draw_lines
from newsroom.ui.look.fonts import font
from newsroom.ui.look.marks import draw_avatar
from newsroom.ui.look.pill import draw_pill, pill_height
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    COMPACT_ROW,
    ICON_TEXT,
    LIST_HEADLINE,
    LIST_ROW,
    META,
    PILL,
    SELECTION_BAR,
    SMALL_AVATAR,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Ink,
)

_Index = QModelIndex | QPersistentModelIndex
_LINES = 2


class ArticleDelegate(QStyledItemDelegate):
    """Draws a summary; a row that has not been fetched yet is an empty one.

    `compact` gives the headline one line instead of two; `dated` shows the date of publication
    instead of the last change.
    """

    def __init__(
        self,
        theme: Theme,
        section_name: Callable[[str, str], str],
        now: Callable[[], datetime],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section_name = section_name
        self._now = now
        self.compact = False
        self.dated = False

    @property
    def height(self) -> int:
        """How high every row is."""
        row = COMPACT_ROW if self.compact else LIST_ROW
        return tall(tall(row, self._lines * LIST_HEADLINE.line), PILL.line)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        summary = index.data(SUMMARY)
        rect, state = option.rect, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._draw_ground(painter, rect, chosen, bool(state & QStyle.StateFlag.State_MouseOver))
        if isinstance(summary, ArticleSummary):
            top = SPACE_4 if self.compact else SPACE_12
            inner = rect.adjusted(SPACE_16, top, -SPACE_16, 0)
            painter.setPen(QColor(self._theme.palette.ink))
            lines = self._lines
            draw_lines(painter, inner, summary.headline or "Untitled", LIST_HEADLINE, lines)
            self._draw_facts(painter, inner, summary, chosen)
        painter.restore()

    @property
    def _lines(self) -> int:
        return 1 if self.compact else _LINES

    def _draw_ground(self, painter: QPainter, rect: QRect, chosen: bool, hovered: bool) -> None:
        palette = self._theme.palette
        if chosen or hovered:
            painter.fillRect(rect, QColor(palette.selected if chosen else palette.hover))
        if chosen:
            bar = QRect(rect.left(), rect.top(), SELECTION_BAR, rect.height() - 1)
            painter.fillRect(bar, QColor(palette.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(palette.line))

    def _draw_facts(
        self, painter: QPainter, inner: QRect, summary: ArticleSummary, chosen: bool
    ) -> None:
        palette = self._theme.palette
        gap = SPACE_4 if self.compact else SPACE_8
        top = inner.top() + self._lines * grown(LIST_HEADLINE.line) + gap
        height, round_side = pill_height(), grown(SMALL_AVATAR)
        pill = draw_pill(painter, QPoint(inner.left(), top), summary.state, self._theme)
        line = QRect(inner.left(), top, inner.width(), height)
        side = QRect(
            line.right() - round_side + 1, top + (height - round_side) // 2, round_side, round_side
        )
        tint = palette.paper if chosen else palette.badge
        letters = initials(summary.byline)
        if letters:
            draw_avatar(painter, side, letters, self._theme, tint=tint, ink=Ink.INK_2)
        painter.setFont(font(META))
        painter.setPen(QColor(palette.ink_2))
        right = side.left() - SPACE_8 + 2
        right = self._draw_time(painter, line, right, summary)
        words = QRect(pill.right() + SPACE_8, top, right - pill.right() - 2 * SPACE_8, height)
        section = self._section_name(summary.section, summary.language)
        shown = QFontMetrics(font(META)).elidedText(
            section, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_time(
        self, painter: QPainter, line: QRect, right: int, summary: ArticleSummary
    ) -> int:
        """Draw time and mark so that they end at `right`; give where they begin."""
        moment = summary.published if self.dated and not summary.binned else None
        words = age(moment or summary.binned or summary.changed, self._now())
        width = QFontMetrics(font(META)).horizontalAdvance(words)
        left = right - width
        painter.drawText(
            QRect(left, line.top(), width + 1, line.height()), Qt.AlignmentFlag.AlignVCenter, words
        )
        if not summary.missing_credits:
            return left
        icon = grown(ICON_TEXT)
        left -= icon + SPACE_8 - 2
        mark = QRect(left, line.top() + (line.height() - icon) // 2, icon, icon)
        self._theme.draw(painter, mark, "mdi6.alert-outline", Ink.AMBER)
        return left
