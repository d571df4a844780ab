"""How a card is drawn: flat, one line around, a tick or a warning with its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from newsroom.domain.document import Embed, Figure
from newsroom.ui.body.card_words import ALT, CAPTION, CardMark, paint_line, paint_words
from newsroom.ui.body.look import BodyLook, FigureInfo
from newsroom.ui.body.measures import MONO, SANS, SERIF, Setting, font

EMBED_HEIGHT = 60
RULE_HEIGHT = 26

_RADIUS = 8
_PADDING = 12
_THUMB = 97
_FIGURE_HEIGHT = 64
_CAPTION = Setting(SERIF, 15, 20)
_META = Setting(SANS, 12, 16)
_LABEL = Setting(SANS, 11, 14, 500)
_SOURCE = Setting(MONO, 12, 17)
_CAPTION_LINES = 3
_SOURCE_LINES = 8
_ICON = 14

_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def figure_height(caption: str, width: float) -> float:
    """Give the height of a figure's card: its caption, up to three lines, over its credit."""
    return max(_FIGURE_HEIGHT, _caption_height(caption, width) + _META.height + 28)


def opaque_height(source: str) -> float:
    """Give the height of a card of kept source, up to eight lines of it."""
    lines = min(source.count("\n") + 1, _SOURCE_LINES)
    return lines * _SOURCE.height + _LABEL.height + 30


def _caption_height(caption: str, width: float) -> float:
    room = QRectF(0, 0, width - _THUMB - 2 * _PADDING, 1000)
    wanted = QFontMetricsF(font(_CAPTION)).boundingRect(room, _WRAP, caption or "—").height()
    lines = min(max(1, round(wanted / _CAPTION.height)), _CAPTION_LINES)
    return lines * _CAPTION.height


def paint_figure(
    painter: QPainter,
    area: QRectF,
    figure: Figure,
    info: FigureInfo,
    look: BodyLook,
    *,
    marks: Sequence[CardMark] = (),
) -> None:
    """Draw a picture's card: thumbnail, caption, credit, alt text, and what was found in them."""
    outline = _outline(area)
    painter.fillPath(outline, QColor(look.pane))
    _paint_thumbnail(painter, area, outline, info.pixmap, look)
    words = area.adjusted(_THUMB + _PADDING, 9, -_PADDING, -9)
    caption = QRectF(words)
    caption.setHeight(words.height() - _META.height - 4)
    _paint_caption(painter, caption, figure, look, marks)
    in_alt = [mark for mark in marks if mark.part.words == ALT]
    if in_alt:
        foot = words.adjusted(0, words.height() - _META.height, 0, 0)
        paint_line(painter, foot, figure.alt, _META, look.ink_2, marks=in_alt)
    else:
        _paint_facts(painter, words, figure, info, look)
    painter.strokePath(outline, QPen(QColor(look.line), 1))


def _paint_caption(
    painter: QPainter, area: QRectF, figure: Figure, look: BodyLook, marks: Sequence[CardMark]
) -> None:
    in_caption = [mark for mark in marks if mark.part.words == CAPTION]
    if in_caption:
        paint_words(painter, area, figure.caption, _CAPTION, look.ink, marks=in_caption)
        return
    painter.setFont(font(_CAPTION))
    painter.setPen(QColor(look.ink if figure.caption else look.ink_3))
    painter.drawText(area, _WRAP | _LEFT.value, figure.caption or "No caption")


def _paint_facts(
    painter: QPainter, words: QRectF, figure: Figure, info: FigureInfo, look: BodyLook
) -> None:
    foot = QRectF(words)
    foot.setTop(words.bottom() - _META.height)
    metrics = QFontMetricsF(font(_META))
    alt = "Alt text" if figure.alt else "Alt text is missing"
    alt_width = metrics.horizontalAdvance(alt) + _ICON + 5
    right = QRectF(foot)
    right.setLeft(foot.right() - alt_width)
    _paint_fact(painter, right, alt, bool(figure.alt), look)
    left = QRectF(foot)
    left.setRight(right.left() - _PADDING)
    credit = "Credit is missing" if info.missing else info.credit
    shown = metrics.elidedText(credit, Qt.TextElideMode.ElideRight, left.width() - _ICON - 5)
    _paint_fact(painter, left, shown, not info.missing, look)


def _paint_fact(painter: QPainter, area: QRectF, words: str, good: bool, look: BodyLook) -> None:
    icon = QRectF(area.left(), area.center().y() - _ICON / 2, _ICON, _ICON)
    if good:
        _paint_tick(painter, icon, QColor(look.green))
    else:
        _paint_warning(painter, icon, QColor(look.amber_mark))
    painter.setFont(font(_META))
    painter.setPen(QColor(look.ink_2 if good else look.amber))
    painter.drawText(area.adjusted(_ICON + 5, 0, 1, 0), _LEFT.value, words)


def _paint_tick(painter: QPainter, icon: QRectF, colour: QColor) -> None:
    points = [(0.14, 0.55), (0.38, 0.78), (0.86, 0.26)]
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF([_within(icon, x, y) for x, y in points]))


def _paint_warning(painter: QPainter, icon: QRectF, colour: QColor) -> None:
    corners = [(0.5, 0.08), (0.96, 0.88), (0.04, 0.88)]
    pen = QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([_within(icon, x, y) for x, y in corners]))
    painter.drawLine(_within(icon, 0.5, 0.38), _within(icon, 0.5, 0.58))
    painter.drawPoint(_within(icon, 0.5, 0.75))


def _within(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def _paint_thumbnail(
    painter: QPainter, area: QRectF, outline: QPainterPath, pixmap: QPixmap | None, look: BodyLook
) -> None:
    frame = QRectF(area.left(), area.top(), _THUMB, area.height())
    painter.save()
    painter.setClipPath(outline)
    if pixmap is None or pixmap.isNull():
        painter.fillRect(frame, QColor(look.line))
    else:
        painter.drawPixmap(frame, pixmap, _covering(pixmap, frame))
    painter.restore()


def _covering(pixmap: QPixmap, frame: QRectF) -> QRectF:
    """Cut the middle of a picture in the shape of a frame."""
    scale = min(pixmap.width() / frame.width(), pixmap.height() / frame.height())
    width, height = frame.width() * scale, frame.height() * scale
    return QRectF((pixmap.width() - width) / 2, (pixmap.height() - height) / 2, width, height)


def paint_embed(
    painter: QPainter,
    area: QRectF,
    embed: Embed,
    look: BodyLook,
    *,
    marks: Sequence[CardMark] = (),
) -> None:
    """Draw the card of something that stands elsewhere: what it is, and its address."""
    outline = _outline(area)
    painter.fillPath(outline, QColor(look.pane))
    painter.strokePath(outline, QPen(QColor(look.line), 1))
    words = area.adjusted(_PADDING + 4, 10, -_PADDING, -9)
    painter.setFont(font(_CAPTION))
    painter.setPen(QColor(look.ink))
    metrics = QFontMetricsF(font(_CAPTION))
    title = metrics.elidedText(
        embed.caption or "Embedded post", Qt.TextElideMode.ElideRight, words.width()
    )
    if marks:
        paint_line(painter, words, embed.caption, _CAPTION, look.ink, marks=marks)
    else:
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, top.value, title)
    painter.setFont(font(_META))
    painter.setPen(QColor(look.accent))
    metrics = QFontMetricsF(font(_META))
    address = metrics.elidedText(embed.url, Qt.TextElideMode.ElideMiddle, words.width())
    low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.drawText(words, low.value, address)


def paint_opaque(painter: QPainter, area: QRectF, source: str, look: BodyLook) -> None:
    """Draw source that is kept to the letter, and say so."""
    outline = _outline(area)
    painter.fillPath(outline, QColor(look.pane))
    painter.strokePath(outline, QPen(QColor(look.control_line), 1, Qt.PenStyle.DashLine))
    words = area.adjusted(_PADDING + 4, 9, -_PADDING, -9)
    top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    painter.setFont(font(_LABEL))
    painter.setPen(QColor(look.ink_3))
    painter.drawText(words, top.value, "Kept as written")
    painter.setFont(font(_SOURCE))
    painter.setPen(QColor(look.ink_2))
    metrics = QFontMetricsF(font(_SOURCE))
    lines = source.split("\n")
    for row, line in enumerate(lines[:_SOURCE_LINES]):
        last = row == _SOURCE_LINES - 1 and len(lines) > _SOURCE_LINES
        shown = metrics.elidedText(line + " …" if last else line, _ELIDE, words.width())
        place = words.adjusted(0, _LABEL.height + 6 + row * _SOURCE.height, 0, 0)
        painter.drawText(place, top.value, shown)


_ELIDE = Qt.TextElideMode.ElideRight


def paint_rule(painter: QPainter, area: QRectF, look: BodyLook) -> None:
    """Draw a thematic break: a short line in the middle of the column."""
    middle = area.center()
    painter.setPen(QPen(QColor(look.control_line), 1))
    painter.drawLine(QPointF(middle.x() - 48, middle.y()), QPointF(middle.x() + 48, middle.y()))


def _outline(area: QRectF) -> QPainterPath:
    outline = QPainterPath()
    outline.addRoundedRect(area, _RADIUS, _RADIUS)
    return outline
