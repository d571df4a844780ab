"""One box of the record's form: what it stands for, and what is wrong with that."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_4, Ink
from newsroom.ui.pictures.boxes import LineBox, TextBox, name_for
from newsroom.ui.pictures.choices import ChannelsBox, TermBox
from newsroom.ui.pictures.record_fields import Field, Shape, names_in
from newsroom.ui.pictures.rows_box import RowsBox

Box = LineBox | TextBox | TermBox | ChannelsBox | RowsBox


class Leaf:
    """A box, and the value of the record that it stands for."""

    def __init__(self, theme: Theme, field: Field, box: Box) -> None:
        self._theme = theme
        self.field = field
        self.box = box
        self.fault: IconLabel | None = None
        self.below = QVBoxLayout()
        self.below.setContentsMargins(0, 0, 0, 0)

    def value(self) -> Any:
        """Give what the box says."""
        if not isinstance(self.box, LineBox | TextBox):
            return self.box.value()
        words = self.box.words()
        return names_in(words) if self.field.shape is Shape.NAMES else words

    def show_value(self, value: Any, *, fresh: bool) -> None:
        """Show another value; one that the box says already leaves the box still."""
        if not isinstance(self.box, LineBox | TextBox):
            self.box.show_value(value, fresh=fresh)
        elif self.field.shape is not Shape.NAMES:
            self.box.show_words(value, fresh=fresh)
        elif fresh or value != self.value():
            # A semicolon just typed says nothing yet, and must not vanish under the caret.
            self.box.show_words("; ".join(value), fresh=fresh)

    def say_fault(self, words: str) -> None:
        """Say what is wrong, under the box; empty for nothing."""
        if self.fault is None:
            if not words:
                return
            self.fault = IconLabel(self._theme, "mdi6.alert-outline", "", META, Ink.AMBER)
            self.fault.label.setWordWrap(True)
            self.below.addWidget(self.fault)
        self.fault.say(words)
        self.fault.setVisible(bool(words))
        self.box.setAccessibleDescription(words)

    @property
    def fault_words(self) -> str:
        """What is said to be wrong; empty for nothing."""
        return "" if self.fault is None or self.fault.isHidden() else self.fault.label.text()


def box_for(theme: Theme, field: Field) -> Box:
    """Make the box of a field."""
    if field.shape is Shape.TEXT:
        return TextBox(field.words, field.hint)
    if field.shape is Shape.CHANNELS:
        return ChannelsBox(theme, field.words)
    if field.terms is not None:
        return TermBox(theme, field.words, field.terms)
    if field.row is not None:
        return RowsBox(theme, field.words, field.hint, field.row)
    return LineBox(field.words, field.hint)


def cell_for(leaf: Leaf) -> QWidget:
    """Lay out a box under its name, with room for what is wrong with it."""
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    column.addWidget(name_for(leaf.box, leaf.field.words))
    column.addWidget(leaf.box)
    column.addLayout(leaf.below)
    column.addStretch(1)
    return cell
