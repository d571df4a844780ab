"""Work that may hang is waited for a little and then no more."""

from __future__ import annotations

from threading import Event, current_thread

import pytest

from newsroom.ui import attempt
from newsroom.ui.attempt import Attempt


def test_an_answer_in_time_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempt, "PATIENCE", 30)
    assert Attempt(lambda: "seen").result(otherwise="blind") == "seen"


def test_what_hangs_is_given_up_and_holds_no_end_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(attempt, "PATIENCE", 0.01)
    gate, done = Event(), Event()
    held: list[bool] = []

    def hang() -> str:
        held.append(not current_thread().daemon)
        gate.wait(30)
        done.set()
        return "late"

    assert Attempt(hang).result(otherwise="blind") == "blind"
    gate.set()
    assert done.wait(30)
    assert held == [False]
