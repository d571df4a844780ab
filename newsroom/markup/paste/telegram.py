"""Text copied in Telegram Desktop: plain characters, and beside them which of them are marked.

The marks are a `QDataStream` of its own format: a count, then for each its place and length in
UTF-16 units and its names, divided by a backslash; a name that is an address is a link.
"""

from __future__ import annotations

import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from newsroom.domain.document import Document, Inline, Mark, Paragraph, Text, merged
from newsroom.domain.links import is_web_link
from newsroom.markup.paste.parts import Code, Part, QuoteLine, finished, gathered
from newsroom.markup.paste.tracking import plain_address

_MARKS = {"**": Mark.BOLD, "__": Mark.ITALIC, "~~": Mark.STRIKE, "`": Mark.CODE}
_QUOTES = frozenset({">", ">^"})
_CODE = "```"
_COUNT = struct.Struct(">i")
_PLACE = struct.Struct(">iiI")
_SECOND_HALVES = frozenset(bytes([first]) for first in range(0xDC, 0xE0))
_NULL = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Tag:
    """What a part of the text is marked as."""

    start: int
    end: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """A part of one line, and whether it is said to be code or a quotation."""

    text: Text
    code: bool
    quoted: bool


def telegram_document(text: bytes, tags: bytes) -> Document:
    """Read a message with its marks: a paragraph for each line, quotations and code as such."""
    units = text.decode("utf-8", errors="replace").encode("utf-16-be", errors="replace")
    runs = list(_runs(units, list(_tags(tags))))
    return Document(finished(gathered(_parts(_lines(runs))), ()))


def _tags(data: bytes) -> Iterator[_Tag]:
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
        if start >= 0 and length > 0:
            yield _Tag(start, start + length, tuple(names.split("\\")))


def _runs(units: bytes, tags: list[_Tag]) -> Iterator[_Run]:
    """Cut the text where a mark begins or ends."""
    begins, ends = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
    for tag in tags:
        start, end = _whole(units, tag.start), _whole(units, tag.end)
        if start < end:
            begins[start] += tag.names
            ends[end] += tag.names
    length = len(units) // 2
    active: Counter[str] = Counter()
    places = sorted(place for place in {0, length, *begins, *ends} if place <= length)
    for start, end in pairwise(places):
        active -= Counter(ends[start])
        active += Counter(begins[start])
        yield _run(units[2 * start : 2 * end].decode("utf-16-be", errors="replace"), active)


def _whole(units: bytes, place: int) -> int:
    """Give a place that cuts no sign in two, which takes two units where it is beyond the first."""
    return place - (units[2 * place : 2 * place + 1] in _SECOND_HALVES)


def _run(part: str, names: Iterable[str]) -> _Run:
    link = ""
    marks: set[Mark] = set()
    code = quoted = False
    for name in names:
        code |= name.startswith(_CODE)
        quoted |= name in _QUOTES
        if name in _MARKS:
            marks.add(_MARKS[name])
        elif is_web_link(name):
            link = link or plain_address(name)
    return _Run(Text(part, frozenset(marks), link), code, quoted)


def _lines(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    line: list[_Run] = []
    for run in runs:
        said = run.text
        first, *others = said.text.splitlines() or [""]
        ends = said.text.endswith(("\n", "\r", "\u2028", "\u2029"))
        line.append(_Run(Text(first, said.marks, said.link), run.code, run.quoted))
        for other in [*others, *([""] if ends else [])]:
            yield line
            line = [_Run(Text(other, said.marks, said.link), run.code, run.quoted)]
    yield line


def _parts(lines: Iterable[list[_Run]]) -> Iterator[Part]:
    for code, rows in groupby(lines, key=_is_code):
        if code:
            text = "\n".join("".join(run.text.text for run in row) for row in rows).strip("\n")
            yield from [Code(text)] if text.strip() else []
            continue
        for row in rows:
            inlines = merged(_inlines(row))
            if any(isinstance(one, Text) and one.text.strip() for one in inlines):
                quoted = any(run.quoted for run in row if run.text.text)
                yield QuoteLine(inlines) if quoted else Paragraph(inlines)


def _is_code(row: list[_Run]) -> bool:
    """Whether a line is code; an empty one is where the code around it goes on."""
    return all(run.code for run in row if run.text.text) and any(run.code for run in row)


def _inlines(row: Iterable[_Run]) -> list[Inline]:
    return [run.text for run in row]
