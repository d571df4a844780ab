"""A line that opens in place for a few words, instead of a box in front of everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.tokens import BASE, COMPACT

_MOST = 500
"""Characters: a sentence or three, not a story."""


class SmallLine(OneLine):
    """The line. `escaped` says that Escape was pressed in it."""

    escaped = Signal()

    def __init__(self, words: str, hint: str) -> None:
        super().__init__()
        fit(self, role=BASE, height=COMPACT)
        self.setAccessibleName(words)
        self.setPlaceholderText(hint)
        self.setMaxLength(_MOST)
        self.setAcceptDrops(False)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from what the window does with it while words are being typed."""
        override = QEvent.Type.ShortcutOverride
        if event.type() == override and isinstance(event, QKeyEvent) and _escapes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _escapes(event):
            self.escaped.emit()
            return
        super().keyPressEvent(event)


def _escapes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
