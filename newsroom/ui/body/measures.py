"""Sizes of the body's text, from the design's type scale: pixels at 100 %."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat

from newsroom.ui.body.line import Box, Line, Role

SERIF = "Source Serif 4"
SANS = "Inter"
MONO = "IBM Plex Mono"

COLUMN = 620
GUTTER = 40
TOP = 8
BOTTOM = 48
CELL_PADDING = 8
TABLE_TOP = 12
TABLE_BOTTOM = 18
STEP = 26
"""How far each depth of a list is set in."""
BOX_PADDING = 16
QUOTE_INSET = 20


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line is set: font, line height, the space around it."""

    family: str
    size: int
    height: int
    weight: int = 400
    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0


_BODY = Setting(SERIF, 17, 26, bottom=14)
_HEADINGS = {
    2: Setting(SERIF, 19, 28, 600, top=10, bottom=4),
    3: Setting(SERIF, 17, 26, 600, top=8, bottom=4),
    4: Setting(SANS, 14, 22, 600, top=8, bottom=4),
}
_BOXES = {
    (Box.QUOTE, Role.TEXT): Setting(SERIF, 18, 26, left=QUOTE_INSET),
    (Box.QUOTE, Role.ATTRIBUTION): Setting(SANS, 12, 18, top=4, bottom=18, left=QUOTE_INSET),
    (Box.PULL, Role.TEXT): Setting(SERIF, 23, 32, top=14, left=QUOTE_INSET),
    (Box.PULL, Role.ATTRIBUTION): Setting(SANS, 12, 18, top=4, bottom=20, left=QUOTE_INSET),
    (Box.FACTS, Role.TITLE): Setting(SANS, 13, 20, 600, top=32, bottom=4, left=16, right=16),
    (Box.FACTS, Role.TEXT): Setting(SERIF, 15, 23, bottom=6, left=16, right=16),
}
_ROLES = {
    Role.FOOTNOTE: Setting(SERIF, 14, 21, bottom=6, left=28),
    Role.CELL: Setting(SERIF, 15, 22),
    Role.HEAD: Setting(SANS, 13, 20, 600),
    Role.CARD: Setting(SERIF, 17, 0, top=4, bottom=18),
}


def setting(line: Line) -> Setting:
    """Say how a line is set."""
    if line.role is Role.ITEM:
        return _item(line)
    if line.box is not Box.NONE:
        return _BOXES.get((line.box, line.role), _BOXES[line.box, Role.TEXT])
    if line.role is Role.HEADING:
        return _HEADINGS.get(line.level, _HEADINGS[4])
    return _ROLES.get(line.role, _BODY)


def _item(line: Line) -> Setting:
    inset = STEP * (line.level + 1)
    if line.box is Box.FACTS:
        return Setting(SERIF, 15, 23, bottom=4, left=BOX_PADDING + inset, right=BOX_PADDING)
    return Setting(SERIF, 17, 26, bottom=6, left=inset)


def shape(block: QTextBlockFormat, line: Line) -> None:
    """Give a block's format the line height and margins of its line.

    Qt looks through the format of every line below the one that is typed in, so a margin of nothing
    is left out.
    """
    chosen = setting(line)
    for size, put in (
        (chosen.top, block.setTopMargin),
        (chosen.bottom, block.setBottomMargin),
        (chosen.left, block.setLeftMargin),
        (chosen.right, block.setRightMargin),
    ):
        if size:
            put(size)
    if chosen.height:
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block.setLineHeight(chosen.height, fixed.value)


def font(chosen: Setting, scale: float = 1.0) -> QFont:
    """Make the font of a setting, enlarged by a factor."""
    made = QFont(chosen.family)
    made.setPixelSize(round(chosen.size * scale))
    made.setWeight(QFont.Weight(chosen.weight))
    return made
