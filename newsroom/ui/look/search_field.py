"""The field in which something is searched: a lens, which grows with the text, before the words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, ICON_TEXT, SPACE_8, Ink

_MOST = 200
"""Characters that anybody searches for."""


class SearchField(OneLine):
    """One line with a lens before it.

    Qt draws an action's icon in a field at one size, however large the letters are.
    """

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        self.setMaxLength(_MOST)
        fit(self, role=BASE, height=BUTTON)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape clear what is searched for; only where nothing is, it leads elsewhere."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = grown(ICON_TEXT)
        painter = QPainter(self)
        place = QRect(SPACE_8, (self.height() - side) // 2, side, side)
        self._theme.draw(painter, place, "mdi6.magnify", Ink.INK_2)
        painter.end()

    def _make_room(self) -> None:
        self.setTextMargins(grown(ICON_TEXT) + SPACE_8, 0, 0, 0)
