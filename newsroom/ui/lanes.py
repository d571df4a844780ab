"""Lanes for work that takes longer than a key press: one for writing, a few for reading.

Pictures are decoded and encoded in lanes of their own, and what takes minutes, such as an export,
has one too, so that nobody who clicks or types waits until they are done.

Answers come back to the thread of the window, each with its job's number. Reads carry a topic; the
answer of a job that a newer one on the same topic has overtaken is dropped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")
Failed = Callable[[Exception], None]
READERS = 2
_TURN = 0.0003
"""Seconds that a lane may compute while the window's thread waits for the interpreter: it does so
several times for each key, and the interpreter's own five milliseconds each would be felt."""


@dataclass(frozen=True, slots=True)
class _Job:
    done: Callable[[Any], None]
    failed: Failed
    topic: str


class Lanes(QObject):
    """The threads of one window. `close` waits for what writes and drops what is left to read."""

    _answered = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._writer = ThreadPoolExecutor(1, "newsroom-write")
        self._readers = ThreadPoolExecutor(READERS, "newsroom-read")
        self._picturers = ThreadPoolExecutor(READERS, "newsroom-pictures")
        self._long = ThreadPoolExecutor(1, "newsroom-long")
        self._jobs: dict[int, _Job] = {}
        self._newest: dict[str, int] = {}
        self._count = 0
        self._open = True
        self._former_turn = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def write(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> int:
        """Run work after all earlier writes; give the job's number."""
        return self._send(self._writer, work, _Job(done, failed, ""))

    def read(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed, topic: str = ""
    ) -> int:
        """Run work beside others; of one topic only the newest job is answered."""
        return self._send(self._readers, work, _Job(done, failed, topic))

    def picture(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> int:
        """Run work on the bytes of a picture, beside all other reading."""
        return self._send(self._picturers, work, _Job(done, failed, ""))

    def long(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> int:
        """Run work that takes long, beside all other: its own writes are short and between those
        of others."""
        return self._send(self._long, work, _Job(done, failed, ""))

    def forget(self, topic: str) -> None:
        """Drop the answer that is still to come on a topic."""
        self._newest.pop(topic, None)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._jobs)

    def close(self) -> None:
        """Finish what writes, drop reads that have not begun, and end the threads."""
        self._open = False
        for lane in (self._picturers, self._readers):
            lane.shutdown(wait=True, cancel_futures=True)
        self._long.shutdown(wait=True)
        self._writer.shutdown(wait=True)
        self._jobs.clear()
        sys.setswitchinterval(self._former_turn)

    def _send(self, lane: ThreadPoolExecutor, work: Callable[[], Any], job: _Job) -> int:
        self._count += 1
        number = self._count
        if self._open:
            self._jobs[number] = job
            if job.topic:
                self._newest[job.topic] = number
            future = lane.submit(work)
            future.add_done_callback(lambda ended: self._post(number, ended))
        return number

    def _post(self, number: int, ended: Future[Any]) -> None:
        if not ended.cancelled():
            self._answered.emit(number, ended)

    def _on_answered(self, number: int, ended: Future[Any]) -> None:
        job = self._jobs.pop(number, None)
        if job is None or (job.topic and self._newest.get(job.topic) != number):
            return
        if not (_alive(job.done) and _alive(job.failed)):
            return
        error = ended.exception()
        if error is None:
            job.done(ended.result())
        elif isinstance(error, Exception):
            job.failed(error)
        else:
            raise error


def _alive(callback: Callable[..., object]) -> bool:
    """Whether the one who waits for an answer, such as a dialog, is still there."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
