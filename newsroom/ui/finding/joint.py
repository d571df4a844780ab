"""One step of undo over several texts: what one field takes back, the others take back too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument


@dataclass(slots=True)
class _Part:
    """A text of the step, with the count of its steps before and after it."""

    text: QTextDocument
    before: int
    after: int


class JointStep(QObject):
    """Follows the texts of one step, until one of them is shown anew or goes its own way."""

    def __init__(self, parts: Sequence[_Part], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._busy = False
        self._undone = False
        for part in parts:
            part.text.contentsChanged.connect(partial(self._on_changed, part))

    def undo(self) -> None:
        """Take the step back wherever nothing came after it."""
        self._follow(back=True)

    def end(self) -> None:
        """Let every text go its own way."""
        self._parts = ()

    def _on_changed(self, part: _Part) -> None:
        if self._busy:
            return
        steps, again = part.text.availableUndoSteps(), part.text.isRedoAvailable()
        if steps == part.before and again:
            self._follow(back=True)
        elif steps == part.after and self._undone:
            self._follow(back=False)
        elif self._undone or not (steps or again):
            self.end()

    def _follow(self, *, back: bool) -> None:
        self._busy, self._undone = True, back
        try:
            for part in self._parts:
                steps = part.text.availableUndoSteps()
                if back and steps == part.after:
                    part.text.undo()
                elif not back and steps == part.before and part.text.isRedoAvailable():
                    part.text.redo()
        finally:
            self._busy = False


class Joining:
    """Takes note of texts while they are changed, as `joined` does it."""

    def __init__(self) -> None:
        self._parts: list[_Part] = []

    @contextmanager
    def changing(self, text: QTextDocument) -> Iterator[None]:
        """Change a text inside, by one edit block."""
        before = text.availableUndoSteps()
        yield
        self._parts.append(_Part(text, before, text.availableUndoSteps()))

    def done(self, parent: QObject) -> JointStep:
        """Let what was changed go back and forth as one."""
        return JointStep(tuple(self._parts), parent)
