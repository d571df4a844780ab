"""The report of an export: do the credits agree, which pages were written, what needs a look."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from newsroom.domain.errors import Cancelled, NewsroomError
from newsroom.domain.findings import Finding
from newsroom.domain.lines import day_in_words
from newsroom.ui.look.bars import Footer, PaneHeader, Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.labels import ElidedLabel, IconLabel, Label, PathLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tips import plain_tip
from newsroom.ui.look.tokens import (
    BASE,
    HASH,
    ICON_TEXT,
    META,
    PANE_TITLE,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Family,
    Ink,
    Type,
)
from newsroom.ui.publish.agreement_table import AgreementTable, Thumbnails
from newsroom.ui.publish.export_job import Verified

if TYPE_CHECKING:
    from newsroom.desk.publishing import Exported

_LEAST = 320
_NAMED = 20
"""Files that a tooltip names at most."""
_EMPTY = (
    "After an export this report says, for every picture, whether its credit stands in the page, "
    "in the page's data and in the picture file."
)
_HEADING = Type(Family.SANS, 13, 20, 600)


class ReportPane(Surface):
    """Shows what the last export came to."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__("pane")
        self._theme = theme
        self._thumbnails = thumbnails
        self.setMinimumWidth(_LEAST)
        self.setAccessibleName("Report")
        self._when = Label("", META, Ink.INK_3)
        self._header = PaneHeader("pane")
        self._header.add(Label("Report", PANE_TITLE), self._when)
        self._header.stretch()
        self._when_below = ElidedLabel("", META, Ink.INK_3)
        self._when_below.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName("Report")
        footer = Footer("pane")
        footer.row.addWidget(self._when_below, 1)
        footer.stretch()
        footer.add(Label("Preview and export are the same bytes", META, Ink.INK_2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._scroll, 1)
        column.addWidget(footer)
        self._lines = self._fresh()
        self._end(_EMPTY)

    def fold(self, *, folded: bool) -> None:
        """Leave out the header, where another one names this pane already."""
        self._header.setVisible(not folded)
        self._when_below.setVisible(folded)

    def _say_when(self, words: str) -> None:
        for label in (self._when, self._when_below):
            label.setText(words)

    def _fresh(self) -> QVBoxLayout:
        inside = Surface("pane")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        lines.setSpacing(SPACE_8)
        self._scroll.setWidget(inside)
        return lines

    def _end(self, words: str = "") -> None:
        if words:
            told = Label(words, BASE, Ink.INK_3)
            told.setWordWrap(True)
            self._lines.addWidget(told)
        self._lines.addStretch(1)

    def begin(self) -> None:
        """Clear the former report."""
        self._say_when("")
        self._lines = self._fresh()
        self._end()

    def show_report(self, exported: Exported, verified: Verified, when: datetime) -> None:
        """Show what was written, and what comparing the files again found."""
        findings = verified.findings
        self._say_when(_moment(when))
        self._lines = self._fresh()
        self._lines.addWidget(self._verdict(findings, len(verified.agreements)))
        for finding in findings:
            self._line(finding.message, "mdi6.alert-outline", Ink.AMBER)
        for warning in exported.warnings:
            self._line(warning, "mdi6.information-outline", Ink.AMBER)
        if verified.left_over:
            self._left_over(verified.left_over)
        if verified.agreements:
            self._lines.addWidget(
                AgreementTable(self._theme, self._thumbnails, verified.agreements)
            )
        self._lines.addSpacing(SPACE_8)
        self._lines.addWidget(Label("Pages", _HEADING))
        for page in exported.pages:
            self._lines.addWidget(PageRow(self._theme, page))
        if exported.findings:
            self._lines.addSpacing(SPACE_8)
            self._lines.addWidget(Label("Worth a look", _HEADING))
        for finding in exported.findings:
            self._line(finding.message, "mdi6.alert-outline", Ink.AMBER)
        self._end()

    def show_failure(self, error: Exception) -> None:
        """Say why nothing was exported."""
        self._lines = self._fresh()
        if isinstance(error, Cancelled):
            self._end("The export was stopped.")
            return
        words = error.message if isinstance(error, NewsroomError) else "Something went wrong."
        self._line(words, "mdi6.alert-outline", Ink.AMBER)
        self._end()

    def _line(self, words: str, icon: str, ink: Ink, *, tip: str = "") -> None:
        line = IconLabel(self._theme, icon, words, BASE, ink)
        line.setToolTip(plain_tip(tip))
        line.label.setWordWrap(True)
        line.label.recolour(Ink.INK)
        self._lines.addWidget(line)

    def _left_over(self, files: tuple[str, ...]) -> None:
        noun, verb = ("file", "is") if len(files) == 1 else ("files", "are")
        words = (
            f"{len(files)} picture {noun} of earlier exports {verb} shown by no page any more. "
            "Take off the server what you have no rights to."
        )
        self._line(words, "mdi6.information-outline", Ink.INK_2, tip="\n".join(files[:_NAMED]))

    def _verdict(self, findings: tuple[Finding, ...], pictures: int) -> QWidget:
        banner = Surface("stale" if findings else "done")
        title = "Some files differ" if findings else "All credits agree"
        noun = "picture" if pictures == 1 else "pictures"
        words = (
            "What is in the folder is not what was written. Export again."
            if findings
            else f"{pictures} {noun} checked in page, structured data and file"
        )
        icon = "mdi6.alert-outline" if findings else "mdi6.check-circle"
        lines = QVBoxLayout(banner)
        lines.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        lines.setSpacing(2)
        ink = Ink.AMBER if findings else Ink.GREEN
        lines.addWidget(IconLabel(self._theme, icon, title, _HEADING, ink))
        told = Label(words, BASE)
        told.setWordWrap(True)
        told.setContentsMargins(ICON_TEXT + SPACE_8 - 2, 0, 0, 0)
        lines.addWidget(told)
        return banner


def _moment(when: datetime) -> str:
    local = when.astimezone()
    return f"{day_in_words(local)}, {local:%H:%M:%S}"


class PageRow(QWidget):
    """A page that was written, with a way to open it."""

    def __init__(self, theme: Theme, page: Path) -> None:
        super().__init__()
        name = "/".join(page.parts[-6:-1])
        label = PathLabel(name, HASH, Ink.INK_2)
        button = Button(theme, "Open page", Kind.LINK)
        button.setAccessibleName(f"Open page {page.parent.name}")
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        mark = IconLabel(theme, "mdi6.file-check-outline", "", META, Ink.GREEN)
        mark.label.hide()
        row.addWidget(mark)
        row.addWidget(label, 1)
        row.addWidget(button)
