"""What dims the paragraphs that are not written in: paint laid over them, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextCursor, QTextDocument

_STRENGTH = 0.5
"""How much of the paper lies over the ink: what is dimmed can still be read."""


def chosen_blocks(cursor: QTextCursor) -> tuple[QTextBlock, QTextBlock]:
    """Give the first and the last paragraph that stay as they are."""
    text = cursor.document()
    return text.findBlock(cursor.selectionStart()), text.findBlock(cursor.selectionEnd())


def paint_veil(painter: QPainter, cursor: QTextCursor, paper: str, clip: QRectF) -> None:
    """Dim what `clip` shows above and below the paragraphs of a cursor, in the text's pixels."""
    first, last = chosen_blocks(cursor)
    text: QTextDocument = cursor.document()
    layout = text.documentLayout()
    top = layout.blockBoundingRect(first).top()
    bottom = layout.blockBoundingRect(last).bottom()
    colour = QColor(paper)
    colour.setAlphaF(_STRENGTH)
    for part in (
        QRectF(clip.left(), clip.top(), clip.width(), top - clip.top()),
        QRectF(clip.left(), bottom, clip.width(), clip.bottom() - bottom),
    ):
        if part.isValid():
            painter.fillRect(part.intersected(clip), colour)
