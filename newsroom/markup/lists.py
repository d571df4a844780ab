"""Lists: bulleted and numbered, nested by four spaces; two are enough for the reader.

Another bullet (`*` for `-`) or another sign after the number (`)` for `.`) begins another list, so
that two lists can follow one another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import HRProcessor

from newsroom.markup.containers import Container, Inexpressible
from newsroom.markup.regions import is_fence

_START = re.compile(r"^[ \t]{0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
_MARKER = re.compile(r"( *)([-+*]|(\d{1,9})[.)])(?: +(.*))?$")
_PARTS = frozenset({"p", "ul", "ol"})
_STEP = 2


@dataclass(frozen=True, slots=True)
class _Marker:
    indent: int
    sign: str
    number: int | None
    text: str

    @property
    def offset(self) -> int:
        """Give the column up to which the lines below an item are its indentation."""
        digits = 0 if self.number is None else len(str(self.number))
        return min(self.indent + digits + 2, self.indent + 4)


def _marker(line: str) -> _Marker | None:
    found = _MARKER.match(line)
    if not found or HRProcessor.SEARCH_RE.match(line):
        return None
    number = None if found[3] is None else int(found[3])
    return _Marker(len(found[1]), found[2][-1], number, found[4] or "")


def _spaced(line: str) -> str:
    return line.expandtabs(4) if "\t" in line else line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class ListProcessor(Container):
    """Read a list and the lists in it."""

    def test(self, _parent: Element, block: str) -> bool:
        return bool(_START.search(block)) and self._start(block.split("\n")) >= 0

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        start = self._start(lines)
        self.parse_before(parent, "\n".join(lines[:start]))
        taken = self._take(lines[start:], blocks)
        try:
            parent.append(self._list([_spaced(line) for line in taken]))
        except Inexpressible:
            self.keep(parent, "\n".join(taken))

    def _start(self, lines: list[str]) -> int:
        """Find the line where a list begins; inside a paragraph only a plain start counts."""
        for index, line in enumerate(lines):
            marker = _marker(_spaced(line))
            if marker is None or marker.indent > 3:
                continue
            plain = marker.text and marker.number in {None, 1}
            if index == 0 or plain or self.parser.state.isstate("li"):
                return index
        return -1

    def _take(self, lines: list[str], blocks: list[str]) -> list[str]:
        """Take the lines of the list off the blocks; the rest goes back to them."""
        first = _marker(_spaced(lines[0]))
        assert first is not None
        end = next((at for at, line in enumerate(lines) if at and _ends(line, first)), len(lines))
        taken = lines[:end]
        if end < len(lines):
            blocks.insert(0, "\n".join(lines[end:]))
            return taken
        while blocks and _goes_on(blocks[0], first):
            taken.append("")
            more = blocks.pop(0).split("\n")
            end = next((at for at, line in enumerate(more) if line and _ends(line, first)), -1)
            if end > 0:
                blocks.insert(0, "\n".join(more[end:]))
                return taken + more[:end]
            taken.extend(more)
        return taken

    def _list(self, lines: list[str]) -> Element:
        first = _marker(lines[0])
        assert first is not None
        element = Element("ul" if first.number is None else "ol")
        if first.number is not None:
            element.set("start", str(first.number))
        for content in _items(lines, first):
            if any(is_fence(line.lstrip(" ")) for line in content):
                raise Inexpressible
            self._item(element, "\n".join(content))
        return element

    def _item(self, element: Element, content: str) -> None:
        item = self.fill(SubElement(element, "li"), content, _PARTS)
        tags = [child.tag for child in item]
        if "p" in tags[sum(tag == "p" for tag in tags) :]:
            # The text of an item comes before its lists; text after them has no place.
            raise Inexpressible


def _ends(line: str, first: _Marker) -> bool:
    """Whether a line that is not blank is no part of the list, nor goes on a line before it."""
    text = _spaced(line)
    if _indent(text) >= first.indent + _STEP:
        return False
    marker = _marker(text)
    if marker:
        return marker.sign != first.sign
    return text.lstrip(" ").startswith(">") or bool(HRProcessor.SEARCH_RE.match(text))


def _goes_on(block: str, first: _Marker) -> bool:
    line = _spaced(block.lstrip("\n").split("\n", 1)[0])
    if not line:
        return False
    if _indent(line) >= first.indent + _STEP:
        return True
    marker = _marker(line)
    return marker is not None and marker.sign == first.sign


def _items(lines: list[str], first: _Marker) -> list[list[str]]:
    items: list[list[str]] = []
    offset = 0
    for line in lines:
        marker = _marker(line) if _indent(line) < first.indent + _STEP else None
        if marker:
            items.append([marker.text])
            offset = marker.offset
        else:
            items[-1].append(line[min(offset, _indent(line)) :])
    return items
