"""The table of a report: every picture, and whether its credit was found in all three places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.ids import PictureId
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    CARD_CAPTION,
    META,
    PICTURE_ROW,
    SPACE_4,
    SPACE_8,
    TABLE_ROW,
    Ink,
)
from newsroom.ui.thumbnails import SentPicture

if TYPE_CHECKING:
    from newsroom.desk.agreeing import Agreement

_THUMB = (48, 36)
_MARK = 36
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
        column.addWidget(_headings())
        for agreement in found:
            row = _Row(theme, agreement)
            thumbnails(agreement.picture, row.thumb.show_data)
            column.addWidget(row)


class _Row(Surface):
    def __init__(self, theme: Theme, agreement: Agreement) -> None:
        super().__init__("row")
        self.setProperty("edge", "top")
        self.setMinimumHeight(PICTURE_ROW)
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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_4)
        row.addWidget(self.thumb)
        row.addSpacing(SPACE_8)
        row.addLayout(words, 1)
        for state, place in zip(states, _SPOKEN, strict=True):
            row.addWidget(_mark(theme, state, place))


def _headings() -> QWidget:
    holder = QWidget()
    fit(holder, height=TABLE_ROW)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_4)
    row.addWidget(Label("Picture and credit", META, Ink.INK_2), 1)
    for words, spoken in zip(_HEADINGS, _SPOKEN, strict=True):
        label = Label(words, META, Ink.INK_2)
        fit(label, width=_MARK)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setToolTip(f"In the {spoken}")
        row.addWidget(label)
    return holder


def _mark(theme: Theme, state: bool, place: str) -> QWidget:
    icon, ink = ("mdi6.check-circle", Ink.GREEN) if state else ("mdi6.alert-outline", Ink.AMBER)
    mark = IconLabel(theme, icon, "", META, ink)
    mark.label.hide()
    mark.setToolTip(f"The credit {'stands' if state else 'does not stand'} in the {place}")
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
