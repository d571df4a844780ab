"""Assets: the files beside the pages, named after their own bytes so that they never go stale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath

from newsroom.domain.canonical import sha256_of
from newsroom.domain.house import House, Logo
from newsroom.pictures.renditions import Rendition

ASSETS = PurePosixPath("assets")
PICTURES = ASSETS / "pictures"
_HASH_DIGITS = 12
_SUFFIXES = {
    "image/svg+xml": "svg",
    "image/png": "png",
    "image/webp": "webp",
    "image/jpeg": "jpg",
}
_ACTIVE_SVG = re.compile(
    r"<\s*(?:\w+:)?(?:script|foreignobject|iframe|embed|object|animate\w*|set|handler)\b"
    r"|<!\s*(?:entity|doctype)|\bon\w+\s*=|javascript:|<\?xml-stylesheet|&#",
    re.IGNORECASE,
)
"""What makes a drawing a program, and what hides one."""

_MONOGRAM = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">'
    "<style>rect{{fill:#0b5c85}}text{{fill:#fff;font:600 30px Georgia,serif}}"
    "@media(prefers-color-scheme:dark){{rect{{fill:#7cc4e8}}text{{fill:#0a1c26}}}}</style>"
    '<rect width="64" height="64" rx="10"/>'
    '<text x="32" y="42.5" text-anchor="middle">{letters}</text></svg>\n'
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site: where it lies under the site's root, its IANA type, its bytes."""

    path: PurePosixPath
    media_type: str
    data: bytes


def asset(folder: PurePosixPath, stem: str, suffix: str, media_type: str, data: bytes) -> Asset:
    """Name a file by its stem and its hash."""
    name = f"{stem}.{sha256_of(data)[:_HASH_DIGITS]}.{suffix}"
    return Asset(folder / name, media_type, data)


def rendition_path(rendition: Rendition) -> PurePosixPath:
    """Say where a picture's file lies under the site's root."""
    return PICTURES / rendition.name


def logo_asset(house: House) -> Asset:
    """Give the house's logo; a monogram where it has none, or one that could run a script."""
    if house.logo and _is_still(house.logo):
        suffix = _SUFFIXES[house.logo.media_type]
        return asset(ASSETS, "logo", suffix, house.logo.media_type, house.logo.data)
    drawing = _MONOGRAM.format(letters=escape(monogram(house.short_name or house.name)))
    return asset(ASSETS, "logo", "svg", "image/svg+xml", drawing.encode())


def _is_still(logo: Logo) -> bool:
    if logo.media_type != "image/svg+xml":
        return logo.media_type in _SUFFIXES
    try:
        drawing = logo.data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not _ACTIVE_SVG.search(drawing)


def monogram(name: str) -> str:
    """Shorten a name to two letters at most: initials of words, or the capitals of a single one."""
    words = re.findall(r"[^\W\d_]+", name)
    if len(words) == 1:
        capitals = [letter for letter in words[0] if letter.isupper()]
        return "".join(capitals[:2]) or words[0][0].upper()
    return "".join(word[0].upper() for word in words[:2])
