"""Which addresses a reader may be sent to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_MAIL = re.compile(r"[^\s@:/]+@[\w-]+(\.[\w-]+)+")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}(:\d+)?(?=[/?#]|$)")
_CALL = re.compile(r"\+\d[\d ()-]{5,}\d")
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def is_safe_link(url: str) -> bool:
    """Whether a link can do no more than open a page, a letter or a call.

    Characters that browsers skip when they read a scheme are refused wherever they stand.
    """
    if not url or _HIDDEN.search(url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme.lower() in SAFE_SCHEMES
    return url.startswith(("/", "#")) and not url.startswith("//")


def completed(address: str) -> str:
    """Make a whole address of one as people write it: with no scheme, or of a letter or a call.

    What is none of these is given back as it is, to be judged by `is_safe_link`.
    """
    address = address.strip()
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if _HOST.match(address):
        return f"https://{address}"
    if _CALL.fullmatch(address):
        return "tel:" + re.sub(r"[^+\d]", "", address)
    return address


def is_web_link(url: str) -> bool:
    """Whether a link is a complete address of a web page."""
    if not is_safe_link(url):
        return False
    parts = urlsplit(url)
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
