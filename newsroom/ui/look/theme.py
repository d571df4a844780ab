"""The theme: follows the system's light or dark, or a choice made here, and dresses everything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from newsroom.settings import Appearance
from newsroom.ui.look.fonts import font
from newsroom.ui.look.icons import IconCase
from newsroom.ui.look.style import style_sheet
from newsroom.ui.look.tokens import BASE, DARK, LIGHT, Ink, Palette


class Theme(QObject):
    """The palette in force, its icons, and the one signal that says it changed."""

    theme_changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        super().__init__()
        self._app = app
        self._appearance = appearance
        self.palette = self._wanted()
        self._case = IconCase(lambda: self.palette)
        app.setFont(font(BASE))
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def appearance(self) -> Appearance:
        """What was asked for: the system's, or one of the two."""
        return self._appearance

    def choose(self, appearance: Appearance) -> None:
        """Follow the system again, or stay light or dark whatever it says."""
        self._appearance = appearance
        self._follow()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Let many widgets be made before they are dressed: each is dressed once, at the end.

        Qt would else dress a widget again whenever it, or what it lies in, is put into another.
        For what is not on show yet.
        """
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._app.setStyleSheet(style_sheet(self.palette))

    def icon(self, name: str, ink: Ink = Ink.INK_2, on: Ink | None = None) -> QIcon:
        """Give an icon that always shows in the present theme's ink."""
        return self._case.icon(name, ink, on)

    def draw(self, painter: QPainter, rect: QRect, name: str, ink: Ink | str) -> None:
        """Draw an icon in a role's ink, or in a palette's colour."""
        if isinstance(ink, Ink):
            self._case.draw_ink(painter, rect, name, ink)
        else:
            self._case.draw(painter, rect, name, ink)

    def _wanted(self) -> Palette:
        if self._appearance is Appearance.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._appearance is Appearance.DARK
        return DARK if dark else LIGHT

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self.palette:
            self.palette = wanted
            self._dress()
            self.theme_changed.emit()

    def _dress(self) -> None:
        self._app.setPalette(_qt_palette(self.palette))
        self._app.setStyleSheet(style_sheet(self.palette))


def _qt_palette(palette: Palette) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for where, value in {
        role.Window: palette.chrome,
        role.WindowText: palette.ink,
        role.Base: palette.paper,
        role.AlternateBase: palette.pane,
        role.Text: palette.ink,
        role.Button: palette.paper,
        role.ButtonText: palette.ink,
        role.Highlight: palette.accent_fill,
        role.HighlightedText: palette.on_accent,
        role.Link: palette.accent,
        role.Accent: palette.accent,
        role.PlaceholderText: palette.ink_3,
        role.ToolTipBase: palette.paper,
        role.ToolTipText: palette.ink,
    }.items():
        made.setColor(where, QColor(value))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(palette.ink_3))
    return made
