"""What the grid asks for: a part of the library, words to find, an order; and how it names them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from newsroom.domain.ids import PictureId
from newsroom.domain.lines import day_in_words
from newsroom.domain.picture import Picture
from newsroom.domain.summary import PictureQuery, PictureSort, PictureSummary
from newsroom.domain.unseen import on_one_line


class Sieve(StrEnum):
    """Which of the found pictures to show."""

    ALL = "all"
    FRESH = "fresh"
    MISSING = "missing"
    ENDING = "ending"
    UNUSED = "unused"
    ALIKE = "alike"
    CONFLICTS = "conflicts"
    BIN = "bin"


SIEVE_WORDS = {
    Sieve.ALL: "All",
    Sieve.FRESH: "New, no credit",
    Sieve.MISSING: "Missing credit",
    Sieve.ENDING: "Rights ending",
    Sieve.UNUSED: "Unused",
    Sieve.ALIKE: "Look-alikes",
    Sieve.CONFLICTS: "Conflicts",
    Sieve.BIN: "Bin",
}
CREDIT_MISSING = "Credit is missing"
FILE_DISAGREES = "The file disagrees"
LOOKS_ALIKE = "Looks like another"
SOON = timedelta(days=14)
"""How long before their end rights are told to end."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A sieve, the words to find and the order.

    `alike` are the pictures that have look-alikes, `fresh` those that came last, without a credit.
    """

    sieve: Sieve = Sieve.ALL
    search: str = ""
    sort: PictureSort = PictureSort.ADDED
    today: date = date.min
    alike: frozenset[PictureId] = frozenset()
    fresh: frozenset[PictureId] = frozenset()

    @property
    def narrowed(self) -> bool:
        """Whether a search or a sieve hides pictures."""
        return bool(self.search) or self.sieve is not Sieve.ALL

    @property
    def query(self) -> PictureQuery:
        """What to ask the library."""
        found = PictureQuery(search=self.search, sort=self.sort)
        match self.sieve:
            case Sieve.FRESH:
                return replace(found, missing_credit=True, among=tuple(sorted(self.fresh)))
            case Sieve.MISSING:
                return replace(found, missing_credit=True)
            case Sieve.ENDING:
                return replace(found, ends_by=(self.today + SOON).isoformat())
            case Sieve.UNUSED:
                return replace(found, unused=True)
            case Sieve.ALIKE:
                return replace(found, among=tuple(sorted(self.alike)))
            case Sieve.CONFLICTS:
                return replace(found, disputed=True)
            case Sieve.BIN:
                return replace(found, binned=True)
            case _:
                return found


def name_of(picture: Picture) -> str:
    """Name a picture for a person: its caption, or its file's name, on one line."""
    return one_line(picture.record.caption) or one_line(picture.file_name)


def credit_of(picture: Picture) -> str:
    """Give the credit on one line; empty where it is missing."""
    return one_line(picture.record.credit)


def rights_of(picture: Picture, today: date) -> str:
    """Say when the rights end, if that is soon or past; empty where it is not."""
    try:
        ends = date.fromisoformat(picture.record.rights.ends)
    except ValueError:
        return ""
    if ends > today + SOON:
        return ""
    return f"Rights {'ended' if ends < today else 'end'} {day_in_words(ends, today)}"


def one_line(text: str) -> str:
    """Put a text on one line."""
    return on_one_line(text)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def spoken(summary: PictureSummary, shelf: Shelf) -> str:
    """Say a picture as a screen reader should: name, credit, what is to be heeded, uses."""
    picture = summary.picture
    uses = {0: "not used", 1: "used once"}.get(summary.uses, f"used {summary.uses} times")
    parts = (
        name_of(picture),
        credit_of(picture) or CREDIT_MISSING.lower(),
        _lower(rights_of(picture, shelf.today)),
        "its file disagrees with itself" if picture.disagreements else "",
        LOOKS_ALIKE.lower() if picture.id in shelf.alike else "",
        "in the bin" if shelf.sieve is Sieve.BIN else uses,
    )
    return ", ".join(part for part in parts if part)
