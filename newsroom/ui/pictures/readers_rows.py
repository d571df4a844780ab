"""The three boxes that stand first: what a blind reader hears, everyone reads, gets the credit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.house import House
from newsroom.domain.lines import credit_line
from newsroom.domain.picture import CreditRecord
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import ICON_TEXT, META, SPACE_4, SPACE_8, Ink
from newsroom.ui.pictures.boxes import LineBox, TextBox
from newsroom.ui.pictures.fold import HEAD
from newsroom.ui.pictures.leaf import Leaf
from newsroom.ui.pictures.record_fields import READERS, Field
from newsroom.ui.pictures.shelf import CREDIT_MISSING

ALT_MOST = 250
"""Characters of an alt text that screen readers say in one breath; more is told, not refused."""
ICONS = {
    "alt": "mdi6.ear-hearing",
    "caption": "mdi6.eye-outline",
    "credit": "mdi6.account-circle-outline",
}
_LABELS = 166
_NAMES = {"alt": "alt text", "caption": "caption", "credit": "credit line"}


class ReadersRows(QWidget):
    """Alt text, caption and credit, with the credit as the house prints it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._house: House | None = None
        self._count = Label("", META, Ink.INK_3)
        self._printed = Label("", META, Ink.INK_3)
        self._printed.setWordWrap(True)
        self.leaves = [_leaf(theme, field) for field in READERS]
        aside = (self._count, Label("Caption for new uses", META, Ink.INK_3), None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for leaf, below in zip(self.leaves, aside, strict=True):
            column.addLayout(_row(theme, leaf, below))
        self.leaves[-1].below.addWidget(self._printed)

    @property
    def printed(self) -> str:
        """The credit line as the house prints it; empty where there is none."""
        return self._printed.property("credit") or ""

    def show_house(self, house: House) -> None:
        """Print in the forms of a house from now on."""
        self._house = house
        spoken = house.in_language(house.language)
        credit = self.leaves[-1].box
        assert isinstance(credit, LineBox)
        # Words before the credit stand for the house's form only where it has no other.
        credit.put_before("" if spoken.credit_forms else spoken.credit_prefix.strip())

    def show_record(self, record: CreditRecord) -> None:
        """Show what follows from a record: how long its alt text is, how its credit is printed."""
        length = len(record.alt)
        self._count.setText(f"Alt text · {length} of {ALT_MOST}")
        self._count.recolour(Ink.AMBER if length > ALT_MOST else Ink.INK_3)
        if self._house is None:
            return
        line = credit_line(record, self._house, self._house.language)
        self._printed.setProperty("credit", line)
        self._printed.setText(f"Printed as “{line}”" if line else CREDIT_MISSING)
        self._printed.recolour(Ink.INK_3 if line else Ink.AMBER)


def _under_words(below: Label) -> QHBoxLayout:
    """Stand a line under the words of an `IconLabel`, whatever size its icon has."""
    mark = QWidget()
    fit(mark, width=ICON_TEXT)
    row = QHBoxLayout()
    row.setSpacing(SPACE_8 - 2)
    row.addWidget(mark)
    row.addWidget(below, 1)
    return row


def _leaf(theme: Theme, field: Field) -> Leaf:
    words = f"{field.words}: {_NAMES[field.path]}"
    box = LineBox if field.path == "credit" else TextBox
    return Leaf(theme, field, box(words, field.hint))


def _row(theme: Theme, leaf: Leaf, below: Label | None) -> QHBoxLayout:
    head = IconLabel(theme, ICONS[leaf.field.path], leaf.field.words, HEAD, Ink.ACCENT)
    head.label.recolour(Ink.INK)
    head.label.setBuddy(leaf.box)
    labels = QWidget()
    fit(labels, width=_LABELS)
    inside = QVBoxLayout(labels)
    inside.setContentsMargins(0, SPACE_4 + 1, 0, 0)
    inside.setSpacing(0)
    inside.addWidget(head)
    if below is not None:
        below.setWordWrap(True)
        inside.addLayout(_under_words(below))
    column = QVBoxLayout()
    column.setSpacing(SPACE_4)
    column.addWidget(leaf.box)
    column.addLayout(leaf.below)
    row = QHBoxLayout()
    row.setSpacing(SPACE_8)
    row.addWidget(labels, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    return row
