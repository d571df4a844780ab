"""Addresses: where a page lies in the folder, and where readers will find it."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import urljoin

from newsroom.domain.article import Story
from newsroom.domain.house import House
from newsroom.domain.links import is_web_link
from newsroom.domain.slug import require_slug, slugify
from newsroom.domain.times import zone


def page_path(story: Story, house: House, published: datetime) -> PurePosixPath:
    """Say where a story's page lies under the site's root: section, the house's date, slug.

    A story without a section begins with its year. Raises `Refused` where the section or the slug
    cannot be part of an address.
    """
    content = story.content
    day = published.astimezone(zone(house.time_zone))
    slug = require_slug(content.slug) if content.slug else slugify(content.headline) or story.id
    section = (require_slug(content.section),) if content.section else ()
    date = (f"{day.year:04}", f"{day.month:02}", f"{day.day:02}")
    return PurePosixPath(*section, *date, require_slug(slug), "index.html")


def root_of(page: PurePosixPath) -> str:
    """Give the way from a page to the site's root, such as `../../`."""
    return "../" * len(page.parent.parts)


def site_url(house: House, path: str = "") -> str:
    """Give the full address of something on the house's site; empty where it has no web address."""
    base = house.url.rstrip("/")
    return f"{base}/{path}" if is_web_link(base) else ""


def page_url(house: House, page: PurePosixPath) -> str:
    """Give the full address of a page: that of its folder."""
    return site_url(house, f"{page.parent}/")


def section_url(house: House, slug: str) -> str:
    """Give the full address of a section's page."""
    return site_url(house, f"{slug}/")


def feed_url(house: House) -> str:
    """Give the full address of the house's feed; empty where it has none that is safe to follow."""
    base = site_url(house)
    url = urljoin(base, house.feed) if base and house.feed else ""
    return url if is_web_link(url) else ""
