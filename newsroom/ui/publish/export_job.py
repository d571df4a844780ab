"""An export under way: its progress crosses to the window's thread, its stopping crosses back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.desk import publishing
from newsroom.desk.agreeing import Agreement, agreements
from newsroom.domain.errors import Cancelled
from newsroom.domain.findings import Finding
from newsroom.domain.ids import ArticleId

if TYPE_CHECKING:
    from newsroom.desk.publishing import Exported
    from newsroom.desk.room import Desk


@dataclass(frozen=True, slots=True)
class Verified:
    """What opening the written files again came to; `left_over` is shown by no page any more."""

    findings: tuple[Finding, ...]
    agreements: tuple[Agreement, ...]
    left_over: tuple[str, ...] = ()


class ExportJob(QObject):
    """Writes some stories into a folder and opens the files again to compare them.

    `stepped` carries (done, total, label) from whatever thread the work runs on.
    """

    stepped = Signal(int, int, str)

    def __init__(self, articles: tuple[ArticleId, ...], out: Path) -> None:
        super().__init__()
        self._articles = articles
        self.out = out
        self._stop = Event()

    def stop(self) -> None:
        """Stop between two files; the old pages stay."""
        self._stop.set()

    def __call__(self, desk: Desk) -> Exported:
        return publishing.export(desk, self._articles, self.out, progress=self._step)

    def verify(self, desk: Desk) -> Verified:
        """Open the written files again."""
        found = agreements(desk, self._articles, self.out)
        seen = publishing.reopen(self.out)
        return Verified(seen.findings, found, tuple(map(str, seen.left_over)))

    def _step(self, done: int, total: int, label: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.stepped.emit(done, total, label)
