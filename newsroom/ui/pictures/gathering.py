"""What the pane of a picture says beside its record, collected in one look at the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsroom import desk as deeds
from newsroom.desk import browsing
from newsroom.domain.house import House
from newsroom.domain.ids import EntryId, MemberId, PictureId
from newsroom.domain.picture import Cleaned, CreditRecord, Picture
from newsroom.ui.pictures.value_words import value_words

if TYPE_CHECKING:
    from newsroom.desk.assessing import FoundInStory
    from newsroom.desk.crediting import RecordChange
    from newsroom.desk.room import Desk
    from newsroom.domain.comparison import Piece

MOST_TOLD = 30
"""Versions whose changes are told; a record is seldom saved more often."""


@dataclass(frozen=True, slots=True)
class ToldField:
    """A field that moved, word by word."""

    field: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One entry of a record's history; `by` is empty where the member is not known."""

    entry: EntryId
    by: str
    at: datetime
    fields: tuple[ToldField, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A picture with all that its pane says. `added_by` is empty where the member is not known.

    `history` is told the newest first; `arrived` is the record as cleaning left it.
    """

    picture: Picture
    house: House
    added: datetime
    added_by: str
    saved: datetime
    names: Mapping[MemberId, str]
    history: tuple[ToldChange, ...]
    found: tuple[FoundInStory, ...]
    cleaned: tuple[Cleaned, ...]
    arrived: CreditRecord


def gather(picture: PictureId, desk: Desk) -> Gathered:
    """Collect what the pane says of a picture."""
    changes = deeds.crediting.history(desk, picture)
    first = changes[-1]
    return Gathered(
        picture=browsing.picture(desk, picture),
        house=browsing.house(desk),
        added=first.version.time,
        added_by=first.author.name,
        saved=changes[0].version.time,
        names={member.id: member.name for member in browsing.members(desk)},
        history=tuple(map(_told, changes[:MOST_TOLD])),
        found=deeds.assessing.about_picture(desk, picture),
        cleaned=first.cleaned,
        arrived=first.version.picture.record,
    )


def _told(change: RecordChange) -> ToldChange:
    compared = deeds.comparing.words
    moved = tuple(
        ToldField(
            one.field,
            compared(value_words(one.before, one.field), value_words(one.after, one.field)),
        )
        for one in change.fields
    )
    return ToldChange(change.entry, change.author.name, change.version.time, moved)
