"""The text and the marks of a pasted line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from newsroom.domain.document import Break, FootnoteRef, Inline, Mark, Text
from newsroom.domain.unseen import without_idle
from newsroom.markup.paste.node import Node
from newsroom.markup.paste.symbols import shown, symbol_font
from newsroom.markup.paste.tracking import plain_address

_SPACES = re.compile("[ \t\n\r\f\u00a0]+")
_WHITE = re.compile("[\t\n\r\f\u00a0]|  ")
"""White space that is not as a page shows it."""
_WIDE = re.compile("[ \t\r\f]+")
_MARKS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "s": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "del": Mark.STRIKE,
    "sub": Mark.SUB,
    "sup": Mark.SUP,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
}
_STYLES = {
    "font-weight": {
        Mark.BOLD: re.compile(r"bold|bolder|[6-9]\d\d|1000"),
        None: re.compile(r"normal|lighter|[1-5]\d\d"),
    },
    "font-style": {
        Mark.ITALIC: re.compile(r"italic|oblique.*"),
        None: re.compile(r"normal"),
    },
}
_STYLED = {"font-weight": Mark.BOLD, "font-style": Mark.ITALIC}
_FONT = {"bold": Mark.BOLD, "italic": Mark.ITALIC}
_STRUCK = ("text-decoration", "text-decoration-line")
_KEEPS_LINES = frozenset(
    {"pre", "pre-wrap", "pre-line", "break-spaces", "preserve", "preserve-breaks"}
)
_LOSES_LINES = frozenset({"normal", "nowrap", "collapse"})
_TEXT_AREAS = frozenset({"textarea", "pre"})
_TELLING = _TEXT_AREAS | {*_MARKS, "a", "font"}
"""Elements that say something of the text in them without any style."""


_ENDS = frozenset({" ", "\u00a0"})
_PARTING = Text("")
"""Stands where words of different boxes touch."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How text looks where it stands.

    `lines` tells whether its line ends are seen, `font` names the font of signs it is set in.
    """

    marks: frozenset[Mark] = frozenset()
    link: str = ""
    lines: bool = False
    font: str = ""


class PastedLine:
    """Gathers runs; white space collapses as on a page, and no-break spaces stay."""

    def __init__(self, base: str = "", manner: Manner | None = None) -> None:
        self._inlines: list[Inline] = []
        self._base = base
        self.manner = manner or Manner()

    def text(self, text: str) -> None:
        """Add text as it stands in the source."""
        if not text:
            return
        text = without_idle(text)
        if self.manner.font:
            text = shown(text, self.manner.font)
        parts = _WIDE.sub(" ", text).split("\n") if self.manner.lines else [text]
        for index, part in enumerate(parts):
            if index:
                self.line_break()
            self._part_links()
            self._inlines.append(Text(_spaced(part), self.manner.marks, self.manner.link))

    def _part_links(self) -> None:
        """Part two links that touch: no word is half in one and half in the other."""
        last = self._inlines[-1] if self._inlines else None
        link = self.manner.link
        if link and isinstance(last, Text) and last.link and last.link != link:
            self.part()

    def part(self) -> None:
        """Part the words on both sides, which stand in different boxes, if nothing else does."""
        self._inlines.append(_PARTING)

    def line_break(self) -> None:
        self._inlines.append(Break())

    def reference(self, label: str) -> None:
        """Add the mark of a footnote."""
        self._inlines.append(FootnoteRef(label))

    @contextmanager
    def marked(self, node: Node) -> Iterator[None]:
        """Mark what is gathered inside as an element says, by its name or its style."""
        before = self.manner
        if node.style or node.tag in _TELLING:
            font = symbol_font(node, before.font)
            link = before.link
            if node.tag == "a" and "href" in node.attributes:
                link = plain_address(node.attributes["href"], self._base)
            marks, lines = _marks(node, before.marks), _lines(node, before.lines)
            self.manner = Manner(marks, link, lines, font)
        yield
        self.manner = before

    def take(self) -> list[list[Inline]]:
        """Give what was gathered and begin anew; two line breaks in a row divide paragraphs."""
        taken, self._inlines = self._inlines, []
        paragraphs: list[list[Inline]] = [[]]
        breaks = 0
        for one in _collapsed(taken):
            if isinstance(one, Break):
                breaks += 1
            elif isinstance(one, Text) and one.text.isspace() and breaks:
                continue
            else:
                if breaks > 1 and paragraphs[-1]:
                    paragraphs.append([])
                elif breaks:
                    paragraphs[-1].append(Break())
                breaks = 0
                paragraphs[-1].append(one)
        return paragraphs


def _spaced(text: str) -> str:
    if not _WHITE.search(text):
        return text
    return _SPACES.sub(_space if "\u00a0" in text else " ", text)


def _space(found: re.Match[str]) -> str:
    """Keep a no-break space that stands alone; beside others it was put in to fill a line."""
    return found[0] if found[0] == "\u00a0" else " "


def _collapsed(inlines: list[Inline]) -> Iterator[Inline]:
    """Take out the spaces that begin a run where the one before ends in a space."""
    last = " "
    parted = False
    for one in inlines:
        if one is _PARTING:
            parted = True
        elif isinstance(one, Text):
            text = one.text
            if last in _ENDS and text[:1] in _ENDS:
                text = text[1:]
            if not text:
                continue
            if parted and _is_letter(last) and _is_letter(text[0]):
                yield Text(" ")
            last, parted = text[-1], False
            yield one if text is one.text else Text(text, one.marks, one.link)
        else:
            last, parted = (" " if isinstance(one, Break) else ""), False
            yield one


def _is_letter(char: str) -> bool:
    """Whether a sign is of a script that puts spaces between words."""
    return char.isalnum() and char < "\u2e80"


def _marks(node: Node, marks: frozenset[Mark]) -> frozenset[Mark]:
    """Add or take away marks. A style outweighs the name: Google Docs wraps all in a plain `b`."""
    if mark := _MARKS.get(node.tag):
        marks |= {mark}
    style = node.style
    if not style:
        return marks
    for name, mark in _STYLED.items():
        value = style.get(name, "")
        if _STYLES[name][mark].fullmatch(value):
            marks |= {mark}
        elif _STYLES[name][None].fullmatch(value):
            marks -= {mark}
    words = style.get("font", "").split()
    marks |= {mark for word, mark in _FONT.items() if word in words}
    if any("line-through" in style.get(name, "") for name in _STRUCK):
        marks |= {Mark.STRIKE}
    raised = {"sub": Mark.SUB, "super": Mark.SUP}.get(style.get("vertical-align", ""))
    return marks | {raised} if raised else marks


def _lines(node: Node, lines: bool) -> bool:
    said = node.style.get("white-space-collapse") or node.style.get("white-space", "")
    if node.tag in _TEXT_AREAS or said in _KEEPS_LINES:
        return True
    return lines and said not in _LOSES_LINES
