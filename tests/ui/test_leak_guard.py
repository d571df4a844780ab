"""The guard against windows and timers that a test leaves behind."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.support import guards

AnyObject = TypeVar("AnyObject", bound=QObject)


def _named(thing: AnyObject, name: str) -> AnyObject:
    thing.setObjectName(name)
    return thing


def test_window_left_behind_fails(qtbot: QtBot) -> None:
    with pytest.raises(AssertionError, match="forgotten"), guards.no_leaked_windows():
        widget = _named(QWidget(), "forgotten")
    qtbot.addWidget(widget)


def test_running_timer_left_behind_fails(qtbot: QtBot) -> None:
    timer = _named(QTimer(), "autosave")
    with pytest.raises(AssertionError, match="QTimer 'autosave'"), guards.no_leaked_windows():
        timer.start(1000)
    timer.stop()


def test_dialog_left_on_an_older_window_passes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with guards.no_leaked_windows():
        QDialog(window)


def test_deleted_and_dropped_windows_pass(qtbot: QtBot) -> None:
    with guards.no_leaked_windows():
        QWidget().deleteLater()
        cycle: list[object] = [QWidget()]
        cycle.append(cycle)
        del cycle


def test_stopped_timer_passes(qtbot: QtBot) -> None:
    with guards.no_leaked_windows():
        timer = QTimer()
        timer.start(1000)
        timer.stop()
