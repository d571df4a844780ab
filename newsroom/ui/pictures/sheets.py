"""Contact sheets on their way: asked where to, shown how far, stopped when somebody says so."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from newsroom.domain.errors import Cancelled, NewsroomError
from newsroom.domain.summary import PictureQuery
from newsroom.ui.choosing import ask_where_to_save
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import sentence
from newsroom.ui.pictures.grid_pane import GridPane
from newsroom.ui.pictures.sheet_job import Sheet, SheetJob
from newsroom.ui.pictures.shelf import SIEVE_WORDS, Sieve

_TOPIC = "contact-sheet"
_DOING = "Contact sheet"


class Sheets(QObject):
    """Writes the chosen pictures, or all that are listed, as a contact sheet."""

    def __init__(self, link: DeskLink, grid: GridPane) -> None:
        super().__init__(grid)
        self._link = link
        self._grid = grid
        self.house = ""
        self.job: SheetJob | None = None
        grid.sheet_strip.cancelled.connect(self.stop)

    def ask(self) -> None:
        """Ask where the contact sheet goes."""
        if self.job:
            self._grid.notice.tell("A contact sheet is being written already", topic=_TOPIC)
            return
        query, title = self._wanted()
        ask_where_to_save(
            self._grid,
            "Save the contact sheet as PDF",
            "PDF (*.pdf)",
            partial(self._on_place, query, title),
            name="contact-sheet.pdf",
        )

    def write(self, path: Path) -> None:
        """Write the contact sheet of what is chosen now, or listed, to a file."""
        query, title = self._wanted()
        self._write(Sheet(query, title, path, self._link.now().date()))

    def stop(self) -> None:
        """Stop; nothing is written then."""
        if self.job:
            self.job.stop()

    def _wanted(self) -> tuple[PictureQuery, str]:
        model, marked = self._grid.model, self._grid.marked
        house = self.house or "Pictures"
        if marked.known and marked.count > 1:
            query = PictureQuery(sort=model.shelf.sort, binned=self._grid.binned, among=marked.ids)
            return query, f"{house} · {marked.count:,} pictures"
        sieve = model.shelf.sieve
        kept = [] if sieve is Sieve.ALL else [SIEVE_WORDS[sieve]]
        kept += [f"“{model.shelf.search}”"] if model.shelf.search else []
        return model.query, " · ".join((house, *(kept or ["All pictures"])))

    def _on_place(self, query: PictureQuery, title: str, path: Path) -> None:
        self._write(Sheet(query, title, path, self._link.now().date()))

    def _write(self, sheet: Sheet) -> None:
        self.job = SheetJob(sheet)
        self.job.stepped.connect(self._on_step)
        self._grid.sheet_strip.show_step(_DOING, 0, self._grid.model.rowCount(), sheet.path.name)
        self._link.picture(self.job, self._on_written, self._on_failed)

    def _on_step(self, done: int, total: int, label: str) -> None:
        if self.job:
            self._grid.sheet_strip.show_step(_DOING, done, total, label)

    def _on_written(self, pictures: int) -> None:
        path = self._end()
        words = f"Contact sheet of {pictures:,} pictures written: {path.name}"
        self._grid.notice.tell(words, "Open", partial(_open, path), _TOPIC)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._grid.notice.tell("The contact sheet was stopped", topic=_TOPIC)
        elif isinstance(error, NewsroomError):
            self._grid.notice.warn(sentence(error), _TOPIC)
        else:
            self._link.failed.emit(error)

    def _end(self) -> Path:
        assert self.job
        path, self.job = self.job.sheet.path, None
        self._grid.sheet_strip.end()
        return path


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
