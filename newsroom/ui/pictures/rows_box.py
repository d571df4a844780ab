"""A field of a credit record that holds several things of several parts, such as licensors."""

from __future__ import annotations

from dataclasses import fields as parts_of
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from newsroom.domain.picture import Licensor, Location
from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.focus import in_order
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_4, SPACE_8, Ink
from newsroom.ui.pictures.boxes import LineBox
from newsroom.ui.pictures.record_fields import PART_WORDS

Thing = Licensor | Location
_COLUMNS = 2


class RowsBox(QWidget):
    """A block of lines for each thing; an empty one is in sight, but in no record.

    `edited` tells of changes by a person only; `left` says that the keyboard left a line.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, words: str, action: str, empty: Thing) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._empty = empty
        self.rows: list[ThingRow] = []
        self.setAccessibleName(words)
        self.add = Button(theme, action, Kind.LINK, "mdi6.plus")
        self.add.clicked.connect(self._on_add)
        self.setFocusProxy(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[Any, ...]:
        """Give the things that say something."""
        return tuple(row.thing for row in self.rows if row.thing != self._empty)

    def show_value(self, things: tuple[Any, ...], *, fresh: bool) -> None:
        """Show other things; the same ones stay as they are, with what is being typed."""
        if not fresh and things == self.value():
            return
        if len(things) != len(self.rows):
            while self.rows:
                self._take_away(self.rows[-1])
            for thing in things:
                self._put(thing)
        for row, thing in zip(self.rows, things, strict=True):
            row.show_thing(thing, fresh=fresh)

    def _on_add(self) -> None:
        row = self._put(self._empty)
        row.first.setFocus(Qt.FocusReason.TabFocusReason)

    def _put(self, thing: Thing) -> ThingRow:
        row = ThingRow(self._theme, f"{self._words} {len(self.rows) + 1}", thing)
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        row.remove.clicked.connect(partial(self._on_remove, row))
        before = self.rows[-1].remove if self.rows else None
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        if before is not None:
            QWidget.setTabOrder(before, row.first)
        row.order(self.add)
        return row

    def _on_remove(self, row: ThingRow) -> None:
        place = self.rows.index(row)
        self._take_away(row)
        near = self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.left.emit()

    def _take_away(self, row: ThingRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class ThingRow(QWidget):
    """The lines of one thing, and the way to take it out."""

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, words: str, thing: Thing) -> None:
        super().__init__()
        self.thing: Any = thing
        self.lines: dict[str, LineBox] = {}
        self.remove = IconButton(theme, "mdi6.close", f"Take away: {words}")
        fit(self.remove, side=24, icon=(14, 14))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_8)
        grid.setVerticalSpacing(SPACE_4)
        for number, (part, name) in enumerate(PART_WORDS[type(thing)]):
            line = LineBox(f"{words}: {name.lower()}")
            line.edited.connect(partial(self._on_edited, part))
            line.left.connect(self.left)
            self.lines[part] = line
            label = Label(name, META, Ink.INK_2)
            label.setBuddy(line)
            row, column = divmod(number, _COLUMNS)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(line, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.remove, 1, _COLUMNS, Qt.AlignmentFlag.AlignCenter)
        self.show_thing(thing, fresh=True)

    @property
    def first(self) -> LineBox:
        """The line that is filled first."""
        return next(iter(self.lines.values()))

    def order(self, after: QWidget) -> None:
        """Let Tab go through the lines, to the way out, and on."""
        in_order(*self.lines.values(), self.remove, after)

    def show_thing(self, thing: Any, *, fresh: bool) -> None:
        """Show other parts."""
        self.thing = thing
        for item in parts_of(thing):
            self.lines[item.name].show_words(getattr(thing, item.name), fresh=fresh)

    def _on_edited(self, part: str) -> None:
        self.thing = replace(self.thing, **{part: self.lines[part].words()})
        self.edited.emit()
