"""Places in a line: Qt counts a letter outside the basic plane as two."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor


def units(words: str) -> int:
    """Give how many positions of the text some words take."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "surrogatepass")) // 2


def words_before(cursor: QTextCursor) -> str:
    """Give the characters of the line before a cursor."""
    return words_until(cursor.block(), cursor.positionInBlock())


def words_until(block: QTextBlock, place: int) -> str:
    """Give the characters of a block before a place in it."""
    text = block.text()
    if len(text) == block.length() - 1:
        return text[:place]
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * place]
    return encoded.decode("utf-16-le", "surrogatepass")
