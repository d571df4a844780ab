"""The real window for tests: started as the program starts it, worked by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsroom.desk import glancing, opening
from newsroom.desk.room import Desk
from newsroom.domain.house import House
from newsroom.settings import Settings, read_settings
from newsroom.ui.frame.places import PLACE_WORDS, Place
from newsroom.ui.opener import DeskOpener
from newsroom.ui.preview.page_view import PageView
from newsroom.ui.preview.serving import register_scheme
from newsroom.ui.room import Room
from newsroom.ui.start import Visit
from tests.support.rooms import Rooms, tools

register_scheme()

WAIT = 30_000
"""Milliseconds that a test waits at most; it goes on as soon as what it waits for is there."""

W = TypeVar("W", bound=QWidget)


def opener_for(rooms: Rooms) -> DeskOpener:
    """Lend a window the doors of the libraries under a test's folder."""
    given = tools(rooms.folder)

    def begin(folder: Path, house: House, person: str) -> Desk:
        return opening.begin(folder, house, person, rooms.cabinet, given)

    return DeskOpener(
        glance=glancing.glance,
        open_desk=lambda folder: opening.open_desk(folder, rooms.cabinet, given),
        begin=begin,
        locked=lambda: False,
        unlock=lambda _: None,
        protect=lambda _: None,
    )


def settings_for(folder: Path) -> Settings:
    """Keep everything of a person's inside a folder."""
    return read_settings({"NEWSROOM_DATA_DIR": str(folder), "NEWSROOM_CONFIG_DIR": str(folder)})


def question(within: QWidget) -> QFileDialog:
    """Give the one question for files that stands."""
    (dialog,) = (one for one in within.findChildren(QFileDialog) if one.isVisible())
    return dialog


def answer(dialog: QFileDialog, path: Path) -> None:
    """Name a file or folder and say yes; the window behind comes forward as on a real desktop."""
    behind = dialog.parentWidget().window()
    (name,) = dialog.findChildren(QLineEdit, "fileNameEdit")
    name.setText(str(path))
    dialog.accept()
    behind.activateWindow()


@dataclass
class Hands:
    """What a person does at a window: finds a part by its name, presses it, types into it."""

    bot: QtBot

    def until(self, holds: Callable[[], object]) -> None:
        """Let the window work until something holds."""
        self.bot.waitUntil(lambda: bool(holds()), timeout=WAIT)

    def part(self, within: QWidget, name: str, kind: type[W]) -> W:
        """Find the part in sight that is called so, waiting until there is one."""
        found: list[W] = []

        def seek() -> bool:
            found[:] = [one for one in within.findChildren(kind) if _is(one, name)]
            return bool(found)

        self.until(seek)
        assert len(found) == 1, f"{len(found)} parts are called {name!r}"
        return found[0]

    def press(self, within: QWidget, name: str) -> None:
        """Press the button that is called so with the mouse."""
        button = self.part(within, name, QAbstractButton)
        self.until(button.isEnabled)
        self.click(button)

    def click(self, part: QWidget, at: QPoint | None = None) -> None:
        """Press the left button over a part."""
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at or part.rect().center())

    def click_row(self, view: QAbstractItemView, row: int, at: QPoint | None = None) -> None:
        """Press the mouse over a row, `at` a place inside it, by default its middle."""
        rect = view.visualRect(view.model().index(row, 0))
        assert rect.isValid()
        self.click(view.viewport(), rect.topLeft() + at if at else rect.center())

    def type(self, part: QWidget, words: str) -> None:
        """Press the mouse over a part and type into it."""
        self.click(part)
        QTest.keyClicks(part, words)

    def key(self, part: QWidget, keys: str, times: int = 1) -> None:
        """Press a key with its modifiers, such as "Ctrl+Alt+2"."""
        pressed = QKeySequence(keys)[0]
        for _ in range(times):
            QTest.keyClick(part, pressed.key(), pressed.keyboardModifiers())

    def choose(self, words: str) -> None:
        """Take a line of the menu that is open, with the mouse."""
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text() == words)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    def ask_page(self, view: PageView, script: str) -> Any:
        """Ask the page in a view by a script in the world of our own."""
        answers: list[Any] = []
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld
        view.page().runJavaScript(script, world, answers.append)
        self.until(lambda: answers)
        return answers[0]


def _is(part: QWidget, name: str) -> bool:
    if not part.isVisible():
        return False
    shown = part.text() if isinstance(part, QAbstractButton) else ""
    return name in (part.accessibleName(), shown)


class Program:
    """Runs of the program on the libraries of a test; each stands until it is closed."""

    def __init__(self, app: QApplication, bot: QtBot, rooms: Rooms) -> None:
        self._app = app
        self.visits: list[Visit] = []
        self.hands = Hands(bot)
        self.rooms = rooms
        self.opener = opener_for(rooms)
        self.settings = settings_for(rooms.folder / "person")

    def start(self, folder: Path) -> Visit:
        """Start the program on a folder, whatever stands there; the window is painted."""
        visit = Visit(self._app, self.opener, self.settings)
        self.visits.append(visit)
        visit.enter(folder)
        return visit

    def enter(self, folder: Path) -> tuple[Visit, Room]:
        """Start the program on a library and wait until its room is furnished."""
        visit = self.start(folder)
        return visit, self.room(visit)

    def room(self, visit: Visit) -> Room:
        """Wait for the room."""
        self.hands.until(lambda: visit.is_open)
        assert visit.room is not None
        return visit.room

    def go(self, visit: Visit, place: Place) -> None:
        """Go to a place by the rail."""
        rail = visit.window.rail
        button = next(
            one
            for one in rail.findChildren(QAbstractButton)
            if (one.accessibleName() or one.text()).startswith(PLACE_WORDS[place])
        )
        self.hands.click(button)
        assert visit.window.place is place

    def leave(self, visit: Visit) -> None:
        """Close the window as a person does."""
        if visit.is_inside:
            visit.window.close()
            self.hands.until(lambda: not visit.is_inside)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Close what still stands."""
        for visit in self.visits:
            self.leave(visit)
        self.rooms.close()
        self._app.setStyleSheet("")
