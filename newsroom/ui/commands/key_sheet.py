"""The sheet of keys: every command that has one, made from the table."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from newsroom.ui.actions import COMMANDS
from newsroom.ui.commands.command import Group
from newsroom.ui.look.bars import PaneHeader
from newsroom.ui.look.labels import Label
from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import BASE, FIGURE, META, PANE_TITLE, SPACE_8, SPACE_16, SPACE_24, Ink

_SIZE = (480, 560)


class KeySheet(QDialog):
    """Lists the keys, a group under another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(grown(_SIZE[0]), grown(_SIZE[1])).boundedTo(parent.size()))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("Keys")
        area.setWidget(_sheet())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_title())
        column.addWidget(area, 1)
        area.setFocus()


def _title() -> PaneHeader:
    header = PaneHeader("chrome")
    header.row.setContentsMargins(SPACE_24, 0, SPACE_24, 0)
    header.add(Label("Keys", FIGURE))
    header.stretch()
    esc = Label("Esc", META, Ink.INK_2)
    esc.setProperty("key", True)
    header.add(esc, Label("closes this", META, Ink.INK_3))
    return header


def _sheet() -> QWidget:
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
    grid.setVerticalSpacing(SPACE_8)
    grid.setColumnStretch(0, 1)
    row = 0
    for group in Group:
        keyed = [one for one in COMMANDS if one.group is group and one.key]
        if not keyed:
            continue
        grid.addWidget(Label(group.value, PANE_TITLE), row, 0)
        for command in keyed:
            row += 1
            native = QKeySequence(command.key).toString(QKeySequence.SequenceFormat.NativeText)
            key = Label(native, META, Ink.INK_2)
            key.setProperty("key", True)
            words = Label(command.words, BASE, Ink.INK_2)
            words.setWordWrap(True)
            grid.addWidget(words, row, 0)
            grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
        row += 1
        grid.setRowMinimumHeight(row, SPACE_16)
        row += 1
    grid.setRowStretch(row, 1)
    return sheet
