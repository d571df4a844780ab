"""What a house must be to be printed: said in one place, for its file and for the window."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from newsroom.domain.errors import Refused
from newsroom.domain.house import House
from newsroom.domain.links import is_web_link
from newsroom.domain.slug import require_slug

_NOT_IN_ADDRESS = re.compile(r"""[\s"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})""")


def is_plain_web_link(url: str) -> bool:
    """Whether an address needs no encoding (RFC 3986), as it goes into every page as it stands."""
    return is_web_link(url) and not _NOT_IN_ADDRESS.search(url)


def require_web_address(url: str) -> str:
    """Give a house's address without its last slash; refuse what is no web address."""
    url = url.rstrip("/")
    if not is_plain_web_link(url):
        raise Refused(
            f"The house's url is not a web address: {url}.", hint="Begin it with https://."
        )
    return url


def require_time_zone(name: str) -> str:
    """Give a time zone's name; refuse one that nobody knows."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise Refused(
            f"The house's time zone is not known: {name}.",
            hint="Use an IANA name such as Asia/Almaty.",
        ) from error
    return name


def require_printable(house: House) -> None:
    """Refuse a house without a name, or with an address, zone or section no page could use.

    A house may have no address yet; a check reminds of it.
    """
    if not house.name.strip():
        raise Refused("A house needs a name.", hint="Type the name of the publication.")
    if house.url:
        require_web_address(house.url)
    require_time_zone(house.time_zone)
    slugs = [require_slug(section.slug) for section in house.sections]
    if not all(section.name.strip() for section in house.sections):
        raise Refused("A section has no name.", hint="Name it, or take it away.")
    if len(set(slugs)) < len(slugs):
        raise Refused("Two sections have the same address.", hint="Give one another name.")
