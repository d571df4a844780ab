"""Small round marks: a person's initials, a number that asks for attention."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.domain.member import initials
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.fonts import font
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import AVATAR, PILL, SPACE_8, Ink, Type, colour

_BADGE = 16


def draw_round(painter: QPainter, rect: QRect, tint: str, theme: Theme) -> None:
    """Fill a shape with round ends; in high contrast, which has no tints, with a line around."""
    place = QRectF(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    if theme.palette.contrast:
        painter.setPen(QColor(theme.palette.ink))
        place.adjust(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(QColor(tint))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)


def draw_avatar(
    painter: QPainter, rect: QRect, letters: str, theme: Theme, *, tint: str, ink: Ink
) -> None:
    """Draw initials in a round of a colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_round(painter, rect, tint, theme)
    size = 10 if rect.width() >= grown(AVATAR) else 9
    painter.setFont(font(Type(PILL.family, size, PILL.line, 600)))
    painter.setPen(QColor(colour(theme.palette, ink)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


class Avatar(QWidget):
    """A person, by initials."""

    def __init__(self, theme: Theme, name: str = "", side: int = AVATAR) -> None:
        super().__init__()
        self._theme = theme
        self._letters = ""
        fit(self, square=side)
        theme.theme_changed.connect(self.update)
        self.show_person(name)

    def show_person(self, name: str) -> None:
        """Show another person."""
        self._letters = initials(name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tint = self._theme.palette.selected
        draw_avatar(painter, self.rect(), self._letters, self._theme, tint=tint, ink=Ink.ACCENT)
        painter.end()


class CounterBadge(QWidget):
    """A number in a round; gone at zero."""

    def __init__(self, theme: Theme, *, calm: bool = False, amber: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._calm = calm
        self._amber = amber
        self._count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.theme_changed.connect(self._resize)
        self._show(0)

    def show_count(self, count: int) -> None:
        """Show another number; the same one costs nothing."""
        if count != self._count:
            self._show(count)

    def _show(self, count: int) -> None:
        self._count = count
        self.setVisible(count > 0)
        self.setAccessibleName(str(count))
        self._resize()

    def _resize(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(PILL)).horizontalAdvance(str(self._count))
        side = tall(_BADGE, PILL.line)
        return QSize(max(side, words + SPACE_8), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        tint, ink = palette.accent_fill, palette.on_accent
        if self._calm:
            tint, ink = palette.badge, palette.ink_2
        if self._amber:
            tint, ink = palette.amber_tint, palette.amber
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_round(painter, self.rect(), tint, self._theme)
        painter.setPen(QColor(ink))
        painter.setFont(font(PILL))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.end()
