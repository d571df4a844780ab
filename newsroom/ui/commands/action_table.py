"""The commands as Qt actions, and the menus made of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.ui.actions import COMMANDS
from newsroom.ui.commands.command import Command, Deeds, Group, Situation
from newsroom.ui.look.controls import with_key
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import Ink

_ON_TEXT = frozenset({Group.FORMAT, Group.INSERT})


class ActionTable(QObject):
    """The commands as Qt actions of one window."""

    def __init__(self, theme: Theme, deeds: Deeds, window: QWidget) -> None:
        super().__init__(window)
        self._situation = Situation()
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(theme.icon(command.icon, Ink.INK_2, Ink.ACCENT), command.words, window)
            action.setCheckable(command.shown)
            action.setShortcut(QKeySequence(command.key))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setToolTip(with_key(command.words, command.key))
            action.triggered.connect(lambda _=False, command=command: command.run(deeds))
            window.addAction(action)
            self._actions[command.id] = action
        self.update(self._situation)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    @property
    def situation(self) -> Situation:
        """The situation in force."""
        return self._situation

    def update(self, situation: Situation) -> None:
        """Enable what makes sense now."""
        self._situation = situation
        for command in COMMANDS:
            self._actions[command.id].setEnabled(command.when(situation))

    def show_caret(self, on: frozenset[str]) -> None:
        """Show which of the commands on the text hold at the caret, by name in their group."""
        for command in COMMANDS:
            if command.shown and command.group in _ON_TEXT:
                self._actions[command.id].setChecked(command.id.partition(".")[2] in on)

    def possible(self) -> tuple[Command, ...]:
        """List the commands that make sense now."""
        return tuple(one for one in COMMANDS if self._actions[one.id].isEnabled())

    def fill(self, menu: QMenu) -> None:
        """Put every command into a menu, a submenu for each group."""
        for group in Group:
            submenu = menu.addMenu(group.value)
            submenu.addActions([self[one.id] for one in COMMANDS if one.group is group])

    def menu_of(self, menu: QMenu, names: Iterable[str]) -> QMenu:
        """Put some commands into a menu."""
        menu.addActions([self[name] for name in names])
        return menu
