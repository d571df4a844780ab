"""The filter chips: as many as fit on one line, the others behind a small arrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QWidget

from newsroom.domain.workflow import State
from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.states import STATE_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import FILTER, LIST_LEAST, SPACE_4

ORDER: tuple[State | None, ...] = (
    None,
    State.DRAFT,
    State.IN_REVIEW,
    State.APPROVED,
    State.PUBLISHED,
    State.RETURNED,
    State.STALE,
)
"""From left to right; None stands for all."""


def filter_words(state: State | None) -> str:
    """Give the word of a filter."""
    return STATE_WORDS[state] if state else "All"


class FilterRow(QWidget):
    """One chip is pressed. Chips never shrink; one that is pressed is always in sight."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chosen: State | None = None
        self._group = QButtonGroup(self)
        self._chips: dict[State | None, Button] = {}
        for state in ORDER:
            chip = Button(theme, filter_words(state), Kind.FILTER)
            chip.setParent(self)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, state=state: self._on_chosen(state))
            self._group.addButton(chip)
            self._chips[state] = chip
        self._chips[None].setChecked(True)
        self._more = IconButton(theme, "mdi6.chevron-down", "More filters")
        self._more.setParent(self)
        self._more.setFixedSize(FILTER, FILTER)
        self._more.setMenu(QMenu(self._more))
        self.setFixedHeight(FILTER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Filters")

    def choose(self, state: State | None) -> None:
        """Press a chip without telling anybody."""
        self._chosen = state
        self._chips[state].setChecked(True)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(LIST_LEAST, FILTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _on_chosen(self, state: State | None) -> None:
        self.choose(state)
        self.chosen.emit(state)

    def _place(self) -> None:
        shown = self._fitting()
        left = 0
        for state, chip in self._chips.items():
            chip.setVisible(state in shown)
        for state in shown:
            chip = self._chips[state]
            chip.setGeometry(left, 0, chip.sizeHint().width(), FILTER)
            left += chip.width() + SPACE_4
        hidden = [state for state in ORDER if state not in shown]
        self._more.setVisible(bool(hidden))
        self._more.move(min(left, self.width() - FILTER), 0)
        self._fill_menu(hidden)

    def _fitting(self) -> list[State | None]:
        """Choose the chips to show: in order, the pressed one taking the last place if need be."""
        widths = {state: chip.sizeHint().width() + SPACE_4 for state, chip in self._chips.items()}
        if sum(widths.values()) - SPACE_4 <= self.width():
            return list(ORDER)
        room = self.width() - FILTER
        first = [state for state in (None, self._chosen) if state in widths]
        shown = list(dict.fromkeys(first))
        room -= sum(widths[state] for state in shown)
        for state in ORDER:
            if state in shown:
                continue
            if widths[state] > room:
                break
            shown.append(state)
            room -= widths[state]
        return sorted(shown, key=ORDER.index)

    def _fill_menu(self, hidden: list[State | None]) -> None:
        menu = self._more.menu()
        menu.clear()
        for state in hidden:
            action = menu.addAction(filter_words(state))
            action.triggered.connect(lambda _=False, state=state: self._on_chosen(state))
