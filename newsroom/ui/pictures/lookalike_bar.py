"""The bar that says a picture was here before: where it ran, who was credited, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from newsroom.domain.picture import Picture
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, Kind, with_key
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, RADIUS, SPACE_8, SPACE_12, Ink
from newsroom.ui.look.wrapping import WrappingRow
from newsroom.ui.pictures.compare_view import CompareView
from newsroom.ui.pictures.lookalike_words import sentence
from newsroom.ui.thumbnails import CroppedPicture, Thumbnails

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk.likening import Lookalike

TAKE_OVER_KEY = "Ctrl+Alt+O"
_SMALL = QSize(96, 64)
_COMPARE, _CLOSE = "Compare", "Put away"


class LookalikeBar(Surface):
    """Shows one look-alike at a time. `take_over_wanted` and `differ_wanted` carry its picture."""

    take_over_wanted = Signal(object)
    differ_wanted = Signal(object)

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__("card")
        self.setAccessibleName("Looks like another picture")
        self._found: tuple[Lookalike, ...] = ()
        self._at = 0
        self._picture: Picture | None = None
        self._small = CroppedPicture(thumbnails, _SMALL, RADIUS)
        self._line = IconLabel(theme, "mdi6.content-duplicate", "", BASE, Ink.INK)
        self._line.label.setWordWrap(True)
        self.take_over = Button(theme, "Take over its record", Kind.PLAIN)
        self.take_over.setToolTip(with_key("Take over its record", TAKE_OVER_KEY))
        self.compare = Button(theme, _COMPARE, Kind.PLAIN, "mdi6.compare")
        self.compare.setCheckable(True)
        self.differ = Button(theme, "They differ", Kind.PLAIN)
        self.next = Button(theme, "", Kind.QUIET)
        self.view = CompareView(thumbnails)
        self.view.hide()
        self._arrange()
        self.take_over.clicked.connect(self.take_it_over)
        self.differ.clicked.connect(self._on_differ)
        self.compare.toggled.connect(self._show_view)
        self.next.clicked.connect(self._on_next)
        self.hide()

    @property
    def shown(self) -> Lookalike | None:
        """The look-alike that the bar speaks of."""
        return self._found[self._at] if self._found else None

    @property
    def words(self) -> str:
        """What the bar says; empty while it is put away."""
        return "" if self.isHidden() else self._line.label.text()

    def show_found(self, picture: Picture, found: tuple[Lookalike, ...], now: datetime) -> None:
        """Speak of the look-alikes of a picture, the likest first; none puts the bar away."""
        self._picture, self._found, self._at, self._now = picture, found, 0, now
        self.compare.setChecked(False)
        self.setVisible(bool(found))
        self._show()

    def show_record(self, picture: Picture) -> None:
        """Say what the picture's record says by now."""
        if self._picture and picture.id == self._picture.id:
            self._picture = picture
            self._show()

    def put_away(self) -> None:
        """Speak of nothing."""
        self._picture, self._found = None, ()
        self.hide()

    def take_it_over(self) -> None:
        """Ask for the record of the look-alike, where it says anything else."""
        if self.shown and not self.isHidden() and self.take_over.isEnabled():
            self.take_over_wanted.emit(self.shown.picture)

    def _arrange(self) -> None:
        deeds = WrappingRow(SPACE_8)
        deeds.add(self.take_over, self.compare, self.differ, self.next)
        words = QVBoxLayout()
        words.setSpacing(SPACE_8)
        words.addWidget(self._line)
        words.addWidget(deeds)
        top = QHBoxLayout()
        top.setSpacing(SPACE_12)
        top.addWidget(self._small, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view)

    def _show(self) -> None:
        one, picture = self.shown, self._picture
        if one is None or picture is None:
            return
        self._line.say(sentence(one, picture.record, self._now))
        self._small.show_picture(one.picture.id)
        self._small.setAccessibleName(one.picture.record.alt or one.picture.file_name)
        self.take_over.setEnabled(one.picture.record != picture.record)
        count = len(self._found)
        self.next.setText(f"{self._at + 1} of {count}: show the next")
        self.next.setVisible(count > 1)
        if self.view.isVisibleTo(self):
            self.view.show_pair(picture, one.picture)

    def _show_view(self, on: bool) -> None:
        self.view.setVisible(on)
        self.compare.setText(_CLOSE if on else _COMPARE)
        self._show()

    def _on_differ(self) -> None:
        if self.shown:
            self.differ_wanted.emit(self.shown.picture)

    def _on_next(self) -> None:
        self._at = (self._at + 1) % max(1, len(self._found))
        self._show()
