"""A page read with a parser that knows nothing of how it was made."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from newsroom.export.page import Page

VOID = frozenset({"meta", "link", "img", "source", "br", "hr", "wbr", "col", "path"})


@dataclass
class Element:
    """An element: its name, attributes, and what it holds."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Find every element of a name below this one; `class_` asks for one of its classes."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                if child.tag == tag and child._has(attributes):
                    found.append(child)
                found += child.all(tag, **attributes)
        return found

    def one(self, tag: str, **attributes: str) -> Element:
        """Find the only element of a name below this one."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tag} {attributes}"
        return found[0]

    def _has(self, wanted: dict[str, str]) -> bool:
        for name, value in wanted.items():
            if name == "class_":
                if value not in (self.attributes.get("class") or "").split():
                    return False
            elif self.attributes.get(name) != value:
                return False
        return True

    @property
    def text(self) -> str:
        """Its text as a reader sees it: one space between words."""
        return " ".join(self.raw_text.split())

    @property
    def raw_text(self) -> str:
        """Its text to the letter."""
        return "".join(c if isinstance(c, str) else c.raw_text for c in self.children)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name] or ""


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: Page) -> Element:
    """Read a page's bytes; every element must be closed in order."""
    builder = _Builder()
    builder.feed(page.html.decode("utf-8"))
    builder.close()
    assert builder.open == [builder.root]
    return builder.root


def read_html(html: str) -> Element:
    """Read a piece of HTML."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder.open == [builder.root]
    return builder.root


def data_of(page: Page, kind: str = "NewsArticle") -> Any:
    """Read the structured data of one type."""
    scripts = read(page).all("script", type="application/ld+json")
    return next(d for s in scripts if (d := json.loads(s.raw_text))["@type"] == kind)


def meta(page: Page, name: str) -> list[str]:
    """List the contents of the meta elements of one name or property."""
    return [
        one["content"]
        for one in read(page).all("meta")
        if name in (one.attributes.get("name"), one.attributes.get("property"))
    ]
