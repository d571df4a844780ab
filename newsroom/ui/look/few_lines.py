"""Words on a few lines, the last one cut with an ellipsis where room lacks."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption

from newsroom.ui.look.fonts import font
from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import Type


def draw_lines(painter: QPainter, rect: QRect, words: str, role: Type, most: int) -> None:
    """Draw words on at most so many lines of a type role, the last one cut with an ellipsis."""
    face = font(role)
    painter.setFont(face)
    metrics, high = QFontMetrics(face), grown(role.line)
    layout = QTextLayout(words, face)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        start, length = line.textStart(), line.textLength()
        rest = number == most - 1 and start + length < len(words)
        shown = (
            metrics.elidedText(words[start:], Qt.TextElideMode.ElideRight, rect.width())
            if rest
            else words[start : start + length].rstrip()
        )
        place = QRect(rect.left(), rect.top() + number * high, rect.width() + 2, high)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
    layout.endLayout()
