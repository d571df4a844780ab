"""Foreign HTML, sanitised, as a small tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

from newsroom.markup.characters import clean_text

MAX_DEPTH = 60
"""Deeper elements are passed over and their text kept, so that no paste is too deep to walk."""

_VOID = frozenset({"br", "hr"})
_TAGS = frozenset(
    {
        *("a", "address", "article", "aside", "b", "blockquote", "br", "caption", "center", "cite"),
        *("code", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure"),
        *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "kbd", "li", "main"),
        *("nav", "ol", "p", "pre", "s", "samp", "section", "span", "strike", "strong", "sub"),
        *("summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul"),
    }
)
_DROPPED = frozenset(
    {
        *("script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math"),
        *("textarea", "select", "audio", "video", "canvas"),
    }
)
_STYLES = frozenset({"font-weight", "font-style", "text-decoration", "vertical-align", "mso-list"})


@dataclass(slots=True)
class Node:
    """An element: its name, its attributes, and its children, elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def style(self) -> dict[str, str]:
        """Give the declarations of the style attribute."""
        pairs = (part.split(":", 1) for part in self.attributes.get("style", "").split(";"))
        return {pair[0].strip(): pair[1].strip().lower() for pair in pairs if len(pair) == 2}

    def nodes(self) -> Iterator[Node]:
        """Give the children that are elements."""
        return (child for child in self.children if isinstance(child, Node))

    def found(self, tag: str) -> Iterator[Node]:
        """Find elements by name; what lies in tables inside this one is not searched."""
        for child in self.nodes():
            if child.tag == tag:
                yield child
            elif child.tag != "table":
                yield from child.found(tag)

    def holding(self, children: Sequence[Node | str]) -> Node:
        """Give the same element with other children."""
        return Node(self.tag, self.attributes, list(children))

    def all_text(self) -> str:
        """Give the text inside, a line feed for each `br`."""
        if self.tag == "br":
            return "\n"
        return "".join(
            child if isinstance(child, str) else child.all_text() for child in self.children
        )


def sanitised_tree(html: str) -> Node:
    """Parse HTML after taking out all that is not text and structure."""
    clean = nh3.clean(
        clean_text(html),
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED),
        attributes={"*": {"style"}, "a": {"href"}, "ol": {"start"}},
        filter_style_properties=set(_STYLES),
        link_rel=None,
        strip_comments=True,
    )
    builder = _Builder()
    builder.feed(clean)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Builds the tree; sanitised HTML closes what it opens."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("body")
        self._open = [self.root]
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(self._open) > MAX_DEPTH and tag not in _VOID:
            self._skipped += 1
            return
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._skipped:
            self._skipped -= 1
        elif len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
