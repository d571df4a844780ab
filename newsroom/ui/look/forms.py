"""Parts of forms: a field of one line, and a part under the words that name it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.tokens import BASE, BUTTON, META, SPACE_4, SPACE_8, Ink


def line_field(words: str, hint: str = "") -> QLineEdit:
    """Make a field of one line that a screen reader calls by these words."""
    field = OneLine()
    fit(field, role=BASE, height=BUTTON)
    field.setAccessibleName(words)
    field.setPlaceholderText(hint)
    return field


def under(words: str, part: QWidget) -> QWidget:
    """Put a part under the words that name it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    label = Label(words, META, Ink.INK_2)
    label.setBuddy(part)
    column.addWidget(label)
    column.addWidget(part)
    return holder


def beside(first: QWidget | None, *others: QWidget) -> QWidget:
    """Put parts into a row: the first takes the room, without one the others stand right."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_8)
    if first is None:
        row.addStretch(1)
    else:
        row.addWidget(first, 1)
    for other in others:
        row.addWidget(other)
    return holder
