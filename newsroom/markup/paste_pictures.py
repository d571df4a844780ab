"""Pictures in foreign HTML: what each is, and where it lies."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes, urljoin

from newsroom.domain.links import is_web_link
from newsroom.domain.pasted import PastedPicture
from newsroom.markup.paste_tree import Node

_EMOJI_LENGTH = 12
_DATA = re.compile(r"data:image/([a-z0-9.+-]+)((?:;[^,;]*)*),", re.IGNORECASE)
_PIXELS = re.compile(r"\s*([\d.]+)(?:px|pt)?\s*", re.IGNORECASE)
_SPECK = 3
"""A picture no wider or higher than this, in pixels, is a spacer or a counter of readers."""
_DRAWN = frozenset({"svg+xml"})
_MOST = 64 * 1024 * 1024


def emoji(node: Node) -> str:
    """Give the sign that a picture of an emoji stands for, empty for any other picture."""
    attributes = node.attributes
    alt = attributes.get("alt") or attributes.get("data-emoji") or ""
    if alt and len(alt) <= _EMOJI_LENGTH and all(_is_sign(char) for char in alt):
        return alt
    if attributes.get("data-stringify-emoji"):
        return attributes["data-stringify-emoji"]
    return ""


def _is_sign(char: str) -> bool:
    return ord(char) > 0x2000 and not char.isalnum() and not char.isspace()


def picture_in(node: Node, base: str) -> PastedPicture | None:
    """Give the picture of an `img`; None for a speck, a drawing or an address that is none."""
    if _is_speck(node):
        return None
    source = node.attributes.get("src", "").strip()
    lazy = node.attributes.get("data-src", "").strip()
    if lazy and not is_web_link(source):
        source = lazy
    if found := _DATA.match(source):
        data = _decoded(source[found.end() :], "base64" in found[2].lower())
        return PastedPicture("", data) if data and found[1].lower() not in _DRAWN else None
    if base and is_web_link(base) and not re.match(r"[a-z][a-z0-9+.-]*:", source, re.IGNORECASE):
        source = _joined(base, source)
    source = re.sub(r"\s", "%20", source)
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
