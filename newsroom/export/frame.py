"""The house around a story: masthead, sections, networks and foot, as the template wants them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from newsroom.domain.house import House, SocialLink
from newsroom.domain.links import is_web_link
from newsroom.export.address import feed_url, section_url, site_url
from newsroom.export.assets import Asset
from newsroom.export.language import is_language
from newsroom.export.theme import Theme


@dataclass(frozen=True, slots=True)
class Profile:
    """The house on a network: the network's name, the address, the drawing."""

    name: str
    url: str
    icon: str


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the house: its name, its address, and whether the reader is in it."""

    name: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language that the house publishes in."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class LogoFile:
    path: PurePosixPath
    media_type: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The house as a page shows it, in the story's language."""

    name: str
    short_name: str
    tagline: str
    host: str
    home: str
    feed: str
    logo: LogoFile
    social: tuple[Profile, ...]
    sections: tuple[Place, ...]
    languages: tuple[Spoken, ...]


def frame(house: House, theme: Theme, section: str, root: str, logo: Asset) -> Frame:
    """Show a house, already in the story's language, around a story of a section."""
    home = site_url(house)
    return Frame(
        name=house.name,
        short_name=house.short_name or house.name,
        tagline=house.tagline,
        host=(urlsplit(home).hostname or "").removeprefix("www."),
        home=home or root,
        feed=feed_url(house),
        logo=LogoFile(logo.path, logo.media_type),
        social=tuple(_profile(link, theme) for link in house.social if is_web_link(link.url)),
        sections=tuple(
            Place(one.name or one.slug, section_url(house, one.slug) or root, one.slug == section)
            for one in house.sections
        ),
        languages=tuple(
            Spoken(code, theme.languages.get(code, code))
            for code in house.languages
            if is_language(code)
        ),
    )


def breadcrumb(house: House, root: str, section: str, headline: str, url: str) -> tuple[Place, ...]:
    """Give the way to a page: home, its section where it has one, itself."""
    known = house.section(section)
    name = known.name if known else section
    middle = (Place(name, section_url(house, section) or root, False),) if section else ()
    home = Place(house.home_label, site_url(house) or root, False)
    return (home, *middle, Place(headline, url, True))


def _profile(link: SocialLink, theme: Theme) -> Profile:
    kind = link.kind.casefold()
    name = theme.networks.get(kind, link.kind)
    return Profile(name, link.url, theme.icons.get(kind, theme.icons["link"]))
