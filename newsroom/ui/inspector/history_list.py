"""What happened to the article: its versions and the decisions about them, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsroom.domain.ids import EntryId, MemberId
from newsroom.domain.lines import day_in_words
from newsroom.domain.summary import Revision
from newsroom.domain.workflow import Decision, Verdict
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.labels import EmptyState, IconLabel, Label
from newsroom.ui.look.scrolling import ScrollingColumn
from newsroom.ui.look.states import VERDICT_ICONS, VERDICT_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, META, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Ink

_INKS = {
    Verdict.SUBMITTED: Ink.INK_2,
    Verdict.RETURNED: Ink.AMBER,
    Verdict.APPROVED: Ink.GREEN,
    Verdict.PUBLISHED: Ink.ACCENT,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history."""

    time: datetime
    icon: str
    ink: Ink
    words: str
    under: str
    note: str = ""


def events(
    revisions: Sequence[Revision], decisions: Sequence[Decision], names: Mapping[MemberId, str]
) -> tuple[Event, ...]:
    """Tell versions and decisions as one history, newest first."""
    numbers: dict[EntryId, int] = {one.id: one.number for one in revisions}
    told = [_version(one, names) for one in revisions]
    told += [_decision(one, numbers, names) for one in decisions]
    order = {event: place for place, event in enumerate(told)}
    return tuple(sorted(told, key=lambda one: (one.time, order[one]), reverse=True))


def _version(revision: Revision, names: Mapping[MemberId, str]) -> Event:
    return Event(
        revision.time,
        "mdi6.content-save-outline",
        Ink.INK_2,
        f"Version {revision.number}",
        _by(revision.author, revision.time, names),
    )


def _decision(
    decision: Decision, numbers: Mapping[EntryId, int], names: Mapping[MemberId, str]
) -> Event:
    number = numbers.get(decision.revision)
    words = VERDICT_WORDS[decision.verdict] + (f", version {number}" if number else "")
    own = " · their own story" if decision.own else ""
    return Event(
        decision.time,
        VERDICT_ICONS[decision.verdict],
        _INKS[decision.verdict],
        words,
        _by(decision.by, decision.time, names) + own,
        decision.note,
    )


def _by(member: MemberId, time: datetime, names: Mapping[MemberId, str]) -> str:
    local = time.astimezone()
    when = f"{day_in_words(local)}, {local:%H:%M:%S}"
    return f"{names.get(member) or member[:8]} · {when}"


class HistoryList(Surface):
    """The history as rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane")
        self.setAccessibleName("History")
        self._theme = theme
        self._stack = QStackedWidget()
        self._area = ScrollingColumn(name="History")
        self._stack.addWidget(EmptyState(theme, "No versions yet. Submitting the story saves one."))
        self._stack.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_events(self, told: Sequence[Event]) -> None:
        """Show another history."""
        ground = Surface("pane")
        column = QVBoxLayout(ground)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        column.setSpacing(0)
        for event in told:
            column.addWidget(self._row(event))
        column.addStretch(1)
        self._area.setWidget(ground)
        self._stack.setCurrentIndex(1 if told else 0)

    def _row(self, event: Event) -> QWidget:
        row = QFrame()
        row.setProperty("edge", "bottom")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        line.setSpacing(SPACE_8)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4 // 2)
        words.addWidget(Label(event.words, BASE))
        under = Label(event.under, META, Ink.INK_3)
        under.setWordWrap(True)
        words.addWidget(under)
        if event.note:
            note = Label(event.note, BASE, Ink.INK_2)
            note.setWordWrap(True)
            words.addWidget(note)
        mark = IconLabel(self._theme, event.icon, "", BASE, event.ink)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return row
