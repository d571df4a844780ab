"""Presets of the house for the record on show: one is used at a stroke, or kept from here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from newsroom.domain.house_pictures import Preset
from newsroom.ui.frame.small_line import SmallLine
from newsroom.ui.look.controls import Button, Kind, MenuButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import COMPACT, SPACE_8


class PresetsRow(QWidget):
    """A menu of presets, and a line for the name of a new one.

    `used`, `kept` and `dropped` carry the name of a preset.
    """

    used = Signal(str)
    kept = Signal(str)
    dropped = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._presets: tuple[str, ...] | None = None
        self.menu = MenuButton(theme, "Use preset", Kind.CHIP)
        self.removing = QMenu("Remove a preset", self)
        self.keep = Button(theme, "Keep as preset…", Kind.LINK)
        self.name = SmallLine("Name of the preset", "Name of the agency or photographer")
        self.give = Button(theme, "Keep")
        fit(self.give, height=COMPACT)
        self._line = QWidget()
        self._arrange()
        self.keep.clicked.connect(self._on_keep)
        self.give.clicked.connect(self._on_given)
        self.name.returnPressed.connect(self._on_given)
        self.name.textChanged.connect(self._judge)
        self.name.escaped.connect(self._shut)
        self._line.hide()
        self.show_presets(())

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(SPACE_8)
        above.addWidget(self.menu)
        above.addWidget(self.keep)
        above.addStretch(1)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.name, 1)
        row.addWidget(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(above)
        column.addWidget(self._line)

    def show_presets(self, presets: tuple[Preset, ...]) -> None:
        """Offer other presets."""
        names = tuple(one.name for one in presets)
        if names == self._presets:
            return
        self._presets = names
        self.menu.choices.clear()
        self.removing.clear()
        if not names:
            self.menu.choices.addAction("The house has no presets yet").setEnabled(False)
            return
        self._list(self.menu.choices, self._on_used)
        self.menu.choices.addSeparator()
        self._list(self.removing, self._on_dropped)
        self.menu.choices.addMenu(self.removing)

    def _list(self, menu: QMenu, chosen: Callable[[str], None]) -> None:
        for name in self._presets or ():
            menu.addAction(as_action(name)).triggered.connect(partial(chosen, name))

    def begin(self) -> None:
        """Put the line away: another picture is on show."""
        self._line.hide()
        self.name.clear()

    def _on_used(self, name: str) -> None:
        self.used.emit(name)

    def _on_dropped(self, name: str) -> None:
        self.dropped.emit(name)

    def _on_keep(self) -> None:
        self._line.show()
        self._judge()
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _judge(self) -> None:
        self.give.setEnabled(bool(self.name.text().strip()))

    def _on_given(self) -> None:
        if name := self.name.text().strip():
            self.kept.emit(name)
            self._shut()

    def _shut(self) -> None:
        self.keep.setFocus(Qt.FocusReason.TabFocusReason)
        self.begin()


def as_action(name: str) -> str:
    """Write a name for a menu: an ampersand in an agency's name is a letter, not a key."""
    return name.replace("&", "&&")
