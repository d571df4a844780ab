"""Qt objects that nobody holds any more go in the window's thread, whoever allocates beside it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.desk.room import Desk
from newsroom.ui.collecting import EVERY_MS, Collecting, collect_due
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.first_sight import FirstSight
from newsroom.ui.frame.mark import program_icon
from newsroom.ui.lanes import Lanes
from newsroom.ui.look.theme import Theme
from newsroom.ui.main_window import MainWindow
from newsroom.ui.room import Room
from tests.support.rooms import RESOURCES
from tests.ui.shell.conftest import strike


class Left(QObject):
    """Holds itself, so that only the cyclic collector can take it apart."""

    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self._gone = gone
        self._itself = (self, [[number] for number in range(5_000)])

    def __del__(self) -> None:
        self._gone.append(threading.current_thread().name)


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    gc.enable()
    made = Collecting(qapp)
    made.begin()
    yield made
    made.end()
    made.deleteLater()
    assert gc.isenabled()


def allocate() -> None:
    kept = [[number] for number in range(200_000)]
    assert kept


def test_another_thread_never_takes_a_qt_object_apart(collecting: Collecting) -> None:
    gone: list[str] = []
    Left(gone)

    lane = threading.Thread(target=allocate, name="lane")
    lane.start()
    lane.join()
    assert not gone

    collect_due()
    assert gone == [threading.main_thread().name]


def test_the_window_looks_by_itself(collecting: Collecting, qtbot: QtBot) -> None:
    gone: list[str] = []
    Left(gone)
    allocate()
    qtbot.waitUntil(lambda: bool(gone), timeout=5 * EVERY_MS)


def test_what_stood_is_let_go_once_it_is_unsettled(collecting: Collecting) -> None:
    gone: list[str] = []
    Left(gone)
    gc.freeze()
    collecting.settle()
    assert not gone

    collecting.unsettle()
    gc.collect()
    assert gone


def wait_for(bot: QtBot, lanes: Lanes) -> None:
    bot.waitUntil(lambda: not lanes.busy)


def test_a_closed_room_is_let_go_with_all_that_served_it(
    qapp: QApplication, qtbot: QtBot, theme: Theme, desk: Desk
) -> None:
    lanes = Lanes()
    link = DeskLink(desk, lanes)
    window = MainWindow(qapp, theme, program_icon(RESOURCES))
    room = Room(FirstSight(window, theme, link), desk.library.folder)
    wait_for(qtbot, lanes)
    left = [ref(one) for one in (room, room.desk, room.presenter, room.announcements, link)]
    strike(room, window, lanes)
    del lanes, link, window, room
    gc.collect()
    assert [one() for one in left] == [None] * len(left)
