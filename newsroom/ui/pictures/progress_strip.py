"""A strip over the grid that says how far something long is, with numbers and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import ElidedLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_4, SPACE_12, SPACE_16, Ink

_BAR = 160


class ProgressStrip(Surface):
    """Shown while something goes on. `cancelled` tells that it should stop."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane")
        self.setProperty("edge", "bottom")
        self._numbers = Label("", META, Ink.INK)
        self._label = ElidedLabel("", META, Ink.INK_3)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        fit(self._bar, width=_BAR)
        self.cancel = Button(theme, "Cancel")
        self.cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_4, SPACE_16, SPACE_4)
        row.setSpacing(SPACE_12)
        row.addWidget(self._bar)
        row.addWidget(self._numbers)
        row.addWidget(self._label, 1)
        row.addWidget(self.cancel)
        self.hide()

    @property
    def words(self) -> str:
        """What the strip says; empty while it is away."""
        return "" if self.isHidden() else f"{self._numbers.text()}: {self._label.text()}"

    def show_step(self, doing: str, done: int, total: int, label: str) -> None:
        """Say how far it is: what is being done, so many of so many, and to what."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._bar.setAccessibleName(doing)
        self._numbers.setText(f"{doing} {done:,} of {total:,}")
        self._label.setText(label)
        if self.isHidden():
            self.cancel.setEnabled(True)
            self.show()

    def end(self) -> None:
        """Put the strip away."""
        self.hide()

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._numbers.setText("Stopping")
        self.cancelled.emit()
