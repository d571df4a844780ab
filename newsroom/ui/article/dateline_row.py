"""Where, when and by whom: edited in the line in which they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsroom.domain.article import Content
from newsroom.domain.house import House
from newsroom.domain.lines import date_line
from newsroom.domain.times import zone
from newsroom.ui.article.line_field import LineField
from newsroom.ui.article.moment_field import MomentField
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, Ink, Type


class DatelineRow(QWidget):
    """Place, publication time and byline."""

    edited = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._moment: datetime | None = None
        self._house: House | None = None
        self._language = ""
        self._place = LineField("Place", BASE, Ink.INK_2)
        self._time = MomentField(theme, "Date and time", now)
        self._byline = LineField("Name", Type(BASE.family, BASE.size, BASE.line, 600))
        self._byline.setAccessibleName("Byline")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._place)
        row.addWidget(Label(" •", BASE, Ink.INK_2))
        row.addWidget(self._time)
        row.addStretch(1)
        row.addWidget(Label("By ", BASE, Ink.INK_2))
        row.addWidget(self._byline)
        self._place.textEdited.connect(self.edited)
        self._byline.textEdited.connect(self.edited)
        self._time.chosen.connect(self._on_time)

    def show_house(self, house: House) -> None:
        """Write times in a house's form from now on."""
        self._house = house
        self._show_time()

    def show_content(self, content: Content) -> None:
        """Show an article's place, time and byline."""
        self._place.show_words(content.place)
        self._byline.show_words(content.byline)
        self._moment = content.published
        self._language = content.language
        self._show_time()

    def put_into(self, content: Content) -> Content:
        """Give the content with what stands in the row."""
        return replace(
            content,
            place=self._place.text().strip(),
            byline=self._byline.text().strip(),
            published=self._moment,
        )

    def _on_time(self, moment: datetime | None) -> None:
        self._moment = moment
        self._show_time()
        self.edited.emit()

    def _show_time(self) -> None:
        if self._house is None:
            return
        shown = date_line(self._moment, self._house, self._language) if self._moment else ""
        self._time.show_moment(self._moment, shown, zone(self._house.time_zone))
