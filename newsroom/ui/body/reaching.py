"""Where the blocks of a document stand in the text that shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from newsroom.ui.body.assembling import Kept, assemble
from newsroom.ui.body.from_qt import pieces, read_block
from newsroom.ui.body.line import Piece, Standing, Words

ReadLine = Callable[[QTextBlock], tuple[Words | Standing, ...]]
_LINE_END = "\u2029"


@dataclass(frozen=True, slots=True)
class Span:
    """Positions in the text: the first of a block's first line, the end of its last."""

    start: int
    end: int


def spans(
    text: QTextDocument, read: ReadLine = read_block, kept: Kept = MappingProxyType({})
) -> tuple[Span, ...]:
    """Give the place of each block of the document, in its order; lines without words have none.

    `read` and `kept` may remember lines and blocks that were read before.
    """
    placed = list(_placed(text, read))
    places = {id(piece): span for piece, span in placed}
    runs = assemble((piece for piece, _ in placed), kept)
    return tuple(
        Span(places[id(run[0])].start, places[id(run[-1])].end)
        for run, blocks in runs.items()
        for _ in blocks
    )


def index_at(text: QTextDocument, position: int) -> int:
    """Give the number of the block in which a position stands, or of the last one before it."""
    found = 0
    for index, span in enumerate(spans(text)):
        if span.start <= position:
            found = index
    return found


def words_before(cursor: QTextCursor) -> tuple[int, str]:
    """Give the block in which a cursor stands, and the characters before it there."""
    text, place = cursor.document(), cursor.position()
    index = index_at(text, place)
    found = spans(text)[index : index + 1]
    return index, words_between(text, min(found[0].start, place), place) if found else ""


def words_of(text: QTextDocument, index: int) -> str:
    """Give the characters that a block shows; a card is one, the end of a line another."""
    found = spans(text)[index : index + 1]
    return words_between(text, found[0].start, found[0].end) if found else ""


def position_in(text: QTextDocument, index: int, place: int) -> int:
    """Give the position after so many of the characters that a block shows."""
    found = spans(text)[index : index + 1]
    if not found:
        return 0
    return (
        found[0].start
        + len(words_of(text, index)[:place].encode("utf-16-le", "surrogatepass")) // 2
    )


def words_between(text: QTextDocument, start: int, end: int) -> str:
    """Give the characters shown between two positions; a card is one, the end of a line another.

    Read line by line: a selection from one cell of a table to another would take cells whole.
    """
    found: list[str] = []
    block = text.findBlock(start)
    while block.isValid() and block.position() <= end:
        # Qt counts a letter outside the basic plane as two.
        units = block.text().encode("utf-16-le", "surrogatepass")
        left, right = max(0, start - block.position()), end - block.position()
        found.append(units[2 * left : 2 * right].decode("utf-16-le", "surrogatepass"))
        block = block.next()
    return _LINE_END.join(found)


def _placed(text: QTextDocument, read: ReadLine) -> Iterator[tuple[Piece, Span]]:
    """Walk the pieces of a text with their places.

    A piece comes right after its own lines were read: one line for words and cards, every cell
    for a table; what follows without a line read is a stray of the lines before.
    """
    lines: list[QTextBlock] = []

    def reader(block: QTextBlock) -> tuple[Words | Standing, ...]:
        lines.append(block)
        return read(block)

    span = Span(0, 0)
    for piece in pieces(text, reader):
        if lines:
            span = Span(lines[0].position(), lines[-1].position() + lines[-1].length() - 1)
            lines.clear()
        yield piece, span
