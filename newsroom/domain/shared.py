"""A page as those see it who link to it: search engines and networks, which read only its head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

SEARCH_TITLE = 60
"""Characters of a title, about, that a search result shows."""
SEARCH_DESCRIPTION = 160
"""Characters of a description, about, that a search result shows."""
LARGE_PICTURE = (1200, 630)
"""Pixels. What the networks ask for, so that a card is sharp on every screen."""
WIDE_CARD = (600, 315)
"""Pixels. A smaller picture stands small beside the words on Facebook."""


@dataclass(frozen=True, slots=True)
class SharedPage:
    """What a page's head says of it; what it does not say is empty.

    `title` is the page's own, with the house's name; `headline` and `description` are what networks
    are told. `large` asks X for a card with a large picture. `picture` is its address.
    """

    title: str = ""
    headline: str = ""
    description: str = ""
    url: str = ""
    site: str = ""
    large: bool = False
    picture: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""

    @property
    def host(self) -> str:
        """The name of the site as cards print it."""
        return self.url.partition("://")[2].partition("/")[0].removeprefix("www.")

    @property
    def is_wide(self) -> bool:
        """Whether the picture is large enough to stand over the words."""
        return self.width >= WIDE_CARD[0] and self.height >= WIDE_CARD[1]


def hints(page: SharedPage) -> tuple[str, ...]:
    """Say in plain words what a card will lack or cut."""
    return tuple(_hints(page))


def _hints(page: SharedPage) -> Iterator[str]:
    if not page.headline:
        yield "There is no headline yet."
    if len(page.title) > SEARCH_TITLE:
        yield (
            f"The title has {len(page.title)} characters with the house's name. "
            f"A search result shows about {SEARCH_TITLE}."
        )
    if not page.description:
        yield "There is no description. A standfirst would be one."
    if len(page.description) > SEARCH_DESCRIPTION:
        yield (
            f"The description has {len(page.description)} characters. "
            f"A search result shows about {SEARCH_DESCRIPTION}."
        )
    if not page.url:
        yield "The house has no web address, so no place can find its pages or pictures."
    elif not page.picture:
        yield "There is no lead picture. Cards without one are seldom opened."
    elif page.width < LARGE_PICTURE[0] or page.height < LARGE_PICTURE[1]:
        wide, high = LARGE_PICTURE
        yield (
            f"The picture is {page.width} × {page.height} pixels. "
            f"Networks ask for {wide} × {high} or more."
        )


def cut(text: str, length: int) -> str:
    """Shorten a text as search results do: at the end of a word, with an ellipsis."""
    if len(text) <= length:
        return text
    return f"{text[:length].rpartition(' ')[0] or text[:length]} …"
