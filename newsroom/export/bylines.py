"""Who wrote it: a byline as names, a source as a name and a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.domain.house import House
from newsroom.domain.links import is_web_link

_BETWEEN_NAMES = re.compile(r"\s*[,;&]\s*(?:(?:and|и|және)\s+)?|\s+(?:and|и|және|мен)\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, and whether it is the house's own rather than a person's."""

    text: str
    house: bool


def authors(byline: str, house: House) -> tuple[Name, ...]:
    """Split a byline into names; an empty one is the house's own."""
    if is_house(byline, house):
        return (Name(byline.strip(), True),)
    names = [name.strip() for name in _BETWEEN_NAMES.split(byline)]
    return tuple(Name(name, is_house(name, house)) for name in names if name) or (
        Name(house.name, True),
    )


def is_house(name: str, house: House) -> bool:
    """Whether a name is one of the house's own."""
    own = {house.name.casefold(), house.short_name.casefold()} - {""}
    return name.strip().casefold() in own


@dataclass(frozen=True, slots=True)
class Source:
    """A source as printed, and its web address where one was given."""

    name: str
    url: str


def source(text: str) -> Source:
    """Read a source: a name, an address, or a name with an address after it."""
    name, _, last = text.strip().rpartition(" ")
    if not is_web_link(last):
        return Source(text.strip(), "")
    return Source(name.strip(" :—–-") or last, last)
