"""Regions that may hold blank lines: fenced code, raw HTML and `:::` boxes.

They are found before the source is cut at its blank lines, and stand in it as placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_CODE = re.compile(r"(`{3,})[^`]*$|(~{3,})[ \t]*[\w+#.-]*[ \t]*$")
_BOX = re.compile(r":{3,}[ \t]*([A-Za-z][\w-]*)(?:[ \t]+(.*?))?[ \t]*$")
_BOX_END = re.compile(r":{3,}[ \t]*$")
_HTML = re.compile(
    r" {0,3}<(?:(?P<raw>script|style|pre|textarea|svg|math|iframe|object|video|audio)(?=[\s/>]|$)"
    r"|(?P<comment>!--)"
    r"|/?(?:address|article|aside|blockquote|body|button|canvas|caption|center|col|colgroup|dd"
    r"|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]"
    r"|head|header|hr|html|img|input|legend|li|link|main|map|menu|meta|nav|noscript|ol|optgroup"
    r"|option|p|param|picture|script|search|section|select|source|style|summary|table|tbody|td"
    r"|template|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)"
    r"|[?!])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that nothing reads."""

    source: str


@dataclass(frozen=True, slots=True)
class Box:
    """A fence of colons: its name, what follows on its line, the lines in it, all of it."""

    name: str
    argument: str
    content: str
    source: str


Region = Verbatim | Box
PLACEHOLDER = re.compile("\x02(\\d+)\x03")


def placeholder(index: int) -> str:
    """Name a region in control characters, which no cleaned source holds."""
    return f"\x02{index}\x03"


def is_fence(line: str) -> bool:
    """Whether a line could begin or end fenced code or a box."""
    return bool(_CODE.match(line) or _BOX.match(line) or _BOX_END.match(line))


def extract(lines: Sequence[str]) -> tuple[list[str], list[Region]]:
    """Replace every region by a placeholder line between blank ones."""
    if not any(line.lstrip(" ").startswith(("```", "~~~", ":::", "<")) for line in lines):
        return list(lines), []
    search = _Search(lines)
    boxes = _box_ends(lines, search)
    result: list[str] = []
    regions: list[Region] = []
    at = 0
    while at < len(lines):
        region, end = _region(lines, at, search, boxes)
        if region is None:
            result.append(lines[at])
        else:
            result += ["", placeholder(len(regions)), ""]
            regions.append(region)
        at = end
    return result, regions


@dataclass(slots=True)
class _Search:
    """Where verbatim regions end. A search that failed once is not made again."""

    lines: Sequence[str]
    failed: dict[str, int] = field(default_factory=dict)

    def verbatim_end(self, at: int) -> int:
        """Give the line after a verbatim region that begins at a line, or that line itself."""
        line = self.lines[at]
        if found := _CODE.match(line):
            return self._code_end(at, found[1] or found[2])
        if (at == 0 or not self.lines[at - 1]) and (found := _HTML.match(line)):
            return self._html_end(at, found)
        return at

    def _code_end(self, at: int, fence: str) -> int:
        sign, size = fence[0], len(fence)
        if self.failed.get(sign, size + 1) <= size:
            return at
        for index in range(at + 1, len(self.lines)):
            text = self.lines[index].rstrip(" \t")
            if len(text) >= size and text == sign * len(text):
                return index + 1
        self.failed[sign] = size
        return at

    def _html_end(self, at: int, found: re.Match[str]) -> int:
        wanted = "-->" if found["comment"] else f"</{found['raw'].lower()}" if found["raw"] else ""
        if wanted and wanted not in self.failed:
            for index in range(at, len(self.lines)):
                if wanted in self.lines[index].lower():
                    return self._blank(index)
            self.failed[wanted] = 0
        return self._blank(at)

    def _blank(self, at: int) -> int:
        while at < len(self.lines) and self.lines[at]:
            at += 1
        return at


def _box_ends(lines: Sequence[str], search: _Search) -> dict[int, int]:
    """Match the fences of boxes, boxes in boxes included."""
    ends: dict[int, int] = {}
    open_boxes: list[int] = []
    at = 0
    while at < len(lines):
        end = search.verbatim_end(at)
        if end > at:
            at = end
            continue
        if _BOX_END.match(lines[at]):
            if open_boxes:
                ends[open_boxes.pop()] = at
        elif _BOX.match(lines[at]):
            open_boxes.append(at)
        at += 1
    return ends


def _region(
    lines: Sequence[str], at: int, search: _Search, boxes: dict[int, int]
) -> tuple[Region | None, int]:
    end = search.verbatim_end(at)
    if end > at:
        return Verbatim("\n".join(lines[at:end])), end
    found = _BOX.match(lines[at]) if at in boxes else None
    if found is None:
        return None, at + 1
    close = boxes[at]
    content = "\n".join(lines[at + 1 : close])
    source = "\n".join(lines[at : close + 1])
    return Box(found[1], found[2] or "", content, source), close + 1
