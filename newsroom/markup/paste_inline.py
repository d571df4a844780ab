"""The text and the marks of a pasted line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from newsroom.domain.document import Break, Inline, Mark, Text
from newsroom.domain.links import is_safe_link
from newsroom.markup.paste_tree import Node

_SPACES = re.compile(r"[ \t\n\r\f]+")
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
        Mark.BOLD: re.compile(r"bold|bolder|[6-9]00"),
        None: re.compile(r"normal|lighter|[1-5]00"),
    },
    "font-style": {
        Mark.ITALIC: re.compile(r"italic|oblique.*"),
        None: re.compile(r"normal"),
    },
}
_STYLED = {"font-weight": Mark.BOLD, "font-style": Mark.ITALIC}


class PastedLine:
    """Gathers runs; white space collapses as on a page, and no-break spaces stay."""

    def __init__(self) -> None:
        self._inlines: list[Inline] = []
        self._marks: frozenset[Mark] = frozenset()
        self._link = ""

    def text(self, text: str) -> None:
        self._inlines.append(Text(_SPACES.sub(" ", text), self._marks, self._link))

    def line_break(self) -> None:
        self._inlines.append(Break())

    @contextmanager
    def marked(self, node: Node) -> Iterator[None]:
        """Mark what is gathered inside as an element says, by its name or its style."""
        before = self._marks, self._link
        self._marks = _marks(node, self._marks)
        href = node.attributes.get("href", "").strip()
        if node.tag == "a" and is_safe_link(href):
            self._link = href
        yield
        self._marks, self._link = before

    def take(self) -> list[Inline]:
        """Give what was gathered, double spaces between runs taken out, and begin anew."""
        taken, self._inlines = self._inlines, []
        result: list[Inline] = []
        spaced = True
        for one in taken:
            if isinstance(one, Text):
                text = one.text[1:] if spaced and one.text.startswith(" ") else one.text
                if not text:
                    continue
                spaced = text.endswith(" ")
                result.append(Text(text, one.marks, one.link))
            else:
                spaced = True
                result.append(one)
        return result


def _marks(node: Node, marks: frozenset[Mark]) -> frozenset[Mark]:
    """Add or take away marks. A style outweighs the name: Google Docs wraps all in a plain `b`."""
    if mark := _MARKS.get(node.tag):
        marks |= {mark}
    style = node.style
    for name, mark in _STYLED.items():
        value = style.get(name, "")
        if _STYLES[name][mark].fullmatch(value):
            marks |= {mark}
        elif _STYLES[name][None].fullmatch(value):
            marks -= {mark}
    if "line-through" in style.get("text-decoration", ""):
        marks |= {Mark.STRIKE}
    raised = {"sub": Mark.SUB, "super": Mark.SUP}.get(style.get("vertical-align", ""))
    return marks | {raised} if raised else marks
