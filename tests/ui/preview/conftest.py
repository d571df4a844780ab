"""A browser of ours with a page in it, a server beside it that nobody should ask, and a pane."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.desk.room import Desk
from newsroom.domain.house import House
from newsroom.settings import Appearance
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.lanes import Lanes
from newsroom.ui.look.theme import Theme
from newsroom.ui.preview.page_view import PageView
from newsroom.ui.preview.patching import Shown
from newsroom.ui.preview.preview_pane import PreviewPane
from newsroom.ui.preview.scheme import Answer
from tests.support.rooms import Rooms
from tests.support.stories import a_house
from tests.support.windows import Hands


class Outside:
    """A server on this machine that hears whoever knocks."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.05)
        self._open = True
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    @property
    def address(self) -> str:
        host, port = self._socket.getsockname()[:2]
        return f"http://{host}:{port}"

    def _listen(self) -> None:
        while self._open:
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(1)
                try:
                    self.heard.append(connection.recv(1000))
                except OSError:
                    self.heard.append(b"a knock")

    def close(self) -> None:
        self._open = False
        self._thread.join()
        self._socket.close()


@dataclass
class Screen:
    """A view of ours on a page that is given as it is, whatever it holds."""

    hands: Hands
    asked: list[str] = field(default_factory=list)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    shown: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.view = PageView(self.fetch)
        self.view.shown.connect(self.shown.append)
        self.view.resize(500, 600)
        self.view.show()

    def fetch(self, path: str, answer: Answer) -> None:
        self.asked.append(path)
        answer(self.files.get(path))

    def show(self, page: Shown, number: int = 0) -> None:
        """Show a page and wait until it stands."""
        number = number or len(self.shown) + 1
        self.view.show_page(number, page)
        self.hands.until(lambda: number in self.shown)

    def ask(self, script: str) -> object:
        """Ask the page in our own world."""
        return self.hands.ask_page(self.view, script)


def close_view(view: PageView | PreviewPane) -> None:
    view.closing()
    view.close()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def outside() -> Iterator[Outside]:
    made = Outside()
    yield made
    made.close()


@pytest.fixture
def screens(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[], Screen]]:
    """Make browsers, each in a window of its own."""
    made: list[Screen] = []

    def screen() -> Screen:
        one = Screen(Hands(qtbot))
        qtbot.waitExposed(one.view)
        made.append(one)
        return one

    yield screen
    for one in made:
        close_view(one.view)


@pytest.fixture
def screen(screens: Callable[[], Screen]) -> Screen:
    return screens()


@dataclass
class Bench:
    """A preview pane on a real desk."""

    desk: Desk
    lanes: Lanes
    link: DeskLink
    theme: Theme
    pane: PreviewPane
    hands: Hands
    shown: list[int] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    open: bool = True

    def close(self) -> None:
        """Finish what is under way and close the pane."""
        if self.open:
            self.open = False
            self.hands.until(lambda: not self.lanes.busy)
            self.lanes.close()
            close_view(self.pane)

    def wait_for(self, number: int) -> None:
        """Wait until the story of a number stands."""
        self.hands.until(lambda: number in self.shown)

    def ask(self, script: str) -> object:
        """Ask the page in our own world."""
        return self.hands.ask_page(self.pane.view, script)


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_bench(
    qapp: QApplication, qtbot: QtBot, rooms: Rooms
) -> Iterator[Callable[[House], Bench]]:
    """Show panes, each on a desk of the house that is given."""
    made: list[Bench] = []

    def bench(house: House) -> Bench:
        lanes = Lanes()
        desk = rooms.begin(f"library-{len(made)}", house)
        link = DeskLink(desk, lanes)
        theme = Theme(qapp, Appearance.LIGHT)
        pane = PreviewPane(theme, link)
        pane.resize(420, 800)
        one = Bench(desk, lanes, link, theme, pane, Hands(qtbot))
        pane.shown.connect(one.shown.append)
        link.failed.connect(one.errors.append)
        pane.show()
        qtbot.waitExposed(pane)
        made.append(one)
        return one

    yield bench
    for one in made:
        one.close()
    qapp.setStyleSheet("")


@pytest.fixture
def bench(open_bench: Callable[[House], Bench]) -> Bench:
    return open_bench(a_house())
