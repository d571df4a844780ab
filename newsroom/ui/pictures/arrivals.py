"""Pictures on their way in: looked at beside other work, some at a time, then written together."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from newsroom import desk as deeds
from newsroom.domain.errors import NewsroomError, Refused
from newsroom.domain.picture import Cleaned
from newsroom.ui.clipboard import as_png
from newsroom.ui.desk_link import DeskLink, ignore

if TYPE_CHECKING:
    from newsroom.desk.illustrating import Added, Arrival
    from newsroom.desk.room import Desk
    from newsroom.desk.taking_in import Batch

_FORMATS = frozenset(f"image/{one}" for one in ("jpeg", "tiff", "webp", "avif", "gif", "png"))
"""Kinds of bytes to take as they are, because they may hold a credit that a QImage has lost.

The first that is offered counts: a program offers what it has before what it would make of it,
such as the many kinds that Qt and browsers write from an image of theirs, JPEG with a loss.
"""
_BATCH, _BATCH_SECONDS, _BATCH_BYTES = 16, 0.3, 64 * 1024 * 1024
"""What is written together at most: so many pictures, what was looked at in so many seconds, and
about so many bytes. A stop waits for no more than that."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picture comes from: a file, or what `look` reads; it may raise, on any thread."""

    name: str
    path: Path | None = None
    look: Callable[[], Arrival] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: a picture and what was cleaned of its record, or an error."""

    name: str
    added: Added | None = None
    error: Exception | None = None
    cleaned: tuple[Cleaned, ...] = ()


def from_paths(paths: Iterable[Path]) -> list[Source]:
    """Take files, and the pictures in folders; may take long, on any thread."""
    return list(chain.from_iterable(map(_from_path, paths)))


def _from_path(path: Path) -> list[Source]:
    files = deeds.taking_in.files_in([path])
    if not files:
        return [Source(path.name, look=partial(_refuse_folder, path.name))]
    return [Source(one.name, one) for one in files]


def _refuse_folder(name: str) -> Arrival:
    raise Refused(f"There is no picture in the folder {name}.")


def from_mime(mime: QMimeData, word: str) -> list[Source]:
    """Take the one picture that was dropped or pasted, which is named by a word."""
    for kind in mime.formats():
        if kind in _FORMATS and (data := bytes(mime.data(kind).data())):
            name = f"{word}.{kind.removeprefix('image/')}"
            return [Source(name, look=partial(_look_at, data, name))]
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return [Source(f"{word}.png", look=partial(_look_at_image, image, f"{word}.png"))]
    return []


def _look_at_image(image: QImage, name: str) -> Arrival:
    data = as_png(image)
    if data is None:
        raise Refused("The picture that was pasted cannot be read.", hint="Add it as a file.")
    return _look_at(data, name)


def _look_at(data: bytes, name: str) -> Arrival:
    return deeds.illustrating.look_at(data, name)


def local_files(mime: QMimeData) -> list[Path]:
    """List the files of this computer among what is offered."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def brings_pictures(mime: QMimeData) -> bool:
    """Whether pictures are offered rather than words."""
    return bool(local_files(mime)) or (not mime.hasText() and _has_image(mime))


def may_bring_pictures(mime: QMimeData) -> bool:
    """Whether anything is offered that could be a picture."""
    return mime.hasUrls() or _has_image(mime)


def _has_image(mime: QMimeData) -> bool:
    return mime.hasImage() or any(mime.hasFormat(kind) for kind in _FORMATS)


class Arrivals(QObject):
    """Adds sources in their order; each is added whole or not at all.

    `progressed` tells how many are done, of how many, and what is looked at; `ended` carries the
    outcomes when none is left, and `stopped` before it how many were given up.
    """

    progressed = Signal(int, int, str)
    stopped = Signal(int)
    ended = Signal(object)
    _looking = Signal(int, str)

    def __init__(self, link: DeskLink) -> None:
        super().__init__()
        self._link = link
        self._queue = _Queue()
        self._outcomes: list[Outcome] = []
        self._read: list[tuple[Source, Arrival | NewsroomError]] = []
        self._at: Source | None = None
        self._begun = 0
        self._busy = False
        self._stopped = False
        self._looking.connect(self._on_looking)

    @property
    def busy(self) -> bool:
        """Whether pictures are on their way."""
        return self._busy

    def add(self, sources: Sequence[Source]) -> None:
        """Add pictures after those that are on their way already."""
        self._queue.add(sources)
        if self._queue and not self._busy:
            self._begun = 0
            self._stopped = False
            self._next()

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Add files, and the pictures in folders, which are listed beside the window."""
        wanted = tuple(paths)
        if wanted:
            self._link.read(lambda _: from_paths(wanted), self.add)

    def stop(self) -> None:
        """Add no more; what is in the library stays there."""
        self._stopped = True

    def _next(self) -> None:
        if self._stopped and self._queue:
            self.stopped.emit(self._queue.give_up())
        self._busy = bool(self._queue)
        if self._busy:
            self._link.picture(lambda _: self._look(), self._on_looked, self._on_look_failed)
            return
        outcomes, self._outcomes = tuple(self._outcomes), []
        self._link.picture(lambda _: self._queue.end(), ignore, self._link.failed.emit)
        self.ended.emit(outcomes)

    def _look(self) -> None:
        """Look at some pictures, in the lane of pictures, until there are enough to write."""
        until, held = monotonic() + _BATCH_SECONDS, 0
        while self._queue and not self._stopped:
            source = self._at = self._queue.take()
            self._begun += 1
            self._looking.emit(self._begun, source.name)
            found = self._queue.look(source)
            self._read.append((source, found))
            held += 0 if isinstance(found, NewsroomError) else len(found.data)
            if len(self._read) >= _BATCH or held > _BATCH_BYTES or monotonic() > until:
                return

    def _on_looking(self, number: int, name: str) -> None:
        self.progressed.emit(number, self._begun + len(self._queue), name)

    def _on_look_failed(self, error: Exception) -> None:
        """Give up the one picture at which we failed; those before it are written."""
        if self._at:
            self._outcomes.append(Outcome(self._at.name, error=error))
        self._on_looked()

    def _on_looked(self, _: object = None) -> None:
        read = tuple(one for _, one in self._read)
        self._link.write(partial(_take_in, read), self._on_taken, failed=self._on_not_taken)

    def _on_taken(self, batch: Batch) -> None:
        for (source, _), one in zip(self._read, batch.outcomes, strict=True):
            if isinstance(one, NewsroomError):
                self._outcomes.append(Outcome(source.name, error=one))
            else:
                self._outcomes.append(Outcome(source.name, one.added, cleaned=one.cleaned))
        self._read.clear()
        self._next()

    def _on_not_taken(self, error: Exception) -> None:
        self._outcomes += [Outcome(source.name, error=error) for source, _ in self._read]
        self._read.clear()
        self._next()


def _take_in(read: Sequence[Arrival | NewsroomError], desk: Desk) -> Batch:
    return deeds.taking_in.take_in(desk, read)


class _Queue:
    """What is still to be looked at, in its order: files that follow each other by one process.

    Filled by the window's thread, and emptied by one lane.
    """

    def __init__(self) -> None:
        self._waiting: deque[Source] = deque()
        self._files: deque[Source] = deque()
        self._reading: Iterator[Arrival | NewsroomError] | None = None

    def __len__(self) -> int:
        return len(self._waiting) + len(self._files)

    def add(self, sources: Iterable[Source]) -> None:
        """Look at these too, after all others."""
        self._waiting.extend(sources)

    def give_up(self) -> int:
        """Look at nothing more; gives how many are left."""
        left = len(self)
        self._waiting.clear()
        self._files.clear()
        return left

    def take(self) -> Source:
        """Take the next one, which `look` then looks at."""
        if not self._files:
            self._reading = None
            while self._waiting and self._waiting[0].path:
                self._files.append(self._waiting.popleft())
        return (self._files or self._waiting).popleft()

    def look(self, source: Source) -> Arrival | NewsroomError:
        """Look at it; gives the error where it cannot be used."""
        if source.look is None:
            return self._look_at_file(source)
        try:
            return source.look()
        except NewsroomError as error:
            return error

    def end(self) -> None:
        """Let the process go."""
        self._reading = None

    def _look_at_file(self, source: Source) -> Arrival | NewsroomError:
        paths = [one.path for one in (source, *self._files) if one.path]
        reading = self._reading or deeds.illustrating.look_at_files(paths)
        # Where it raises anything it is at its end, and the next file begins it anew.
        self._reading = None
        found = next(reading)
        self._reading = reading
        return found
