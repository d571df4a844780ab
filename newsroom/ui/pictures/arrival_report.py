"""What came in and what did not, said once when all is over: what is alike in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.domain.cleaning import reason_of
from newsroom.domain.errors import NewsroomError
from newsroom.domain.ids import PictureId
from newsroom.ui.pictures.arrivals import Outcome
from newsroom.ui.pictures.shelf import credit_of, one_line

_TOLD = 4
"""Remarks that a notice holds; more of them are read in the details."""
_NAMED = 3
"""Pictures that a sentence about many of them names."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of some arrivals.

    `refused` and `remarks` are sentences; `uncredited` are the pictures that came without a credit.
    """

    summary: str
    refused: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    uncredited: tuple[PictureId, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def notice(self) -> str:
        """The summary, with what is to be heeded where that is little."""
        lines = [*(() if self.is_long else (*self.refused, *self.remarks)), *self._credits()]
        if not self.summary:
            return " ".join(lines)
        end = ":" if self.refused and not self.is_long else "."
        return f"{self.summary}{end if lines or self.is_long else ''} {' '.join(lines)}".strip()

    @property
    def is_long(self) -> bool:
        """Whether a notice cannot hold it."""
        return len(self.refused) + len(self.remarks) > _TOLD

    def _credits(self) -> tuple[str, ...]:
        """Say in one sentence what has no credit."""
        count = len(self.uncredited)
        if count > 1:
            return (f"{count:,} have no credit yet.",)
        return tuple(f"{one_line(name)} has no credit yet." for name in self.names)


def report_of(outcomes: Sequence[Outcome], given_up: int = 0) -> Report:
    """Say what came in, what did not and why, and what cleaning did."""
    refused = tuple(one_line(sentence(one)) for one in outcomes if one.error)
    if len(outcomes) == 1 and refused and not given_up:
        return Report("", refused)
    bare = [one.added.picture for one in outcomes if one.added and not credit_of(one.added.picture)]
    return Report(
        _summary(outcomes, given_up),
        refused,
        (*_warnings(outcomes), *_cleaned(outcomes)),
        tuple(dict.fromkeys(one.id for one in bare)),
        tuple(one.file_name for one in bare),
    )


def newest(outcomes: Sequence[Outcome]) -> PictureId | None:
    """Give the last picture that came in, or was here already."""
    ids = [one.added.picture.id for one in outcomes if one.added]
    return ids[-1] if ids else None


def sentence(outcome: Outcome) -> str:
    """Say why a picture did not come in."""
    error = outcome.error
    if isinstance(error, NewsroomError):
        return f"{error.message} {error.hint}".strip()
    return f"{outcome.name} could not be added: something in Newsroom itself went wrong."


def _summary(outcomes: Sequence[Outcome], given_up: int) -> str:
    added = sum(1 for one in outcomes if one.added and one.added.changes)
    known = sum(1 for one in outcomes if one.added and not one.added.changes)
    refused = sum(1 for one in outcomes if one.error)
    parts = [f"{added:,} added"] if added or not known else []
    parts += [f"{known:,} in the library already"] if known else []
    parts += [f"{refused:,} refused"] if refused else []
    parts += [f"stopped before {given_up:,} more"] if given_up else []
    return ", ".join(parts)


def _warnings(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for one in outcomes:
        if one.added:
            yield from map(one_line, one.added.remarks)


def _cleaned(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Say what cleaning did, once for all pictures to which it did the same."""
    names: dict[str, list[str]] = {}
    for one in outcomes:
        for step in dict.fromkeys(each.step for each in one.cleaned):
            names.setdefault(reason_of(step), []).append(one.name)
    for reason, cleaned in names.items():
        yield f"{_named(cleaned)}: cleaned. {reason}"


def _named(names: Sequence[str]) -> str:
    """Name pictures, the first of them where they are many."""
    shown = names if len(names) <= _NAMED + 1 else names[:_NAMED]
    left = len(names) - len(shown)
    words = ", ".join(map(one_line, shown))
    return f"{words} and {left:,} more" if left else words
