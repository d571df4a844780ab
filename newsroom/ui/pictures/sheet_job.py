"""A contact sheet being written, in the lane of pictures, page by page; it may be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QPdfWriter

from newsroom import desk as deeds
from newsroom.desk import browsing
from newsroom.domain.errors import Cancelled, NewsroomError, Unavailable
from newsroom.domain.ids import PictureId
from newsroom.domain.summary import PictureQuery, PictureSummary
from newsroom.ui.pictures.contact_sheet import (
    ON_PAGE,
    Cell,
    Heading,
    pages_of,
    paint_page,
    pdf_writer,
)
from newsroom.ui.thumbnails import image_of

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

_SIDE = 400
_BATCH = 10 * ON_PAGE


@dataclass(frozen=True, slots=True)
class Sheet:
    """Which pictures a contact sheet shows, under which title, and where it is written."""

    query: PictureQuery
    title: str
    path: Path
    today: date


class SheetJob(QObject):
    """Writes a contact sheet beside the place where it belongs, and then there, whole.

    `stepped` carries (done, total, label) from whatever thread the work runs on.
    """

    stepped = Signal(int, int, str)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self._stop = Event()

    def stop(self) -> None:
        """Stop before the next picture; nothing is written then."""
        self._stop.set()

    def __call__(self, desk: Desk) -> int:
        """Write the sheet; gives how many pictures stand on it."""
        part = self.sheet.path.with_name(f".{self.sheet.path.name}.part")
        try:
            total = self._write(desk, part)
            part.replace(self.sheet.path)
        except OSError as error:
            raise Unavailable(
                f"The contact sheet could not be written: {error.strerror}.",
                hint="Choose another folder.",
            ) from error
        finally:
            part.unlink(missing_ok=True)
        return total

    def _write(self, desk: Desk, part: Path) -> int:
        # Qt does not say why it cannot write; the system does.
        part.open("wb").close()
        total = browsing.count_pictures(desk, self.sheet.query)
        heading = Heading(self.sheet.title, self.sheet.today, pages_of(total))
        writer = pdf_writer(str(part), self.sheet.title)
        painter = QPainter(writer)
        try:
            self._paint(desk, painter, writer, heading, total)
        finally:
            painter.end()
        return total

    def _paint(
        self, desk: Desk, painter: QPainter, writer: QPdfWriter, heading: Heading, total: int
    ) -> None:
        area = QRectF(writer.pageLayout().fullRectPixels(writer.resolution()))
        cells = self._cells(desk, total)
        number = 0
        while page := tuple(islice(cells, ON_PAGE)):
            if number and not writer.newPage():
                raise Unavailable("The contact sheet could not be written: the disk may be full.")
            number += 1
            paint_page(painter, area, page, number, heading)

    def _cells(self, desk: Desk, total: int) -> Iterator[Cell]:
        for done, summary in enumerate(_summaries(desk, self.sheet.query)):
            if self._stop.is_set():
                raise Cancelled
            self.stepped.emit(done + 1, max(total, done + 1), summary.picture.file_name)
            yield Cell(summary, _image(desk, summary.picture.id))


def _summaries(desk: Desk, query: PictureQuery) -> Iterator[PictureSummary]:
    start = 0
    while some := browsing.pictures(desk, replace(query, offset=start, limit=_BATCH)):
        yield from some
        start += len(some)


def _image(desk: Desk, picture: PictureId) -> QImage:
    try:
        return image_of(deeds.illustrating.thumbnail_pixels(desk, picture, _SIDE))
    except NewsroomError:
        return QImage()
