"""Long pastes: read beside the window, and put where they were asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from newsroom.domain.errors import Cancelled
from newsroom.domain.pasted import Pasted
from newsroom.domain.progress import Watch

Read = Callable[[Watch], Pasted]
"""Reads what was copied; the watch that it calls on the way may stop it."""
Apart = Callable[
    [Callable[[], Pasted], Callable[[Pasted], None], Callable[[Exception], None]], object
]
"""Reads beside the window, and answers in the window's thread."""


class HeldPlace:
    """A selection, or a caret, that stays with its words while others are written around it.

    What is written right at its end comes after it.
    """

    def __init__(self, cursor: QTextCursor) -> None:
        self._start, self._end = QTextCursor(cursor), QTextCursor(cursor)
        self._words = cursor.selectedText()
        self.move(cursor.selectionStart(), cursor.selectionEnd())
        for border in (self._start, self._end):
            border.setKeepPositionOnInsert(True)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self._start.position()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self._end.position()

    def move(self, start: int, end: int) -> None:
        """Go elsewhere."""
        self._start.setPosition(start)
        self._end.setPosition(end)

    def is_chosen(self, cursor: QTextCursor) -> bool:
        """Whether a cursor chooses just this."""
        chosen = (cursor.selectionStart(), cursor.selectionEnd())
        return chosen == (self.start, self.end)

    def cursor(self) -> QTextCursor:
        """Give a cursor that chooses it; words that were written over it are not chosen."""
        cursor = QTextCursor(self._start)
        cursor.setKeepPositionOnInsert(False)
        cursor.setPosition(self.end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() != self._words:
            cursor.setPosition(self.start)
        return cursor


Land = Callable[[Pasted, HeldPlace], int]
"""Puts what was read in its place, and gives the position after it."""


@dataclass(eq=False, slots=True)
class _Paste:
    read: Read
    place: HeldPlace
    land: Land
    stopped: Event = field(default_factory=Event)

    def go_on(self) -> None:
        """Stop the reading where nobody waits for it any more."""
        if self.stopped.is_set():
            raise Cancelled

    def work(self) -> Pasted:
        return self.read(self.go_on)


class Awaiting(QObject):
    """Reads one paste after another, in the order in which they were asked for.

    `waiting` tells whether there is any; `lost` that one has no place any more; `failed` carries
    the error of one that cannot be read.
    """

    waiting = Signal(bool)
    lost = Signal()
    failed = Signal(object)

    def __init__(self, apart: Apart, parent: QObject) -> None:
        super().__init__(parent)
        self._apart = apart
        self._pastes: list[_Paste] = []
        self._afterwards: list[Callable[[], None]] = []

    def ask(self, read: Read, cursor: QTextCursor, land: Land) -> None:
        """Read something for the place of a cursor."""
        self._pastes.append(_Paste(read, HeldPlace(cursor), land))
        if len(self._pastes) == 1:
            self.waiting.emit(True)
            self._begin()

    def when_read(self, run: Callable[[], None]) -> None:
        """Run something once nothing is being read; it is forgotten where a paste gets lost."""
        if self._pastes:
            self._afterwards.append(run)
        else:
            run()

    def stop(self) -> bool:
        """Give up what is not read yet; tell whether there was any."""
        given_up, self._pastes = self._pastes, []
        for paste in given_up:
            paste.stopped.set()
        if given_up:
            self._end()
        return bool(given_up)

    def give_up(self) -> None:
        """Stop because the text that they were for goes away."""
        self._afterwards.clear()
        if self.stop():
            self.lost.emit()

    def _begin(self) -> None:
        paste = self._pastes[0]
        self._apart(
            paste.work,
            lambda pasted: self._on_read(paste, pasted),
            lambda error: self._on_failed(paste, error),
        )

    def _on_read(self, paste: _Paste, pasted: Pasted) -> None:
        if paste.stopped.is_set():
            return
        in_place = False
        try:
            self._put(paste, pasted)
            in_place = True
        finally:  # A fault of ours must not keep what comes after it waiting for ever.
            if not in_place:
                self._afterwards.clear()
            self._go_on()

    def _put(self, paste: _Paste, pasted: Pasted) -> None:
        start = paste.place.start
        after = [one.place for one in self._pastes[1:] if one.place.start == start]
        end = paste.land(pasted, paste.place)
        for place in after:
            place.move(end, end)

    def _on_failed(self, paste: _Paste, error: Exception) -> None:
        if not paste.stopped.is_set():
            self._afterwards.clear()
            self.failed.emit(error)
            self._go_on()

    def _go_on(self) -> None:
        del self._pastes[:1]
        if self._pastes:
            self._begin()
        else:
            self._end()

    def _end(self) -> None:
        self.waiting.emit(False)
        afterwards, self._afterwards = self._afterwards, []
        for run in afterwards:
            run()
