"""How long a story is: the one count of words and minutes that every place shows."""

from __future__ import annotations

import re
from functools import lru_cache

from newsroom.domain.document import Block, Document, plain_text

WORDS_PER_MINUTE = {"en": 238, "ru": 192, "kk": 173}
"""Silent reading, words a minute. English: Brysbaert 2019, non-fiction. Russian: the same scaled by
the reading-aloud ratio of IReST 2012 (184 to 228). Kazakh has no study; Turkish (166) stands in."""

_KEPT_BLOCKS = 4_000

_WORD = re.compile(r"\w+(?:[-'’‑]\w+)*")


def count_words(text: str) -> int:
    """Count words; a word with a hyphen or an apostrophe is one."""
    return len(_WORD.findall(text))


def word_count(document: Document) -> int:
    """Count the words of a body, captions included."""
    return sum(map(_words_of, document.blocks))


@lru_cache(_KEPT_BLOCKS)
def _words_of(block: Block) -> int:
    """Count once: a story is counted with every key, and nearly all of it is as it was."""
    return count_words(plain_text(Document((block,))))


def read_minutes(words: int, language: str) -> int:
    """Estimate whole minutes of silent reading, at least one."""
    pace = WORDS_PER_MINUTE.get(language, WORDS_PER_MINUTE["en"])
    return max(1, (2 * words + pace) // (2 * pace))
