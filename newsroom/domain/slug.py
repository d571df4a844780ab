"""Names for addresses: Latin letters, digits and hyphens, from any of the house's scripts."""

from __future__ import annotations

import re
import unicodedata

from newsroom.domain.errors import Refused

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
    "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
}  # fmt: skip
"""Russian after BGN/PCGN, simplified; Kazakh letters as the Latin letters they sound nearest to."""

_VALID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_LENGTH = 80


def transliterate(text: str) -> str:
    """Write Cyrillic (Kazakh letters included) and accented Latin in plain small Latin letters.

    What has no Latin form becomes a space; accents and invisible characters go.
    """
    lowered = unicodedata.normalize("NFC", text).lower()
    plain = "".join(_LETTERS.get(letter, letter) for letter in lowered)
    # Taken apart, `№` gives capitals and `ї` a letter of the table.
    return "".join(map(_latin, unicodedata.normalize("NFKD", plain).lower()))


def _latin(letter: str) -> str:
    if letter.isascii():
        return letter
    gone = unicodedata.category(letter) in {"Mn", "Me", "Cf"}
    return _LETTERS.get(letter, "" if gone else " ")


def slugify(text: str) -> str:
    """Make an address part of a headline: at most 80 characters, cut between words, maybe empty."""
    words = re.findall(r"[a-z0-9]+", transliterate(re.sub(r"['’]", "", text)))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:MAX_LENGTH]
        if len(longer) > MAX_LENGTH:
            break
        slug = longer
    return slug


def require_slug(slug: str) -> str:
    """Refuse an address part that is not lower-case Latin letters, digits and single hyphens."""
    if not _VALID.fullmatch(slug) or len(slug) > MAX_LENGTH:
        raise Refused(
            f"{slug!r} cannot be used in the page's address.",
            hint="Use small Latin letters, digits and hyphens, at most 80 characters.",
        )
    return slug
