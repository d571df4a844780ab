"""What is to be said of each picture that came in, read under the notice by whoever asks for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import IconButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, COMPACT, ICON_TEXT, SPACE_4, SPACE_8, SPACE_16, Ink
from newsroom.ui.pictures.arrival_report import Report
from newsroom.ui.pictures.fold import HEAD

_HEIGHT = 168
"""Pixels for the lines; more of them are scrolled to."""


class ArrivalDetails(Surface):
    """A line for all that was refused or remarked on; nothing is held up by it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane")
        self.setProperty("edge", "bottom")
        self.setAccessibleName("Details of what was added")
        self._theme = theme
        self._title = Label("", HEAD)
        self.close_button = IconButton(theme, "mdi6.close", "Put the details away", "Esc")
        fit(self.close_button, side=COMPACT)
        self.close_button.clicked.connect(self.hide)
        self.lines = QListWidget()
        fit(self.lines, role=BASE, block=_HEIGHT, icon=(ICON_TEXT, ICON_TEXT))
        self.lines.setWordWrap(True)
        self.lines.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.lines.setAccessibleName("Refused and remarked on")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_4, SPACE_8, SPACE_8)
        column.setSpacing(SPACE_4)
        column.addLayout(head)
        column.addWidget(self.lines)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What the lines say, from the first on."""
        return tuple(self.lines.item(row).text() for row in range(self.lines.count()))

    def show_report(self, report: Report) -> None:
        """Say everything that a report says, and take the keyboard."""
        self._title.setText(report.summary)
        self.lines.clear()
        refused = self._theme.icon("mdi6.alert-outline", Ink.AMBER)
        remark = self._theme.icon("mdi6.information-outline", Ink.INK_2)
        for icon, lines in ((refused, report.refused), (remark, report.remarks)):
            for line in lines:
                self.lines.addItem(QListWidgetItem(icon, line))
        self.show()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the details away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
