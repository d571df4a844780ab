"""A snapshot of the text that costs what was edited, not what was written.

Each block that was read carries a number in its user state. An edit takes the numbers away from
the blocks it touched. Where words alone have changed, a snapshot reads those blocks, and puts them
in the place of what they were before; where lines came, went or changed their meaning, it walks the
whole text, and reads anew only what has no number.
"""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextDocument

from newsroom.domain.document import Document
from newsroom.ui.body.assembling import Assembled, assemble, reusing
from newsroom.ui.body.from_qt import pieces, read_block
from newsroom.ui.body.line import Standing, Words
from newsroom.ui.body.reaching import Span, spans

_UNREAD = -1
"""Qt's own value for the user state of a block that is new."""
_READING_MS = 250
_FEW = 8
"""Blocks that are put in one by one; for more the text is walked."""

_Read = tuple[Words | Standing, ...]


class Snapshots(QObject):
    """Remembers how the blocks of a text were read, and notices which are touched."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._numbers = count()
        self._read: dict[int, _Read] = {}
        self._seen: dict[int, _Read] = {}
        self._assembled = Assembled()
        self._value: Document | None = None
        self._shown: Document | None = None
        self._blocks = 0
        self._moved = True
        self._stale: dict[int, int] = {}
        """Which number each touched block had, by its place in the text; not kept once `_moved`."""
        self._reading = QTimer(self, singleShot=True, interval=_READING_MS)
        self._reading.timeout.connect(self._take)
        document.contentsChange.connect(self._touch)

    def show(self, document: Document) -> None:
        """Take note of the document that the text shows: it is not read before it is touched.

        Nor in the time in which it is shown; a moment later it is, so that no key waits for that.
        """
        self._shown = self._value = document
        self._moved = True
        self._reading.start()

    def take(self) -> Document:
        """Give the text as a document, equal to `from_qt.read`; untouched blocks are the same."""
        if self._value is None:
            self._take()
            self._value = self._assembled.document()
        return self._value

    def _take(self) -> None:
        self._reading.stop()
        if self._moved or not self._exchange():
            self._walk()
        self._stale = {}
        self._moved = False

    def _exchange(self) -> bool:
        """Put what was touched in the place of what it was; False where that is not enough."""
        pairs: list[tuple[int, QTextBlock, Words, Words]] = []
        for place, number in self._stale.items():
            block = self._document.findBlockByNumber(place)
            old, new = _alone(self._read.get(number, ())), _alone(read_block(block))
            if old is None or new is None or not self._assembled.can_follow(old, new):
                return False
            pairs.append((number, block, old, new))
        for number, block, old, new in pairs:
            self._assembled.exchange(old, new)
            del self._read[number]
            self._note(block, (new,), self._read)
        return True

    def _walk(self) -> None:
        self._seen = {}
        parts = assemble(pieces(self._document, self._reader), self._assembled.parts)
        if self._shown is not None:
            parts = reusing(parts, self._shown.blocks)
            self._shown = None
        self._assembled, self._read = Assembled(parts), self._seen
        self._blocks = self._document.blockCount()

    def spans(self) -> tuple[Span, ...]:
        """Give the place of each block of the document in the text, as `reaching.spans` does."""
        if self._shown is not None:
            self._take()
        return spans(self._document, self._recall, self._assembled.parts)

    def _recall(self, block: QTextBlock) -> _Read:
        known = self._read.get(block.userState())
        return read_block(block) if known is None else known

    def _reader(self, block: QTextBlock) -> _Read:
        number = block.userState()
        known = self._read.get(number)
        if known is None:
            known = read_block(block)
            self._note(block, known, self._seen)
        else:
            self._seen[number] = known
        return known

    def _note(self, block: QTextBlock, read: _Read, among: dict[int, _Read]) -> None:
        number = next(self._numbers)
        block.setUserState(number)
        among[number] = read

    def _touch(self, position: int, _removed: int, added: int) -> None:
        self._value = None
        if self._document.blockCount() != self._blocks:
            self._moved = True
        block = self._document.findBlock(position)
        end = position + added
        while block.isValid() and block.position() <= end:
            self._lose(block)
            block = block.next()

    def _lose(self, block: QTextBlock) -> None:
        """Take the number from a block.

        One that has none and was not touched before is new, even where as many others have gone.
        """
        number = block.userState()
        block.setUserState(_UNREAD)
        if self._moved:
            return
        place = block.blockNumber()
        if number != _UNREAD:
            self._stale[place] = number
        elif place not in self._stale:
            self._moved = True
        self._moved = self._moved or len(self._stale) > _FEW


def _alone(read: _Read) -> Words | None:
    """Give the words of a block that holds nothing else."""
    match read:
        case (Words() as words,):
            return words
        case _:
            return None
