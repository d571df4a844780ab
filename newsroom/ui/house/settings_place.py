"""Settings: how the window looks, the house, whose key this is, where everything lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from newsroom.domain.member import Member
from newsroom.settings import Appearance
from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.house.house_form import HouseForm
from newsroom.ui.look.bars import PaneHeader, Surface
from newsroom.ui.look.controls import Button, Segments
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.forms import beside
from newsroom.ui.look.labels import Label
from newsroom.ui.look.scale import scale
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    COLUMN,
    HASH,
    META,
    PANE_TITLE,
    SPACE_8,
    SPACE_16,
    SPACE_24,
    Ink,
)

_APPEARANCES = (
    (Appearance.SYSTEM.value, "As the system", "mdi6.theme-light-dark"),
    (Appearance.LIGHT.value, "Light", "mdi6.white-balance-sunny"),
    (Appearance.DARK.value, "Dark", "mdi6.weather-night"),
    (Appearance.CONTRAST.value, "High contrast", "mdi6.contrast-circle"),
)


_SIZES = ("smaller-text", "normal-text", "larger-text")


class SettingsPlace(Surface):
    """A column of groups, each a title and what can be done."""

    def __init__(self, theme: Theme, actions: ActionTable, library: Path) -> None:
        super().__init__("paper")
        self._theme = theme
        self._actions = actions
        self._looks = Segments(theme, _APPEARANCES)
        self._looks.setAccessibleName("Appearance")
        fit(self._looks, most=COLUMN)
        self._looks.choose(theme.appearance.value)
        self._looks.chosen.connect(lambda key: actions[f"view.{key}"].trigger())
        theme.theme_changed.connect(self._show_appearance)
        self._size = Label("", BASE)
        self._show_appearance()
        self._name = Label("", BASE)
        self._key = Label("", HASH, Ink.INK_2)
        self._key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._key.setWordWrap(True)
        folder = Label(str(library), HASH, Ink.INK_2)
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        folder.setWordWrap(True)
        header = PaneHeader("paper")
        header.add(Label("Settings", PANE_TITLE))
        header.stretch()
        self.house = HouseForm(theme)
        ground = Surface("paper")
        groups = QVBoxLayout(ground)
        groups.setContentsMargins(SPACE_16, SPACE_24, SPACE_16, SPACE_24)
        groups.setSpacing(SPACE_24)
        groups.addWidget(_group("Appearance", self._looks))
        groups.addWidget(
            _group(
                "Size of text",
                beside(self._size, *(self._button(actions[f"view.{name}"]) for name in _SIZES)),
            )
        )
        groups.addWidget(_group("The house", self.house))
        groups.addWidget(
            _group(
                "Your key",
                self._name,
                self._key,
                Label("Every version and decision of yours is signed with it.", META, Ink.INK_3),
                _left(self._button(actions["newsroom.passphrase"])),
            )
        )
        groups.addWidget(
            _group(
                "Library on this laptop",
                folder,
                Label("To keep a copy, close Newsroom and copy the folder.", META, Ink.INK_3),
                _left(self._button(actions["newsroom.open"])),
            )
        )
        groups.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(scroll, 1)

    def show_member(self, member: Member) -> None:
        """Show who works on this laptop, and their public key."""
        self._name.setText(member.name)
        self._key.setText(member.id)

    def _show_appearance(self) -> None:
        self._looks.choose(self._theme.appearance.value)
        shown = round(scale() * 100)
        usual = " of the usual size" if shown != 100 else ", the usual size"
        self._size.setText(f"{shown} %{usual}")

    def _button(self, action: QAction) -> QWidget:
        button = Button(self._theme, action.text())
        button.clicked.connect(action.trigger)
        return button


def _group(title: str, *parts: QWidget) -> QWidget:
    holder = QWidget()
    fit(holder, most=COLUMN)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_8)
    column.addWidget(Label(title, PANE_TITLE))
    for part in parts:
        column.addWidget(part)
    column.addSpacing(SPACE_16)
    return holder


def _left(part: QWidget) -> QWidget:
    """Let a part be no wider than it wants."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(part)
    row.addStretch(1)
    return holder
