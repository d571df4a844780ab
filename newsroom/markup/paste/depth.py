"""Foreign HTML made shallow enough to parse: its cost grows with the square of the depth."""

from __future__ import annotations

import re
from collections import Counter

BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "p", "plaintext"),
        *("pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "ul", "xmp"),
    }
)
"""The elements that begin on a line of their own."""

_DEPTH = 400
_MARKS = 40
_ENDED_BY_OTHERS = frozenset(
    {"body", "dd", "dt", "html", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong"}
    | {"tt", "u"}
)
"""What a parser opens again in every block until it is closed."""
_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_COUNTED = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:\"[^\"]*+\"|'[^']*+'|[^'\"<>]++){0,400}+)>"
)
"""A tag. No part is tried twice and their number has an end, so that no text takes long to read."""


def shallow(html: str) -> str:
    """Take out the tags of elements that lie too deep; a block so lost leaves a line break."""
    if html.count("<") <= _MARKS:
        return html
    return _Shallow().cut(html)


class _Shallow:
    """Counts what is open, by name, as tags go by."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._lost: Counter[str] = Counter()
        self._depth = 0
        self._marks = 0

    def cut(self, html: str) -> str:
        return _COUNTED.sub(self._tag, html)

    def _tag(self, found: re.Match[str]) -> str:
        closing, name, rest = found[1], found[2].lower(), found[3]
        if name in _EMPTY or name in _ENDED_BY_OTHERS or rest.endswith("/"):
            return found[0]
        keeps = self._close(name) if closing else self._begin(name)
        if keeps:
            return found[0]
        return "<br>" if name in BLOCKS else ""

    def _begin(self, name: str) -> bool:
        marks = name in _FORMATTING
        if self._depth >= _DEPTH or (marks and self._marks >= _MARKS):
            self._lost[name] += 1
            return False
        self._open[name] += 1
        self._depth += 1
        self._marks += marks
        return True

    def _close(self, name: str) -> bool:
        if self._lost[name]:
            self._lost[name] -= 1
            return False
        if self._open[name]:
            self._open[name] -= 1
            self._depth -= 1
            self._marks -= name in _FORMATTING
        return True
