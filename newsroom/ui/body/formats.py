"""The one table of how meaning is kept in Qt's formats: which property holds what.

A block of the text engine holds a `Line`; a run holds its marks and its link; an object character
holds a card or the mark of a footnote. Looks are not kept here (see `measures` and `colouring`),
except weight, slant and the like, which screen readers ask the text for.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from newsroom.domain.document import Alignment, Embed, Figure, Mark, Opaque, Rule
from newsroom.domain.ids import PictureId
from newsroom.ui.body.line import PLAIN, Box, Card, Line, Role
from newsroom.ui.body.measures import CELL_PADDING, TABLE_BOTTOM, TABLE_TOP, shape

_FIRST = QTextFormat.Property.UserProperty.value

OBJECT = "\ufffc"
BREAK = "\u2028"

CARD_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
FOOTNOTE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 2


class Key(IntEnum):
    """The properties of our own."""

    ROLE = _FIRST + 1
    LEVEL = _FIRST + 2
    BOX = _FIRST + 3
    BOX_SERIAL = _FIRST + 4
    ORDERED = _FIRST + 5
    START = _FIRST + 6
    LIST_SERIAL = _FIRST + 7
    LABEL = _FIRST + 8
    ALIGNMENTS = _FIRST + 9

    BOLD = _FIRST + 20
    ITALIC = _FIRST + 21
    STRIKE = _FIRST + 22
    SUB = _FIRST + 23
    SUP = _FIRST + 24
    CODE = _FIRST + 25
    LINK = _FIRST + 26

    CARD = _FIRST + 40
    PICTURE = _FIRST + 41
    ALT = _FIRST + 42
    CAPTION = _FIRST + 43
    URL = _FIRST + 44
    SOURCE = _FIRST + 45


MARK_KEYS = {
    Mark.BOLD: Key.BOLD,
    Mark.ITALIC: Key.ITALIC,
    Mark.STRIKE: Key.STRIKE,
    Mark.SUB: Key.SUB,
    Mark.SUP: Key.SUP,
    Mark.CODE: Key.CODE,
}

_QT_ALIGNMENT = {
    Alignment.NONE: Qt.AlignmentFlag.AlignLeft,
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}


def block_format(line: Line, alignment: Alignment = Alignment.NONE) -> QTextBlockFormat:
    """Make the format of a block that stands for a line; `alignment` is that of a table's cell."""
    made = QTextBlockFormat()
    for key, value, absent in (
        (Key.ROLE, line.role.value, ""),
        (Key.LEVEL, line.level, 0),
        (Key.BOX, line.box.value, ""),
        (Key.BOX_SERIAL, line.box_serial, 0),
        (Key.ORDERED, line.ordered, False),
        (Key.START, line.start, 1),
        (Key.LIST_SERIAL, line.list_serial, 0),
        (Key.LABEL, line.label, ""),
    ):
        if value != absent:
            made.setProperty(key, value)
    if line.role in {Role.CELL, Role.HEAD}:
        made.setAlignment(_QT_ALIGNMENT[alignment])
    shape(made, line)
    return made


def line_of(block: QTextFormat) -> Line:
    """Read the line that a block's format stands for."""
    role, box = block.stringProperty(Key.ROLE), block.stringProperty(Key.BOX)
    if not role and not box:
        return PLAIN
    start = block.property(Key.START)
    return Line(
        role=Role(role),
        level=block.intProperty(Key.LEVEL),
        box=Box(box),
        box_serial=block.intProperty(Key.BOX_SERIAL),
        ordered=block.boolProperty(Key.ORDERED),
        start=start if isinstance(start, int) else 1,
        list_serial=block.intProperty(Key.LIST_SERIAL),
        label=block.stringProperty(Key.LABEL),
    )


def mark_format(mark: Mark, on: bool) -> QTextCharFormat:
    """Make a format that, merged into a run, sets or clears one mark."""
    made = QTextCharFormat()
    made.setProperty(MARK_KEYS[mark], on)
    match mark:
        case Mark.BOLD:
            made.setFontWeight(QFont.Weight.Bold if on else QFont.Weight.Normal)
        case Mark.ITALIC:
            made.setFontItalic(on)
        case Mark.STRIKE:
            made.setFontStrikeOut(on)
        case Mark.SUB | Mark.SUP:
            made.setVerticalAlignment(_raised(mark) if on else _ON_LINE)
        case Mark.CODE:
            made.setFontFixedPitch(on)
    return made


_ON_LINE = QTextCharFormat.VerticalAlignment.AlignNormal


def _raised(mark: Mark) -> QTextCharFormat.VerticalAlignment:
    if mark is Mark.SUB:
        return QTextCharFormat.VerticalAlignment.AlignSubScript
    return QTextCharFormat.VerticalAlignment.AlignSuperScript


def link_format(link: str) -> QTextCharFormat:
    """Make a format that, merged into a run, sets its link; an empty one takes the link away."""
    made = QTextCharFormat()
    made.setProperty(Key.LINK, link)
    made.setAnchor(bool(link))
    made.setAnchorHref(link)
    return made


def char_format(marks: frozenset[Mark] = frozenset(), link: str = "") -> QTextCharFormat:
    """Make the format of a run."""
    made = QTextCharFormat()
    for mark in Mark:
        if mark in marks:
            made.merge(mark_format(mark, True))
    if link:
        made.merge(link_format(link))
    return made


def marks_of(run: QTextFormat) -> frozenset[Mark]:
    """Read the marks of a run."""
    return frozenset(mark for mark, key in MARK_KEYS.items() if run.boolProperty(key))


def link_of(run: QTextFormat) -> str:
    """Read the link of a run, empty for none."""
    return run.stringProperty(Key.LINK)


def footnote_format(label: str) -> QTextCharFormat:
    """Make the format of the object character that points at a footnote."""
    made = QTextCharFormat()
    made.setObjectType(FOOTNOTE_OBJECT)
    made.setProperty(Key.LABEL, label)
    return made


def card_format(card: Card) -> QTextCharFormat:
    """Make the format of the object character that stands for a card."""
    made = QTextCharFormat()
    made.setObjectType(CARD_OBJECT)
    made.setProperty(Key.CARD, type(card).__name__)
    match card:
        case Figure(picture=picture, alt=alt, caption=caption):
            made.setProperty(Key.PICTURE, str(picture))
            made.setProperty(Key.ALT, alt)
            made.setProperty(Key.CAPTION, caption)
        case Embed(url=url, caption=caption):
            made.setProperty(Key.URL, url)
            made.setProperty(Key.CAPTION, caption)
        case Opaque(source=source):
            made.setProperty(Key.SOURCE, source)
        case Rule():
            pass
    return made


def card_of(run: QTextFormat) -> Card:
    """Read the card of an object character."""
    caption = run.stringProperty(Key.CAPTION)
    match run.stringProperty(Key.CARD):
        case "Figure":
            picture = PictureId(run.stringProperty(Key.PICTURE))
            return Figure(picture, run.stringProperty(Key.ALT), caption)
        case "Embed":
            return Embed(run.stringProperty(Key.URL), caption)
        case "Opaque":
            return Opaque(run.stringProperty(Key.SOURCE))
        case _:
            return Rule()


def table_format(alignments: tuple[Alignment, ...]) -> QTextTableFormat:
    """Make the format of a table; its lines are drawn by `backdrop`."""
    made = QTextTableFormat()
    made.setProperty(Key.ALIGNMENTS, ",".join(alignments))
    made.setBorder(0)
    made.setCellSpacing(0)
    made.setCellPadding(CELL_PADDING)
    made.setTopMargin(TABLE_TOP)
    made.setBottomMargin(TABLE_BOTTOM)
    whole = QTextLength.Type.PercentageLength
    made.setWidth(QTextLength(whole, 100))
    made.setColumnWidthConstraints([QTextLength(whole, 100 / len(alignments))] * len(alignments))
    return made


def alignments_of(table: QTextFormat, columns: int) -> tuple[Alignment, ...]:
    """Read the alignments of a table's columns, one for each of `columns`."""
    kept = table.stringProperty(Key.ALIGNMENTS).split(",")
    padded = (kept + [""] * columns)[:columns]
    return tuple(Alignment(name) for name in padded)
