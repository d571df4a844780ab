"""The bar across the top: the menu, the house, the way to every command, and who works here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import IconButton, Kind, MenuButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.marks import Avatar
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BAR,
    BASE,
    BUTTON,
    COMMAND_FIELD,
    ICON_RAIL,
    ICON_TEXT,
    META,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    Ink,
    Type,
)

_SEEK, _SEEK_SHORT = "Search or run a command", "Search"
_SAVED = "Offline · all work saved on this laptop"
_SAVED_SHORT = "Offline · all work saved"
_SAVING = "Offline · saving"
_STUCK = "Offline · not saved yet"


class CommandField(QPushButton):
    """Looks like a search field and opens the command palette."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_SEEK)
        self.setProperty("kind", Kind.SEEK.value)
        self.setIcon(theme.icon("mdi6.magnify", Ink.INK_2))
        fit(self, role=BASE, icon=(ICON_TEXT, ICON_TEXT), height=BUTTON, most=COMMAND_FIELD)
        self.setAccessibleName(_SEEK)
        self._key = Label("Ctrl K", Type(META.family, 11, 14, 500), Ink.INK_2)
        self._key.setProperty("key", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE_8, 0)
        row.addStretch(1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        return QSize(grown(COMMAND_FIELD), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(COMMAND_FIELD // 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where room lacks: first without the key, then in one word."""
        super().resizeEvent(event)
        words = self.fontMetrics().horizontalAdvance
        room = self.width() - self.iconSize().width() - 3 * SPACE_12
        self._key.setVisible(words(_SEEK) + self._key.sizeHint().width() < room)
        self.setText(_SEEK if words(_SEEK) < room else _SEEK_SHORT)


class HouseButton(MenuButton):
    """The house's name with the mark of the program; its menu leads to other libraries."""

    def __init__(self, theme: Theme, mark: QIcon) -> None:
        super().__init__(theme, "", Kind.QUIET)
        fit(self, role=Type(BASE.family, BASE.size, BASE.line, 600))
        self.setIcon(mark)
        fit(self, icon=(ICON_RAIL, ICON_RAIL))
        self.setProperty("ink", "ink")

    def show_house(self, name: str) -> None:
        """Show the name of the house."""
        self.setText(f" {name}")
        self.setAccessibleName(f"House: {name}")


class TopBar(Surface):
    """The top bar."""

    palette_wanted = Signal()

    def __init__(self, theme: Theme, mark: QIcon, menu: QMenu, house_menu: QMenu) -> None:
        super().__init__("chrome")
        self.setProperty("edge", "bottom")
        fit(self, height=BAR)
        self._folded = False
        self._state = _SAVED
        hamburger = IconButton(theme, "mdi6.menu", "Menu", "F10")
        hamburger.setMenu(menu)
        self.house = HouseButton(theme, mark)
        self.house.choices = house_menu
        self.field = CommandField(theme)
        self.field.clicked.connect(self.palette_wanted)
        self._status = IconLabel(theme, "mdi6.wifi-off", _SAVED, META, Ink.INK_2)
        self._avatar = Avatar(theme)
        self._name = Label("", Type(BASE.family, BASE.size, BASE.line, 500))
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_16 + 4, 0, SPACE_24, 0)
        grid.addWidget(_row(hamburger, self.house), 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.field, 0, 1)
        right = _row(self._status, SPACE_12, self._avatar, self._name)
        grid.addWidget(right, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.menu_button = hamburger

    def fold(self, *, folded: bool, tight: bool) -> None:
        """Give room: short words and initials, or where it is tight initials and no words."""
        self._folded = folded
        self._name.setVisible(not folded)
        self._status.label.setVisible(not tight)
        self._show_state()

    def show_person(self, name: str) -> None:
        """Show who works here."""
        self._avatar.show_person(name)
        self._name.setText(name)

    def show_saved(self) -> None:
        """Say that everything is on disk."""
        self._state = _SAVED
        self._show_state()

    def show_saving(self) -> None:
        """Say that something is on its way to the disk."""
        self._state = _SAVING
        self._show_state()

    def show_stuck(self) -> None:
        """Say that something is not on disk yet."""
        self._state = _STUCK
        self._show_state()

    def _show_state(self) -> None:
        short = self._folded and self._state == _SAVED
        self._status.say(_SAVED_SHORT if short else self._state)
        self._status.setToolTip(self._state)


def _row(*parts: QWidget | int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_8)
    for part in parts:
        if isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part)
    return holder
