"""A snapshot of the text that costs what was edited, not what was written.

Each block that was read carries a number in its user state. An edit takes the numbers away from
the blocks it touched; a snapshot reads those anew, gives them fresh numbers, and puts together
anew only the document blocks in which they stand.
"""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextDocument

from newsroom.domain.document import Document
from newsroom.ui.body.assembling import Kept, assemble, document_of, reusing
from newsroom.ui.body.from_qt import pieces, read_block
from newsroom.ui.body.line import Standing, Words
from newsroom.ui.body.reaching import Span, spans

_UNREAD = -1
"""Qt's own value for the user state of a block that is new."""
_READING_MS = 250


class Snapshots(QObject):
    """Remembers how the blocks of a text were read, and notices which are touched."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._numbers = count()
        self._read: dict[int, tuple[Words | Standing, ...]] = {}
        self._seen: dict[int, tuple[Words | Standing, ...]] = {}
        self._kept: Kept = {}
        self._shown: Document | None = None
        self._touched = True
        self._reading = QTimer(self, singleShot=True, interval=_READING_MS)
        self._reading.timeout.connect(self._take)
        document.contentsChange.connect(self._touch)

    def show(self, document: Document) -> None:
        """Take note of the document that the text shows: it is not read before it is touched.

        Nor in the time in which it is shown; a moment later it is, so that no key waits for that.
        """
        self._shown = document
        self._touched = False
        self._reading.start()

    def take(self) -> Document:
        """Give the text as a document, equal to `from_qt.read`; untouched blocks are the same."""
        if self._shown is None or self._touched:
            self._take()
            return document_of(self._kept)
        return self._shown

    def _take(self) -> None:
        self._reading.stop()
        self._seen = {}
        kept = assemble(pieces(self._document, self._reader), self._kept)
        if self._shown is not None:
            kept = reusing(kept, self._shown.blocks)
            self._shown = None
        self._kept, self._read = kept, self._seen

    def spans(self) -> tuple[Span, ...]:
        """Give the place of each block of the document in the text, as `reaching.spans` does."""
        if self._shown is not None:
            self._take()
        return spans(self._document, self._recall, self._kept)

    def _recall(self, block: QTextBlock) -> tuple[Words | Standing, ...]:
        known = self._read.get(block.userState())
        return read_block(block) if known is None else known

    def _reader(self, block: QTextBlock) -> tuple[Words | Standing, ...]:
        number = block.userState()
        known = self._read.get(number)
        if known is None:
            number = next(self._numbers)
            block.setUserState(number)
            known = read_block(block)
        self._seen[number] = known
        return known

    def _touch(self, position: int, _removed: int, added: int) -> None:
        self._touched = True
        block = self._document.findBlock(position)
        end = position + added
        while block.isValid() and block.position() <= end:
            block.setUserState(_UNREAD)
            block = block.next()
