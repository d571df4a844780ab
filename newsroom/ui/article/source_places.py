"""Where a place of the body stands in its Markdown, and the other way round, without Qt.

Blocks are found by how their Markdown is written; a place within a block by letting the shown
characters be found one after the other among those of the source, which has marks between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from newsroom.domain.document import Document

_NOT_IN_SOURCE = frozenset("\u2028\u2029\ufffc\n")
_LINE_BEGINS = frozenset({"", "\u2028", "\u2029"})
_GAP = re.compile(r"\n[ \t]*\n+")


@dataclass(frozen=True, slots=True)
class Source:
    """Markdown with the document it reads as; `canonical` says that it is spelled as written."""

    text: str
    document: Document
    canonical: bool
    read: Callable[[str], Document]
    write: Callable[[Document], str]

    @classmethod
    def of(
        cls, text: str, read: Callable[[str], Document], write: Callable[[Document], str]
    ) -> Source:
        """Read a source."""
        document = read(text)
        return cls(text, document, text == write(document), read, write)

    def span(self, index: int) -> tuple[int, int]:
        """Give where a block, counted from 0, begins and ends in the text."""
        start = self._start(index)
        return start, start + len(self.text[start : self._start(index + 1)].rstrip())

    def index_at(self, place: int) -> int:
        """Give the block in which a place of the text stands, or the last one before it."""
        found = bisect_right(range(len(self.document.blocks)), place, key=self._start)
        return max(0, found - 1)

    def _start(self, index: int) -> int:
        blocks = self.document.blocks
        if index >= len(blocks):
            return len(self.text)
        if self.canonical:
            before = self.write(Document(blocks[:index]))
            return len(before) + 1 if before else 0
        gaps = [0, *(gap.end() for gap in _GAP.finditer(self.text))]
        found = bisect_right(gaps, index, key=lambda gap: len(self.read(self.text[:gap]).blocks))
        return gaps[max(0, found - 1)]


def place_in_source(source: str, shown: str, following: str = "") -> int:
    """Give the place in a block's source that comes after the characters shown.

    At the beginning of a line it lies before the one that follows, behind the marks of the line.
    """
    if following and following not in _NOT_IN_SOURCE and shown[-1:] in _LINE_BEGINS:
        after = place_in_source(source, shown + following)
        return max(0, after - len(following))
    place = 0
    for char in shown:
        if char in _NOT_IN_SOURCE:
            continue
        found = source.find(char, place)
        if found >= 0:
            place = found + 1
    return place


def place_shown(shown: str, source: str) -> int:
    """Give the place in a block's shown characters that comes after a part of its source."""
    place = 0
    for char in source:
        while place < len(shown) and shown[place] in _NOT_IN_SOURCE:
            place += 1
        if place < len(shown) and shown[place] == char:
            place += 1
    return place
