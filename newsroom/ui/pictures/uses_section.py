"""Where a picture is used: every article with its state, date and page, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.ui.look.controls import Button
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.notice import NoticeBar
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_8, Ink
from newsroom.ui.look.wrapping import WrappingRow
from newsroom.ui.pictures.use_row import UseRow
from newsroom.ui.pictures.use_words import count_words, rights_words

if TYPE_CHECKING:
    from newsroom.desk.using import PlaceUsed


class UsesSection(QWidget):
    """The places of one picture. `chosen` carries the article that was pressed.

    `replace_wanted` and `bin_wanted` tell what was asked for; `notice` answers beside the list.
    """

    chosen = Signal(str)
    replace_wanted = Signal()
    bin_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.places: tuple[PlaceUsed, ...] = ()
        self.rows: list[UseRow] = []
        self._rights = IconLabel(theme, "mdi6.calendar-clock", "", META, Ink.AMBER)
        self._rights.label.setWordWrap(True)
        self._rights.hide()
        self._count = Label("", META, Ink.INK_2)
        self.notice = NoticeBar(theme)
        self.replace = Button(theme, "Replace everywhere…", icon="mdi6.swap-horizontal")
        self.bin = Button(theme, "Move to the bin", icon="mdi6.trash-can-outline")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for part in (self._rights, self._count):
            column.addWidget(part)
        column.addLayout(self._list)
        deeds = WrappingRow(SPACE_8)
        deeds.add(self.replace, self.bin)
        column.addWidget(deeds)
        column.addWidget(self.notice)
        self.replace.clicked.connect(self.replace_wanted)
        self.bin.clicked.connect(self.bin_wanted)
        self.show_places(())

    @property
    def words(self) -> str:
        """How many stories and pages there are."""
        return self._count.text()

    @property
    def rights(self) -> str:
        """What is said of rights that end; empty where nothing is."""
        return "" if self._rights.isHidden() else self._rights.label.text()

    def clear(self) -> None:
        """Show nothing of the picture that was on show before."""
        self.notice.hide()
        self._rights.hide()
        self.show_places(())
        self._count.setText("")

    def show_places(self, places: Sequence[PlaceUsed]) -> None:
        """Show other places; the same ones stay as they are."""
        self._count.setText(count_words(places))
        self.replace.setEnabled(any(one.now for one in places))
        if tuple(places) == self.places:
            return
        held = next((row.use.article for row in self.rows if row.hasFocus()), None)
        self.places = tuple(places)
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(place) for place in places]
        for row in self.rows:
            if row.use.article == held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rights(self, ends: str, today: date) -> None:
        """Say that the rights end, where they do, and what must change then."""
        words = rights_words(ends, today, self.places)
        self._rights.say(words)
        self._rights.setVisible(bool(words))

    def _row(self, place: PlaceUsed) -> UseRow:
        row = UseRow(self._theme, place)
        row.clicked.connect(lambda: self.chosen.emit(place.article))
        self._list.addWidget(row)
        return row
