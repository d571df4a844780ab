"""The facts of a page, gathered once: its head, its structured data and its text read the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from newsroom.domain.article import Story
from newsroom.domain.document import Figure
from newsroom.domain.house import House
from newsroom.domain.picture import Picture
from newsroom.domain.reading import read_minutes, word_count
from newsroom.domain.times import zone
from newsroom.export.address import site_url
from newsroom.export.bylines import Name, Source, authors, source
from newsroom.export.description import describe
from newsroom.export.language import page_language


@dataclass(frozen=True, slots=True)
class PageStamp:
    """When a story was published and last changed (with zones), and whether it is a draft."""

    published: datetime
    modified: datetime
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of its story, in the story's language.

    `published` and `modified` are whole seconds in the house's zone. `images` are the figures in
    reading order whose picture is at hand; `description` is one line; `url` is the page's full
    address. What a story or a house lacks is empty.
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


def gather(story: Story, house: House, stamp: PageStamp, *, url: str, logo: PurePosixPath) -> Facts:
    """Gather what a page says; `house` speaks the story's language already."""
    content = story.content
    language = page_language(content.language, house.language)
    known = house.section(content.section)
    words = word_count(story.document)
    local = zone(house.time_zone)
    published = stamp.published.astimezone(local).replace(microsecond=0)
    pictures = story.pictures
    return Facts(
        story=story,
        house=house,
        language=language,
        headline=" ".join(content.headline.split()),
        description=describe(story),
        section=known.name if known else content.section,
        url=url,
        published=published,
        modified=max(published, stamp.modified.astimezone(local).replace(microsecond=0)),
        words=words,
        minutes=read_minutes(words, language),
        draft=stamp.draft,
        authors=authors(content.byline, house),
        sources=tuple(source(one) for one in content.sources if one.strip()),
        images=tuple((f, pictures[f.picture]) for f in story.figures if f.picture in pictures),
        logo_path=str(logo),
    )
