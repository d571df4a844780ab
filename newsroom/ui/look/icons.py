"""Icons by name and role: drawn in the theme of the moment, so that a new theme needs no swap."""

from __future__ import annotations

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from newsroom.ui.look.glyphs import paint_glyph
from newsroom.ui.look.tokens import Ink, Palette, colour

_ENGINES: list[QIconEngine] = []


class PaintedIcon(QIconEngine):
    """An icon that is painted at the size that is asked for; who makes one says how."""

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


def icon_by(engine: QIconEngine) -> QIcon:
    """Make an icon that an engine of ours draws.

    WORKAROUND: when Python's collector meets an engine and its icon in one ring, PySide frees the
    engine while Qt's icon still has it, and the program crashes. So engines stay until the program
    ends; there are some hundred of them.
    """
    _ENGINES.append(engine)
    return QIcon(engine)


class IconCase:
    """Makes icons, each (name, ink) once."""

    def __init__(self, palette: Callable[[], Palette]) -> None:
        self._palette = palette
        self._icons: dict[tuple[str, Ink, Ink | None], QIcon] = {}

    def icon(self, name: str, ink: Ink = Ink.INK_2, on: Ink | None = None) -> QIcon:
        """Give an icon by its qtawesome name; `on` is its ink while its button is checked."""
        key = (name, ink, on)
        if key not in self._icons:
            self._icons[key] = icon_by(_TokenIcon(self, name, ink, on or ink))
        return self._icons[key]

    def draw(self, painter: QPainter, rect: QRect, name: str, tint: str) -> None:
        """Draw an icon in a colour given as `#RRGGBB`."""
        paint_glyph(painter, rect, name, tint)

    def draw_ink(self, painter: QPainter, rect: QRect, name: str, ink: Ink) -> None:
        """Draw an icon in a role's colour."""
        self.draw(painter, rect, name, colour(self._palette(), ink))

    def tint(self, mode: QIcon.Mode, ink: Ink) -> str:
        """Give the colour that a role has in a mode of a button."""
        if mode is QIcon.Mode.Disabled:
            return self._palette().disabled
        return colour(self._palette(), ink)


class _TokenIcon(PaintedIcon):
    """An icon that asks for its colour when it is drawn.

    It stays when its theme goes, and so does not hold what it asks.
    """

    def __init__(self, case: IconCase, name: str, ink: Ink, on: Ink) -> None:
        super().__init__()
        self._case = ref(case)
        self._name = name
        self._ink = ink
        self._on = on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        case = self._case()
        if case is not None:
            ink = self._on if state is QIcon.State.On else self._ink
            case.draw(painter, rect, self._name, case.tint(mode, ink))
