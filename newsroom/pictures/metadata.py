"""Reading a file's own credits, in a worker process that may crash or hang without harm."""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from pathlib import Path
from time import monotonic

from newsroom.pictures.embedded import Embedded, MetadataRead, Tags, record_of
from newsroom.pictures.iim import READ
from newsroom.pictures.worker import command, environment, flags

WORKER = command("newsroom.pictures.metadata_worker")
TIME_LIMIT = 10.0
"""Seconds. A read takes a ten-thousandth of that; a file that needs this long was made to hang
readers. The first also waits for the process to start."""

_TOGETHER = 20
"""Files asked for at once: a thousandth of a second's work, so that no process waits for a word."""

_BUFFER = 65_536
_NOT_READ = MetadataRead(
    warnings=("The picture's own credits could not be read; enter them by hand.",)
)
_FAILURES = (OSError, subprocess.SubprocessError, ValueError, TypeError, AttributeError)


def read_record(
    path: Path, worker: Sequence[str] = WORKER, time_limit: float = TIME_LIMIT
) -> MetadataRead:
    """Read the credit record that one picture file carries, as `MetadataReader` does."""
    with MetadataReader(worker, time_limit) as reader:
        return reader.read(path)


def read_records(paths: Iterable[Path], processes: int = 1) -> Generator[MetadataRead, None, None]:
    """Read the records of many files in their order, in so many processes beside each other.

    They read ahead of whoever asks, by some files each. One reads faster than records can be made
    of what it says, and each takes as long to start as it then needs for hundreds of files.
    """
    with closing(read_embedded(paths, processes)) as every:
        for found in every:
            yield _NOT_READ if found is None else record_of(found)


def read_embedded(
    paths: Iterable[Path], processes: int = 1
) -> Generator[Embedded | None, None, None]:
    """Read what many files say of themselves, as `read_records` does; None where that failed."""
    parts = _parts(iter(paths))
    with ExitStack() as stack:
        readers = [stack.enter_context(MetadataReader()) for _ in range(processes)]
        under_way: deque[tuple[MetadataReader, Sequence[Path]]] = deque()
        for reader in readers:
            if part := next(parts, None):
                reader.ask(part)
                under_way.append((reader, part))
        while under_way:
            reader, part = under_way.popleft()
            answers = reader.answers(part)
            # The process works on while this one makes records of what it said.
            if part := next(parts, None):
                reader.ask(part)
                under_way.append((reader, part))
            yield from answers


def _parts(paths: Iterator[Path]) -> Iterator[Sequence[Path]]:
    while part := [*islice(paths, _TOGETHER)]:
        yield part


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
        self.ask([path])
        [found] = self.answers([path])
        return _NOT_READ if found is None else record_of(found)

    def ask(self, paths: Sequence[Path]) -> None:
        """Let the process begin with some files; `answers` must follow before anything else."""
        try:
            process = self._process = self._process or self._start()
            assert process.stdin
            process.stdin.write(json.dumps([_regular(path) for path in paths]).encode())
            process.stdin.write(b"\n")
            process.stdin.flush()
        except OSError:
            self._end()

    def answers(self, paths: Sequence[Path]) -> list[Embedded | None]:
        """Take what the process says of the files that it was asked about, None of those it cannot
        read."""
        found: list[Embedded | None] = []
        while len(found) < len(paths):
            said, failed = self._taken(len(paths) - len(found))
            found += said
            if failed:
                # The process ended at this file, and no longer hears of those behind it.
                found.append(None)
                self._end()
                if rest := paths[len(found) :]:
                    self.ask(rest)
        return found

    def _taken(self, count: int) -> tuple[list[Embedded | None], bool]:
        """Take so many answers, or those before the first that fails to come in time."""
        found: list[Embedded | None] = []
        process = self._process
        if process is None:
            return found, True
        assert process.stdout
        with _watched(process, self._time_limit) as came:
            try:
                while len(found) < count:
                    found.append(_embedded(process.stdout.readline()))
                    came()
            except _FAILURES:
                return found, True
        return found, False

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._worker,
            bufsize=_BUFFER,
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


def _regular(path: Path) -> str:
    """Name a file for the process; what is none, as a pipe that may never end, has no name."""
    return str(path.absolute()) if path.is_file() else ""


@contextmanager
def _watched(process: subprocess.Popen[bytes], most: float) -> Iterator[Callable[[], None]]:
    """End a process from which nothing comes for so many seconds; gives what to call when it does.

    A reader that waits for a line cannot look at a clock; ending the process ends the line.
    """
    last, over = monotonic(), threading.Event()

    def came() -> None:
        nonlocal last
        last = monotonic()

    def watch() -> None:
        while (left := last + most - monotonic()) > 0:
            if over.wait(left):
                return
        process.kill()

    watching = threading.Thread(target=watch, name="metadata-watch")
    watching.start()
    try:
        yield came
    finally:
        over.set()
        watching.join()


def _embedded(line: bytes) -> Embedded | None:
    """Read the worker's line, None where there was no file; raises one of `_FAILURES` where it is
    no answer."""
    answer = json.loads(line)
    if answer is None:
        return None
    xmp, iim, exif = answer
    return Embedded(xmp.encode("latin-1"), _tags(iim, READ), _tags(exif, exif))


def _tags(said: Mapping[str, Sequence[str]], names: Iterable[str]) -> Tags:
    return {
        name: tuple(text.encode("latin-1") for text in said[name]) for name in names if name in said
    }
