"""What came in and what did not, in a line for each picture, said once when all is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from newsroom.domain.cleaning import reason_of
from newsroom.domain.errors import NewsroomError
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import Cleaned
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, SPACE_12, SPACE_16
from newsroom.ui.pictures.arrivals import Outcome
from newsroom.ui.pictures.shelf import one_line

_TOLD = 4
"""Remarks that a notice holds; more of them are read in the report."""
_WIDTH, _HEIGHT = 560, 320


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of some arrivals: a summary, and a line for all that is to be heeded."""

    summary: str
    lines: tuple[str, ...]
    troubled: bool

    @property
    def notice(self) -> str:
        """The summary, with the lines where they are few."""
        if len(self.lines) > _TOLD:
            return f"{self.summary}."
        end = ":" if self.troubled else "."
        return f"{self.summary}{end if self.lines else ''} {' '.join(self.lines)}".strip()

    @property
    def is_long(self) -> bool:
        """Whether a notice cannot hold it."""
        return len(self.lines) > _TOLD


def report_of(outcomes: Sequence[Outcome], given_up: int = 0) -> Report:
    """Say what came in, what did not and why, and what cleaning did."""
    refused = [sentence(one) for one in outcomes if one.error]
    if len(outcomes) == 1 and refused and not given_up:
        return Report(refused[0], (), troubled=True)
    lines = refused + [line for one in outcomes for line in _remarks(one)]
    return Report(_summary(outcomes, given_up), tuple(lines), troubled=bool(refused))


def newest(outcomes: Sequence[Outcome]) -> PictureId | None:
    """Give the last picture that came in, or was here already."""
    ids = [one.added.picture.id for one in outcomes if one.added]
    return ids[-1] if ids else None


def sentence(outcome: Outcome) -> str:
    """Say why a picture did not come in."""
    error = outcome.error
    if isinstance(error, NewsroomError):
        return f"{error.message} {error.hint}".strip()
    return f"{outcome.name} could not be added: something in Newsroom itself went wrong."


def _summary(outcomes: Sequence[Outcome], given_up: int) -> str:
    added = sum(1 for one in outcomes if one.added and one.added.changes)
    known = sum(1 for one in outcomes if one.added and not one.added.changes)
    refused = sum(1 for one in outcomes if one.error)
    parts = [f"{added:,} added"] if added or not known else []
    parts += [f"{known:,} in the library already"] if known else []
    parts += [f"{refused:,} refused"] if refused else []
    parts += [f"stopped before {given_up:,} more"] if given_up else []
    return ", ".join(parts)


def _remarks(outcome: Outcome) -> list[str]:
    if outcome.added is None:
        return []
    cleaned = [_cleaned(outcome.name, one) for one in outcome.cleaned]
    return [*outcome.added.warnings, *cleaned]


def _cleaned(name: str, one: Cleaned) -> str:
    before = "; ".join(map(str, one.before)) if isinstance(one.before, tuple) else str(one.before)
    words = f"“{one_line(before)}”"
    return f"{name}: {one.field.replace('_', ' ')} {words} was cleaned: {reason_of(one.step)}"


class ReportDialog(QDialog):
    """Lists a report, calmly and without holding anything up."""

    def __init__(self, theme: Theme, parent: QWidget, report: Report) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pictures added")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        summary = Label(f"{report.summary}.", BASE)
        summary.setWordWrap(True)
        self.lines = QListWidget()
        fit(self.lines, role=BASE, least=_WIDTH, block=_HEIGHT)
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName("What to heed")
        self.lines.setSpacing(2)
        self.lines.addItems([one_line(line) for line in report.lines])
        close = Button(theme, "Close", Kind.PLAIN)
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(summary)
        column.addWidget(self.lines)
        column.addLayout(below)
