"""Somebody at the keyboard: another process, whose keys come to the event loop over a pipe.

As from a display server, and to the moment: a timer of the window's own would tell of a key up to a
millisecond late, the later the more often the window was woken before it.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QSocketNotifier

_MOMENT = struct.Struct("d")
_TYPING = f"""
import os, time, struct
moment = struct.Struct({_MOMENT.format!r})
while pause := os.read(0, moment.size):
    time.sleep(*moment.unpack(pause))
    os.write(1, moment.pack(time.perf_counter()))
"""


class Typist:
    """Tells of the next key when it is asked for one."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin
        assert process.stdout
        self._asking, self._told = process.stdin.fileno(), process.stdout.fileno()

    def next_key(self, pause: float) -> float:
        """Let the event loop run for so many seconds and until the key comes; give when it came.

        The moment is that of `time.perf_counter`, whose clock all processes share.
        """
        loop = QEventLoop()
        told = QSocketNotifier(self._told, QSocketNotifier.Type.Read, loop)
        told.activated.connect(loop.quit)
        os.write(self._asking, _MOMENT.pack(pause))
        loop.exec()
        told.setEnabled(False)
        (moment,) = _MOMENT.unpack(os.read(self._told, _MOMENT.size))
        return float(moment)


@contextmanager
def typist() -> Iterator[Typist]:
    """Seat somebody at the keyboard."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", _TYPING], stdin=pipe, stdout=pipe) as process:
        try:
            yield Typist(process)
        finally:
            process.kill()
