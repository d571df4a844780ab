"""Text copied in Telegram Desktop: plain characters, and beside them which of them are marked.

The marks are a `QDataStream` of its own format: a count, then for each its place and length in
UTF-16 units and its names, divided by a backslash; a name that is an address is a link.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsroom.domain.document import Block, Document, Inline, Mark, Paragraph, Text, merged
from newsroom.domain.links import is_web_link

TEXT = "application/x-td-field-text"
TAGS = "application/x-td-field-tags"
_MARKS = {"**": Mark.BOLD, "__": Mark.ITALIC, "~~": Mark.STRIKE, "`": Mark.CODE}
_COUNT = struct.Struct(">i")
_PLACE = struct.Struct(">iiI")
_NULL = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Tag:
    """What a part of the text is marked as."""

    start: int
    end: int
    names: tuple[str, ...]


def telegram_document(text: bytes, tags: bytes) -> Document:
    """Read a message with its marks, a paragraph for each line."""
    units = text.decode("utf-8", errors="replace").encode("utf-16-be", errors="replace")
    found = list(_tags(tags))
    edges = {0, len(units) // 2, *(place for tag in found for place in (tag.start, tag.end))}
    runs: list[Text] = []
    places = sorted(place for place in edges if 0 <= place <= len(units) // 2)
    for start, end in pairwise(places):
        names = [name for tag in found if tag.start <= start < tag.end for name in tag.names]
        marks = frozenset(_MARKS[name] for name in names if name in _MARKS)
        link = next((name for name in names if is_web_link(name)), "")
        part = units[2 * start : 2 * end].decode("utf-16-be", errors="replace")
        runs.append(Text(part, marks, link))
    return Document(tuple(_paragraphs(runs)))


def _tags(data: bytes) -> Iterator[Tag]:
    """Read the marks; a stream that is not what it should be ends them."""
    if len(data) < _COUNT.size:
        return
    (count,) = _COUNT.unpack_from(data)
    at = _COUNT.size
    for _number in range(max(count, 0)):
        if at + _PLACE.size > len(data):
            return
        start, length, size = _PLACE.unpack_from(data, at)
        at += _PLACE.size
        size = 0 if size == _NULL else size
        names = data[at : at + size].decode("utf-16-be", errors="replace")
        at += size
        yield Tag(start, start + length, tuple(names.split("\\")))


def _paragraphs(runs: list[Text]) -> Iterator[Block]:
    line: list[Inline] = []
    for run in runs:
        first, *others = run.text.splitlines() or [""]
        ends = run.text.endswith(("\n", "\r", "\u2028", "\u2029"))
        line.append(Text(first, run.marks, run.link))
        for other in [*others, *([""] if ends else [])]:
            yield from _paragraph(line)
            line = [Text(other, run.marks, run.link)]
    yield from _paragraph(line)


def _paragraph(line: list[Inline]) -> Iterator[Block]:
    inlines = merged(line)
    if any(isinstance(one, Text) and one.text.strip() for one in inlines):
        yield Paragraph(inlines)
