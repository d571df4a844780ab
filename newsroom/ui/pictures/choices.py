"""Boxes of a credit record that are filled by choosing: one term of a list, or some channels."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from newsroom.domain.vocabularies import Channel, words_for
from newsroom.ui.look.controls import Button, Kind, MenuButton
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BUTTON, SPACE_8

UNSAID = "Not said"


class TermBox(MenuButton):
    """One term of a closed list, in plain words. `left` says that the keyboard has gone elsewhere.

    `edited` tells of choices by a person only.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, words: str, terms: type[StrEnum]) -> None:
        super().__init__(theme, UNSAID)
        self._name = words
        self._terms = terms
        self._term = terms("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for term in terms:
            deed = self.choices.addAction(words_for(term) or UNSAID)
            deed.triggered.connect(partial(self.choose, term))
        self.show_value(self._term, fresh=True)

    def value(self) -> StrEnum:
        """Give the term that is chosen."""
        return self._term

    def show_value(self, term: StrEnum, *, fresh: bool) -> None:
        """Show another term."""
        self._term = self._terms(term)
        said = words_for(self._term) or UNSAID
        self.setText(said)
        self.setToolTip(said)
        self.setAccessibleName(f"{self._name}: {said}")

    def choose(self, term: StrEnum, *_: object) -> None:
        """Choose a term as a person does."""
        if term != self._term:
            self.show_value(term, fresh=False)
            self.edited.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(grown(3 * BUTTON), super().minimumSizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ChannelsBox(QWidget):
    """The ways on which a picture may be used; none pressed stands for all.

    A channel that only a later version knows stays as it is.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._channels: tuple[str, ...] = ()
        self.chips: dict[str, Button] = {}
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        for channel in Channel:
            chip = Button(theme, words_for(channel), Kind.CHIP)
            chip.setCheckable(True)
            chip.setAccessibleName(f"{words}: {words_for(channel)}")
            chip.clicked.connect(self._on_clicked)
            self.chips[channel] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self.setFocusProxy(self.chips[Channel.WEB])

    def value(self) -> tuple[str, ...]:
        """Give the channels that are chosen, in the order in which they are listed."""
        pressed = [name for name, chip in self.chips.items() if chip.isChecked()]
        return (*pressed, *(one for one in self._channels if one not in self.chips))

    def show_value(self, channels: tuple[str, ...], *, fresh: bool) -> None:
        """Show other channels."""
        self._channels = channels
        for name, chip in self.chips.items():
            chip.setChecked(name in channels)

    def _on_clicked(self) -> None:
        self.edited.emit()
        self.left.emit()
