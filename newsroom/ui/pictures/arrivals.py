"""Pictures on their way in: looked at beside other work, one after another, then written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from newsroom.desk import illustrating
from newsroom.domain.errors import NewsroomError, Refused
from newsroom.domain.ids import PictureId
from newsroom.ui.desk_link import DeskLink

if TYPE_CHECKING:
    from newsroom.desk.illustrating import Added, Arrival

_FORMATS = ("image/jpeg", "image/tiff", "image/webp", "image/avif", "image/gif", "image/png")
"""Kinds of bytes to take as they are, because they may hold a credit that a QImage has lost."""
_TOLD = 4


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picture comes from; `look` reads it and may raise, on any thread."""

    name: str
    look: Callable[[], Arrival]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: a picture, or an error."""

    name: str
    added: Added | None = None
    error: Exception | None = None


def from_files(paths: Iterable[Path]) -> list[Source]:
    """Take files."""
    return [Source(path.name, partial(illustrating.look_at_file, path)) for path in paths]


def from_mime(mime: QMimeData, word: str) -> list[Source]:
    """Take what was dropped or pasted: files, else one picture, which is named by a word."""
    files = local_files(mime)
    if files:
        return from_files(files)
    for kind in _FORMATS:
        if mime.hasFormat(kind) and (data := bytes(mime.data(kind).data())):
            name = f"{word}.{kind.removeprefix('image/')}"
            return [Source(name, partial(illustrating.look_at, data, name))]
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return [Source(f"{word}.png", partial(_look_at_image, image, f"{word}.png"))]
    return []


def _look_at_image(image: QImage, name: str) -> Arrival:
    return illustrating.look_at(as_png(image), name)


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


def as_png(image: QImage) -> bytes:
    """Write an image as PNG, which loses none of it."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(image):
        raise Refused("The picture that was pasted cannot be read.", hint="Add it as a file.")
    return bytes(held.data())


class Arrivals(QObject):
    """Adds sources in their order; each is added whole or not at all.

    `progressed` tells how far it is, in words; `ended` carries the outcomes when none is left.
    """

    progressed = Signal(str)
    ended = Signal(object)

    def __init__(self, link: DeskLink) -> None:
        super().__init__()
        self._link = link
        self._waiting: deque[Source] = deque()
        self._outcomes: list[Outcome] = []
        self._busy = False

    def add(self, sources: Sequence[Source]) -> None:
        """Add pictures after those that are on their way already."""
        self._waiting.extend(sources)
        if self._waiting and not self._busy:
            self._next()

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if not self._waiting:
            outcomes, self._outcomes = tuple(self._outcomes), []
            self.ended.emit(outcomes)
            return
        source = self._waiting.popleft()
        number = len(self._outcomes) + 1
        self.progressed.emit(_progress(number, number + len(self._waiting), source.name))

        def looked(arrival: Arrival) -> None:
            self._link.write(
                lambda desk: illustrating.add_arrival(desk, arrival), added, failed=failed
            )

        def added(one: Added) -> None:
            self._settle(Outcome(source.name, added=one))

        def failed(error: Exception) -> None:
            self._settle(Outcome(source.name, error=error))

        self._link.read(lambda _: source.look(), looked, failed=failed)

    def _settle(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self._next()


def _progress(number: int, total: int, name: str) -> str:
    return f"Adding {name}" if total == 1 else f"Adding {number} of {total}: {name}"


def newest(outcomes: Sequence[Outcome]) -> PictureId | None:
    """Give the last picture that came in, or was here already."""
    ids = [one.added.picture.id for one in outcomes if one.added]
    return ids[-1] if ids else None


def troubled(outcomes: Sequence[Outcome]) -> bool:
    """Whether any picture was refused."""
    return any(one.error for one in outcomes)


def told(outcomes: Sequence[Outcome]) -> str:
    """Say what came in and what did not, and why."""
    added = sum(1 for one in outcomes if one.added and one.added.changes)
    known = sum(1 for one in outcomes if one.added and not one.added.changes)
    refused = [sentence(one) for one in outcomes if one.error]
    if len(outcomes) == 1 and refused:
        return refused[0]
    parts = [f"{added} added"] if added or not known else []
    parts += [f"{known} in the library already"] if known else []
    parts += [f"{len(refused)} refused"] if refused else []
    remarks = refused + [word for one in outcomes if one.added for word in one.added.warnings]
    more = len(remarks) - _TOLD
    rest = [f"And {more} more."] if more > 0 else []
    end = ": " if refused else ". "
    return (", ".join(parts) + end + " ".join(remarks[:_TOLD] + rest)).strip()


def sentence(outcome: Outcome) -> str:
    """Say why a picture did not come in."""
    error = outcome.error
    if isinstance(error, NewsroomError):
        return f"{error.message} {error.hint}".strip()
    return f"{outcome.name} could not be added: something in Newsroom itself went wrong."
