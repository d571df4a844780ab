"""Objects in the text: cards for figures, embeds, rules and kept source, and footnote marks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from newsroom.domain.document import Embed, Figure, Opaque, Rule
from newsroom.ui.body import card_painting
from newsroom.ui.body.card_words import CardMarks
from newsroom.ui.body.formats import Key, card_of
from newsroom.ui.body.look import BodyLook, FigureSource
from newsroom.ui.body.measures import COLUMN, GUTTER, SANS, Setting, font
from newsroom.ui.look.leading import led

_REF_FONT = Setting(SANS, 11, 14, 500)
_REF_HEIGHT = 15


class Cards(QPyTextObject):
    """Sizes and draws the cards. `look`, `figure_info` and `marks` may be changed at any time."""

    def __init__(self, parent: QObject, look: BodyLook, figure_info: FigureSource) -> None:
        super().__init__(parent)
        self.look = look
        self.figure_info = figure_info
        self.marks: CardMarks = {}

    def intrinsicSize(self, doc: QTextDocument, pos: int, form: QTextFormat) -> QSizeF:
        """Give a card the width of the column and the height of its words."""
        scale = self.look.scale
        width = column_width(doc) / scale
        match card_of(form):
            case Figure(caption=caption):
                height = card_painting.figure_height(caption, width)
            case Embed():
                height = card_painting.EMBED_HEIGHT
            case Opaque(source=source):
                height = card_painting.opaque_height(source)
            case Rule():
                height = card_painting.RULE_HEIGHT
        return QSizeF(width, height) * scale

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos: int,
        form: QTextFormat,
    ) -> None:
        """Draw a card."""
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = enlarge(painter, rect, self.look.scale).adjusted(0.5, 0.5, -0.5, -0.5)
        marks = self.marks.get(pos, ())
        match card_of(form):
            case Figure() as figure:
                info = self.figure_info(figure)
                card_painting.paint_figure(painter, area, figure, info, self.look, marks=marks)
            case Embed() as embed:
                card_painting.paint_embed(painter, area, embed, self.look, marks=marks)
            case Opaque(source=source):
                card_painting.paint_opaque(painter, area, source, self.look)
            case Rule():
                card_painting.paint_rule(painter, area, self.look)
        painter.restore()


class FootnoteMarks(QPyTextObject):
    """Sizes and draws the raised label that points at a footnote."""

    def __init__(self, parent: QObject, look: BodyLook) -> None:
        super().__init__(parent)
        self.look = look

    def intrinsicSize(self, doc: QTextDocument, pos: int, form: QTextFormat) -> QSizeF:
        """Give the label its width and a little air."""
        label = form.stringProperty(Key.LABEL)
        width = QFontMetricsF(font(_REF_FONT)).horizontalAdvance(label) + 3
        return QSizeF(width, _REF_HEIGHT) * self.look.scale

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos: int,
        form: QTextFormat,
    ) -> None:
        """Draw the label at the top of the line, in the colour of selected words among those."""
        painter.save()
        area = enlarge(painter, rect, self.look.scale)
        painter.setFont(font(_REF_FONT))
        chosen = form.hasProperty(QTextFormat.Property.BackgroundBrush)
        painter.setPen(form.foreground().color() if chosen else QColor(self.look.accent))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(area, top, form.stringProperty(Key.LABEL))
        painter.restore()


def enlarge(painter: QPainter, rect: QRectF | QRect, scale: float) -> QRectF:
    """Let what follows be drawn enlarged within a place; give the place in the design's pixels."""
    area = QRectF(rect)
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    return QRectF(0, 0, area.width() / scale, area.height() / scale)


def column_width(document: QTextDocument) -> float:
    """Give the width that text may take, in pixels."""
    width = document.textWidth()
    sides = 2 * gutter(document)
    return width - sides if width > sides else COLUMN


def gutter(document: QTextDocument) -> float:
    """Give the room at each side of the column, in pixels; it grows with the text."""
    return GUTTER * led(document)
