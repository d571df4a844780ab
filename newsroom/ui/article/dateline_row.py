"""Where, when and by whom: edited in the line in which they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from newsroom.domain.article import Content
from newsroom.domain.house import House
from newsroom.domain.lines import date_line
from newsroom.domain.times import zone
from newsroom.ui.article.bringing import Step, bring
from newsroom.ui.article.line_field import LineField
from newsroom.ui.article.moment_field import MomentField
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, SPACE_8, Ink, Type


class DatelineRow(QWidget):
    """Place, publication time and byline."""

    edited = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._moment: datetime | None = None
        self._house: House | None = None
        self._language = ""
        self.place = LineField("Place", BASE, Ink.INK_2)
        self.time = MomentField(theme, "Date and time", now)
        self.byline = LineField("Name", Type(BASE.family, BASE.size, BASE.line, 600))
        self.byline.setAccessibleName("Byline")
        self._where = _side_by_side(self.place, Label(" •", BASE, Ink.INK_2), self.time)
        self._whose = _side_by_side(Label("By ", BASE, Ink.INK_2), self.byline)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addLayout(self._where)
        self._line.addStretch(1)
        self._line.addLayout(self._whose)
        for part in (self._where, self._whose):
            self._line.setAlignment(part, Qt.AlignmentFlag.AlignLeft)
        self.place.textEdited.connect(self.edited)
        self.byline.textEdited.connect(self.edited)
        self.time.chosen.connect(self._on_time)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the wider part alone: the byline can go under the dateline."""
        least = max(part.minimumSize().width() for part in (self._where, self._whose))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        """Put the byline at the right end of the line, or under it where both have no room."""
        wanted = self._where.sizeHint().width() + SPACE_8 + self._whose.sizeHint().width()
        way = QBoxLayout.Direction
        turned = way.TopToBottom if wanted > self.width() else way.LeftToRight
        if self._line.direction() is not turned:
            self._line.setDirection(turned)

    def show_house(self, house: House) -> None:
        """Write times in a house's form from now on."""
        self._house = house
        self._show_time()

    def show_content(self, content: Content) -> None:
        """Show another article's place, time and byline."""
        self.place.show_words(content.place)
        self.byline.show_words(content.byline)
        self._take_moment(content)

    def renew(self, content: Content) -> None:
        """Show other values; a field that has its value already keeps its caret and undo."""
        now = self.put_into(content)
        if now.place != content.place:
            self.place.show_words(content.place)
        if now.byline != content.byline:
            self.byline.show_words(content.byline)
        self._take_moment(content)

    def bring(self, content: Content, step: Step | None) -> None:
        """Show other values, which the fields remember as a step of their own."""
        bring(self.place, content.place, step)
        bring(self.byline, content.byline, step)
        self._take_moment(content)

    def _take_moment(self, content: Content) -> None:
        self._moment = content.published
        self._language = content.language
        self._show_time()

    def put_into(self, content: Content) -> Content:
        """Give the content with what stands in the row."""
        return replace(
            content,
            place=self.place.text().strip(),
            byline=self.byline.text().strip(),
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
        self.time.show_moment(self._moment, shown, zone(self._house.time_zone))


def _side_by_side(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for part in parts:
        row.addWidget(part)
    return row
