"""A field of one line that is as wide as its words and looks like text until it is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.tokens import SPACE_24, Ink, Type

_QT_MARGIN = 2
"""What Qt leaves free at both ends of a line edit."""
_CARET_ROOM = 3


def is_command(event: QKeyEvent) -> bool:
    """Whether a key is held with Ctrl and Alt and gives what it would give without.

    Qt types such a key, because Ctrl with Alt also stands for AltGr, which gives other characters.
    """
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & both == both
    return held and event.text().upper() == QKeySequence(event.key()).toString()


class LineField(OneLine):
    """A bare field. `textEdited` tells of changes by a person only."""

    def __init__(self, words: str, role: Type, ink: Ink = Ink.INK) -> None:
        """Take the words that name the field, shown while it is empty."""
        super().__init__()
        fit(self, role=role)
        self.setFrame(False)
        self.setProperty("bare", True)
        self.setProperty("ink", ink.value)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        fit(self, height=SPACE_24)
        self.setTextMargins(-_QT_MARGIN, 0, -_QT_MARGIN, 0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def show_words(self, words: str) -> None:
        """Show a text; the caret stays where it can, and undo begins anew."""
        place = self.cursorPosition()
        self.setText(words)
        self.setCursorPosition(min(place, len(words)) if self.hasFocus() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type no key of a command that makes no sense here."""
        if is_command(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        shown = self.text() or self.placeholderText()
        width = QFontMetrics(self.font()).horizontalAdvance(shown) + _CARET_ROOM
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(SPACE_24, super().minimumSizeHint().height())
