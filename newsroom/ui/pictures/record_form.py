"""The credit record of one picture in full, field by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.domain.house import House
from newsroom.domain.picture import FIELDS, CreditRecord
from newsroom.domain.record_faults import faults_of
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import SPACE_8, SPACE_16
from newsroom.ui.pictures.field_group import FieldGroup
from newsroom.ui.pictures.fold import KeptFolds
from newsroom.ui.pictures.leaf import Box, Leaf
from newsroom.ui.pictures.readers_rows import ReadersRows
from newsroom.ui.pictures.record_fields import GROUPS, field_of, part_of, with_part


class RecordForm(QWidget):
    """Three boxes that say whom a text is for, and every other field in groups that fold.

    `edited` carries the name of a field and its value when a person changed it or a part of it;
    `left` says that the keyboard left a box. Boxes and faults go by paths, as in `rights.ends`.
    """

    edited = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme, folds: KeptFolds) -> None:
        super().__init__()
        self._record = CreditRecord()
        self.readers = ReadersRows(theme)
        self.groups = [
            FieldGroup(theme, group, opened=folds.is_open(group.key, group.opened))
            for group in GROUPS
        ]
        self.leaves: dict[str, Leaf] = {leaf.field.path: leaf for leaf in self._all_leaves()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.readers)
        column.addSpacing(SPACE_16 - SPACE_8)
        for group in self.groups:
            column.addWidget(group)
            group.turned.connect(folds.keeper(group.group.key))
        for path, leaf in self.leaves.items():
            leaf.box.edited.connect(partial(self._on_edited, path))
            leaf.box.left.connect(self.left)

    def _all_leaves(self) -> list[Leaf]:
        return [*self.readers.leaves, *(leaf for group in self.groups for leaf in group.leaves)]

    @property
    def record(self) -> CreditRecord:
        """The record as it stands in the boxes."""
        return self._record

    @property
    def printed(self) -> str:
        """The credit line as the house prints it; empty where there is none."""
        return self.readers.printed

    def box(self, path: str) -> Box:
        """Give the box of a field, or of a part of one."""
        return self.leaves[path].box

    def reveal(self, path: str) -> Box:
        """Open the group in which a box stands, and give the box."""
        for group in self.groups:
            if any(leaf.field.path == path for leaf in group.leaves):
                group.open(True)
        return self.box(path)

    def faults(self) -> dict[str, str]:
        """Tell what is said beside each box; empty where nothing is wrong."""
        return {path: leaf.fault_words for path, leaf in self.leaves.items()}

    def show_record(self, record: CreditRecord, untouched: Callable[[str], bool]) -> None:
        """Show a record of the same picture as it came in, but for fields that a person touched."""
        kept = {name: getattr(self._record, name) for name in FIELDS if not untouched(name)}
        self._record = replace(record, **kept)
        for path, leaf in self.leaves.items():
            if untouched(field_of(path)):
                leaf.show_value(part_of(record, path), fresh=False)
        self._judge()

    def begin(self, record: CreditRecord) -> None:
        """Show the record of another picture."""
        self._record = record
        for path, leaf in self.leaves.items():
            leaf.show_value(part_of(record, path), fresh=True)
        self._judge()

    def show_house(self, house: House) -> None:
        """Print the credit in the forms of a house from now on."""
        self.readers.show_house(house)
        self.readers.show_record(self._record)

    def _on_edited(self, path: str) -> None:
        # Only this part moves: what a box cannot show of the others, such as line ends, stays.
        self._record = with_part(self._record, path, self.leaves[path].value())
        self._judge()
        name = field_of(path)
        self.edited.emit(name, getattr(self._record, name))

    def _judge(self) -> None:
        faults = faults_of(self._record)
        self.readers.show_record(self._record)
        for group in self.groups:
            group.show_record(self._record)
            group.show_faults(faults)
