"""What the grid shows: the pictures that a search found, told apart by what they lack."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.picture import Picture
from newsroom.domain.summary import PictureSummary


class Sieve(StrEnum):
    """Which of the found pictures to show."""

    ALL = "all"
    MISSING = "missing"
    UNUSED = "unused"


CREDIT_MISSING = "Credit is missing"


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that a search found, newest first, and how many pictures the library has in all."""

    found: tuple[PictureSummary, ...] = ()
    total: int = 0

    def through(self, sieve: Sieve) -> tuple[PictureSummary, ...]:
        """Give the found pictures that a sieve lets through."""
        return tuple(one for one in self.found if passes(one, sieve))

    def counts(self) -> dict[Sieve, int]:
        """Count what each sieve would show."""
        return {sieve: len(self.through(sieve)) for sieve in Sieve}


def passes(summary: PictureSummary, sieve: Sieve) -> bool:
    """Whether a sieve lets a picture through."""
    match sieve:
        case Sieve.MISSING:
            return not summary.picture.record.credit
        case Sieve.UNUSED:
            return summary.uses == 0
        case _:
            return True


def name_of(picture: Picture) -> str:
    """Name a picture for a person: its caption, or its file's name, on one line."""
    return one_line(picture.record.caption) or one_line(picture.file_name)


def credit_of(picture: Picture) -> str:
    """Give the credit on one line; empty where it is missing."""
    return one_line(picture.record.credit)


def one_line(text: str) -> str:
    """Put a text on one line."""
    return " ".join(text.split())


def spoken(summary: PictureSummary) -> str:
    """Say a picture as a screen reader should: name, credit, how often it is used."""
    uses = {0: "not used", 1: "used once"}.get(summary.uses, f"used {summary.uses} times")
    credit = credit_of(summary.picture)
    return ", ".join((name_of(summary.picture), credit or CREDIT_MISSING.lower(), uses))
