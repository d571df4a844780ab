"""The facts of a page, gathered once: its head, its structured data and its text read the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.domain.article import Story
from newsroom.domain.document import Figure
from newsroom.domain.house import House
from newsroom.domain.picture import Picture
from newsroom.export.address import site_url
from newsroom.export.bylines import Name, Source


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of its story, in the story's language.

    `published` and `modified` are whole seconds in the house's zone. `images` are the figures in reading
    order whose picture is at hand; `description` a line; `url` the page's full address, or empty.
    """

    story: Story
    house: House
    language: str
    headline: str
    description: str
    section: str
    url: str
    published: datetime
    modified: datetime
    words: int
    minutes: int
    draft: bool
    authors: tuple[Name, ...]
    sources: tuple[Source, ...]
    images: tuple[tuple[Figure, Picture], ...]
    logo_path: str

    def site_url(self, path: str) -> str:
        """Give the full address of a file of the site; empty where the house has no address."""
        return site_url(self.house, path)
