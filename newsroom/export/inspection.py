"""An exported page read back as a stranger would: its links, its figures, its structured data."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser

from newsroom.domain.canonical import Json

ImageSeen = dict[str, Json]
"""An ImageObject of a page's structured data."""


@dataclass(slots=True)
class FigureSeen:
    """A figure: the links of its image files, its alt text and the credit printed under it."""

    files: list[str] = field(default_factory=list)
    alt: str = ""
    credit: str = ""


@dataclass(slots=True)
class PageSeen:
    """What a page shows. `images` is what its data says of images, by their addresses."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    figures: list[FigureSeen] = field(default_factory=list)
    images: dict[str, ImageSeen] = field(default_factory=dict)
    broken_data: bool = False


def read_page(html: str) -> PageSeen:
    """Read a page; never raises, whatever the page holds."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = PageSeen()
        self._figure: FigureSeen | None = None
        self._in_credit = False
        self._data: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.seen.ids.add(given["id"])
        self._collect_links(given)
        if tag == "figure":
            self._figure = FigureSeen()
            self.seen.figures.append(self._figure)
        elif tag == "span" and "credit" in given.get("class", "").split():
            self._in_credit = self._figure is not None
        elif tag == "script" and given.get("type") == "application/ld+json":
            self._data = []

    def _collect_links(self, given: dict[str, str]) -> None:
        files = [given["src"]] if "src" in given else []
        files += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]
        self.seen.links += files
        if "href" in given:
            self.seen.links.append(given["href"])
        if self._figure is not None:
            self._figure.files += files
            self._figure.alt = given.get("alt", self._figure.alt)

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
        elif self._in_credit and self._figure is not None:
            self._figure.credit += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure":
            self._figure = None
        elif tag == "span":
            self._in_credit = False
        elif tag == "script" and self._data is not None:
            self._read_data("".join(self._data))
            self._data = None

    def _read_data(self, text: str) -> None:
        try:
            data: Json = json.loads(text)
        except ValueError:
            self.seen.broken_data = True
            return
        images = data.get("image", []) if isinstance(data, dict) else []
        for image in images if isinstance(images, list) else []:
            if isinstance(image, dict):
                self.seen.images[str(image.get("contentUrl", ""))] = image
