"""Quotes, dashes and spaces of a whole line, set right as if it were typed anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.domain.typography import (
    SIGNS,
    Habits,
    Suggestion,
    hyphen,
    quote,
    suggest,
    tie,
    unclosed,
)

_DOUBLE = frozenset('"“”„‟«»')
_SHAPES = {"«": True, "„": True, "»": False, "”": False}
_CLIPPED = re.compile(r"'(?=\d\ds?\b|(?:tis|twas|em|til|cause|n)\b)", re.IGNORECASE)
"""Letters left out at the start of a word: an apostrophe, not the beginning of a quotation."""
_OWNED = re.compile(r"(?<=\d)'(?=s\b)")
_ADDRESS = re.compile(r"\b(?:[a-z]{2,10}://|www\.)\S+|\b[\w.+-]+@[\w.-]+\w", re.IGNORECASE)


@dataclass(slots=True)
class _Sign:
    """A character of the corrected line, and the part of the old one that it stands for."""

    text: str
    start: int
    end: int


def corrected(
    text: str, habits: Habits, kept: tuple[tuple[int, int], ...] = ()
) -> tuple[Suggestion, ...]:
    """Say what to change in a line, from left to right; nothing within the parts of `kept`."""
    spared = {place for span in (*kept, *_addresses(text)) for place in range(*span)}
    line: list[_Sign] = []
    for place, sign in enumerate(text):
        line.append(_Sign(sign, place, place + 1))
        if place not in spared and (sign in SIGNS or sign in _DOUBLE):
            _change(line, _advice(line, text, place, habits))
    ending = tie("".join(one.text for one in line) + " ", habits)
    if ending and ending.end <= len(line):
        _change(line, ending)
    return tuple(_joined(one for one in line if one.text != text[one.start : one.end]))


def set_right(text: str, habits: Habits) -> str:
    """Give a line with everything changed that should be."""
    for advice in reversed(corrected(text, habits)):
        text = text[: advice.start] + advice.text + text[advice.end :]
    return text


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _ADDRESS.finditer(text))


def _advice(line: list[_Sign], text: str, place: int, habits: Habits) -> Suggestion | None:
    sign = text[place]
    before = "".join(one.text for one in line).replace("`", " ")
    if sign in _DOUBLE:
        return _quote(before, sign, habits)
    if sign == "'" and (_CLIPPED.match(text, place) or _OWNED.match(text, place)):
        return Suggestion(len(before) - 1, len(before), "’")
    if sign == " " and (dash := hyphen(before, habits)):
        return dash
    return suggest(before, habits)


def _quote(before: str, sign: str, habits: Habits) -> Suggestion | None:
    """Read a mark anew, whatever language it is from; its shape tells whether it opens.

    English begins with the mark that ends a quotation within one in Russian: that is told by what
    is open. Where marks within a quotation are no double ones, the language's own are right.
    """
    one_pair = habits.singles or habits.outer == habits.inner
    if sign in habits.outer and one_pair:
        return None
    if sign == habits.inner[1] and unclosed(before[:-1], habits)[-1:] == [habits.inner[0]]:
        return None
    return quote(before, habits, _SHAPES.get(sign))


def _change(line: list[_Sign], advice: Suggestion | None) -> None:
    if advice is None:
        return
    old = line[advice.start : advice.end]
    end = old[-1].end
    line[advice.start : advice.end] = [
        _Sign(sign, old[0].start if index == 0 else end, end)
        for index, sign in enumerate(advice.text)
    ]


def _joined(signs: Iterator[_Sign]) -> Iterator[Suggestion]:
    """Make one suggestion of those that touch."""
    last: Suggestion | None = None
    for sign in signs:
        if last and last.end == sign.start:
            last = Suggestion(last.start, sign.end, last.text + sign.text)
            continue
        if last:
            yield last
        last = Suggestion(sign.start, sign.end, sign.text)
    if last:
        yield last
