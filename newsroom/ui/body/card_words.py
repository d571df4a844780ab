"""The words on a card: what can be sought and replaced there, and how a find is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)

from newsroom.domain.document import Embed, Figure
from newsroom.ui.body.inserting import card_at, cards, replace_card
from newsroom.ui.body.measures import Setting, font

CAPTION, ALT = "caption", "alt"
_LEAD = 24
"""How much of an alt text is shown before what was found in it, where it has one line."""


@dataclass(frozen=True, slots=True, order=True)
class CardPart:
    """A part of a card's words, in Qt's counting: of its caption or its alt text."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CardMark:
    """How a part of a card's words is shown."""

    part: CardPart
    form: QTextCharFormat


CardMarks = Mapping[int, Sequence[CardMark]]
"""What is marked on the card at each place."""


def card_words(document: QTextDocument) -> Iterator[tuple[int, str, str]]:
    """Give the words of every card: its place, which words they are, and the words."""
    for place, card in cards(document):
        if isinstance(card, Figure | Embed):
            yield place, CAPTION, card.caption
        if isinstance(card, Figure):
            yield place, ALT, card.alt


def replace_words(
    document: QTextDocument, place: int, changes: Sequence[tuple[CardPart, str]]
) -> None:
    """Put words in the place of parts of a card's, as one step of undo."""
    card = card_at(document, place)
    for part, words in sorted(changes, key=lambda change: change[0], reverse=True):
        match card:
            case Figure(alt=alt) if part.words == ALT:
                card = replace(card, alt=_spliced(alt, part, words))
            case Figure(caption=caption) | Embed(caption=caption):
                card = replace(card, caption=_spliced(caption, part, words))
    replace_card(document, place, card)


def _spliced(text: str, part: CardPart, words: str) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    spliced = units[: 2 * part.start] + words.encode("utf-16-le") + units[2 * part.end :]
    return " ".join(spliced.decode("utf-16-le", "surrogatepass").split("\n"))


def paint_words(
    painter: QPainter,
    area: QRectF,
    words: str,
    setting: Setting,
    ink: str,
    *,
    marks: Sequence[CardMark],
) -> None:
    """Draw words over as many lines as they need, in the middle of an area, with marks."""
    layout = _laid(words, setting, marks, area.width())
    height = layout.boundingRect().height()
    painter.save()
    painter.setClipRect(area)
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(area.left(), area.top() + max(0.0, (area.height() - height) / 2)))
    painter.restore()


def paint_line(
    painter: QPainter,
    area: QRectF,
    words: str,
    setting: Setting,
    ink: str,
    *,
    marks: Sequence[CardMark],
) -> None:
    """Draw the part of a line of words in which the first mark stands."""
    layout = _laid(words, setting, marks, 1e6)
    first = min(mark.part.start for mark in marks)
    begun = _laid(words[: max(0, first - _LEAD)], setting, (), 1e6)
    left = begun.lineAt(0).naturalTextWidth() if begun.lineCount() else 0.0
    painter.save()
    painter.setClipRect(area)
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(area.left() - left, area.top()))
    painter.restore()


def _laid(words: str, setting: Setting, marks: Sequence[CardMark], width: float) -> QTextLayout:
    layout = QTextLayout(words, font(setting))
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.setFormats([_range(mark) for mark in marks])
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _range(mark: CardMark) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = mark.part.start, mark.part.end - mark.part.start
    made.format = mark.form
    return made
