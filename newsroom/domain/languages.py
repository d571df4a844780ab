"""What the languages of a house are called, in the language of the window."""

from __future__ import annotations

_WORDS = {"en": "English", "ru": "Russian", "kk": "Kazakh"}


def language_words(code: str) -> str:
    """Name a language; one that has no name here keeps its code."""
    return _WORDS.get(code, code)
