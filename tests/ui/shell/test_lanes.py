"""Work in lanes: order, staleness, errors, the end."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from newsroom.ui.lanes import Lanes


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


def unexpected(error: Exception) -> None:
    raise AssertionError("no error was expected") from error


def test_writes_run_one_after_another(lanes: Lanes, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(20):
        lanes.write(lambda number=number: seen.append(number), lambda _: None, unexpected)
    qtbot.waitUntil(lambda: not lanes.busy)
    assert seen == list(range(20))


def test_answers_come_to_the_thread_of_the_window(lanes: Lanes, qtbot: QtBot) -> None:
    threads: list[QThread] = []
    lanes.read(lambda: 1, lambda _: threads.append(QThread.currentThread()), unexpected)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [QThread.currentThread()]


def test_an_older_answer_on_a_topic_is_dropped(lanes: Lanes, qtbot: QtBot) -> None:
    gate = threading.Event()
    answers: list[str] = []

    def slow() -> str:
        gate.wait(5)
        return "old"

    lanes.read(slow, answers.append, unexpected, "list")
    lanes.read(lambda: "new", answers.append, unexpected, "list")
    qtbot.waitUntil(lambda: answers == ["new"])
    gate.set()
    qtbot.waitUntil(lambda: not lanes.busy)
    assert answers == ["new"]


def test_an_error_belongs_to_the_one_who_asked(lanes: Lanes, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def broken() -> None:
        raise OSError("no disk")

    lanes.write(broken, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "no disk"


def test_closing_finishes_every_write(lanes: Lanes) -> None:
    written: list[int] = []
    for number in range(5):
        lanes.write(lambda number=number: written.append(number), lambda _: None, unexpected)
    lanes.close()
    assert written == list(range(5))
