"""Reading a file's own credits, in a worker process that may crash or hang without harm."""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

from newsroom.domain.picture import disagreements_from_json, record_from_json
from newsroom.pictures.embedded import MetadataRead
from newsroom.pictures.worker import command, environment, flags

WORKER = command("newsroom.pictures.metadata_worker")
TIME_LIMIT = 10.0
"""Seconds. A read takes a hundredth of one; a file that needs this long was made to hang readers.
The first also waits for the process to start."""

_NOT_READ = MetadataRead(
    warnings=("The picture's own credits could not be read; enter them by hand.",)
)


def read_record(
    path: Path, worker: Sequence[str] = WORKER, time_limit: float = TIME_LIMIT
) -> MetadataRead:
    """Read the credit record that one picture file carries, as `MetadataReader` does."""
    with MetadataReader(worker, time_limit) as reader:
        return reader.read(path)


def read_records(paths: Iterable[Path], processes: int = 2) -> Iterator[MetadataRead]:
    """Read the records of many files in their order, in so many processes beside each other."""
    readers = [MetadataReader() for _ in range(processes)]
    idle: SimpleQueue[MetadataReader] = SimpleQueue()
    for reader in readers:
        idle.put(reader)

    def read(path: Path) -> MetadataRead:
        reader = idle.get()
        try:
            return reader.read(path)
        finally:
            idle.put(reader)

    with ExitStack() as stack:
        for reader in readers:
            stack.enter_context(reader)
        pool = stack.enter_context(ThreadPoolExecutor(processes))
        yield from pool.map(read, paths)


class MetadataReader:
    """Reads the records of any number of files in one process, which is started when it is needed.

    A file at which that process dies, or spends more than `time_limit` seconds, costs its own
    record only: the next file finds a new process. Used by one thread at a time, in a `with`.
    """

    def __init__(self, worker: Sequence[str] = WORKER, time_limit: float = TIME_LIMIT) -> None:
        self._worker = [*worker]
        self._time_limit = time_limit
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> MetadataReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, path: Path) -> MetadataRead:
        """Read the credit record that a picture file carries.

        Never raises for what the file holds: where the worker fails, the record is empty and a
        warning says so. A file without metadata has no warning.
        """
        if not path.exists():
            return _NOT_READ
        try:
            return _found(self._answer(path))
        except (OSError, subprocess.SubprocessError, ValueError, TypeError):
            self._end()
            return _NOT_READ

    def _answer(self, path: Path) -> bytes:
        process = self._process or self._start()
        self._process = process
        assert process.stdin
        assert process.stdout
        # A reader that waits for a line cannot look at a clock; ending the process ends the line.
        watch = threading.Timer(self._time_limit, process.kill)
        watch.start()
        try:
            process.stdin.write(json.dumps(str(path.absolute())).encode() + b"\n")
            process.stdin.flush()
            return process.stdout.readline()
        finally:
            watch.cancel()
            watch.join()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._worker,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            creationflags=flags(),
        )

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with contextlib.suppress(OSError):
            process.communicate()


def _found(output: bytes) -> MetadataRead:
    """Read the worker's line; raises `ValueError` or `TypeError` where it is no answer."""
    answer = json.loads(output)
    if not isinstance(answer, dict) or not isinstance(answer.get("record"), dict):
        raise TypeError("no answer")
    return MetadataRead(
        record_from_json(answer["record"]),
        tuple(map(str, answer.get("warnings", ()))),
        disagreements_from_json(answer.get("disagreements")),
    )
