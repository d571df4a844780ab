"""The filter chips of the grid with their counts, and the order at their right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from newsroom.domain.summary import PictureSort
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, Kind, MenuButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.focus import one_stop
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BAR, FILTER, ICON_TEXT, SPACE_4, SPACE_16, Ink
from newsroom.ui.look.wrapping import WrappingRow
from newsroom.ui.pictures.shelf import SIEVE_WORDS, Sieve

SORT_WORDS = {
    PictureSort.ADDED: "Newest first",
    PictureSort.OLDEST: "Oldest first",
    PictureSort.TAKEN: "Last taken first",
    PictureSort.FIRST_TAKEN: "First taken first",
    PictureSort.ENDS: "Rights end first",
}
_ICONS = {
    Sieve.FRESH: ("mdi6.image-plus", Ink.AMBER),
    Sieve.MISSING: ("mdi6.alert-outline", Ink.AMBER),
    Sieve.ENDING: ("mdi6.calendar-clock", Ink.INK_2),
    Sieve.ALIKE: ("mdi6.content-duplicate", Ink.INK_2),
    Sieve.CONFLICTS: ("mdi6.not-equal-variant", Ink.INK_2),
    Sieve.BIN: ("mdi6.trash-can-outline", Ink.INK_2),
}
_RARE = frozenset((Sieve.FRESH, Sieve.CONFLICTS, Sieve.BIN))
"""Sieves whose chip is there only while it finds something, or is pressed."""
_AIR = (BAR - FILTER) // 2


class SieveRow(Surface):
    """One chip is pressed. Chips go on in a second line; they never shrink.

    `chosen` carries a sieve, `arranged` an order.
    """

    chosen = Signal(object)
    arranged = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__("paper")
        self.setProperty("edge", "bottom")
        self.setAccessibleName("Filters")
        self.chips = {sieve: _chip(theme, sieve) for sieve in Sieve}
        self._row = WrappingRow()
        group = QButtonGroup(self)
        for sieve, chip in self.chips.items():
            group.addButton(chip)
            self._row.add(chip)
            chip.clicked.connect(partial(self._on_chosen, sieve))
        one_stop(group)
        self.order = MenuButton(theme, SORT_WORDS[PictureSort.ADDED], Kind.QUIET)
        fit(self.order, height=FILTER)
        self._row.put_last(self.order)
        self._fill_order()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, _AIR, SPACE_16, _AIR)
        column.addWidget(self._row)

    def choose(self, sieve: Sieve) -> None:
        """Press a chip without telling anybody."""
        self.chips[sieve].setChecked(True)
        self.chips[sieve].show()

    def show_counts(self, counts: Mapping[Sieve, int]) -> None:
        """Say how many pictures each sieve shows."""
        for sieve, count in counts.items():
            words = f"{SIEVE_WORDS[sieve]}  {count:,}"
            if self.chips[sieve].text() != words:
                self.chips[sieve].setText(words)
                self.chips[sieve].updateGeometry()
            if sieve in _RARE:
                self.chips[sieve].setVisible(bool(count) or self.chips[sieve].isChecked())

    def _fill_order(self) -> None:
        group = QActionGroup(self.order.choices)
        for sort, words in SORT_WORDS.items():
            action = self.order.choices.addAction(words)
            action.setCheckable(True)
            action.setChecked(sort is PictureSort.ADDED)
            action.triggered.connect(partial(self._on_arranged, sort))
            group.addAction(action)
        self._name_order(PictureSort.ADDED)

    def _name_order(self, sort: PictureSort) -> None:
        self.order.setText(SORT_WORDS[sort])
        self.order.setAccessibleName(f"Order: {SORT_WORDS[sort].lower()}")
        self.order.updateGeometry()

    def _on_chosen(self, sieve: Sieve, *_: object) -> None:
        self.chosen.emit(sieve)

    def _on_arranged(self, sort: PictureSort, *_: object) -> None:
        self._name_order(sort)
        self.arranged.emit(sort)


def _chip(theme: Theme, sieve: Sieve) -> Button:
    chip = Button(theme, SIEVE_WORDS[sieve], Kind.FILTER)
    if sieve in _ICONS:
        chip.setIcon(theme.icon(*_ICONS[sieve]))
        fit(chip, icon=(ICON_TEXT + SPACE_4, ICON_TEXT))
    chip.setCheckable(True)
    chip.setChecked(sieve is Sieve.ALL)
    if sieve in _RARE:
        chip.hide()
    return chip
