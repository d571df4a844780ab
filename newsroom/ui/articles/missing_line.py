"""The line under the list that says how many articles use a picture without a credit."""

from __future__ import annotations

from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, Ink


class MissingLine(IconLabel):
    """Says how many there are among the rows that are known; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "mdi6.alert-outline", "", META, Ink.AMBER)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        self.setVisible(count > 0)
        words = "1 missing credit" if count == 1 else f"{count} missing credits"
        self.say(words)
