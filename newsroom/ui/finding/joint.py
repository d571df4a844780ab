"""One step of undo over several texts: what one field takes back, the others take back too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QMetaObject, QObject, SignalInstance
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLineEdit


class _Part(Protocol):
    """A text of the step: where it stands, and the way there and back."""

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def taken_back(self) -> bool: ...

    @property
    def done(self) -> bool: ...

    @property
    def shown_anew(self) -> bool: ...

    def undo(self) -> None: ...

    def redo(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Document:
    """A text of many lines, with the count of its steps before and after it."""

    text: QTextDocument
    before: int
    after: int

    @property
    def changed(self) -> SignalInstance:
        return self.text.contentsChanged

    @property
    def taken_back(self) -> bool:
        return self.text.availableUndoSteps() == self.before and self.text.isRedoAvailable()

    @property
    def done(self) -> bool:
        return self.text.availableUndoSteps() == self.after

    @property
    def shown_anew(self) -> bool:
        return not (self.text.availableUndoSteps() or self.text.isRedoAvailable())

    def undo(self) -> None:
        self.text.undo()

    def redo(self) -> None:
        self.text.redo()


@dataclass(frozen=True, slots=True)
class _Line:
    """A field of one line, which does not count its steps: its words before and after it."""

    text: QLineEdit
    before: str
    after: str

    @property
    def changed(self) -> SignalInstance:
        return self.text.textChanged

    @property
    def taken_back(self) -> bool:
        return self.text.text() == self.before and self.text.isRedoAvailable()

    @property
    def done(self) -> bool:
        return self.text.text() == self.after and self.text.isUndoAvailable()

    @property
    def shown_anew(self) -> bool:
        return not (self.text.isUndoAvailable() or self.text.isRedoAvailable())

    def undo(self) -> None:
        self.text.undo()

    def redo(self) -> None:
        self.text.redo()


class JointStep(QObject):
    """Follows the texts of one step, until one of them is shown anew or goes its own way."""

    def __init__(self, parts: Sequence[_Part], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._busy = False
        self._undone = False
        self._heard: list[QMetaObject.Connection] = [
            part.changed.connect(partial(self._on_changed, part)) for part in parts
        ]

    def undo(self) -> None:
        """Take the step back wherever nothing came after it."""
        self._follow(back=True)

    def end(self) -> None:
        """Let every text go its own way."""
        for connection in self._heard:
            QObject.disconnect(connection)
        self._heard = []
        self._parts = ()

    def _on_changed(self, part: _Part, _words: str = "") -> None:
        if self._busy:
            return
        if part.taken_back:
            self._follow(back=True)
        elif part.done and self._undone:
            self._follow(back=False)
        elif self._undone or part.shown_anew:
            self.end()

    def _follow(self, *, back: bool) -> None:
        self._busy, self._undone = True, back
        try:
            for part in self._parts:
                if back and part.done:
                    part.undo()
                elif not back and part.taken_back:
                    part.redo()
        finally:
            self._busy = False


class Joining:
    """Takes note of texts while they are changed, as `joined` does it."""

    def __init__(self) -> None:
        self._parts: list[_Part] = []

    @contextmanager
    def changing(self, text: QTextDocument | QLineEdit) -> Iterator[None]:
        """Change a text inside, by one step of its own undo."""
        if isinstance(text, QLineEdit):
            words = text.text()
            yield
            if text.text() != words:
                self._parts.append(_Line(text, words, text.text()))
        else:
            before = text.availableUndoSteps()
            yield
            self._parts.append(_Document(text, before, text.availableUndoSteps()))

    def done(self, parent: QObject) -> JointStep:
        """Let what was changed go back and forth as one."""
        return JointStep(tuple(self._parts), parent)
