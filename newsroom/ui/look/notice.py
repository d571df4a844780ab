"""The notice bar: something calm to say, and perhaps one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.fitting import repolish
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, SPACE_4, SPACE_8, SPACE_16, Ink

UNDO_MS = 8000
"""How long a notice with an undo stays: long enough to read two sentences and press it."""

_CHOICES = 2
"""How many choices one notice can offer."""
Choice = tuple[str, Callable[[], None]]
"""The words on a button, and what it does."""
UNDO = "Undo"
"""The word on the button that takes back what a notice tells of."""


class NoticeBar(QFrame):
    """One notice at a time; the newest is the one shown. It never takes the keyboard.

    `told` carries the words of a notice as it comes.
    """

    told = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds: dict[Button, Callable[[], None] | None] = {}
        self._topic = ""
        self._line = IconLabel(theme, "mdi6.alert-outline", "", BASE, Ink.AMBER)
        self._line.label.setWordWrap(True)
        self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions = tuple(Button(theme, "", Kind.PLAIN) for _ in range(_CHOICES))
        for button in self._actions:
            button.clicked.connect(partial(self._act, button))
        close = IconButton(theme, "mdi6.close", "Put this notice away")
        close.clicked.connect(self.hide)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_4, SPACE_8, SPACE_4)
        row.setSpacing(SPACE_8)
        row.addWidget(self._line, 1)
        for button in self._actions:
            row.addWidget(button)
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

    @property
    def leaves(self) -> bool:
        """Whether the notice on show goes away by itself."""
        return self._leaving.isActive()

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
        if action:
            self._give([(action, deed)])
        self._leaving.start(UNDO_MS)

    def suggest(self, words: str, action: str, deed: Callable[[], None], topic: str = "") -> None:
        """Say calmly what is so, with one thing to do about it; it stays."""
        self.propose(words, [(action, deed)], topic)

    def propose(self, words: str, choices: Sequence[Choice], topic: str = "") -> None:
        """Say calmly what is so, with what can be done about it; it stays."""
        self.remark(words, topic)
        self._give(choices)

    def offer(self, words: str, choices: Sequence[Choice], topic: str = "") -> None:
        """Say that something is in the way, with what can be done about it; it stays."""
        self.warn(words, topic)
        self._give(choices)

    def undo(self) -> bool:
        """Take back what the notice on show tells of; tell whether it offers that."""
        way = next((one for one in self._deeds if one.text() == UNDO), None)
        if way is None or self.isHidden():
            return False
        self._act(way)
        return True

    def settle(self, topic: str) -> None:
        """Put a notice away if it is about this topic."""
        if self.topic == topic:
            self.hide()

    def _show(self, words: str, topic: str, tone: str, icon: str, ink: Ink) -> None:
        self._leaving.stop()
        self._deeds.clear()
        self._topic = topic
        for button in self._actions:
            button.hide()
        self._line.say(words, icon, ink)
        self.setProperty("notice", tone)
        repolish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.told.emit(words)

    def _give(self, choices: Sequence[tuple[str, Callable[[], None] | None]]) -> None:
        for button, (words, deed) in zip(self._actions, choices, strict=False):
            button.setText(words)
            button.show()
            self._deeds[button] = deed

    def _act(self, button: Button) -> None:
        deed = self._deeds.pop(button, None)
        self.hide()
        if deed:
            deed()
