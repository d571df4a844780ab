"""Settings in groups: a title, a line that explains, and a card of rows with their controls right.

Where the place is narrow, or the text large, the control of a row goes under its words.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.labels import Label
from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import (
    BASE,
    BUTTON,
    META,
    PANE_TITLE,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    Ink,
    Type,
)

GROUP = 720
"""The width of a group at most."""
_CONTROL = 360
"""The width of a field; what is narrower, such as a button, keeps its own."""
_STACK = 600
"""Below this width of a row its control goes under its words."""
_NAME = Type(BASE.family, BASE.size, BASE.line, 500)


class Stand(StrEnum):
    """How a control stands in its row: as wide as it is, as a field, or as lines of fields."""

    OWN = "own"
    FIELD = "field"
    LINES = "lines"


class SettingRow(QFrame):
    """What is set, a line about it where that helps, and the control that sets it."""

    def __init__(
        self, words: str, control: QWidget, help_words: str = "", stand: Stand = Stand.OWN
    ) -> None:
        super().__init__()
        self.control = control
        self.name = Label(words, _NAME)
        self.name.setWordWrap(True)
        self.name.setBuddy(control)
        self.help = Label(help_words, META, Ink.INK_3)
        self.help.setWordWrap(True)
        self._control_stands = stand
        about = QVBoxLayout()
        about.setSpacing(SPACE_4 // 2)
        if stand is Stand.LINES:
            about.setContentsMargins(0, (BUTTON - BASE.line) // 2, 0, 0)
        else:
            about.addStretch(1)
        about.addWidget(self.name)
        about.addWidget(self.help)
        about.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self._line.setSpacing(SPACE_24)
        self._line.addLayout(about, 1)
        self._line.addWidget(control)
        self.say(help_words)
        self._turn(stacked=False)

    @property
    def stacked(self) -> bool:
        """Whether the control stands under the words."""
        return self._line.direction() is QBoxLayout.Direction.TopToBottom

    def say(self, help_words: str) -> None:
        """Show another line about what is set."""
        self.help.setText(help_words)
        self.help.setVisible(bool(help_words))
        self.control.setAccessibleDescription(help_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(stacked=self.width() < grown(_STACK))

    def _turn(self, *, stacked: bool) -> None:
        """Put the control right of the words, or under them."""
        way, side = QBoxLayout.Direction, Qt.AlignmentFlag
        self._line.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._line.setSpacing(SPACE_8 if stacked else SPACE_24)
        if self._control_stands is Stand.OWN:
            across = side.AlignLeft if stacked else side.AlignRight
            self._line.setAlignment(self.control, across | side.AlignVCenter)
        else:
            self.control.setMinimumWidth(0 if stacked else grown(_CONTROL))
            self.control.setMaximumWidth(grown(GROUP if stacked else _CONTROL))


class SettingGroup(QWidget):
    """A title with one line of explanation, and what can be set under them."""

    def __init__(self, title: str, about: str, content: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(title)
        head = Label(title, PANE_TITLE)
        line = Label(about, META, Ink.INK_3)
        line.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4 // 2)
        column.addWidget(head)
        column.addWidget(line)
        column.addSpacing(SPACE_8)
        column.addWidget(content)


def card_of(*rows: QWidget) -> Surface:
    """Put rows into a card, with a line between each two."""
    card = Surface("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for number, row in enumerate(rows):
        if number:
            column.addWidget(_line())
        column.addWidget(row)
    return card


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line
