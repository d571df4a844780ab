"""Pictures in foreign HTML: what each is, and where it lies."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote_to_bytes, urljoin

from newsroom.domain.links import is_web_link
from newsroom.domain.pasted import PastedPicture
from newsroom.markup.paste.node import Node

PICTURE_ATTRIBUTES = frozenset(
    {
        *("srcset", "data-src", "data-srcset", "data-lazy-src", "data-lazy-srcset"),
        *("data-original", "data-emoji", "data-stringify-emoji"),
    }
)
"""Where an `img` says more than its `src` does."""
_LAZY = ("data-src", "data-lazy-src", "data-original")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_STAND_IN = re.compile(
    r".*\b(?:1x1|blank|grey|gray|lazy\w*|loading|pixel|placeholder|spacer|transparent)"
    r"[\w-]*\.(?:gif|jpe?g|png|svg|webp)(?:\?.*)?",
    re.IGNORECASE,
)
"""What a page shows until its reader comes near a picture."""
_BETWEEN = re.compile(r",\s+|(?<=\d[wxh]),")
_WIDTH = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)[wxh]")
_EMOJI_LENGTH = 32
_EMOJI_NAMES = frozenset({"emoji", "emojione", "wp-smiley", "smiley", "smilies", "twemoji"})
_EMOJI_WORD = 24
_DATA = re.compile(r"data:image/([a-z0-9.+-]+)((?:;[^,;]*)*),", re.IGNORECASE)
_PIXELS = re.compile(r"\s*([\d.]+)(?:px|pt)?\s*", re.IGNORECASE)
_SPECK = 3
"""A picture no wider or higher than this, in pixels, is a spacer or a counter of readers."""
_DRAWN = frozenset({"svg+xml"})
_MOST = 64 * 1024 * 1024
_LEAST = 150
"""Bytes; what is smaller is a dot that keeps the place of a picture."""
_SIGNS = re.compile(r"[#*\d©®ℹ]\ufe0f?\u20e3?")
"""Signs of emoji that are letters, digits or marks by themselves."""


def emoji(node: Node) -> str:
    """Give the sign that a picture of an emoji stands for, empty for any other picture."""
    attributes = node.attributes
    alt = attributes.get("alt") or attributes.get("data-emoji") or ""
    if alt and len(alt) <= _EMOJI_LENGTH and _is_emoji(alt):
        return alt
    if not _EMOJI_NAMES.isdisjoint(node.classes) and len(alt) <= _EMOJI_WORD:
        return alt
    return attributes.get("data-stringify-emoji", "")


def _is_emoji(alt: str) -> bool:
    if _SIGNS.fullmatch(alt):
        return not alt.isdigit() and alt not in {"#", "*"}
    return all(ord(char) > 0x2000 and not char.isalnum() and not char.isspace() for char in alt)


def picture_in(node: Node, base: str, sets: Sequence[str] = ()) -> PastedPicture | None:
    """Give the picture of an `img`; None for a speck, a drawing or an address that is none.

    `sets` are the `srcset`s of the `picture` that it stands in.
    """
    if _is_speck(node) or _is_control(node):
        return None
    for source in _sources(node, sets):
        if (picture := _picture(source, base)) is not None:
            return picture
    return None


def _is_control(node: Node) -> bool:
    """Whether it is a box to tick, as Google Docs draws them, or the drawing of a formula."""
    formula = any(name.startswith("mwe-math-fallback") for name in node.classes)
    return formula or node.attributes.get("aria-roledescription") == "checkbox"


def _sources(node: Node, sets: Sequence[str]) -> Iterator[str]:
    """Give the addresses that a picture may lie at, the likeliest first."""
    said = node.attributes
    source = said.get("src", "").strip()
    lazy = [said[name].strip() for name in _LAZY if name in said]
    if source and source[:5].lower() != "data:" and not _STAND_IN.fullmatch(source):
        yield source
    yield from lazy
    for name in _SETS:
        yield from _widest_first(said.get(name, ""))
    for one in sets:
        yield from _widest_first(one)
    yield source


def _widest_first(sources: str) -> list[str]:
    """List the addresses of a `srcset`."""
    found: list[tuple[float, str]] = []
    for one in _BETWEEN.split(sources):
        address, *widths = one.split() or [""]
        width = _WIDTH.fullmatch(widths[0]) if widths else None
        found.append((float(width[1]) if width else 1, address))
    return [address for _width, address in sorted(found, key=lambda pair: -pair[0])]


def _picture(source: str, base: str) -> PastedPicture | None:
    if found := _DATA.match(source):
        data = _decoded(source[found.end() :], "base64" in found[2].lower())
        shows = len(data) >= _LEAST and found[1].lower() not in _DRAWN
        return PastedPicture("", data) if shows else None
    if base and is_web_link(base) and not re.match(r"[a-z][a-z0-9+.-]*:", source, re.IGNORECASE):
        source = _joined(base, source)
    source = re.sub(r"\s", "%20", source)
    if source.startswith("//"):
        source = f"https:{source}"
    if is_web_link(source) or source.lower().startswith(("file:", "blob:", "cid:")):
        return PastedPicture(source)
    return None


def _joined(base: str, source: str) -> str:
    try:
        return urljoin(base, source) if source else ""
    except ValueError:
        return ""


def _decoded(text: str, coded: bool) -> bytes:
    if len(text) > _MOST:
        return b""
    raw = unquote_to_bytes(text)
    if not coded:
        return raw
    try:
        return base64.b64decode(re.sub(rb"\s", b"", raw) + b"==")
    except (binascii.Error, ValueError):
        return b""


def _is_speck(node: Node) -> bool:
    for side in ("width", "height"):
        said = node.attributes.get(side) or node.style.get(side, "")
        found = _PIXELS.fullmatch(said)
        if found and float(found[1] if found[1].count(".") < 2 else 0) <= _SPECK:
            return True
    return False
