"""The filter chips: as many as fit on one line, the others and the saved searches in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QWidget

from newsroom.domain.workflow import State
from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.focus import one_stop
from newsroom.ui.look.states import STATE_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import FILTER, LIST_LEAST, SPACE_4

if TYPE_CHECKING:
    from newsroom.desk.searching import SavedSearch


class Shelf(StrEnum):
    """Where articles lie that no list shows; the value is its word on screen."""

    BIN = "Bin"


Filter = State | Shelf | None
"""What a chip keeps to; None stands for all that is in the lists."""

ORDER: tuple[Filter, ...] = (
    None,
    State.DRAFT,
    State.IN_REVIEW,
    State.APPROVED,
    State.PUBLISHED,
    State.RETURNED,
    State.STALE,
    Shelf.BIN,
)
"""From left to right."""


def filter_words(wanted: Filter) -> str:
    """Give the word of a filter."""
    match wanted:
        case None:
            return "All"
        case Shelf():
            return wanted.value
        case _:
            return STATE_WORDS[wanted]


class FilterRow(QWidget):
    """One chip is pressed. Chips never shrink; one that is pressed is always in sight.

    `chosen` carries a filter; `search_chosen` the name of a saved search, `save_wanted`,
    `rename_wanted` and `remove_wanted` what to do with the one on show.
    """

    chosen = Signal(object)
    search_chosen = Signal(str)
    save_wanted = Signal()
    rename_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chosen: Filter = None
        self._hidden: list[Filter] = []
        self._saved: tuple[SavedSearch, ...] = ()
        self._applied = ""
        self._group = QButtonGroup(self)
        self._chips: dict[Filter, Button] = {}
        for wanted in ORDER:
            chip = Button(theme, filter_words(wanted), Kind.FILTER)
            chip.setParent(self)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, wanted=wanted: self._on_chosen(wanted))
            self._group.addButton(chip)
            self._chips[wanted] = chip
        self._chips[None].setChecked(True)
        one_stop(self._group)
        self._more = IconButton(theme, "mdi6.chevron-down", "More filters and saved searches")
        self._more.setParent(self)
        fit(self._more, side=FILTER)
        self.menu = QMenu(self._more)
        self._more.setMenu(self.menu)
        fit(self, height=FILTER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Filters")

    def choose(self, wanted: Filter) -> None:
        """Press a chip without telling anybody."""
        self._chosen = wanted
        self._chips[wanted].setChecked(True)
        self._place()

    def show_saved(self, saved: Sequence[SavedSearch], applied: str) -> None:
        """Offer the saved searches; one of them may be what the list shows."""
        self._saved, self._applied = tuple(saved), applied
        self._fill_menu()

    def sizeHint(self) -> QSize:
        return QSize(LIST_LEAST, FILTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _on_chosen(self, wanted: Filter) -> None:
        self.choose(wanted)
        self.chosen.emit(wanted)

    def _place(self) -> None:
        shown = self._fitting()
        left = 0
        for wanted, chip in self._chips.items():
            chip.setVisible(wanted in shown)
        for wanted in shown:
            chip = self._chips[wanted]
            chip.setGeometry(left, 0, chip.sizeHint().width(), self.height())
            left += chip.width() + SPACE_4
        self._hidden = [wanted for wanted in ORDER if wanted not in shown]
        self._more.move(min(left, self.width() - self._more.width()), 0)
        self._fill_menu()

    def _fitting(self) -> list[Filter]:
        """Choose the chips to show: in order, the pressed one taking the last place if need be."""
        widths = {wanted: chip.sizeHint().width() + SPACE_4 for wanted, chip in self._chips.items()}
        shown: list[Filter] = list(dict.fromkeys((None, self._chosen)))
        room = self.width() - self._more.width() - sum(widths[wanted] for wanted in shown)
        for wanted in ORDER:
            if wanted in shown:
                continue
            if widths[wanted] > room:
                break
            shown.append(wanted)
            room -= widths[wanted]
        return sorted(shown, key=ORDER.index)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for wanted in self._hidden:
            action = self.menu.addAction(filter_words(wanted))
            action.triggered.connect(lambda _=False, wanted=wanted: self._on_chosen(wanted))
        self.menu.addSeparator()
        for one in self._saved:
            action = self.menu.addAction(one.name)
            action.setCheckable(True)
            action.setChecked(one.name == self._applied)
            action.triggered.connect(lambda _=False, name=one.name: self.search_chosen.emit(name))
        self.menu.addSeparator()
        self.menu.addAction("Save this search").triggered.connect(lambda _: self.save_wanted.emit())
        if self._applied:
            self._offer_changes(self._applied)

    def _offer_changes(self, name: str) -> None:
        rename = self.menu.addAction(f"Rename “{name}”")
        rename.triggered.connect(lambda: self.rename_wanted.emit(name))
        remove = self.menu.addAction(f"Remove “{name}”")
        remove.triggered.connect(lambda: self.remove_wanted.emit(name))
