"""Bringing pictures in: asked for, dropped or pasted; how far it is, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal

from newsroom.domain.errors import NewsroomError
from newsroom.ui.choosing import ask_for_files, ask_for_folder
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.notice import Choice
from newsroom.ui.pictures import arrivals
from newsroom.ui.pictures.arrival_report import Report, newest, report_of
from newsroom.ui.pictures.arrivals import Arrivals, Outcome, Source
from newsroom.ui.pictures.grid_pane import GridPane

_KINDS = (
    "Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.avif *.gif *.heic *.heif);;All files (*)"
)
_TOPIC = "pictures-added"


class Adding(QObject):
    """Takes pictures into the library and tells the grid's pane about it.

    `arrived` carries the last one that came in, to be shown; while somebody writes in a record it
    is only offered, and `show_wanted` carries it when it is asked for.
    """

    arrived = Signal(str)
    show_wanted = Signal(str)

    def __init__(self, link: DeskLink, grid: GridPane) -> None:
        super().__init__(grid)
        self._link = link
        self._grid = grid
        self._writing = False
        self._given_up = 0
        self.arrivals = Arrivals(link)
        self.arrivals.setParent(self)
        self.arrivals.progressed.connect(self._on_step)
        self.arrivals.stopped.connect(self._on_stopped)
        self.arrivals.ended.connect(self._on_ended)
        grid.strip.cancelled.connect(self.arrivals.stop)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add files and folders."""
        self._writing = False
        self.arrivals.add_paths(paths)

    def add_mime(self, mime: QMimeData, word: str) -> bool:
        """Add what was dropped or pasted; tell whether there was anything to add."""
        if files := arrivals.local_files(mime):
            self.add_paths(files)
            return True
        sources: list[Source] = arrivals.from_mime(mime, word)
        self._writing = False
        self.arrivals.add(sources)
        return bool(sources)

    def choose_files(self) -> None:
        """Ask for picture files."""
        ask_for_files(self._grid, "Add pictures", _KINDS, self.add_paths)

    def choose_folder(self) -> None:
        """Ask for a folder, all pictures of which are added."""
        ask_for_folder(self._grid, "Add a folder of pictures", self._on_folder)

    def note_writing(self) -> None:
        """Take that somebody writes in a record, which must stay on show."""
        self._writing = True

    def _on_folder(self, folder: Path) -> None:
        self.add_paths([folder])

    def _on_step(self, number: int, total: int, name: str) -> None:
        if total > 1:
            self._grid.strip.show_step("Adding", number, total, name)
        words = f"Adding {name}" if total == 1 else f"Adding {number:,} of {total:,}: {name}"
        self._grid.show_progress(words)

    def _on_stopped(self, given_up: int) -> None:
        self._given_up = given_up

    def _on_ended(self, outcomes: tuple[Outcome, ...]) -> None:
        self._grid.strip.end()
        self._grid.show_progress("")
        given_up, self._given_up = self._given_up, 0
        for outcome in outcomes:
            if outcome.error and not isinstance(outcome.error, NewsroomError):
                self._link.failed.emit(outcome.error)
        last = newest(outcomes)
        self._tell(report_of(outcomes, given_up), last)
        if last and not self._writing:
            self.arrived.emit(last)

    def _tell(self, report: Report, last: str | None) -> None:
        """Say it without a box that would hold anything up; what is alike is said once."""
        notice = self._grid.notice
        self._grid.details.hide()
        several = report.uncredited if len(report.uncredited) > 1 else ()
        self._grid.note_fresh(several)
        choices: list[Choice] = []
        if several:
            choices.append(("Show them", self._grid.show_fresh))
        if report.is_long:
            choices.append(("Details", partial(self._grid.details.show_report, report)))
        if report.refused and not report.is_long:
            notice.offer(report.notice, choices, _TOPIC)
        elif choices:
            notice.propose(report.notice, choices, _TOPIC)
        elif last and self._writing:
            notice.tell(report.notice, "Show", partial(self.show_wanted.emit, last), _TOPIC)
        else:
            notice.tell(report.notice, topic=_TOPIC)
