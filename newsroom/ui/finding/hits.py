"""The matches of several fields as one row, counted from 0 and asked for by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsroom.ui.finding.pattern import Match


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in one of the fields, which are numbered from the top."""

    field: int
    match: Match


class Hits:
    """All matches; `found` has those of each field in the order of its text."""

    def __init__(self, found: Sequence[Sequence[Match]] = ()) -> None:
        self._found = found
        self._offsets = (0, *accumulate(len(one) for one in found))

    def __len__(self) -> int:
        return self._offsets[-1]

    def __getitem__(self, number: int) -> Hit:
        field = next(one for one in range(len(self._found)) if number < self._offsets[one + 1])
        return Hit(field, self._found[field][number - self._offsets[field]])

    def of(self, field: int) -> Sequence[Match]:
        """Give the matches of a field."""
        return self._found[field] if field < len(self._found) else ()

    def between(self, field: int, first: int, last: int) -> Sequence[Match]:
        """Give the matches of a field that touch what stands between two places."""
        of = self.of(field)
        left = bisect_left(of, first, key=lambda match: match.end)
        return of[left : bisect_left(of, last + 1, key=lambda match: match.start)]

    def after(self, field: int, place: int) -> int:
        """Give the first match from a place on, in this field or below; else the very first."""
        return self._from(field, place) % max(1, len(self))

    def before(self, field: int, place: int) -> int:
        """Give the last match that begins before a place; else the very last."""
        return (self._from(field, place) - 1) % max(1, len(self))

    def number_of(self, field: int, chosen: Match) -> int | None:
        """Give which match is chosen in a field, None where it is none."""
        of = self.of(field)
        first = bisect_left(of, chosen.start, key=lambda match: match.start)
        for number in range(first, len(of)):
            if of[number] == chosen:
                return self._offsets[field] + number
            if of[number].start > chosen.start:
                break
        return None

    def _from(self, field: int, place: int) -> int:
        of = self.of(field)
        if not of and field >= len(self._found):
            return len(self)
        return self._offsets[field] + bisect_left(of, place, key=lambda match: match.start)
