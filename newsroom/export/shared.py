"""The head of an exported page read back, as search engines and networks read it."""

from __future__ import annotations

from html.parser import HTMLParser

from newsroom.domain.shared import SharedPage


def read_shared(html: str) -> SharedPage:
    """Read what a page says to those who link to it; never raises, whatever the page holds."""
    reader = _Head()
    reader.feed(html)
    reader.close()
    said = reader.said
    return SharedPage(
        title=reader.title,
        headline=said.get("og:title", ""),
        description=said.get("og:description", ""),
        url=said.get("og:url", ""),
        site=said.get("og:site_name", ""),
        large=said.get("twitter:card") == "summary_large_image",
        picture=said.get("og:image", ""),
        width=_number(said.get("og:image:width", "")),
        height=_number(said.get("og:image:height", "")),
        alt=said.get("og:image:alt", ""),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


class _Head(HTMLParser):
    """Keeps the title, and of each `meta` the first; stops listening where the head ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.said: dict[str, str] = {}
        self._in_title = False
        self._over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._over = self._over or tag == "body"
        self._in_title = tag == "title" and not self._over
        name = given.get("property") or given.get("name")
        if tag == "meta" and name and not self._over:
            self.said.setdefault(name, given.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        self._over = self._over or tag == "head"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
