"""Words as search sees them: folded, and cut to their stem in Russian and English.

There is no stemmer for Kazakh; its words are found by their parts (see `search`).
"""

from __future__ import annotations

import re
import unicodedata

import Stemmer

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"(?<!и)[\u0300-\u036f]|[\u0300\u0301]")
"""Accents and stresses. The breve of й and ў makes another letter and stays."""

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_SHORTEST = 2
_CACHE = 0
"""PyStemmer's own cache is not safe to share between threads."""


def fold(text: str) -> str:
    """Write text without case, accents and stress marks, ё as е, in NFC."""
    bare = _MARK.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", bare)


def words(folded: str) -> list[str]:
    """Split folded text into words: letters and digits only."""
    return _WORD.findall(folded)


def stem_all(folded_words: list[str]) -> list[str]:
    """Cut folded words to their stems: Cyrillic ones as Russian, the others as English.

    A word that a stemmer would leave too little of stays whole, so that its beginning is found.
    """
    russian = Stemmer.Stemmer("russian", _CACHE)
    english = Stemmer.Stemmer("english", _CACHE)
    cyrillic = [bool(_CYRILLIC.search(word)) for word in folded_words]
    as_russian = iter(
        russian.stemWords([w for w, c in zip(folded_words, cyrillic, strict=True) if c])
    )
    as_english = iter(
        english.stemWords([w for w, c in zip(folded_words, cyrillic, strict=True) if not c])
    )
    stems = (next(as_russian) if is_cyrillic else next(as_english) for is_cyrillic in cyrillic)
    return [
        stem if len(word) > _SHORTEST and len(stem) >= _SHORTEST else word
        for word, stem in zip(folded_words, stems, strict=True)
    ]
