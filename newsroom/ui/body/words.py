"""Counting the words of a body again and again, at the price of what changed."""

from __future__ import annotations

from newsroom.domain.document import Block, Document, plain_text
from newsroom.domain.reading import count_words


class WordCount:
    """Counts words and remembers the count of each block, by identity."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Block, int]] = {}

    def count(self, document: Document) -> int:
        """Count the words of a body, equal to `domain.reading.word_count`."""
        known = {
            id(block): self._known.get(id(block)) or _counted(block) for block in document.blocks
        }
        self._known = known
        return sum(known[id(block)][1] for block in document.blocks)


def _counted(block: Block) -> tuple[Block, int]:
    return block, count_words(plain_text(Document((block,))))
