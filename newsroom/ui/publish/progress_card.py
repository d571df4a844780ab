"""Where pages go and how far they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button
from newsroom.ui.look.labels import ElidedLabel, IconLabel, Label, PathLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    META,
    PANE_TITLE,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    Ink,
)
from newsroom.ui.publish.outlook_card import OutlookCard

_WRITES = "For pages and pictures"


class ProgressCard(Surface):
    """Shows the destination, then the bar with its numbers."""

    change_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("paper")
        self._theme = theme
        self._folder = ElidedLabel("No folder chosen yet", BASE)
        self._note = PathLabel(_WRITES, META, Ink.INK_2)
        self._change = Button(theme, "Choose folder")
        self._outlook = OutlookCard(theme)
        self.show_outlook = self._outlook.show_outlook
        self.show_no_outlook = self._outlook.show_nothing
        self.await_outlook = self._outlook.await_outlook
        self._change.clicked.connect(self.change_wanted)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress of the export")
        self._state = IconLabel(
            theme, "mdi6.tray-arrow-up", "Nothing exported yet", BASE, Ink.INK_2
        )
        self._numbers = Label("", META, Ink.INK_2)
        self._label = ElidedLabel("", META, Ink.INK_3)
        self._stop = Button(theme, "Stop")
        self._stop.clicked.connect(self.stop_wanted)
        self._below = QWidget()
        self._steps = QVBoxLayout()
        self._steps.setSpacing(SPACE_8)
        self._written = _Done(theme, "Pages written")
        self._compared = _Done(theme, "Pictures opened again and compared")
        self._build()
        self._at_rest()

    def _build(self) -> None:
        card = Surface("card")
        mark = IconLabel(self._theme, "mdi6.folder-outline", "", META, Ink.INK_2)
        mark.label.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._folder)
        words.addWidget(self._note)
        row = QHBoxLayout(card)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_12)
        row.addWidget(mark)
        row.addLayout(words, 1)
        row.addWidget(self._change)
        line = QHBoxLayout()
        line.setSpacing(SPACE_8)
        line.addWidget(Label("Progress", PANE_TITLE))
        line.addStretch(1)
        line.addWidget(self._state)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE_8)
        below.addWidget(self._numbers)
        below.addWidget(self._label, 1)
        below.addWidget(self._stop)
        for part in (self._written, self._compared):
            self._steps.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_16)
        column.addWidget(Label("Destination", PANE_TITLE))
        column.addWidget(card)
        column.addSpacing(SPACE_8)
        column.addWidget(Label("What will change", PANE_TITLE))
        column.addWidget(self._outlook)
        column.addSpacing(SPACE_8)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addWidget(self._below)
        column.addLayout(self._steps)
        column.addStretch(1)

    def stops(self) -> tuple[QWidget, ...]:
        """Give what takes the keyboard, in order."""
        return (self._change, self._stop)

    def show_folder(self, folder: Path | None) -> None:
        """Show where pages will go."""
        self._folder.setText(f"Folder {folder.name}" if folder else "No folder chosen yet")
        self._note.setText(_at_home(folder.parent) if folder else _WRITES)
        self._change.setText("Change folder" if folder else "Choose folder")

    def begin(self, stories: int) -> None:
        """Show that an export has begun."""
        self._bar.setRange(0, 0)
        noun = "story" if stories == 1 else "stories"
        self._state.say(f"Exporting {stories} {noun}", "mdi6.tray-arrow-up", Ink.INK_2)
        self._change.setEnabled(False)
        self._stop.show()
        self._below.show()
        self._show_done(None)

    def show_step(self, done: int, total: int, label: str) -> None:
        """Show how many files of how many are written."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._numbers.setText(f"{done} of {total} files")
        self._label.setText(label)

    def show_comparing(self) -> None:
        """Show that every file is being opened again."""
        self._bar.setValue(self._bar.maximum())
        self._label.setText("Opening the files again to compare them")
        self._stop.hide()

    def finish(self, pages: int, pictures: int) -> None:
        """Show that everything was written, and how much was compared."""
        self._at_rest()
        self._bar.setRange(0, 1)
        self._bar.setValue(1)
        noun = "page" if pages == 1 else "pages"
        self._state.say(f"{pages} {noun} written", "mdi6.check-circle", Ink.GREEN)
        self._numbers.setText("")
        self._show_done((pages, pictures))

    def fail(self, words: str) -> None:
        """Show that nothing more is written."""
        self._at_rest()
        self._bar.setRange(0, 1)
        self._bar.setValue(0)
        self._state.say(words, "mdi6.alert-outline", Ink.AMBER)

    def _show_done(self, counts: tuple[int, int] | None) -> None:
        for part, count in zip((self._written, self._compared), counts or (0, 0), strict=True):
            part.show_count(count)
            part.setVisible(counts is not None)

    def _at_rest(self) -> None:
        self._below.hide()
        self._change.setEnabled(True)
        self._stop.hide()
        self._label.setText("")


def _at_home(path: Path) -> str:
    """Write a path as short as a person would."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


class _Done(QWidget):
    """Something that an export has done, and how often."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        line = IconLabel(theme, "mdi6.check", words, BASE, Ink.GREEN)
        line.label.recolour(Ink.INK)
        self._count = Label("", META, Ink.INK_2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line)
        row.addStretch(1)
        row.addWidget(self._count)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how often."""
        self._count.setText(str(count))
