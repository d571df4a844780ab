"""The caret stays in sight when the window becomes smaller, or the text longer by it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer

from newsroom.ui.article.body_slot import BodySlot
from newsroom.ui.article.paper import Paper

_SETTLED_MS = 300
"""How long after the paper was resized the text may still be laid out anew."""


class CaretSight(QObject):
    """Watches the paper; a caret that was out of sight before is left there."""

    def __init__(self, paper: Paper, slot: BodySlot) -> None:
        super().__init__(paper)
        self._paper = paper
        self._slot = slot
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        paper.installEventFilter(self)
        paper.verticalScrollBar().rangeChanged.connect(self._follow)

    def stop(self) -> None:
        """Let the timer rest; the window is closing."""
        self._settling.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The paper has not taken its new size yet: what is seen now is what was seen before.
        if event.type() is QEvent.Type.Resize and self._seen():
            self._settling.start()
        return False

    def _seen(self) -> bool:
        part, caret = self._slot.caret_area()
        height = self._paper.height_of(part, caret)
        return part.hasFocus() and 0 <= height < self._paper.viewport().height()

    def _follow(self) -> None:
        if self._settling.isActive():
            self._paper.follow(*self._slot.caret_area())
