"""A row in which a saved search gets its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, SPACE_8, SPACE_16


class NameRow(Surface):
    """Asks for a name under the filters; `named` gives it with the one it had before, if any."""

    named = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane")
        self.setProperty("edge", "bottom")
        self._former = ""
        self.field = OneLine()
        fit(self.field, role=BASE, height=BUTTON)
        self.field.setMaxLength(60)
        self.field.setPlaceholderText("Name of this search")
        self.field.setAccessibleName("Name of this search")
        self.field.returnPressed.connect(self._on_named)
        save = Button(theme, "Save")
        save.clicked.connect(self._on_named)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_8, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(self.field, 1)
        row.addWidget(save)
        self.hide()

    def ask(self, former: str, proposed: str) -> None:
        """Ask for a name: another one for a search that had one, or the first."""
        self._former = former
        self.field.setText(proposed)
        self.field.selectAll()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_named(self) -> None:
        if name := self.field.text().strip():
            self.hide()
            self.named.emit(name, self._former)
            self.left.emit()
