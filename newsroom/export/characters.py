"""Characters that no page can hold, whatever a text holds."""

from __future__ import annotations

import re
import unicodedata

_LAST_OF_PLANES = "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_FORBIDDEN = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]"
)
"""Controls, halves of surrogate pairs and noncharacters: errors in the HTML standard, and what
UTF-8 cannot carry."""

_STAND_IN = "\ufffd"


def clean(html: str) -> str:
    """Put U+FFFD where a character stands that a page cannot hold."""
    return _FORBIDDEN.sub(_STAND_IN, html)


def same_in_print(one: str, other: str) -> bool:
    """Whether two texts print alike: forbidden characters and the kind of space do not count."""
    return _printed(one) == _printed(other)


def _printed(text: str) -> str:
    kept = _FORBIDDEN.sub("", text).replace(_STAND_IN, "").replace("\ufeff", "")
    return " ".join(unicodedata.normalize("NFC", kept).split())
