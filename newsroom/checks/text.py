"""Remarks on spacing and punctuation: slips of the hand that a reader would see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.checks.places import OBJECT, Line, prose
from newsroom.checks.rule import Remark
from newsroom.domain.article import Story
from newsroom.domain.house import House

_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[\w/]|(?<![^\s@])[^\s@]+@[^\s@]+\.\w+")
"""Web and mail addresses. A mail address begins where a word does, else a long word without a space
would be searched again from each of its letters."""
_DOUBLE_SPACE = re.compile(r"[ \u00a0]{2,}")
_SPACE_BEFORE = re.compile(
    r"(?<![.\s])[ \u00a0]+(?:[,;](?=[\s\w»”\"]|\Z)|[:!?](?=\s|\Z)|\.(?![\w./]|[ \u00a0]\.))"
)
"""A mark after a space, but not `.kz`, `.5`, `:)`, `...` or `. . .`."""

_RUN = re.compile(r"[.,;:!?…]{2,}")
_FINE = re.compile(
    r"\.{3,}[,;:!?]*|…[.,;:!?]*"  # an ellipsis, and what may follow it
    r"|[!?]+(?:\.{2,3}|…)?"  # ?! !!! and the Russian ?.. and !..
    r"|[!?]+[,;:]"  # a name or a title that ends in a mark
)
_AFTER_ABBREVIATION = re.compile(r"\.[,;:!?]+")
_LONGEST_ABBREVIATION = 6
_ENOUGH = 2 * _LONGEST_ABBREVIATION
_AROUND = 18


def spacing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on double spaces and on a space before a punctuation mark."""
    for line in prose(story):
        text = _without_addresses(line)
        if found := _DOUBLE_SPACE.search(text.strip()):
            yield Remark(
                line.where,
                f"There are two spaces or more in a row in “{_near(text.strip(), found)}”.",
            )
        if found := _SPACE_BEFORE.search(text):
            yield Remark(
                line.where, f"A space stands before a punctuation mark in “{_near(text, found)}”."
            )


def punctuation(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on marks that cannot stand together, such as `..:`, `,,` or `!.`."""
    for line in prose(story):
        text = _without_addresses(line)
        stray = next((run for run in _RUN.finditer(text) if _is_stray(run, text)), None)
        if stray:
            yield Remark(
                line.where,
                f"The marks “{stray[0]}” do not belong together in “{_near(text, stray)}”.",
            )


def _is_stray(run: re.Match[str], text: str) -> bool:
    before = text[max(0, run.start() - _ENOUGH) : run.start()]
    after = text[run.end() : run.end() + 1]
    if _FINE.fullmatch(run[0]) or after == "/" or before.endswith("/"):
        return False
    if _AFTER_ABBREVIATION.fullmatch(run[0]):
        word = re.search(r"\w*\Z", before)
        return word is not None and len(word[0]) > _LONGEST_ABBREVIATION
    between_words = bool(re.search(r"\w\Z", before)) and after.isalnum()
    return not (run[0] == "::" and between_words)


def _without_addresses(line: Line) -> str:
    return _ADDRESS.sub(OBJECT, line.text)


def _near(text: str, found: re.Match[str]) -> str:
    start, end = max(0, found.start() - _AROUND), min(len(text), found.end() + _AROUND)
    cut = text[start:end].replace("\n", " ").replace(OBJECT, "…").strip()
    return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"
