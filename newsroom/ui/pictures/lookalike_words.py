"""What is said of a picture that looks like the one on show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsroom.domain.lines import day_in_words
from newsroom.domain.picture import FIELDS, CreditRecord
from newsroom.ui.pictures.shelf import one_line
from newsroom.ui.pictures.value_words import value_words

if TYPE_CHECKING:
    from newsroom.desk.likening import Lookalike

_NAMES = {"credit": "Credit line", "ai": "AI", "created": "Date taken", "alt": "Alt text"}


@dataclass(frozen=True, slots=True)
class Differing:
    """A field of which two records say different things, in words."""

    name: str
    here: str
    there: str


def sentence(one: Lookalike, record: CreditRecord, now: datetime) -> str:
    """Say where a look-alike ran, who was credited there, and what this picture's record says."""
    ran = f"that ran {_day(one.ran[0].at, now)}" if one.ran else "that is here already"
    there, here = one_line(one.picture.record.credit), one_line(record.credit)
    credited = f"credited {there}" if there else "without a credit"
    if here == there:
        says = "and so is this one" if there else "as this one is"
    else:
        says = f"this one says {here}" if here else "this one has no credit"
    sign = ", " if here == there else "; "
    return f"Looks like a picture {ran}, {credited}{sign}{says}."


def _day(at: datetime, now: datetime) -> str:
    return day_in_words(at.astimezone(), now.astimezone())


def differing(here: CreditRecord, there: CreditRecord) -> tuple[Differing, ...]:
    """List the fields in which two records differ."""
    return tuple(_differing(here, there))


def _differing(here: CreditRecord, there: CreditRecord) -> Iterator[Differing]:
    for name in FIELDS:
        mine, theirs = getattr(here, name), getattr(there, name)
        if mine != theirs:
            words = _NAMES.get(name) or name.replace("_", " ").capitalize()
            yield Differing(words, value_words(mine, name), value_words(theirs, name))
