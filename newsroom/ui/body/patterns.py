"""What typed signs mean: the beginnings of lines and the pairs around words, without Qt.

Every function is given the words before the caret, the last of which was just typed, and answers
what they ask for, or None where they are words like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.domain.document import Mark
from newsroom.domain.links import is_safe_link
from newsroom.ui.body.line import Box, Line, Role

_BEGINNINGS = {
    "#": Line(Role.HEADING, 2),
    "##": Line(Role.HEADING, 2),
    "###": Line(Role.HEADING, 3),
    "####": Line(Role.HEADING, 4),
    "-": Line(Role.ITEM),
    "*": Line(Role.ITEM),
    "+": Line(Role.ITEM),
    ">": Line(box=Box.QUOTE),
}
_NUMBER = re.compile(r"(\d{1,2})[.)]")
"""A year at the start of a sentence is no list."""
LONGEST = 5
"""How many characters the longest beginning has."""
RULE = "---"

_MARKS: dict[str, dict[int, tuple[Mark, ...]]] = {
    "*": {1: (Mark.ITALIC,), 2: (Mark.BOLD,), 3: (Mark.BOLD, Mark.ITALIC)},
    "~": {2: (Mark.STRIKE,)},
    "`": {1: (Mark.CODE,)},
}
_LINK = re.compile(r"(?<![!\\])\[([^\[\]]+)\]\((\S+)\)\Z")

SIGNS = frozenset({" ", "-", ")", *_MARKS})
"""The characters after which a look at the line is worth its time."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between signs: where the signs begin, how long each is, what they give the words."""

    start: int
    signs: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Words in brackets with an address behind them."""

    start: int
    words: int
    url: str


def beginning(before: str) -> Line | None:
    """Read what a line has just been begun as, with signs and a space."""
    if not before.endswith(" "):
        return None
    sign = before[:-1]
    if number := _NUMBER.fullmatch(sign):
        return Line(Role.ITEM, ordered=True, start=int(number[1]))
    return _BEGINNINGS.get(sign)


def marked(before: str) -> Marked | None:
    """Read words that have just been closed with the signs they were opened with."""
    sign = before[-1:]
    forms = _MARKS.get(sign)
    if forms is None:
        return None
    signs = len(before) - len(before.rstrip(sign))
    marks = forms.get(signs)
    words_end = len(before) - signs
    if marks is None or words_end < 1 or before[words_end - 1].isspace():
        return None
    start = _opening(before, sign, signs, words_end)
    return None if start is None else Marked(start, signs, marks)


def _opening(before: str, sign: str, signs: int, end: int) -> int | None:
    """Find the nearest run of just so many signs that words begin after."""
    runs = [run for run in re.finditer(f"{re.escape(sign)}+", before[:end]) if len(run[0]) == signs]
    if not runs:
        return None
    start, after = runs[-1].span()
    opens = after < end and not before[after].isspace()
    within_word = start > 0 and (before[start - 1].isalnum() or before[start - 1] == "\\")
    return start if opens and not within_word else None


def linked(before: str) -> Linked | None:
    """Read a link that has just been closed; an address may hold brackets that are even."""
    found = _LINK.search(before)
    if found is None:
        return None
    words, url = found[1], found[2]
    if url.count("(") != url.count(")") or not words.strip() or not is_safe_link(url):
        return None
    return Linked(found.start(), len(words), url)
