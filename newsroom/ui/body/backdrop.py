"""What is drawn behind the text: boxes, bars, list marks, table lines, words for empty lines.

Only what can be seen is walked, however long the story is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextTable,
)

from newsroom.ui.body.cards import column_width
from newsroom.ui.body.formats import line_of
from newsroom.ui.body.from_qt import tables_of
from newsroom.ui.body.line import PLAIN, Box, Line, Role, joins
from newsroom.ui.body.look import BodyLook
from newsroom.ui.body.measures import (
    BOX_PADDING,
    CELL_PADDING,
    GUTTER,
    SANS,
    TABLE_BOTTOM,
    TABLE_TOP,
    Setting,
    font,
    setting,
)
from newsroom.ui.body.numbering import Numbering

WRITE_THE_STORY = "Write the story"
_IN_TABLE = frozenset({Role.CELL, Role.HEAD})
_EMPTY_WORDS = {Role.ATTRIBUTION: "Who said it", Role.TITLE: "Fact box title"}
_BULLET = 2.2
_BAR = 3
_RADIUS = 8
_RIGHT_MIDDLE = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
_LEFT_MIDDLE = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value


@dataclass(frozen=True, slots=True)
class Seen:
    """A line that can be seen: `top` and `bottom` in pixels of the text, margins left out."""

    block: QTextBlock
    line: Line
    top: float
    bottom: float


def paint_backdrop(
    painter: QPainter, document: QTextDocument, look: BodyLook, clip: QRectF
) -> None:
    """Draw behind the part of a text that `clip` shows, in the text's own pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # From here on all is drawn in the design's pixels. The insets at both sides of a block do not
    # grow: Qt's layout takes them as they are.
    scale = look.scale
    painter.scale(scale, scale)
    seen = list(visible_lines(document, clip, scale))
    width = column_width(document) / scale
    if any(one.line is not PLAIN for one in seen):
        for run in _boxes(seen):
            _paint_box(painter, run, width, look)
        _paint_marks(painter, seen, look)
    for one in seen:
        if one.block.length() <= 1:
            _paint_empty(painter, one, document, look)
    for table in tables_of(document).values():
        _paint_table(painter, document, table, look, clip)
    painter.restore()


@dataclass(frozen=True, slots=True)
class PlainPart:
    """A part of a text behind which nothing is to be drawn: plain paragraphs.

    Nearly every key falls into one. `first` and `last` are the blocks from its first to below its
    end, each by number and upper edge.
    """

    clip: QRectF
    blocks: int
    first: tuple[int, float]
    last: tuple[int, float]

    def holds(self, document: QTextDocument, clip: QRectF) -> bool:
        """Whether this still stands around `clip`, if no other lines have come since."""
        return (
            self.blocks == document.blockCount()
            and self.clip.contains(clip)
            and _placed(document, document.findBlockByNumber(self.first[0])) == self.first
            and _placed(document, document.findBlockByNumber(self.last[0])) == self.last
        )


def plain_part(document: QTextDocument, clip: QRectF) -> PlainPart | None:
    """Look at the part of a text that `clip` shows; None where something stands behind it."""
    if document.isEmpty():
        return None
    first = last = block = _first_seen(document, clip)
    while block.isValid():
        if line_of(block.blockFormat()) is not PLAIN:
            return None
        last = block
        if _placed(document, block)[1] > clip.bottom():
            break
        block = block.next()
    ends = _placed(document, first), _placed(document, last)
    return PlainPart(QRectF(clip), document.blockCount(), *ends)


def _placed(document: QTextDocument, block: QTextBlock) -> tuple[int, float]:
    return block.blockNumber(), document.documentLayout().blockBoundingRect(block).top()


def _first_seen(document: QTextDocument, clip: QRectF) -> QTextBlock:
    """Give a block that begins above the first line that `clip` shows, if there is one."""
    at = document.documentLayout().hitTest(
        QPointF(GUTTER + 1, clip.top()), Qt.HitTestAccuracy.FuzzyHit
    )
    block = document.findBlock(max(0, at))
    return block.previous() if block.previous().isValid() else block


def visible_lines(document: QTextDocument, clip: QRectF, scale: float) -> Iterator[Seen]:
    """Walk the lines that can be seen, those of tables left out.

    And the one below them, as the one above: its box may begin higher, or one from above go on to
    it, in a strip that holds only the space between the two.
    """
    layout = document.documentLayout()
    block = _first_seen(document, clip)
    bottom = clip.bottom()
    while block.isValid():
        line = line_of(block.blockFormat())
        area = layout.blockBoundingRect(block)
        if line.role not in _IN_TABLE:
            top = area.top() / scale
            height = setting(line).height
            rows = max(1, block.layout().lineCount()) if height else 1
            yield Seen(block, line, top, top + rows * (height or area.height() / scale))
        if area.top() > bottom:
            return
        block = block.next()


def _boxes(seen: Sequence[Seen]) -> Iterator[list[Seen]]:
    run: list[Seen] = []
    for one in seen:
        if run and not joins(run[0].line, run[-1].line, one.line):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _paint_box(painter: QPainter, run: Sequence[Seen], width: float, look: BodyLook) -> None:
    top, bottom = run[0].top, run[-1].bottom
    if _begun_above(run[0]):
        top -= 2 * BOX_PADDING
    match run[0].line.box:
        case Box.QUOTE:
            bar = QRectF(GUTTER, top, _BAR, bottom - top)
            painter.fillRect(bar, QColor(look.accent))
        case Box.PULL:
            painter.fillRect(QRectF(GUTTER, top, _BAR, bottom - top), QColor(look.control_line))
        case Box.FACTS:
            area = QRectF(GUTTER, top - BOX_PADDING, width, bottom - top + 2 * BOX_PADDING - 2)
            painter.setPen(QPen(QColor(look.line), 1))
            painter.setBrush(QColor(look.pane))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        case Box.NONE:
            pass


def _begun_above(one: Seen) -> bool:
    before = one.block.previous()
    if not before.isValid():
        return False
    line = line_of(before.blockFormat())
    return joins(line, line, one.line)


def _paint_marks(painter: QPainter, seen: Sequence[Seen], look: BodyLook) -> None:
    """Draw bullets, numbers and the labels of footnotes left of their lines."""
    numbering = _numbering_before(seen[0].block) if seen else Numbering()
    for one in seen:
        number = numbering.number(one.line)
        match one.line:
            case Line(role=Role.ITEM, ordered=True):
                _paint_mark(painter, one, f"{number}.", look.ink_2, look.scale)
            case Line(role=Role.ITEM, level=level):
                _paint_bullet(painter, one, level, look.ink_2, look.scale)
            case Line(role=Role.FOOTNOTE, label=label):
                _paint_mark(painter, one, label, look.accent, look.scale)
            case _:
                pass


def _numbering_before(block: QTextBlock) -> Numbering:
    """Count the items above the first line that is seen."""
    above: list[Line] = []
    before = block.previous()
    while before.isValid() and (line := line_of(before.blockFormat())).role is Role.ITEM:
        above.append(line)
        before = before.previous()
    numbering = Numbering()
    for line in reversed(above):
        numbering.number(line)
    return numbering


def _paint_bullet(painter: QPainter, one: Seen, level: int, colour: str, scale: float) -> None:
    """Draw a disc, deeper down a ring, then a square."""
    chosen = setting(one.line)
    middle = QPointF(GUTTER + (chosen.left - 13) / scale, one.top + chosen.height * 0.56)
    painter.setPen(QPen(QColor(colour), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if level == 1 else QColor(colour))
    if level < 2:
        painter.drawEllipse(middle, _BULLET, _BULLET)
    else:
        painter.drawRect(QRectF(middle.x() - 2, middle.y() - 2, 4, 4))


def _paint_mark(painter: QPainter, one: Seen, mark: str, colour: str, scale: float) -> None:
    chosen = setting(one.line)
    family = SANS if one.line.role is Role.FOOTNOTE else chosen.family
    painter.setFont(font(Setting(family, min(chosen.size, 16), chosen.height)))
    painter.setPen(QColor(colour))
    right = GUTTER + (chosen.left - 9) / scale
    area = QRectF(right - 60, one.top + 1, 60, chosen.height)
    painter.drawText(area, _RIGHT_MIDDLE, mark)


def _paint_empty(painter: QPainter, one: Seen, document: QTextDocument, look: BodyLook) -> None:
    alone = one.line == Line() and document.blockCount() == 1
    words = WRITE_THE_STORY if alone else _EMPTY_WORDS.get(one.line.role, "")
    if not words:
        return
    chosen = setting(one.line)
    painter.setFont(font(chosen))
    painter.setPen(QColor(look.ink_3))
    area = QRectF(GUTTER + chosen.left / look.scale, one.top + 1, 400, chosen.height)
    painter.drawText(area, _LEFT_MIDDLE, words)


def _paint_table(
    painter: QPainter, document: QTextDocument, table: QTextTable, look: BodyLook, clip: QRectF
) -> None:
    """Draw a table's frame and a line above each row, the one under the header stronger.

    The document is given: in PySide, a table that is asked for its document takes the Python side
    of the document with it when it goes.
    """
    layout = document.documentLayout()
    scale = look.scale
    tops = [_row_top(layout, table, row) / scale - CELL_PADDING for row in range(table.rows())]
    height = layout.frameBoundingRect(table).height() / scale - TABLE_TOP - TABLE_BOTTOM
    if tops[0] * scale > clip.bottom() or (tops[0] + height) * scale < clip.top():
        return
    width = column_width(document) / scale
    area = QRectF(GUTTER, tops[0], width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.line), 1))
    painter.drawRoundedRect(area, 6, 6)
    for row, top in enumerate(tops[1:]):
        painter.setPen(QPen(QColor(look.line if row else look.control_line), 1))
        painter.drawLine(QPointF(area.left(), top + 0.5), QPointF(area.right(), top + 0.5))


def _row_top(layout: QAbstractTextDocumentLayout, table: QTextTable, row: int) -> float:
    first = table.cellAt(row, 0).firstCursorPosition().block()
    return layout.blockBoundingRect(first).top()
