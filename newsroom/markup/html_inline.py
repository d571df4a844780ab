"""The HTML of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from newsroom.domain.document import Break, FootnoteRef, Inline, Mark, Text
from newsroom.domain.links import is_safe_link, is_web_link
from newsroom.markup.notes import NoteMark

_TAGS = {
    Mark.BOLD: "strong",
    Mark.ITALIC: "em",
    Mark.STRIKE: "s",
    Mark.SUB: "sub",
    Mark.SUP: "sup",
    Mark.CODE: "code",
}
_SITE = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_UNFIT = re.compile(r"""["<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})""")


class InlineHtml:
    """Writes the lines of one block, in reading order: each reference takes the next number."""

    def __init__(self, marks: Sequence[NoteMark], note_label: str) -> None:
        self._marks: Iterator[NoteMark] = iter(marks)
        self._note_label = note_label

    def line(self, inlines: Sequence[Inline]) -> str:
        """Write a line; a link that is not safe keeps its text and loses its address."""
        parts = []
        for link, run in groupby(inlines, _safe_link):
            html = self._nested(list(run), tuple(_TAGS))
            parts.append(f"<a{link_attributes(link)}>{html}</a>" if link else html)
        return "".join(parts)

    def _nested(self, inlines: list[Inline], marks: tuple[Mark, ...]) -> str:
        if not marks:
            return "".join(self._one(one) for one in inlines)
        mark, *inner = marks
        parts = []
        for marked, run in groupby(
            inlines, lambda one: isinstance(one, Text) and mark in one.marks
        ):
            html = self._nested(list(run), tuple(inner))
            parts.append(f"<{_TAGS[mark]}>{html}</{_TAGS[mark]}>" if marked else html)
        return "".join(parts)

    def _one(self, inline: Inline) -> str:
        match inline:
            case Text(text=text):
                return escape(text, quote=False)
            case Break():
                return "<br>"
            case FootnoteRef(label=label):
                return self._reference(label)

    def _reference(self, label: str) -> str:
        mark = next(self._marks, NoteMark(0, 0))
        if not mark.number:
            return escape(f"[^{label}]", quote=False)
        name = escape(f"{self._note_label} {mark.number}")
        return (
            f'<sup class="note"><a href="#note-{mark.number}" id="{reference_id(mark)}"'
            f' aria-label="{name}">{mark.number}</a></sup>'
        )


def reference_id(mark: NoteMark) -> str:
    """Name the place of a reference, so that the footnote can link back to it."""
    return f"note-{mark.number}-{mark.use}"


def link_attributes(url: str) -> str:
    """Give the attributes of a link that is safe; one that leaves the house gets `noopener`."""
    rel = ' rel="noopener"' if is_web_link(url) else ""
    return f' href="{escape(_spelled(url))}"{rel}'


def _spelled(url: str) -> str:
    """Write as `%XX` what RFC 3986 allows nowhere in an address, though browsers take it."""
    site = _SITE.match(url)
    end = site.end() if site else 0
    return url[:end] + _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", url[end:])


def _safe_link(inline: Inline) -> str:
    return inline.link if isinstance(inline, Text) and is_safe_link(inline.link) else ""
