"""How a picture is drawn in the grid: cut to 3:2, its name, and its credit or what is to be heeded.

Under the name stands the gravest thing that there is to say: that the credit is missing, that the
rights have ended or soon will, that the file disagrees with itself, that another looks like it.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.domain.picture import Picture
from newsroom.domain.summary import PictureSummary
from newsroom.ui.look.fonts import font
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    CARD_RADIUS,
    FOCUS_GAP,
    FOCUS_WIDTH,
    ICON_META,
    META,
    RADIUS,
    SPACE_4,
    SPACE_8,
    Ink,
    Type,
    colour,
)
from newsroom.ui.pictures.pictures_model import PICTURE, PicturesModel
from newsroom.ui.pictures.shelf import (
    CREDIT_MISSING,
    FILE_DISAGREES,
    LOOKS_ALIKE,
    credit_of,
    name_of,
    rights_of,
)
from newsroom.ui.thumbnails import Thumbnails, cut_to

NAME = Type(BASE.family, BASE.size, BASE.line, 600)
_KEPT = 300
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def cell(width: int) -> QSize:
    """Give the size of a cell of a width: the picture, two lines, and room around them."""
    words = SPACE_8 + grown(NAME.line) + grown(META.line) + 2
    return QSize(width, (width - 2 * SPACE_8) * 2 // 3 + words + 2 * SPACE_8)


class PictureDelegate(QStyledItemDelegate):
    """Draws a picture's cell; pictures cut to size are kept."""

    def __init__(
        self, theme: Theme, thumbnails: Thumbnails, model: PicturesModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._thumbnails = thumbnails
        self._cuts: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return cell(option.rect.width())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        summary = index.data(PICTURE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option)
        inner = option.rect.adjusted(SPACE_8, SPACE_8, -SPACE_8, -SPACE_8)
        frame = QRect(inner.left(), inner.top(), inner.width(), inner.width() * 2 // 3)
        if isinstance(summary, PictureSummary):
            self._draw_picture(painter, frame, summary.picture)
            self._draw_words(painter, frame, summary.picture)
        else:
            self._draw_frame(painter, frame)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette = self._theme.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        whole = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if chosen:
            # A clear gap parts the keyboard's ring from what is chosen.
            inset = FOCUS_WIDTH + FOCUS_GAP - 1 if current else 0
            line = QPen(QColor(palette.accent), FOCUS_WIDTH)
            painter.setPen(Qt.PenStyle.NoPen if current else line)
            painter.setBrush(QColor(palette.selected))
            ground = whole.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ground, CARD_RADIUS - inset, CARD_RADIUS - inset)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.hover))
            painter.drawRoundedRect(whole, CARD_RADIUS, CARD_RADIUS)
        if current:
            painter.setPen(QPen(QColor(palette.accent), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, CARD_RADIUS, CARD_RADIUS)

    def _draw_picture(self, painter: QPainter, frame: QRect, picture: Picture) -> None:
        shape = self._draw_frame(painter, frame)
        cut = self._cut(picture, frame.size(), painter.device().devicePixelRatioF())
        if cut is None:
            return
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(QPointF(frame.topLeft()), cut)
        painter.restore()

    def _draw_frame(self, painter: QPainter, frame: QRect) -> QPainterPath:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(frame), RADIUS, RADIUS)
        painter.fillPath(shape, QColor(self._theme.palette.line))
        return shape

    def _cut(self, picture: Picture, size: QSize, ratio: float) -> QPixmap | None:
        key = (picture.id, size.width(), round(ratio * 100))
        if key in self._cuts:
            self._cuts.move_to_end(key)
            return self._cuts[key]
        whole = self._thumbnails.pixmap(picture.id)
        if whole is None:
            return None
        self._cuts[key] = cut = cut_to(whole, size, ratio)
        if len(self._cuts) > _KEPT:
            self._cuts.popitem(last=False)
        return cut

    def _draw_words(self, painter: QPainter, frame: QRect, picture: Picture) -> None:
        palette = self._theme.palette
        line = QRect(frame.left(), frame.bottom() + 1 + SPACE_8, frame.width(), grown(NAME.line))
        self._draw_line(painter, line, name_of(picture), NAME, palette.ink)
        below = QRect(line.left(), line.bottom() + 1, line.width(), grown(META.line) + 2)
        icon, words, ink = self._remark(picture)
        if icon:
            side = grown(ICON_META)
            mark = QRect(below.left(), below.top() + (below.height() - side) // 2, side, side)
            self._theme.draw(painter, mark, icon, ink)
            below = below.adjusted(side + SPACE_4, 0, 0, 0)
        self._draw_line(painter, below, words, META, colour(palette, ink))

    def _remark(self, picture: Picture) -> tuple[str, str, Ink]:
        """Give the icon, the words and the ink of the line under the name."""
        shelf = self._model.shelf
        if not credit_of(picture):
            return "mdi6.alert-outline", CREDIT_MISSING, Ink.AMBER
        if rights := rights_of(picture, shelf.today):
            return "mdi6.calendar-clock", rights, Ink.AMBER
        if picture.disagreements:
            return "mdi6.not-equal-variant", FILE_DISAGREES, Ink.AMBER
        if picture.id in shelf.alike:
            return "mdi6.content-duplicate", LOOKS_ALIKE, Ink.INK_2
        return "", credit_of(picture), Ink.INK_2

    def _draw_line(self, painter: QPainter, rect: QRect, words: str, role: Type, tint: str) -> None:
        painter.setFont(font(role))
        painter.setPen(QColor(tint))
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(words, elide, rect.width())
        painter.drawText(rect, _LEFT | Qt.TextFlag.TextSingleLine, shown)
