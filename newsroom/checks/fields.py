"""Remarks on an article's fields."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.checks.rule import Remark
from newsroom.domain.article import Story
from newsroom.domain.errors import Refused
from newsroom.domain.house import House
from newsroom.domain.links import is_web_link
from newsroom.domain.slug import require_slug, slugify

_PLACEHOLDERS = frozenset({"https://example.org"})
"""What earlier versions put there for a house that had said nothing."""
LONGEST_HEADLINE = 110
"""Characters. Google's guide to NewsArticle data long set this limit; search results, feeds and
messengers cut longer headlines."""


def headline_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a story without a headline."""
    if not story.content.headline.strip():
        yield Remark(
            "headline", "The story has no headline, so nothing names it in a list or on the page."
        )


def headline_long(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a headline that search results and feeds will cut."""
    length = len(story.content.headline.strip())
    if length > LONGEST_HEADLINE:
        yield Remark(
            "headline",
            f"The headline has {length} characters; search results and feeds cut it"
            f" after {LONGEST_HEADLINE}.",
        )


def standfirst_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a story without a standfirst."""
    if not story.content.standfirst.strip():
        yield Remark(
            "standfirst",
            "The story has no standfirst, so links to it will show no summary.",
        )


def section_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a story that belongs to no section."""
    if not story.content.section.strip():
        yield Remark("section", "The story has no section, so its page has no address to stand at.")


def section_unknown(story: Story, house: House) -> Iterator[Remark]:
    """Remark on a section that the house does not have; a house may have named none at all."""
    section = story.content.section.strip()
    if section and house.sections and house.section(section) is None:
        names = ", ".join(one.slug for one in house.sections)
        yield Remark("section", f"The house has no section “{section}”. Its sections are: {names}.")


def place_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a dateline without a place."""
    if not story.content.place.strip():
        yield Remark("place", "The dateline has no place, so a reader cannot tell where this is.")


def byline_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a story that nobody signs."""
    if not story.content.byline.strip():
        yield Remark("byline", "The story has no byline, so nobody answers for it by name.")


def slug_unusable(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on an address part that cannot be used, or cannot be made from the headline."""
    slug, headline = story.content.slug, story.content.headline.strip()
    if slug:
        try:
            require_slug(slug)
        except Refused as refusal:
            yield Remark("slug", f"The address “{slug}” cannot be used. {refusal.hint}")
    elif headline and not slugify(headline):
        yield Remark(
            "slug", "No address can be made from this headline. Write one in Latin letters."
        )


def house_address_missing(_story: Story, house: House) -> Iterator[Remark]:
    """Remark on a house whose pages cannot say where they lie."""
    if not is_web_link(house.url) or house.url in _PLACEHOLDERS:
        yield Remark(
            "house",
            "The house has no web address, so search engines and messengers are not told where "
            "this page lies. Write it in Settings.",
        )
