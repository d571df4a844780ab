"""What an export will change: three counts, and a line for each page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.desk.foreseeing import Foreseen, Outlook, Step
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label, PathLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    HASH,
    META,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    TABLE_ROW,
    Family,
    Ink,
    Type,
)

_FIGURE = Type(Family.SANS, 28, 32, 600)
_WORD_WIDTH = 96
_MOST = 6
_STEPS = {
    Step.NEW: ("New", "mdi6.file-plus-outline", Ink.GREEN),
    Step.UPDATE: ("Update", "mdi6.file-refresh-outline", Ink.ACCENT),
    Step.SAME: ("Unchanged", "mdi6.file-check-outline", Ink.INK_2),
}
_WHAT = {Step.NEW: "new", Step.UPDATE: "updated", Step.SAME: "unchanged"}


class OutlookCard(Surface):
    """Shows an `Outlook`, or why there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        self._theme = theme
        self._figures = {step: _Count(theme, step) for step in Step}
        counts = QWidget()
        row = QHBoxLayout(counts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, count in enumerate(self._figures.values()):
            if number:
                row.addWidget(_upright())
            row.addWidget(count, 1)
        self._counts = counts
        self._rows: list[QWidget] = []
        self._note = IconLabel(theme, "mdi6.information-outline", "", META, Ink.INK_2)
        self._note.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(counts)
        self._column.addWidget(self._note)
        self.show_nothing("")

    def show_nothing(self, why: str) -> None:
        """Say why there is nothing to foresee."""
        self._clear()
        self._counts.hide()
        self._note.say(why)
        self._note.setVisible(bool(why))

    def await_outlook(self, words: str) -> None:
        """Say that an outlook is on its way; one that is on show stays till then."""
        if self._counts.isHidden():
            self.show_nothing(words)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what an export would do."""
        self._clear()
        for step, count in self._figures.items():
            count.show_count(outlook.count(step))
        self._counts.show()
        for page in outlook.pages[:_MOST]:
            self._add(_Row(self._theme, page))
        more = len(outlook.pages) - _MOST
        self._note.say(f"And {more} more" if more > 0 else "")
        self._note.setVisible(more > 0)

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)

    def _clear(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []


class _Count(QWidget):
    """A number of pages, large, over what would happen to them."""

    def __init__(self, theme: Theme, step: Step) -> None:
        super().__init__()
        _, icon, ink = _STEPS[step]
        self._what = _WHAT[step]
        self._number = IconLabel(theme, icon, "0", _FIGURE, ink)
        self._words = Label("", META, Ink.INK_2)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._words)

    def show_count(self, count: int) -> None:
        """Show another number."""
        self._number.say(f"{count:,}")
        self._number.label.recolour(Ink.INK)
        self._words.setText(f"{'page' if count == 1 else 'pages'} {self._what}")


class _Row(Surface):
    """A page and what would happen to it."""

    def __init__(self, theme: Theme, page: Foreseen) -> None:
        super().__init__("row")
        self.setProperty("edge", "top")
        fit(self, height=TABLE_ROW)
        word, icon, ink = _STEPS[page.step]
        mark = IconLabel(theme, icon, word, META, ink)
        fit(mark, width=_WORD_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(mark)
        row.addWidget(PathLabel(str(page.path.parent), HASH, Ink.INK), 1)


def _upright() -> QLabel:
    line = QLabel()
    line.setFixedWidth(1)
    line.setProperty("surface", "line")
    return line
