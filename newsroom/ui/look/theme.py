"""The theme: follows the system's looks, or a choice made here, and dresses everything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from newsroom.settings import Appearance
from newsroom.ui.look.contrast import contrast_palette
from newsroom.ui.look.fitting import refit
from newsroom.ui.look.fonts import font
from newsroom.ui.look.icons import IconCase
from newsroom.ui.look.scale import set_scale, system_scale
from newsroom.ui.look.style import style_sheet
from newsroom.ui.look.tokens import BASE, DARK, LIGHT, TEXT_SIZES, Ink, Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints


class Theme(QObject):
    """The palette in force, its icons, and the one signal that says it changed.

    `chosen` tells that a person chose another appearance, or another size of text.
    """

    theme_changed = Signal()
    chosen = Signal()

    def __init__(
        self,
        app: QApplication,
        appearance: Appearance = Appearance.SYSTEM,
        text_size: int = TEXT_SIZES[0],
    ) -> None:
        """Take what was chosen: an appearance, and a size of text in percent."""
        super().__init__()
        self._app = app
        self._appearance = appearance
        self._text_size = text_size
        # Both are kept: PySide takes the second for deleted as soon as the first is let go.
        self._hints = app.styleHints()
        self._needs = _needs(self._hints)
        self.palette = self._wanted()
        self._case = IconCase(lambda: self.palette)
        set_scale(self._wanted_scale())
        self._hints.colorSchemeChanged.connect(self.follow)
        if self._needs is not None:
            self._needs.contrastPreferenceChanged.connect(self.follow)
        self._dress()

    @property
    def appearance(self) -> Appearance:
        """What was asked for: the system's, or one of ours."""
        return self._appearance

    def choose(self, appearance: Appearance) -> None:
        """Follow the system again, or keep to one look whatever it says."""
        new, self._appearance = appearance is not self._appearance, appearance
        if not self.follow() and new:
            self.theme_changed.emit()
        self.chosen.emit()

    @property
    def text_size(self) -> int:
        """The size of text that was chosen, in percent."""
        return self._text_size

    def resize_text(self, by: int) -> None:
        """Go to the next larger size of text, or the next smaller one; 0 is the usual size."""
        sizes = [one for one in TEXT_SIZES if (one - self._text_size) * by > 0]
        if by == 0:
            self._text_size = TEXT_SIZES[0]
        elif sizes:
            self._text_size = min(sizes) if by > 0 else max(sizes)
        self.follow()
        self.chosen.emit()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Let many widgets be made before they are dressed: each is dressed once, at the end.

        Qt would else dress a widget again whenever it, or what it lies in, is put into another.
        For what is not on show yet.

        WORKAROUND: where other widgets stand already, everything stays dressed. With the last style
        sheet Qt forgets whom it told of their end, but leaves its mark on what was never on show,
        such as the first handle of a splitter; when that ends later, the next style sheet reaches
        for it and the program crashes.
        """
        if self._app.topLevelWidgets():
            yield
            return
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
        if self._appearance is Appearance.CONTRAST or self._system_needs_contrast():
            return contrast_palette(_system_palette(self._app))
        if self._appearance is Appearance.SYSTEM:
            dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._appearance is Appearance.DARK
        return DARK if dark else LIGHT

    def _system_needs_contrast(self) -> bool:
        if self._needs is None or self._appearance is not Appearance.SYSTEM:
            return False
        return self._needs.contrastPreference() is Qt.ContrastPreference.HighContrast

    def _wanted_scale(self) -> float:
        return system_scale() * self._text_size / 100

    def follow(self) -> bool:
        """Take on what the system, or a choice, asks for now; tell whether that is new."""
        wanted, resized = self._wanted(), set_scale(self._wanted_scale())
        # To read the system's palette is to put it on for a moment.
        if not wanted.contrast and wanted == self.palette and not resized:
            return False
        self.palette = wanted
        self._dress()
        if resized:
            refit(self._app.allWidgets())
        self.theme_changed.emit()
        return True

    def _dress(self) -> None:
        # To take the sheet off first would be ten times as quick, and crash later: see `undressed`.
        self._app.setFont(font(BASE))
        self._app.setPalette(_qt_palette(self.palette))
        self._app.setStyleSheet(style_sheet(self.palette))


def _needs(hints: QStyleHints) -> QAccessibilityHints | None:
    """Give what tells whether high contrast is asked for; Qt below 6.10 has nothing to tell."""
    return hints.accessibility() if hasattr(hints, "accessibility") else None


def _system_palette(app: QApplication) -> QPalette:
    """Give the system's own palette, in the place of ours for a moment."""
    app.setPalette(QPalette())
    return app.palette()


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
