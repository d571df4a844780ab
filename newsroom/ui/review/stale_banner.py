"""The banner that says an approval no longer binds what the story says."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from newsroom.domain.lines import day_in_words
from newsroom.domain.workflow import State
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    ICON_TEXT,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Family,
    Ink,
    Type,
)

if TYPE_CHECKING:
    from newsroom.desk.reviewing import Review

_TITLE = Type(Family.SANS, 13, 20, 600)
_ICON_GAP = SPACE_8 - 2
"""What an `IconLabel` leaves between its icon and its words."""
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


class StaleBanner(Surface):
    """Shown only while the approval is stale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("stale")
        self._title = IconLabel(
            theme, "mdi6.clock-alert-outline", "This approval is stale", _TITLE, Ink.AMBER
        )
        self._words = Label("", BASE, Ink.INK)
        self._words.setWordWrap(True)
        self._words.setContentsMargins(ICON_TEXT + _ICON_GAP, 0, 0, 0)
        lines = QVBoxLayout()
        lines.setSpacing(SPACE_4)
        lines.addWidget(self._title)
        lines.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.addLayout(lines)
        self.hide()

    def show_review(self, review: Review, approver: str) -> None:
        """Say who approved what and how much changed since, or hide."""
        self.setVisible(review.state is State.STALE)
        count = review.comparison.changes
        number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
        noun = "thing" if count == 1 else "things"
        when = _moment(review.approval.time) if review.approval else ""
        self._words.setText(
            f"{approver} approved version {review.base_number} on {when}. {number} {noun} changed "
            "after that. The story cannot be exported until someone approves it again."
        )


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{day_in_words(local)}, {local:%H:%M}"
