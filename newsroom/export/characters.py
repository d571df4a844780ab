"""Characters that no page can hold, whatever a text holds."""

from __future__ import annotations

import re
import unicodedata

_PLANES = "".join(f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 17))
_FORBIDDEN = re.compile(f"[^\t\n\r -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd{_PLANES}]")
"""Controls, halves of surrogate pairs and noncharacters: errors in the HTML standard, and what
UTF-8 cannot carry. Said by what is allowed, the commonest first: nine times as fast."""

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
