"""The Qt bindings are sound: PySide6 6.12.0 was not, and killed long sessions on Python 3.11."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 2_000


def test_a_call_that_gives_nothing_takes_nothing() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("a name")
    assert before - sys.getrefcount(None) < CALLS // 10
