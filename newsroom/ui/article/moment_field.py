"""A date and time: shown in the house's form, chosen in a small panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QMenu, QVBoxLayout, QWidget, QWidgetAction

from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, META, SPACE_8, SPACE_12, SPACE_24, Ink, Type


class MomentField(Button):
    """Shows a moment; `chosen` carries another one, or None."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, words: str, now: Callable[[], datetime], role: Type = BASE):
        """Take the words that name the field, shown while it is empty."""
        super().__init__(theme, words, Kind.WORDS)
        self._words = words
        self._now = now
        self._zone = ZoneInfo("UTC")
        self._moment: datetime | None = None
        fit(self, role=role, height=SPACE_24)
        self._edit = QDateTimeEdit()
        self._edit.setDisplayFormat("dd.MM.yyyy  HH:mm")
        self._edit.setButtonSymbols(QDateTimeEdit.ButtonSymbols.NoButtons)
        fit(self._edit, height=BUTTON)
        self._edit.setAccessibleName(words)
        self._zone_line = Label("", META, Ink.INK_3)
        self._panel = QMenu(self)
        self._fill_panel(theme)
        self.clicked.connect(self._open)

    def show_moment(self, moment: datetime | None, shown: str, zone: ZoneInfo) -> None:
        """Show a moment in words already made, to be edited in a time zone."""
        self._moment = moment
        self._zone = zone
        self.setText(shown if moment else self._words)
        self.setAccessibleName(f"{self._words}: {shown}" if moment else self._words)

    def _fill_panel(self, theme: Theme) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addWidget(self._edit)
        column.addWidget(self._zone_line)
        row = QHBoxLayout()
        for words, kind, run in (
            ("Clear", Kind.QUIET, self._clear),
            ("Now", Kind.PLAIN, self._take_now),
            ("Set", Kind.PRIMARY, self._take_edit),
        ):
            button = Button(theme, words, kind)
            button.clicked.connect(run)
            row.addWidget(button)
        column.addLayout(row)
        action = QWidgetAction(self._panel)
        action.setDefaultWidget(holder)
        self._panel.addAction(action)

    def _open(self) -> None:
        local = (self._moment or self._now()).astimezone(self._zone)
        day = QDate(local.year, local.month, local.day)
        self._edit.setDateTime(QDateTime(day, QTime(local.hour, local.minute)))
        self._zone_line.setText(f"Time zone {self._zone.key}")
        self._edit.setFocus()
        self._panel.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take_edit(self) -> None:
        picked = self._edit.dateTime().toPython()
        assert isinstance(picked, datetime)
        self._choose(picked.replace(second=0, microsecond=0, tzinfo=self._zone))

    def _take_now(self) -> None:
        self._choose(self._now().astimezone(self._zone).replace(second=0, microsecond=0))

    def _clear(self) -> None:
        self._choose(None)

    def _choose(self, moment: datetime | None) -> None:
        self._panel.close()
        if moment is not None:
            moment = datetime.fromisoformat(moment.isoformat())
        self.chosen.emit(moment)
