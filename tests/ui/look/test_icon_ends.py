"""Icons end with their theme, in whatever order Python's collector takes things apart."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.settings import Appearance
from newsroom.ui.look.theme import Theme

NAMES = ("mdi6.eye-outline", "mdi6.pencil-outline", "mdi6.earth", "fa6b.telegram")


class _Ring(QObject):
    """A theme in a ring that only the collector undoes, as a window and its parts are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.icons = [theme.icon(name) for name in NAMES]
        self.itself = self


def test_a_theme_that_the_collector_takes_apart_leaves_no_icon_without_its_engine(
    qapp: QApplication,
) -> None:
    for _ in range(20):
        _Ring(Theme(qapp, Appearance.LIGHT))
    gc.collect()
    button = QPushButton()
    button.setIcon(Theme(qapp, Appearance.DARK).icon("mdi6.earth"))
    gc.collect()
    assert not button.icon().isNull()
    button.deleteLater()
    qapp.setStyleSheet("")


def test_an_icon_that_outlives_its_theme_draws_nothing(qapp: QApplication) -> None:
    theme = Theme(qapp, Appearance.LIGHT)
    icon = theme.icon("mdi6.earth")
    assert _is_drawn(icon)
    del theme
    gc.collect()
    assert not _is_drawn(icon)
    qapp.setStyleSheet("")


def _is_drawn(icon: QIcon) -> bool:
    image = icon.pixmap(16, 16).toImage()
    return any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))
