"""Two stories side by side: what stayed, what came, what went, passage by passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.ids import PictureId


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Part(StrEnum):
    """What a passage is, so that it can be set in its own type."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DETAIL = "detail"
    LEAD = "lead"
    FIGURE = "figure"
    HEADING = "heading"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, came or went."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A field or a block with its pieces in reading order.

    `label` names a detail ("Byline") or a figure's line ("Credit"); `picture` is set for figures.
    `restyled` says that only formatting or links changed.
    """

    part: Part
    label: str
    pieces: tuple[Piece, ...]
    picture: PictureId | None = None
    restyled: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything in this passage differs."""
        return self.restyled or any(piece.change is not Change.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All passages of the newer story, with those that went, in reading order."""

    passages: tuple[Passage, ...]

    @property
    def changes(self) -> int:
        """How many passages differ."""
        return sum(passage.changed for passage in self.passages)
