"""What stands in the story's place while there is none: what review is, and its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.actions import COMMANDS
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import EmptyState, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, META, SPACE_8, SPACE_16, SPACE_24, Ink

ABOUT = (
    "Stories come here when their writer submits them. You read what has changed since a story "
    "was last approved; then you approve exactly these words and pictures, or return them with a "
    "note."
)
TAUGHT = ("article.submit", "review.next-change", "review.approve", "review.return")
"""The commands that take a story through review, in the order in which they are needed."""
_WIDEST = 440


class NoStory(QStackedWidget):
    """Asks to choose a story; where none waits, it says how stories come here and what follows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.addWidget(EmptyState(theme, "Choose a story from the list"))
        lesson = QScrollArea()
        lesson.setWidgetResizable(True)
        lesson.setWidget(_lesson())
        lesson.setAccessibleName("About review")
        self.addWidget(lesson)

    @property
    def teaching(self) -> bool:
        """Whether it says what review is."""
        return self.currentIndex() == 1

    def teach(self, *, on: bool) -> None:
        """Say what review is, or ask to choose a story."""
        self.setCurrentIndex(1 if on else 0)


def _lesson() -> QWidget:
    lesson = Surface("paper")
    about = Label(ABOUT, BASE, Ink.INK_2)
    about.setWordWrap(True)
    inside = QWidget()
    fit(inside, most=_WIDEST)
    lines = QVBoxLayout(inside)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(SPACE_16)
    lines.addWidget(about)
    lines.addLayout(_keys())
    column = QVBoxLayout(lesson)
    column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
    column.addStretch(1)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(inside, 1000)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(2)
    return lesson


def _keys() -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(SPACE_8)
    grid.setColumnStretch(0, 1)
    found = {command.id: command for command in COMMANDS}
    for row, name in enumerate(TAUGHT):
        native = QKeySequence(found[name].key).toString(QKeySequence.SequenceFormat.NativeText)
        key = Label(native, META, Ink.INK_2)
        key.setProperty("key", True)
        grid.addWidget(Label(found[name].words, BASE, Ink.INK_2), row, 0)
        grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
