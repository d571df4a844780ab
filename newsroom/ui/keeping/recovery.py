"""After an unexpected end: what was brought back, said calmly, with the way to what changed."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy

from newsroom import desk as deeds
from newsroom.ui.desk_link import DeskLink, ignore
from newsroom.ui.inspector.time_slider import clock_words
from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, SPACE_4, SPACE_8, SPACE_16, Ink

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.desk.sitting import BroughtBack, Ended

_SIGN_MS = 60_000
"""How often a sign of life is given: a crash is told to the minute."""
_THIN_FIRST_MS, _THIN_MS = 60_000, 30 * 60_000
_NAMED = 40
"""How many letters of a headline name it."""


class RecoveryBar(QFrame):
    """Says how the last sitting ended; it stays until it is put away, and takes no keyboard.

    `look_wanted` carries an article that was brought back, `told` the words.
    """

    look_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("notice", "calm")
        self._line = IconLabel(theme, "mdi6.restore", "", BASE, Ink.INK)
        self._line.label.setWordWrap(True)
        self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._articles: tuple[BroughtBack, ...] = ()
        self._choices = QMenu(self)
        self.look = Button(theme, "Show what changed", Kind.PLAIN, "mdi6.compare")
        self.look.clicked.connect(self._on_look)
        self.close_button = IconButton(theme, "mdi6.close", "Put this notice away")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_4, SPACE_8, SPACE_4)
        row.setSpacing(SPACE_8)
        row.addWidget(self._line, 1)
        row.addWidget(self.look)
        row.addWidget(self.close_button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty when it is put away."""
        return "" if self.isHidden() else self._line.label.text()

    def show_end(self, words: str, articles: tuple[BroughtBack, ...]) -> None:
        """Say how it ended, and offer a look at each article that was brought back."""
        self._line.say(words)
        self._articles = articles
        self.look.setVisible(bool(articles))
        self._choices.clear()
        for one in articles:
            action = self._choices.addAction(_name(one).replace("&", "&&"))
            action.triggered.connect(partial(self.look_wanted.emit, one))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.told.emit(words)

    def _on_look(self) -> None:
        if len(self._articles) == 1:
            self.look_wanted.emit(self._articles[0])
        else:
            self._choices.popup(self.look.mapToGlobal(self.look.rect().bottomLeft()))


class Recovery(QObject):
    """Begins and ends the sitting, and keeps order among what autosave has kept."""

    def __init__(self, bar: RecoveryBar, link: DeskLink) -> None:
        super().__init__()
        self._bar = bar
        self._link = link
        self._signs = QTimer(self)
        self._signs.setInterval(_SIGN_MS)
        self._signs.timeout.connect(self._give_sign)
        self._thinning = QTimer(self)
        self._thinning.setSingleShot(True)
        self._thinning.timeout.connect(self.thin)
        link.write(_begin, self._on_begun)

    def end(self) -> None:
        """End the sitting as it should end; the window is closing."""
        self._signs.stop()
        self._thinning.stop()
        self._link.write(_end, failed=ignore)

    def thin(self, after: str = "") -> None:
        """Drop states that are too old or too dense, some articles at a time."""
        self._link.read(
            lambda desk: deeds.timing.thin(desk, after), self._on_thinned, failed=ignore
        )

    def _on_thinned(self, after: str) -> None:
        if after:
            self.thin(after)
        else:
            self._thinning.start(_THIN_MS)

    def _on_begun(self, ended: Ended | None) -> None:
        self._signs.start()
        self._thinning.start(_THIN_FIRST_MS)
        if ended is not None:
            self._bar.show_end(end_words(ended, self._link.now()), ended.articles)

    def _give_sign(self) -> None:
        self._link.write(_go_on, failed=ignore)


def end_words(ended: Ended, now: datetime) -> str:
    """Say when it ended and what was brought back."""
    local = ended.at.astimezone()
    today = local.date() == now.astimezone().date()
    when = f"at {local:%H:%M}" if today else f"on {clock_words(ended.at, now)}"
    words = f"Newsroom ended unexpectedly {when}."
    if ended.articles:
        last = ended.articles[0].at.astimezone()
        words += f" Your text was brought back to {last:%H:%M:%S}: {_names(ended.articles)}."
    if ended.records:
        where = "a credit record" if ended.records == 1 else f"{ended.records} credit records"
        words += f" What was typed into {where} was brought back."
    if not (ended.articles or ended.records):
        words += " Nothing had been written since it was opened."
    return words


def _names(articles: tuple[BroughtBack, ...]) -> str:
    named = [f"“{_name(one)}”" for one in articles[:2]]
    rest = len(articles) - len(named)
    if rest:
        return f"{', '.join(named)} and {rest} more"
    return " and ".join(named)


def _name(one: BroughtBack) -> str:
    headline = one.headline.strip() or "No headline yet"
    return headline if len(headline) <= _NAMED else f"{headline[:_NAMED].rstrip()}…"


def _begin(desk: Desk) -> Ended | None:
    return deeds.sitting.begin(desk)


def _go_on(desk: Desk) -> None:
    deeds.sitting.go_on(desk)


def _end(desk: Desk) -> None:
    deeds.sitting.end(desk)
