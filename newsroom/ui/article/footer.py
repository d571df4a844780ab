"""The foot of the editor pane: what is on disk, how long the story is, what to check."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QProgressBar

from newsroom.domain.reading import read_minutes
from newsroom.ui.look.bars import Footer
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import CHIP, META, SPACE_16, Ink

_PROGRESS = (72, 4)
_SAVED_WIDTH = 112


class ArticleFooter(Footer):
    """Saved, words, language, checks."""

    checks_wanted = Signal()
    target_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("paper")
        icon = "mdi6.content-save-check-outline"
        self._saved = IconLabel(theme, icon, "", META, Ink.GREEN)
        # As wide as either of its words, so that the count beside it stands still.
        fit(self._saved, least=_SAVED_WIDTH)
        self._minutes = ""
        self._chosen = 0
        self._target = self._count = 0
        self._words = Button(theme, "", Kind.WORDS)
        fit(self._words, role=META, height=CHIP)
        self._words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words.clicked.connect(self.target_wanted)
        self._progress = QProgressBar()
        self._progress.setFixedSize(*_PROGRESS)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Words of the target")
        self._progress.hide()
        self._language = Label("", META, Ink.INK_2)
        self._checks = Button(theme, "", Kind.LINK, "mdi6.alert-outline")
        self._checks.setIcon(theme.icon("mdi6.alert-outline", Ink.AMBER))
        self._checks.setProperty("ink", Ink.AMBER.value)
        self._checks.clicked.connect(self.checks_wanted)
        self._checks.hide()
        self.row.setSpacing(SPACE_16)
        self.add(self._saved, self._words, self._progress)
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
        self._count = words
        self._minutes = f"{read_minutes(words, language)} min read"
        self._language.setText(language.upper())
        self._show_words()

    def show_chosen(self, words: int) -> None:
        """Show how many words of the body are selected, 0 for none."""
        self._chosen = words
        self._show_words()

    def show_target(self, words: int) -> None:
        """Show how many words the story shall have, 0 for no target."""
        self._target = words
        self._progress.setVisible(words > 0)
        self._progress.setMaximum(max(1, words))
        self._show_words()

    def words_corner(self) -> QPoint:
        """Give the upper left corner of the count of words."""
        return self._words.mapTo(self, QPoint(0, 0))

    def _show_words(self) -> None:
        noun = "word" if self._count == 1 and not self._target else "words"
        counted = f"{self._count:,} {noun}"
        if self._target:
            counted = f"{self._count:,} of {self._target:,} {noun}"
        chosen = f"{self._chosen:,} selected " if self._chosen else ""
        between = ("· " if self._target else "of ") if chosen else ""
        self._words.setText(f"{chosen}{between}{counted} · {self._minutes}")
        self._progress.setValue(min(self._count, self._target))

    def show_checks(self, count: int) -> None:
        """Show how many things to check."""
        self._checks.setText("1 check" if count == 1 else f"{count} checks")
        self._checks.setVisible(count > 0)
