"""The foot of the editor pane: what is on disk, how long the story is, what to check."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from newsroom.domain.reading import read_minutes
from newsroom.ui.look.bars import Footer
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_16, Ink


class ArticleFooter(Footer):
    """Saved, words, language, checks."""

    checks_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("paper")
        icon = "mdi6.content-save-check-outline"
        self._saved = IconLabel(theme, icon, "", META, Ink.GREEN)
        self._length = self._chosen = ""
        self._words = Label("", META, Ink.INK_2)
        self._language = Label("", META, Ink.INK_2)
        self._checks = Button(theme, "", Kind.LINK, "mdi6.alert-outline")
        self._checks.setIcon(theme.icon("mdi6.alert-outline", Ink.AMBER))
        self._checks.setProperty("ink", Ink.AMBER.value)
        self._checks.clicked.connect(self.checks_wanted)
        self._checks.hide()
        self.row.setSpacing(SPACE_16)
        self.add(self._saved, self._words)
        self.stretch()
        self.add(self._language, self._checks)

    @property
    def length_words(self) -> str:
        """What the footer says about the length of the story."""
        return self._words.text()

    @property
    def saved_words(self) -> str:
        """What the footer says about the disk."""
        return self._saved.label.text()

    def show_saved(self, at: datetime) -> None:
        """Say when the text reached the disk, to the second."""
        words = f"Saved {at.astimezone():%H:%M:%S}"
        self._saved.say(words, "mdi6.content-save-check-outline", Ink.GREEN)
        self._saved.label.recolour(Ink.INK_2)

    def show_unsaved(self) -> None:
        """Say that something is not on disk yet."""
        self._saved.say("Not saved yet", "mdi6.content-save-edit-outline", Ink.INK_3)

    def show_length(self, words: int, language: str) -> None:
        """Show the count of words, the minutes they take, and the language."""
        noun = "word" if words == 1 else "words"
        self._length = f"{words:,} {noun} · {read_minutes(words, language)} min read"
        self._language.setText(language.upper())
        self._show_words()

    def show_chosen(self, words: int) -> None:
        """Show how many words of the body are selected, 0 for none."""
        self._chosen = f"{words:,} selected of " if words else ""
        self._show_words()

    def _show_words(self) -> None:
        self._words.setText(self._chosen + self._length)

    def show_checks(self, count: int) -> None:
        """Show how many things to check."""
        self._checks.setText("1 check" if count == 1 else f"{count} checks")
        self._checks.setVisible(count > 0)
