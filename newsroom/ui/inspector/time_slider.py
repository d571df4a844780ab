"""A slider over the times at which an article can be looked at; its right end is now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSlider

from newsroom.domain.lines import day_in_words
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.states import VERDICT_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BUTTON, SPACE_4, SPACE_8

if TYPE_CHECKING:
    from newsroom.desk.timing import Stop

_KNOB = 7
_GROOVE = 4
_TICK = 7
_FAR = timedelta(minutes=1)
"""How far Page Up and Page Down go at least."""


class TimeSlider(QSlider):
    """Stops are evenly spaced, so that each is within reach; versions and decisions are marked.

    Left and Right go one stop, Page Up and Page Down a minute or to the next mark, Home to the
    oldest, End to now. What it stands at is part of its accessible name and is announced.
    """

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._now = now
        self._stops: Sequence[Stop] = ()
        fit(self, height=BUTTON)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(0, 0)
        self.valueChanged.connect(self._name)
        theme.theme_changed.connect(self.update)
        self._name()

    @property
    def stop(self) -> Stop | None:
        """The stop that it stands at; None for now."""
        return self._stops[self.value()] if self.value() < len(self._stops) else None

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Take other stops, oldest first; it stays at the one it stands at where that is left."""
        if stops == self._stops:
            return
        here = self.stop
        self._stops = stops
        self.blockSignals(True)
        self.setRange(0, len(stops))
        self.setValue(stops.index(here) if here in stops else len(stops))
        self.blockSignals(False)
        self._name()
        self.update()
        if here is not None and self.stop is None:
            self.valueChanged.emit(self.value())

    def go_to(self, stop: Stop) -> None:
        """Go to a stop; to now where there is no such."""
        self.setValue(self._stops.index(stop) if stop in self._stops else len(self._stops))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go far by the keys that say so; Escape leads back to now."""
        match event.key():
            case Qt.Key.Key_PageUp:
                self.setValue(self._far(-1))
            case Qt.Key.Key_PageDown:
                self.setValue(self._far(1))
            case Qt.Key.Key_Escape if self.stop is not None:
                self.setValue(self.maximum())
            case _:
                super().keyPressEvent(event)

    def _far(self, step: int) -> int:
        """Find the next mark, or the next stop that is a minute away, whichever is nearer."""
        here = self.stop
        place = self.value() + step
        while 0 < place < self.maximum():
            there = self._stops[place]
            if there.version or (here and abs(there.at - here.at) >= _FAR):
                break
            place += step
        return max(0, min(place, self.maximum()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self.setValue(self._at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def _at(self, point: QPoint) -> int:
        room = max(1, self.width() - 2 * _KNOB - 2 * SPACE_4)
        share = (point.x() - _KNOB - SPACE_4) / room
        return round(max(0.0, min(1.0, share)) * self.maximum())

    def _x(self, value: int) -> int:
        room = self.width() - 2 * _KNOB - 2 * SPACE_4
        return SPACE_4 + _KNOB + round(room * (value / self.maximum() if self.maximum() else 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() // 2
        here = self._x(self.value())
        whole = QRect(SPACE_4, middle - _GROOVE // 2, self.width() - 2 * SPACE_4, _GROOVE)
        painter.setBrush(QColor(palette.control_line))
        painter.drawRoundedRect(whole, _GROOVE / 2, _GROOVE / 2)
        painter.setBrush(QColor(palette.field_line))
        passed = QRect(whole.left(), whole.top(), here - whole.left(), _GROOVE)
        painter.drawRoundedRect(passed, _GROOVE / 2, _GROOVE / 2)
        for place, stop in enumerate(self._stops):
            if stop.version:
                self._paint_mark(painter, self._x(place), middle, decided=bool(stop.verdicts))
        painter.setPen(QPen(QColor(palette.paper), 2))
        painter.setBrush(QColor(palette.accent_fill))
        painter.drawEllipse(QPoint(here, middle), _KNOB, _KNOB)
        painter.end()

    def _paint_mark(self, painter: QPainter, x: int, middle: int, *, decided: bool) -> None:
        """Draw a version as a stroke through the groove, one that was decided on with a head."""
        ink = QColor(self._theme.palette.ink_2)
        painter.setBrush(ink)
        painter.drawRect(QRect(x - 1, middle - _TICK, 2, 2 * _TICK))
        if decided:
            painter.drawEllipse(QPoint(x, middle - SPACE_8), 3, 3)

    def _name(self) -> None:
        words = stop_words(self.stop, self._now())
        self.setAccessibleName(f"Time: {words}")
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def stop_words(stop: Stop | None, now: datetime) -> str:
    """Say what a stop is: "14:07:12, 412 words", "Version 2, submitted for approval, 14:07, …"."""
    if stop is None:
        return "Now"
    parts = [clock_words(stop.at, now), f"{stop.words:,} words" if stop.words != 1 else "1 word"]
    if stop.version:
        told = [VERDICT_WORDS[one].lower() for one in dict.fromkeys(stop.verdicts)]
        parts = [f"Version {stop.version}", *told, *parts]
    return ", ".join(parts)


def clock_words(moment: datetime, now: datetime) -> str:
    """Write a time of today to the second, any other with its day."""
    local = moment.astimezone()
    if local.date() == now.astimezone().date():
        return f"{local:%H:%M:%S}"
    return f"{day_in_words(local, now.astimezone())}, {local:%H:%M}"
