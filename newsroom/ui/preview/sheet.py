"""A sheet that text and pictures are set on from top to bottom, drawn or only measured."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPixmap,
    QTextLayout,
    QTextOption,
)

from newsroom.ui.look.fonts import font
from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import Type


def broken(words: str, face: QFont, width: float, most: int) -> list[str]:
    """Break words into lines; the last one is cut with an ellipsis where more would follow."""
    layout = QTextLayout(words, face)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    units = words.encode("utf-16-le", "surrogatepass")
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = 2 * line.textStart()
        if len(lines) == most - 1:
            rest = units[start:].decode("utf-16-le", "surrogatepass")
            metrics = QFontMetricsF(face)
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        end = start + 2 * line.textLength()
        lines.append(units[start:end].decode("utf-16-le", "surrogatepass").rstrip())
    layout.endLayout()
    return lines


class Sheet:
    """Sets one thing under another within a column; without a painter it only measures."""

    def __init__(self, painter: QPainter | None, area: QRectF) -> None:
        self.painter = painter
        self.area = area
        self.y = area.top()

    def column(self, left: float, right: float = 0.0) -> Sheet:
        """Give a narrower column that begins where this one stands."""
        inner = Sheet(self.painter, self.area.adjusted(left, 0, -right, 0))
        inner.y = self.y
        return inner

    def measuring(self) -> Sheet:
        """Give a sheet that stands where this one does and draws nothing."""
        measured = Sheet(None, self.area)
        measured.y = self.y
        return measured

    def width_of(self, words: str, role: Type) -> float:
        """Measure words on one line."""
        return QFontMetricsF(font(role)).horizontalAdvance(words)

    def text(self, words: str, role: Type, colour: str, most: int = 1) -> int:
        """Set words in at most so many lines; give in how many they stand."""
        face, high = font(role), grown(role.line)
        lines = broken(words, face, self.area.width(), most) if words else []
        for line in lines:
            if self.painter:
                self.painter.setFont(face)
                self.painter.setPen(QColor(colour))
                metrics = QFontMetricsF(face)
                free = (high - metrics.height()) / 2
                base = self.y + free + metrics.ascent()
                self.painter.drawText(QPointF(self.area.left(), base), line)
            self.y += high
        return len(lines)

    def picture(self, pixmap: QPixmap | None, width: float, height: float, radius: float) -> QRectF:
        """Set a picture, cut to a size from its middle; grey where it has not come yet."""
        place = QRectF(self.area.left(), self.y, width, height)
        if self.painter:
            draw_picture(self.painter, pixmap, place, radius)
        self.y += height
        return place

    def space(self, height: float) -> None:
        """Leave some room."""
        self.y += height


def draw_picture(painter: QPainter, pixmap: QPixmap | None, place: QRectF, radius: float) -> None:
    """Draw a picture into a place, filling it."""
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    shape = QPainterPath()
    shape.addRoundedRect(place, radius, radius)
    painter.setClipPath(shape)
    painter.fillRect(place, QColor("#D8DCDF"))
    if pixmap is not None and not pixmap.isNull():
        whole = QRectF(pixmap.rect())
        scale = min(whole.width() / place.width(), whole.height() / place.height())
        part = QRectF(0, 0, place.width() * scale, place.height() * scale)
        part.moveCenter(whole.center())
        painter.drawPixmap(place, pixmap, part)
    painter.restore()
