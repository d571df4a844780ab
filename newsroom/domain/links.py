"""Which addresses a reader may be sent to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
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


def is_web_link(url: str) -> bool:
    """Whether a link is a complete address of a web page."""
    if not is_safe_link(url):
        return False
    parts = urlsplit(url)
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
