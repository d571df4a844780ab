"""The system asks the program to end: when a session ends, at `kill PID`, at Ctrl+C in a terminal.

A signal may come at any moment, so nothing is done in its own: Python's handler for C writes a byte
into a pipe, and the pipe wakes Qt's loop, which does the rest in its turn.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_MANY = 4096
"""More bytes than signals ever wait: they tell no more than the first does."""


class Ending(QObject):
    """Tells by `wanted` that the system asks for the end; on Windows it asks in another way."""

    wanted = Signal()

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Hear it inside this context; what was to happen at these signals is put back after it."""
        if sys.platform == "win32":
            yield
            return
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read)
        notifier.activated.connect(self._on_bytes)
        self._reading = reading
        former_pipe = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        former = {one: signal.signal(one, _leave_it_to_the_pipe) for one in _asked_with()}
        try:
            yield
        finally:
            for one, handler in former.items():
                signal.signal(one, handler)
            signal.set_wakeup_fd(former_pipe)
            notifier.setEnabled(False)
            os.close(reading)
            os.close(writing)

    def _on_bytes(self) -> None:
        os.read(self._reading, _MANY)
        self.wanted.emit()


def _asked_with() -> list[signal.Signals]:
    """Name the signals that ask for the end; one that is ignored, as under `nohup`, stays so."""
    every = [signal.Signals[name] for name in _SIGNALS]
    return [one for one in every if signal.getsignal(one) is not signal.SIG_IGN]


def _leave_it_to_the_pipe(number: int, frame: FrameType | None) -> None:
    """Do nothing: Python writes into the pipe for signals that have a handler."""
