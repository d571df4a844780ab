"""What a block of the text engine stands for: flat lines that together make the document's blocks.

A list, a quotation or a fact box is a row of neighbouring lines with the same serial number. So a
line can be typed, split, deleted and brought back by undo as any other, and nothing is nested that
the text engine could tear apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.document import Alignment, Embed, Figure, Inlines, Opaque, Rule

Card = Figure | Embed | Rule | Opaque
"""The blocks without text of their own, shown as one object."""


class Box(StrEnum):
    """What a line stands in."""

    NONE = ""
    QUOTE = "quote"
    PULL = "pull"
    FACTS = "facts"


class Role(StrEnum):
    """What a line is within its box, or by itself."""

    TEXT = ""
    HEADING = "heading"
    ITEM = "item"
    ATTRIBUTION = "attribution"
    TITLE = "title"
    FOOTNOTE = "footnote"
    CARD = "card"
    CELL = "cell"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Line:
    """The meaning of one line.

    `level` is 2–4 for a heading and the depth from 0 for an item. `box_serial` tells two
    neighbouring boxes apart, `list_serial` two neighbouring lists.
    """

    role: Role = Role.TEXT
    level: int = 0
    box: Box = Box.NONE
    box_serial: int = 0
    ordered: bool = False
    start: int = 1
    list_serial: int = 0
    label: str = ""

    @property
    def list_key(self) -> tuple[int, bool]:
        """What the items of one list have in common."""
        return self.list_serial, self.ordered


PLAIN = Line()
CARD = Line(role=Role.CARD)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A line and its text. Compared by identity: the same piece means an untouched line."""

    line: Line
    inlines: Inlines


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A card. Compared by identity."""

    block: Card


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the pieces of each cell, row by row, the header first."""

    columns: int
    alignments: tuple[Alignment, ...]
    cells: tuple[tuple[Words, ...], ...]


Piece = Words | Standing | Grid


def joins(first: Line, last: Line, line: Line) -> bool:
    """Whether a line belongs to the block that `first` began and `last` has reached."""
    if (line.box, line.box_serial) != (last.box, last.box_serial):
        return False
    match line.box:
        case Box.NONE:
            return joins_list(first, line)
        case Box.QUOTE:
            return last.role is not Role.ATTRIBUTION
        case Box.PULL:
            return last.role is not Role.ATTRIBUTION and line.role is Role.ATTRIBUTION
        case Box.FACTS:
            return line.role is not Role.TITLE


def joins_list(first: Line, line: Line) -> bool:
    """Whether a line is a further item of the list that `first` began, nested ones included."""
    if first.role is not Role.ITEM or line.role is not Role.ITEM:
        return False
    if line.level == first.level:
        return line.list_key == first.list_key
    return line.level > first.level
