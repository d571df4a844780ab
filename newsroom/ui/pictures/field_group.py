"""A group of fields of the record, in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from newsroom.domain.picture import CreditRecord
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import SPACE_4, SPACE_8, SPACE_16
from newsroom.ui.pictures.fold import Fold
from newsroom.ui.pictures.leaf import Leaf, box_for, cell_for
from newsroom.ui.pictures.record_fields import Group, part_of

_COLUMN = 166
"""The least width of a column, in pixels at a factor of 1."""
_MOST_COLUMNS = 3


class FieldGroup(Fold):
    """The fields of a group under its heading."""

    def __init__(self, theme: Theme, group: Group, *, opened: bool) -> None:
        self.group = group
        self.leaves = [Leaf(theme, field, box_for(theme, field)) for field in group.fields]
        cells = [(cell_for(leaf), leaf.field.wide) for leaf in self.leaves]
        super().__init__(theme, group.words, Cells(cells), opened=opened)

    def show_record(self, record: CreditRecord) -> None:
        """Say how much of the group is filled."""
        empty = CreditRecord()
        paths = [leaf.field.path for leaf in self.leaves]
        filled = sum(part_of(record, path) != part_of(empty, path) for path in paths)
        self.say_aside(f"{filled} of {len(paths)}" if filled else "")

    def show_faults(self, faults: dict[str, str]) -> None:
        """Say beside each field what is wrong with it, and at the heading that something is."""
        for leaf in self.leaves:
            leaf.say_fault(faults.get(leaf.field.path, ""))
        count = sum(bool(leaf.fault_words) for leaf in self.leaves)
        self.say_fault(f"{count} to check" if count else "")


class Cells(QWidget):
    """Cells in columns; a wide one takes a row of its own."""

    def __init__(self, cells: list[tuple[QWidget, bool]]) -> None:
        super().__init__()
        self._cells = cells
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_16)
        self._grid.setVerticalSpacing(SPACE_8 + SPACE_4)
        self._lay_out(_MOST_COLUMNS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() + SPACE_16) // (grown(_COLUMN) + SPACE_16)
        self._lay_out(max(1, min(_MOST_COLUMNS, room)))

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for cell, wide in self._cells:
            if column and (wide or column == columns):
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, columns if wide else 1)
            column = columns if wide else column + 1
        for number in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
