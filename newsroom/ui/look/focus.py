"""The focus ring: drawn around what the keyboard has reached, never for the mouse."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QButtonGroup,
    QWidget,
)
from shiboken6 import isValid

from newsroom.ui.look.covering import covers_of, uncovered
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import FOCUS_GAP, FOCUS_WIDTH, RADIUS

_ROOM = FOCUS_GAP + FOCUS_WIDTH
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(QWidget):
    """A ring that follows the focus within one window.

    Qt sets `WA_KeyboardFocusChange` on a window when the Tab key or a shortcut moved the focus, so
    the ring needs no filter over every event of the application. What moves it besides, such as
    something that closes and gives it back, was done by whatever the person used last: keys, or the
    mouse, whose presses are heard where they come into the window: many a button takes no focus.

    It goes along when what it is around is scrolled, and is cut off where that is, and where a
    drawer lies over it.
    """

    def __init__(self, window: QWidget, theme: Theme, app: QApplication) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self._covers: list[QWidget] = []
        self._keyed = False
        self._gate: QWindow | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._on_focus_changed)

    def follow_keys(self) -> None:
        """Show from now on where the keyboard is: it is keys that are used."""
        self._keyed = True

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        self._watch(None)
        window = self._window
        if not isValid(window):
            return
        if self._gate is None and window.isVisible():
            self._gate = window.windowHandle()
            self._gate.installEventFilter(self)
        if window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._keyed = True
        elif QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._keyed = False
        shown = now is not None and now.window() is window and not now.property("ringless")
        if now is None or not shown or not self._keyed:
            self.hide()
            return
        self._watch(now)
        self._place()

    def _watch(self, around: QWidget | None) -> None:
        """Hear of whatever moves a part or hides it: itself, what it lies in, what lies over it."""
        for part in filter(isValid, (*self._watched, *self._covers)):
            part.removeEventFilter(self)
        self._around = around
        self._watched = []
        self._covers = list(covers_of(around)) if around is not None else []
        for cover in self._covers:
            cover.installEventFilter(self)
        while around is not None and around is not self._window:
            around.installEventFilter(self)
            self._watched.append(around)
            around = around.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._gate:
            # Keys come by here too: Qt's class tells them apart sooner than a type does.
            if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
                self._keyed = False
        elif event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        around = self._around
        if around is None or not around.isVisible():
            self.hide()
            return
        ring = self._wide(around)
        seen = ring
        for part in self._watched[1:]:
            if isinstance(part.parentWidget(), QAbstractScrollArea):
                seen = seen.intersected(self._wide(part))
        left = uncovered(around, seen, self._window)
        if left.isEmpty():
            self.hide()
            return
        self.setGeometry(ring)
        self.setMask(left.translated(-ring.topLeft()))
        self.raise_()
        self.show()

    def _wide(self, part: QWidget) -> QRect:
        """Give where a part lies in the window, with room for the ring around it."""
        corner = part.mapTo(self._window, QPoint(0, 0))
        return QRect(corner, part.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette.accent), FOCUS_WIDTH))
        inner = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, RADIUS + FOCUS_GAP, RADIUS + FOCUS_GAP)
        painter.end()


def in_order(*parts: QWidget) -> None:
    """Let the Tab key go from part to part in this order, whatever order they were made in."""
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)


def one_stop(group: QButtonGroup) -> None:
    """Let Tab lead to the pressed button of a group; the arrows lead from there to the others.

    Qt sees to that by itself only after the keyboard has been at a wrong one.
    """

    def stop(button: QAbstractButton, pressed: bool) -> None:
        tab = Qt.FocusPolicy.TabFocus
        policy = button.focusPolicy() | tab if pressed else button.focusPolicy() & ~tab
        button.setFocusPolicy(Qt.FocusPolicy(policy))

    for button in group.buttons():
        stop(button, button.isChecked())
    group.buttonToggled.connect(stop)
