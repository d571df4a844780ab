"""Reading a file's own credits, in a worker process that may crash or hang without harm."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path

from newsroom.pictures.embedded import Embedded, MetadataRead, Tags, record_of
from newsroom.pictures.iim import READ
from newsroom.pictures.watch import Watch
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
            if then := next(parts, ()):
                under_way.append((reader, then))
            # The process works on while this one makes records of what it said.
            yield from reader.answers(part, then)


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
        self._watch: Watch | None = None

    def __enter__(self) -> MetadataReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, path: Path) -> MetadataRead:
        """Read the credit record that a picture file carries.

        Never raises for what the file holds: where the worker fails, the record is empty and a
        warning says so. A file without metadata has no warning.
        """
        found = self._alone(path)
        return _NOT_READ if found is None else record_of(found)

    def ask(self, paths: Sequence[Path]) -> None:
        """Let the process begin with some files; `answers` must follow before anything else."""
        if not paths:
            return
        try:
            process = self._process = self._process or self._start()
            assert process.stdin
            process.stdin.write(json.dumps([_regular(path) for path in paths]).encode())
            process.stdin.write(b"\n")
            process.stdin.flush()
        except OSError:
            self._end()

    def answers(self, paths: Sequence[Path], then: Sequence[Path] = ()) -> list[Embedded | None]:
        """Take what the process says of the files that it was asked about, None of those it cannot
        read, and let it begin with those that are asked for `then`."""
        line = self._heard()
        if line:
            self.ask(then)
        found = _said(line, len(paths))
        if found is None:
            # It ended at one of them and nobody knows at which, so each is asked for by itself.
            self._end()
            found = [None] if len(paths) == 1 else [*map(self._alone, paths)]
            self.ask(then)
        return found

    def _alone(self, path: Path) -> Embedded | None:
        self.ask([path])
        [found] = self.answers([path])
        return found

    def _heard(self) -> bytes:
        """Wait for the process to say a line; none where it has ended, or does in time."""
        if self._process is None or self._watch is None:
            return b""
        assert self._process.stdout
        try:
            with self._watch.over():
                return self._process.stdout.readline()
        except OSError:
            return b""

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            self._worker,
            bufsize=_BUFFER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            creationflags=flags(),
        )
        self._watch = Watch(process.kill, self._time_limit)
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.end()
        if process is None:
            return
        process.kill()
        with contextlib.suppress(OSError):
            process.communicate()


def _regular(path: Path) -> str:
    """Name a file for the process; what is none, as a pipe that may never end, has no name."""
    return str(path.absolute()) if path.is_file() else ""


def _said(line: bytes, count: int) -> list[Embedded | None] | None:
    """Read the worker's answers about so many files, None where the line is not that."""
    try:
        found = [None if one is None else _embedded(*one) for one in json.loads(line)]
    except (ValueError, TypeError, AttributeError, LookupError):
        return None
    return found if len(found) == count else None


def _embedded(xmp: str, iim: Mapping[str, list[str]], exif: Mapping[str, list[str]]) -> Embedded:
    return Embedded(xmp.encode("latin-1"), _tags(iim, READ), _tags(exif, exif))


def _tags(said: Mapping[str, Sequence[str]], names: Iterable[str]) -> Tags:
    return {
        name: tuple(text.encode("latin-1") for text in said[name]) for name in names if name in said
    }
