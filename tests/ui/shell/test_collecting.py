"""Qt objects that nobody holds any more go in the window's thread, whoever allocates beside it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.ui.collecting import EVERY_MS, Collecting, collect_due


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
