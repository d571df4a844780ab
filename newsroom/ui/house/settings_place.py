"""Settings: how the window looks, the house, whose key this is, where everything lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.domain.member import Member
from newsroom.settings import Appearance
from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.house.house_form import HouseForm
from newsroom.ui.house.key_text import KeyText
from newsroom.ui.house.setting_rows import GROUP, SettingGroup, SettingRow, Stand, card_of
from newsroom.ui.look.bars import PaneHeader, Surface
from newsroom.ui.look.controls import Button, FoldingSegments
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.forms import beside
from newsroom.ui.look.labels import Label
from newsroom.ui.look.scale import scale
from newsroom.ui.look.scrolling import ScrollingColumn
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    HASH,
    PANE_TITLE,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    Ink,
)

_APPEARANCES = (
    (Appearance.SYSTEM.value, "As the system", "mdi6.theme-light-dark"),
    (Appearance.LIGHT.value, "Light", "mdi6.white-balance-sunny"),
    (Appearance.DARK.value, "Dark", "mdi6.weather-night"),
    (Appearance.CONTRAST.value, "High contrast", "mdi6.contrast-circle"),
)

_COPY = "To keep a copy, close Newsroom and copy the folder."
_SIZES = ("smaller-text", "normal-text", "larger-text")


class SettingsPlace(Surface):
    """A column of groups, each a title, a line about it, and what can be set."""

    def __init__(self, theme: Theme, actions: ActionTable, library: Path) -> None:
        super().__init__("paper")
        self._theme = theme
        self._actions = actions
        self._looks = FoldingSegments(theme, _APPEARANCES)
        self._looks.setAccessibleName("Appearance")
        self._looks.chosen.connect(lambda key: actions[f"view.{key}"].trigger())
        self._size = SettingRow("Size of text", self._sizes())
        self._show_appearance()
        theme.theme_changed.connect(self._show_appearance)
        self._name = Label("", BASE)
        self.key = KeyText()
        self.house = HouseForm(theme)
        header = PaneHeader("paper")
        header.add(Label("Settings", PANE_TITLE))
        header.stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(
            _scrolled(self._window(), self._house(), self._person(), self._library(library)), 1
        )

    def _window(self) -> SettingGroup:
        return SettingGroup(
            "Window",
            "How Newsroom looks on this laptop. Pages are shown as readers see them.",
            card_of(SettingRow("Appearance", self._looks), self._size),
        )

    def _house(self) -> SettingGroup:
        return SettingGroup(
            "The house",
            "What the publication calls itself and prints on its pages, for the whole newsroom.",
            self.house,
        )

    def _person(self) -> SettingGroup:
        protect = self._button(self._actions["newsroom.passphrase"])
        return SettingGroup(
            "Your key",
            "Every version and decision of yours is signed with it.",
            card_of(
                SettingRow("Whose it is", self._name, stand=Stand.FIELD),
                SettingRow("Public key", self.key, "Others know you by it"),
                SettingRow("Passphrase", protect, "Asked for before the key can be used"),
            ),
        )

    def _library(self, library: Path) -> SettingGroup:
        return SettingGroup(
            "Library",
            "Articles and pictures lie in one folder on this laptop.",
            card_of(
                SettingRow("Folder", _quoted(str(library)), _COPY, Stand.FIELD),
                SettingRow("Another library", self._button(self._actions["newsroom.open"])),
            ),
        )

    def show_member(self, member: Member) -> None:
        """Show who works on this laptop, and their public key."""
        self._name.setText(member.name)
        self.key.show_key(member.id)

    def _show_appearance(self) -> None:
        self._looks.choose(self._theme.appearance.value)
        shown = round(scale() * 100)
        usual = " of the usual size" if shown != 100 else ", the usual size"
        self._size.say(f"{shown} %{usual}")

    def _sizes(self) -> QWidget:
        smaller, normal, larger = (self._button(self._actions[f"view.{one}"]) for one in _SIZES)
        return beside(smaller, normal, larger)

    def _button(self, action: QAction) -> QWidget:
        button = Button(self._theme, action.text())
        button.clicked.connect(action.trigger)
        return button


def _quoted(words: str) -> Label:
    """Show a path, which can be copied."""
    label = Label(words, HASH, Ink.INK_2)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label


def _scrolled(*groups: QWidget) -> ScrollingColumn:
    """Stand groups in a column in the middle, which scrolls."""
    ground = Surface("paper")
    # Here, not at each group: a layout asks what words need in all the width that it has itself.
    fit(ground, most=GROUP + 2 * SPACE_24)
    column = QVBoxLayout(ground)
    column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_48)
    column.setSpacing(SPACE_32)
    for group in groups:
        column.addWidget(group)
    column.addStretch(1)
    scroll = ScrollingColumn(ground)
    scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return scroll
