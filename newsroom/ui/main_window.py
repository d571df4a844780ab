"""The window: it places the panes and passes signals on, nothing more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.frame.keyboard import Keyboard, covered_passed_over, takes_keys
from newsroom.ui.frame.mark import theme_mark
from newsroom.ui.frame.places import Place
from newsroom.ui.frame.rail import Rail
from newsroom.ui.frame.top_bar import TopBar
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.focus import FocusRing
from newsroom.ui.look.notice import NoticeBar
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import FOLD_RAIL, WINDOW, WINDOW_LEAST

_FRAME = (16, 48)
"""What borders and a title bar take at most, in pixels."""


class MainWindow(QMainWindow):
    """Top bar, notice, rail, and one place at a time."""

    close_wanted = Signal()
    left = Signal()
    resized = Signal(int)
    place_changed = Signal(object)
    furnish_wanted = Signal(object)

    def __init__(self, app: QApplication, theme: Theme, icon: QIcon) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle("Newsroom")
        self.setWindowIcon(icon)
        self.setMinimumSize(*WINDOW_LEAST)
        self.take_size(*WINDOW)
        self._may_close = False
        self.menu = QMenu(self)
        self.house_menu = QMenu(self)
        self.top_bar = TopBar(theme, theme_mark(theme), self.menu, self.house_menu)
        self.notice = NoticeBar(theme)
        self.rail = Rail(theme)
        self.rail.place_chosen.connect(lambda place: self.show_place(Place(place)))
        self._whole = QStackedWidget()
        self._stack = QStackedWidget()
        self._places: dict[Place, QWidget] = {}
        self._held: dict[Place, QWidget] = {}
        self.place = Place.ARTICLES
        self._bars: list[QWidget] = [self.notice]
        self._arrange()
        self.ring = FocusRing(self, theme, app)
        self.keyboard = Keyboard(self, app, self._grounds, self._home)
        theme.theme_changed.connect(self._fold)

    def _arrange(self) -> None:
        ground = Surface("chrome")
        column = self._column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addWidget(self._stack, 1)
        column.addWidget(self.top_bar)
        column.addWidget(self.notice)
        column.addLayout(below, 1)
        self._whole.addWidget(ground)
        self.setCentralWidget(self._whole)

    def take_size(self, width: int, height: int) -> None:
        """Be as large as asked, yet never larger than the screen: its footers would be cut off."""
        self.resize(QSize(width, height).boundedTo(_room_on_screen(self)))

    def put_bar(self, bar: QWidget) -> None:
        """Put a bar under the notice, over every place."""
        self._column.insertWidget(self._column.indexOf(self.notice) + 1, bar)
        self._bars.append(bar)

    def cover(self, pane: QWidget) -> None:
        """Show a pane instead of everything else."""
        self._whole.addWidget(pane)
        self._whole.setCurrentWidget(pane)

    def uncover(self, pane: QWidget) -> None:
        """Show everything else again."""
        self._whole.removeWidget(pane)
        pane.deleteLater()

    def put(self, place: Place, pane: QWidget) -> None:
        """Give a place its pane; a pane that stood there before is deleted."""
        former = self._places.get(place)
        self._places[place] = pane
        self._stack.addWidget(pane)
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()

    def pane(self, place: Place) -> QWidget:
        """Give the pane of a place, which is wanted, and put there, when it is first asked for."""
        if place not in self._places:
            self.furnish_wanted.emit(place)
        return self._places[place]

    def show_place(self, place: Place) -> None:
        """Go to a place; the keyboard goes along, unless the rail has it, to where it was there."""
        now = QApplication.focusWidget()
        self._turn_to(place, along=not (now and self.rail.isAncestorOf(now)))

    def enter_place(self, place: Place) -> None:
        """Go to a place by a command: the keyboard goes along from wherever it is, and is seen."""
        now = QApplication.focusWidget()
        self.show_focus()
        outside = now is None or not self.pane(place).isAncestorOf(now)
        self._turn_to(place, along=outside)

    def _turn_to(self, place: Place, *, along: bool) -> None:
        now = QApplication.focusWidget()
        former, self.place = self.place, place
        if now is not None and self._places[former].isAncestorOf(now):
            self._held[former] = now
        self.rail.show_place(place)
        pane = self.pane(place)
        self._stack.setCurrentWidget(pane)
        elsewhere = now is None or not takes_keys(now) or self.top_bar.isAncestorOf(now)
        if along and (former is not place or elsewhere):
            self.keyboard.enter(pane, self._held.get(place))
        self.place_changed.emit(place)

    def show_focus(self) -> None:
        """Show from now on what has the keyboard: a key was pressed, not the mouse."""
        self.ring.follow_keys()

    def next_pane(self, step: int) -> None:
        """Give the keyboard to the next of: top bar, bars, rail, the panes of the place."""
        self.show_focus()
        self.keyboard.go_on(step)

    def _grounds(self) -> list[QWidget]:
        """Give the panes in sight in the order in which the keyboard goes through them."""
        if self._whole.currentIndex():
            return [self._home()]
        parts = [self.top_bar, *self._bars, self.rail, *_panes_of(self._home())]
        return [part for part in parts if part.isVisible()]

    def _home(self) -> QWidget:
        """Give what lies over everything else, or the place on show."""
        covered = self._whole.currentIndex() > 0
        return (self._whole if covered else self._stack).currentWidget() or self

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab to what can be seen; every part asks its window which that is."""
        with covered_passed_over(self):
            return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a drawer with Escape from the bar and the rail as well, which know no other use."""
        close = getattr(self._home(), "close_drawer", None)
        if not (event.key() == Qt.Key.Key_Escape and callable(close) and close()):
            super().keyPressEvent(event)

    def open_menu(self) -> None:
        """Open the menu under its button; Qt's own way would wait here until it closes."""
        button = self.top_bar.menu_button
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def let_close(self) -> None:
        """Close for good: everything is on disk, or the person said so."""
        self._may_close = True
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < grown(FOLD_RAIL)
        self.rail.fold(folded=narrow)
        self.top_bar.fold(folded=narrow, tight=self.width() < grown(WINDOW_LEAST[0]))
        self.resized.emit(self.width())

    def event(self, event: QEvent) -> bool:
        """Follow the system's font and contrast as they change."""
        if event.type() is QEvent.Type.ThemeChange:
            self._theme.follow()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self.keyboard.settle_soon()
            else:
                self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_wanted.emit()

    def come_forward(self) -> None:
        """Show the window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()


def _room_on_screen(window: QWidget) -> QSize:
    """Give the room for a window inside its frame, whose size nobody knows before it is shown."""
    if QGuiApplication.platformName() == "offscreen":
        # Its screen is 800 pixels square, which no person has; what is drawn there may be larger.
        return window.maximumSize()
    return window.screen().availableSize() - QSize(*_FRAME)


def _panes_of(place: QWidget) -> list[QWidget]:
    """Give the panes of a place from left to right: those it names, else itself."""
    panes = getattr(place, "panes", None)
    return list(panes()) if callable(panes) else [place]
