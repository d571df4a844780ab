"""The notice bar: something calm to say, and perhaps one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, SPACE_4, SPACE_8, SPACE_16, Ink

UNDO_MS = 8000
"""How long a notice with an undo stays: long enough to read two sentences and press it."""


class NoticeBar(QFrame):
    """One notice at a time; the newest is the one shown. It never takes the keyboard.

    `told` carries the words of a notice as it comes.
    """

    told = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed: Callable[[], None] | None = None
        self._topic = ""
        self._line = IconLabel(theme, "mdi6.alert-outline", "", BASE, Ink.AMBER)
        self._line.label.setWordWrap(True)
        self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = Button(theme, "", Kind.PLAIN)
        self._action.clicked.connect(self._act)
        close = IconButton(theme, "mdi6.close", "Put this notice away")
        close.clicked.connect(self.hide)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_4, SPACE_8, SPACE_4)
        row.setSpacing(SPACE_8)
        row.addWidget(self._line, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        self.hide()

    @property
    def topic(self) -> str:
        """What the notice on show is about; empty when none is."""
        return "" if self.isHidden() else self._topic

    @property
    def words(self) -> str:
        """What the notice on show says; empty when none is."""
        return "" if self.isHidden() else self._line.label.text()

    def warn(self, words: str, topic: str = "") -> None:
        """Say that something did not work; it stays until it is put away or settled."""
        self._show(words, topic, "warning", "mdi6.alert-outline", Ink.AMBER)

    def remark(self, words: str, topic: str = "") -> None:
        """Say calmly what is so; it stays until it is put away or something else is to be said."""
        self._show(words, topic, "calm", "mdi6.information-outline", Ink.INK)

    def tell(
        self, words: str, action: str = "", deed: Callable[[], None] | None = None, topic: str = ""
    ) -> None:
        """Say that something was done, with a way back; it leaves by itself."""
        self._show(words, topic, "calm", "mdi6.information-outline", Ink.INK)
        self._deed = deed
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._leaving.start(UNDO_MS)

    def offer(self, words: str, action: str, deed: Callable[[], None], topic: str = "") -> None:
        """Say that something is in the way, with one thing to do about it; it stays."""
        self.warn(words, topic)
        self._deed = deed
        self._action.setText(action)
        self._action.show()

    def settle(self, topic: str) -> None:
        """Put a notice away if it is about this topic."""
        if self.topic == topic:
            self.hide()

    def _show(self, words: str, topic: str, tone: str, icon: str, ink: Ink) -> None:
        self._leaving.stop()
        self._deed = None
        self._topic = topic
        self._action.hide()
        self._line.say(words, icon, ink)
        self.setProperty("notice", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.told.emit(words)

    def _act(self) -> None:
        deed, self._deed = self._deed, None
        self.hide()
        if deed:
            deed()
