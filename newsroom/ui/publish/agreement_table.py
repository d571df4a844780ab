"""The table of a report: every picture, and whether its credit was found in all three places.

In a narrow pane the places stand under the words, each with its name, instead of in columns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.ids import PictureId
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    CARD_CAPTION,
    META,
    PICTURE_ROW,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    TABLE_ROW,
    Ink,
)
from newsroom.ui.thumbnails import SentPicture

if TYPE_CHECKING:
    from newsroom.desk.agreeing import Agreement

_THUMB = (48, 36)
_MARK = 36
_FOLD = 360
"""Below this width three columns would leave captions a few letters a line."""
_HEADINGS = ("Page", "Data", "File")
_SPOKEN = ("page", "structured data", "picture files")
Thumbnails = Callable[[PictureId, Callable[[bytes], None]], None]
"""Fetches a JPEG of a picture and calls back on this thread."""


class AgreementTable(QWidget):
    """A row for each picture of each exported page."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, found: tuple[Agreement, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._headings, self._columns = _headings()
        column.addWidget(self._headings)
        self.rows = [AgreementRow(theme, agreement) for agreement in found]
        for row in self.rows:
            thumbnails(row.agreement.picture, row.thumb.show_data)
            column.addWidget(row)
        self._fold(folded=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(folded=self.width() < grown(_FOLD))

    def _fold(self, *, folded: bool) -> None:
        self._columns.setHidden(folded)
        for row in self.rows:
            row.fold(folded=folded)


class AgreementRow(Surface):
    """A picture, its credit, and a mark for each place where that must stand."""

    def __init__(self, theme: Theme, agreement: Agreement) -> None:
        super().__init__("row")
        self.setProperty("edge", "top")
        self.setMinimumHeight(PICTURE_ROW)
        self.agreement = agreement
        places = agreement.places
        states = (places.page, places.data, places.files)
        self.setAccessibleName(_spoken(agreement, states))
        self.thumb = SentPicture(*_THUMB)
        words = QVBoxLayout()
        words.setSpacing(0)
        for line in (
            Label(agreement.words or "No caption", CARD_CAPTION),
            Label(agreement.credit or "No credit", META, Ink.INK_2),
        ):
            line.setWordWrap(True)
            words.addWidget(line)
        self.named = _named(theme, states)
        words.addWidget(self.named)
        self.marks = _in_columns(*(_mark(theme, *one) for one in zip(states, _SPOKEN, strict=True)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_4)
        row.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(SPACE_8)
        row.addLayout(words, 1)
        row.addWidget(self.marks)

    def fold(self, *, folded: bool) -> None:
        """Name the places under the words, or mark them in columns."""
        self.named.setVisible(folded)
        self.marks.setHidden(folded)


def _headings() -> tuple[QWidget, QWidget]:
    """Make the line of headings; give with it the part that names the columns."""
    labels = [Label(words, META, Ink.INK_2) for words in _HEADINGS]
    for label, spoken in zip(labels, _SPOKEN, strict=True):
        fit(label, width=_MARK)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setToolTip(f"In the {spoken}")
    columns = _in_columns(*labels)
    holder = QWidget()
    fit(holder, height=TABLE_ROW)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_4)
    row.addWidget(Label("Picture and credit", META, Ink.INK_2), 1)
    row.addWidget(columns)
    return holder, columns


def _in_columns(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_4)
    for part in parts:
        row.addWidget(part)
    return holder


def _named(theme: Theme, states: tuple[bool, ...]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, SPACE_4, 0, 0)
    row.setSpacing(SPACE_12)
    for words, state, place in zip(_HEADINGS, states, _SPOKEN, strict=True):
        row.addWidget(_told(theme, words, state, place))
    row.addStretch(1)
    return holder


def _told(theme: Theme, words: str, state: bool, place: str) -> IconLabel:
    icon, ink = ("mdi6.check-circle", Ink.GREEN) if state else ("mdi6.alert-outline", Ink.AMBER)
    told = IconLabel(theme, icon, words, META, ink)
    told.setToolTip(f"The credit {'stands' if state else 'does not stand'} in the {place}")
    return told


def _mark(theme: Theme, state: bool, place: str) -> QWidget:
    mark = _told(theme, "", state, place)
    mark.label.hide()
    holder = QWidget()
    fit(holder, width=_MARK)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignCenter)
    return holder


def _spoken(agreement: Agreement, states: tuple[bool, ...]) -> str:
    missing = [place for place, state in zip(_SPOKEN, states, strict=True) if not state]
    told = f"credit differs in {', '.join(missing)}" if missing else "credit agrees in all places"
    return f"{agreement.words}, {agreement.credit or 'no credit'}, {told}"
