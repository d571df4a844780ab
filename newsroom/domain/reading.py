"""How long a story is: the one count of words and minutes that every place shows."""

from __future__ import annotations

import re

from newsroom.domain.document import Document, plain_text

WORDS_PER_MINUTE = {"en": 238, "ru": 192, "kk": 173}
"""Silent reading, words a minute. English: Brysbaert 2019, non-fiction. Russian: the same scaled by
the reading-aloud ratio of IReST 2012 (184 to 228). Kazakh has no study; Turkish (166) stands in."""

_WORD = re.compile(r"\w+(?:[-'’‑]\w+)*")


def count_words(text: str) -> int:
    """Count words; a word with a hyphen or an apostrophe is one."""
    return len(_WORD.findall(text))


def word_count(document: Document) -> int:
    """Count the words of a body, captions included."""
    return count_words(plain_text(document))


def read_minutes(words: int, language: str) -> int:
    """Estimate whole minutes of silent reading, at least one."""
    pace = WORDS_PER_MINUTE.get(language, WORDS_PER_MINUTE["en"])
    return max(1, (2 * words + pace) // (2 * pace))
