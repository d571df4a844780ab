"""Where between the blocks a point of the view lies, and the line that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from newsroom.ui.body.cards import gutter
from newsroom.ui.body.line import CARD, Line
from newsroom.ui.body.moving import Unit, around, open_line

_THICK = 2
_AIR = 7
"""How far over the next block the line is drawn."""


@dataclass(slots=True)
class Landing:
    """A gap that stays where it is while the text around it is edited."""

    cursor: QTextCursor
    at_end: bool

    @classmethod
    def at(cls, edit: QTextEdit, gap: int) -> Landing:
        """Hold a gap of a text."""
        text = edit.document()
        block = text.findBlockByNumber(gap)
        cursor = QTextCursor(text)
        cursor.setPosition(block.position() if block.isValid() else text.characterCount() - 1)
        return cls(cursor, not block.isValid())

    @property
    def gap(self) -> int:
        """Where the gap is now."""
        return self.cursor.block().blockNumber() + self.at_end

    def open(self) -> QTextCursor:
        """Put an empty line into the gap, which stays below it, and give a cursor in the line."""
        line = open_line(self.cursor.document(), self.gap, Line())
        if self.at_end:
            self.cursor.setPosition(line.position())
        return line


def block_at(edit: QTextEdit, y: int) -> QTextBlock:
    """Give the line beside a height of the view."""
    return edit.cursorForPosition(QPoint(round(gutter(edit.document())) + 4, y)).block()


def gap_at(edit: QTextEdit, y: int, moving: Line = CARD) -> int:
    """Give the gap nearest to a height of the view, for something like a line."""
    unit = around(block_at(edit, y), moving)
    top, bottom = edge(edit, unit.first), edge(edit, unit.last, lower=True)
    return unit.first if y < (top + bottom) / 2 else unit.last + 1


def edge(edit: QTextEdit, number: int, *, lower: bool = False) -> int:
    """Give the height in the view of the upper edge of a line, or of its lower one."""
    text = edit.document()
    area: QRectF = text.documentLayout().blockBoundingRect(text.findBlockByNumber(number))
    return round(area.bottom() if lower else area.top()) - edit.verticalScrollBar().value()


def top_of(edit: QTextEdit, unit: Unit) -> int:
    """Give the height in the view at which a unit begins."""
    return edge(edit, unit.first)


class DropLine(QWidget):
    """A line over the text in the gap where something would land."""

    def __init__(self, edit: QTextEdit, accent: str) -> None:
        super().__init__(edit.viewport())
        self._edit = edit
        self.accent = accent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, gap: int) -> None:
        """Show the line in a gap."""
        count = self._edit.document().blockCount()
        last = gap >= count
        y = edge(self._edit, count - 1, lower=True) if last else edge(self._edit, gap) - _AIR
        left = round(gutter(self._edit.document()))
        width = self._edit.viewport().width() - 2 * left
        self.setGeometry(left, max(0, y), width, _THICK)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.accent))
        painter.end()
