"""The quiet bar under the grid: how many pictures are chosen, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, IconButton, Kind, MenuButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import CHIP, COMPACT, META, SPACE_4, SPACE_8, SPACE_12, Ink
from newsroom.ui.look.wrapping import WrappingRow
from newsroom.ui.pictures.presets_row import as_action

EDIT, SHEET, BIN, RESTORE = "edit", "sheet", "bin", "restore"
_WORDS = {
    EDIT: "Edit together…",
    SHEET: "Contact sheet…",
    BIN: "Move to bin",
    RESTORE: "Restore",
}


class ChosenPicturesBar(Surface):
    """Offers deeds on the chosen pictures. `wanted` names one of them, `preset_wanted` a preset.

    `cleared` tells that no more than one should be chosen.
    """

    wanted = Signal(str)
    preset_wanted = Signal(str)
    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane")
        self.setProperty("edge", "top")
        self.setAccessibleName("Chosen pictures")
        self._label = Label("", META, Ink.INK)
        fit(self._label, height=CHIP)
        self._label.setIndent(SPACE_4)
        clear = IconButton(theme, "mdi6.close", "Choose none", "Esc")
        fit(clear, side=COMPACT)
        clear.clicked.connect(self.cleared)
        self._buttons = {name: Button(theme, words, Kind.LINK) for name, words in _WORDS.items()}
        for name, button in self._buttons.items():
            button.clicked.connect(partial(self._on_pressed, name))
        self.presets = MenuButton(theme, "Use preset", Kind.LINK)
        fit(self.presets, height=CHIP)
        self._presets: tuple[str, ...] = ()
        self._arrange(clear)
        self.hide()

    def button(self, name: str) -> Button:
        """Give the button of a deed."""
        return self._buttons[name]

    def show_presets(self, names: Sequence[str]) -> None:
        """Offer the presets of the house; a house without any is not asked."""
        self._presets = tuple(names)
        self.presets.choices.clear()
        for name in self._presets:
            action = self.presets.choices.addAction(as_action(name))
            action.triggered.connect(partial(self._on_preset, name))
        self.presets.setVisible(bool(names))

    def show_count(self, count: int, *, binned: bool, ready: bool) -> None:
        """Say how many are chosen and offer what fits; `ready` tells that each of them is known."""
        self._label.setText(f"{count:,} selected")
        for name, button in self._buttons.items():
            button.setVisible(name != (BIN if binned else RESTORE))
            button.setEnabled(ready)
        self.presets.setVisible(bool(self._presets))
        self.presets.setEnabled(ready)
        self.setVisible(count > (0 if binned else 1))

    def show_busy(self, words: str) -> None:
        """Say that a deed is under way; nothing else can be begun meanwhile."""
        self._label.setText(words)
        for button in (*self._buttons.values(), self.presets):
            button.setEnabled(False)

    def _arrange(self, clear: IconButton) -> None:
        deeds = WrappingRow(SPACE_8)
        first, *others = self._buttons.values()
        deeds.add(self._label, first, self.presets, *others)
        deeds.put_last(clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_4, SPACE_8, SPACE_4)
        column.addWidget(deeds)

    def _on_pressed(self, name: str, *_: object) -> None:
        self.wanted.emit(name)

    def _on_preset(self, name: str, *_: object) -> None:
        self.preset_wanted.emit(name)
