"""The rail at the left: the places, each with its icon, its word and perhaps a number."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout

from newsroom.ui.frame.places import PLACE_ICONS, PLACE_KEYS, PLACE_WORDS, Place
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import with_key
from newsroom.ui.look.focus import one_stop
from newsroom.ui.look.fonts import font
from newsroom.ui.look.marks import CounterBadge
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    CARD_RADIUS,
    ICON_RAIL,
    RAIL,
    RAIL_FOLDED,
    RAIL_LABEL,
    SELECTION_BAR,
    SPACE_4,
    SPACE_8,
    Ink,
    Type,
    colour,
)

_ITEM = 56
_FOLDED_ITEM = 48


def rail_width(*, folded: bool) -> int:
    """Tell how wide the rail is, with its words or without."""
    return tall(RAIL_FOLDED) if folded else grown(RAIL)


class RailButton(QToolButton):
    """One place on the rail."""

    def __init__(self, theme: Theme, place: Place) -> None:
        super().__init__()
        self._theme = theme
        self._place = place
        self._folded = False
        self.badge = CounterBadge(theme)
        self.badge.setParent(self)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(with_key(PLACE_WORDS[place], PLACE_KEYS[place]))
        self.setAccessibleName(PLACE_WORDS[place])
        theme.theme_changed.connect(self._resize)
        self.fold(folded=False)

    def fold(self, *, folded: bool) -> None:
        """Show the icon alone, or with its word."""
        self._folded = folded
        self._resize()

    def _resize(self) -> None:
        width = rail_width(folded=self._folded)
        height = _FOLDED_ITEM + grown(ICON_RAIL) - ICON_RAIL
        if not self._folded:
            height = tall(height + _ITEM - _FOLDED_ITEM, RAIL_LABEL.line)
        self.setFixedSize(width, height)
        self.badge.move(width // 2 + 2, SPACE_4)
        self.update()

    def show_count(self, count: int) -> None:
        """Show how many things wait in this place."""
        self.badge.show_count(count)
        waiting = f", {count} waiting" if count else ""
        self.setAccessibleName(PLACE_WORDS[self._place] + waiting)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = self.rect().adjusted(SPACE_4, 0, -SPACE_4, 0)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(palette.selected if self.isChecked() else palette.hover))
            painter.drawRoundedRect(ground, CARD_RADIUS, CARD_RADIUS)
        if self.isChecked():
            painter.setBrush(QColor(palette.accent))
            middle = self.height() // 2
            painter.drawRoundedRect(-1, middle - 12, SELECTION_BAR + 1, 24, 1.5, 1.5)
        self._draw_face(painter, Ink.ACCENT if self.isChecked() else Ink.INK_2)
        painter.end()

    def _draw_face(self, painter: QPainter, ink: Ink) -> None:
        side = grown(ICON_RAIL)
        top = (self.height() - side) // 2 if self._folded else SPACE_8
        mark = QRect((self.width() - side) // 2, top, side, side)
        self._theme.draw(painter, mark, PLACE_ICONS[self._place], ink)
        if self._folded:
            return
        weight = 600 if self.isChecked() else RAIL_LABEL.weight
        painter.setFont(font(Type(RAIL_LABEL.family, RAIL_LABEL.size, RAIL_LABEL.line, weight)))
        painter.setPen(QColor(colour(self._theme.palette, ink)))
        words = QRect(0, top + side + SPACE_4, self.width(), grown(RAIL_LABEL.line))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, PLACE_WORDS[self._place])


class Rail(Surface):
    """The places, one of them chosen; Settings stands apart at the bottom."""

    place_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("chrome")
        self.setProperty("edge", "right")
        self.setAccessibleName("Places")
        self._group = QButtonGroup(self)
        self._buttons: dict[Place, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        column.setSpacing(SPACE_4)
        for place in Place:
            if place is Place.SETTINGS:
                column.addStretch(1)
            button = RailButton(theme, place)
            button.clicked.connect(lambda _=False, place=place: self.place_chosen.emit(place.value))
            self._group.addButton(button)
            self._buttons[place] = button
            column.addWidget(button)
        one_stop(self._group)
        theme.theme_changed.connect(self._resize)
        self.fold(folded=False)

    def _resize(self) -> None:
        self.setFixedWidth(rail_width(folded=self._folded))

    def fold(self, *, folded: bool) -> None:
        """Give room: icons only."""
        self._folded = folded
        self._resize()
        for button in self._buttons.values():
            button.fold(folded=folded)

    def show_place(self, place: Place) -> None:
        """Mark the place that is on show."""
        self._buttons[place].setChecked(True)

    def show_count(self, place: Place, count: int) -> None:
        """Show how many things wait in a place."""
        self._buttons[place].show_count(count)
