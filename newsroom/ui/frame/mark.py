"""The mark of the program: a sun half risen over two lines of the steppe."""

from __future__ import annotations

from pathlib import Path
from weakref import ref

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter

from newsroom.ui.look.icons import PaintedIcon, icon_by
from newsroom.ui.look.theme import Theme

_SIDE = 22.0
"""The mark is drawn on a square of this many units, as in `resources/icons/newsroom.svg`."""
_SIZES = (16, 24, 32, 48, 64, 128, 256)
_HALF_TURN = 180 * 16


def program_icon(resources: Path) -> QIcon:
    """Load the program's icon, for the system's task bar, in every size there is."""
    mark = QIcon()
    for side in _SIZES:
        mark.addFile(str(resources / "icons" / f"newsroom-{side}.png"))
    return mark


def theme_mark(theme: Theme) -> QIcon:
    """Make the mark that stands inside the window, in the theme's accent."""
    return icon_by(_Mark(theme))


class _Mark(PaintedIcon):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = ref(theme)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        theme = self._theme()
        if theme is None:
            return
        colour = QColor(theme.palette.accent)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / _SIDE, rect.height() / _SIDE)
        painter.setBrush(colour)
        painter.drawPie(QRectF(4, 5.5, 14, 14), 0, _HALF_TURN)
        painter.drawRoundedRect(QRectF(1, 14, 20, 1.8), 0.9, 0.9)
        colour.setAlphaF(0.7)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(4, 17.3, 14, 1.8), 0.9, 0.9)
        painter.restore()
