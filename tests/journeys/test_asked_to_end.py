"""The session ends, or somebody kills the program: it closes as its window does."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.desk import browsing, sitting
from newsroom.domain.ids import ArticleId
from newsroom.ui.ending import Ending
from tests.journeys import typist
from tests.support.stories import a_house
from tests.support.windows import Program

READY = 60.0
SEED = 7

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_every_word_is_saved_and_nothing_is_told_at_the_next_start(
    tmp_path: Path, number: signal.Signals
) -> None:
    library = tmp_path / "library"
    typist.composition(tmp_path).begin(library, a_house(), "Aigerim Sadykova").close()
    context = multiprocessing.get_context("forkserver")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=typist.type_and_stay, args=(library, SEED, theirs), daemon=True
    )
    process.start()
    theirs.close()
    assert ours.poll(READY), "The window never opened"
    article = ArticleId(str(ours.recv()))
    assert process.pid is not None
    os.kill(process.pid, number)
    process.join(READY)
    assert process.exitcode == 0
    desk = typist.composition(tmp_path).open_desk(library)
    body = browsing.story(desk, article).content.body
    assert body.split() == typist.text(SEED)[:200].split()
    assert sitting.begin(desk) is None
    desk.close()


def test_signals_are_heard_in_the_turn_of_the_loop_and_then_as_before(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    ending = Ending()
    spy = QSignalSpy(ending.wanted)
    with ending.heard():
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGHUP)
        assert spy.count() == 0
        qtbot.waitUntil(lambda: spy.count() > 0)
    assert signal.getsignal(signal.SIGTERM) is before
    assert signal.set_wakeup_fd(-1) == -1


def test_what_is_ignored_stays_so(qtbot: QtBot) -> None:
    former = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        ending = Ending()
        with ending.heard():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, former)


def test_a_window_that_is_being_put_up_is_put_up_first(program: Program) -> None:
    program.rooms.begin().close()
    asked: list[bool] = []

    def ask() -> None:
        (visit,) = visits
        asked.append(visit.is_inside)
        visit.end()

    visits = program.visits
    QTimer.singleShot(0, QApplication.instance(), ask)
    visit = program.start(program.rooms.folder / "library")
    assert asked == [True]
    program.hands.until(lambda: not visit.is_inside)
