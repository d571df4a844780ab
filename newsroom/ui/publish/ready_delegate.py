"""How a story is drawn in the publish list: a tick or a lock, headline, pill, and what it means."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.desk.foreseeing import Step
from newsroom.domain.summary import ArticleSummary
from newsroom.domain.workflow import State
from newsroom.ui.articles.model import SUMMARY
from newsroom.ui.look.few_lines import draw_lines
from newsroom.ui.look.fonts import font
from newsroom.ui.look.pill import draw_pill, pill_height
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    ICON_BAR,
    LIST_HEADLINE,
    LIST_ROW,
    META,
    PILL,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Ink,
)
from newsroom.ui.publish.ready_model import READY, STEP

_Index = QModelIndex | QPersistentModelIndex
_MEANS = {
    State.DRAFT: "Not submitted",
    State.IN_REVIEW: "Waits for approval",
    State.RETURNED: "With the reporter",
    State.APPROVED: "Ready",
    State.STALE: "Changed after approval",
    State.PUBLISHED: "Exported",
}

_STEPS = {Step.NEW: "New page", Step.UPDATE: "Update", Step.SAME: "Unchanged"}


class ReadyDelegate(QStyledItemDelegate):
    """Draws a row; a click or the space bar anywhere on it ticks it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(200, tall(tall(LIST_ROW, 2 * LIST_HEADLINE.line), PILL.line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        summary = index.data(SUMMARY)
        assert isinstance(summary, ArticleSummary)
        rect: QRect = option.rect
        palette = self._theme.palette
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(palette.line))
        inner = rect.adjusted(SPACE_16 + grown(ICON_BAR) + SPACE_16 - 2, SPACE_12, -SPACE_16, 0)
        self._draw_mark(painter, rect, index, summary)
        ready = summary.state in READY
        painter.setPen(QColor(palette.ink if ready else palette.ink_2))
        draw_lines(painter, inner, summary.headline or "Untitled", LIST_HEADLINE, 2)
        top = inner.top() + 2 * grown(LIST_HEADLINE.line) + SPACE_8
        draw_pill(painter, QPoint(inner.left(), top), summary.state, self._theme)
        painter.setFont(font(META))
        painter.setPen(QColor(palette.ink_3))
        line = QRect(inner.left(), top, inner.width(), pill_height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, right, _means(summary, index.data(STEP)))
        painter.restore()

    def _draw_mark(
        self, painter: QPainter, rect: QRect, index: _Index, summary: ArticleSummary
    ) -> None:
        side = grown(ICON_BAR)
        mark = QRect(rect.left() + SPACE_16, rect.top() + SPACE_12, side, side)
        if summary.state not in READY:
            self._theme.draw(painter, mark, "mdi6.lock-outline", Ink.INK_3)
        elif index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked:
            self._theme.draw(painter, mark, "mdi6.checkbox-marked", Ink.ACCENT)
        else:
            self._theme.draw(painter, mark, "mdi6.checkbox-blank-outline", Ink.INK_2)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        del option
        if not _ticks(event) or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        value = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, value, Qt.ItemDataRole.CheckStateRole)


def _means(summary: ArticleSummary, step: Step | None) -> str:
    if step is not None:
        return _STEPS[step]
    if summary.state not in READY and summary.missing_credits:
        return "A credit is missing"
    return _MEANS[summary.state]


def _ticks(event: QEvent) -> bool:
    if isinstance(event, QMouseEvent):
        released = event.type() == QEvent.Type.MouseButtonRelease
        return released and event.button() is Qt.MouseButton.LeftButton
    if isinstance(event, QKeyEvent):
        pressed = event.type() == QEvent.Type.KeyPress
        return pressed and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
    return False
