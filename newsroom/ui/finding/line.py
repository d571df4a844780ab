"""A field of one line in which something is sought: a dateline's, a byline's, sources, tags."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit

from newsroom.ui.finding.pattern import Match, Wanted, matches, spliced
from newsroom.ui.finding.showing import form_of
from newsroom.ui.look.tokens import Palette

_FORMAT = QInputMethodEvent.AttributeType.TextFormat


class SoughtLine:
    """Finding's hands in a field of one line. One that is `kept` is looked through only."""

    def __init__(self, edit: QLineEdit, *, kept: bool = False) -> None:
        self.edit = edit
        self.text = edit
        self._kept = kept
        self._chosen: Match | None = None
        self._shown: object = None

    @property
    def can_replace(self) -> bool:
        """Whether words may be put in here."""
        return not (self._kept or self.edit.isReadOnly())

    @property
    def selected_words(self) -> str:
        """The words that are selected."""
        return self.edit.selectedText()

    def matches(self, wanted: Wanted) -> list[Match]:
        """List where what is sought stands. Raises `Refused` for a pattern that is none."""
        return matches(wanted, self.edit.text())

    @property
    def chosen(self) -> Match:
        """What is selected, or was when the keyboard left; the caret's place where nothing is."""
        line, place = self.edit, self.edit.cursorPosition()
        if line.hasSelectedText():
            return Match(line.selectionStart(), line.selectionEnd())
        # Qt's field lets go of its selection with the keyboard.
        if self._chosen and self._chosen.end == place and not line.hasFocus():
            return self._chosen
        return Match(place, place)

    def choose(self, match: Match) -> QRect:
        """Select a place; give where it stands in the field."""
        self._chosen = match
        self.edit.setSelection(match.start, match.end - match.start)
        return self.edit.rect()

    def let_go(self) -> None:
        """Select nothing more: the walk goes on in another field."""
        self._chosen = None
        self.edit.deselect()

    def seen(self) -> tuple[int, int]:
        """Give the places between which the field can be seen."""
        if self.edit.visibleRegion().isEmpty():
            return 0, -1
        return 0, len(self.edit.text())

    def show(self, found: Sequence[Match], palette: Palette) -> None:
        """Highlight some matches, the selected one most, and no others.

        Qt's field lends its formats to input methods alone: an event of one that types nothing. It
        is sent only where something else is to be seen, for it would end what one is composing.
        """
        line, chosen = self.edit, self.chosen
        wanted = (line.text(), palette, [(match, match == chosen) for match in found])
        if wanted == self._shown or not (found or self._shown):
            return
        self._shown = wanted if found else None
        place = line.cursorPosition()
        shown = [
            QInputMethodEvent.Attribute(
                _FORMAT,
                match.start - place,
                match.end - match.start,
                form_of(palette, here=match == chosen),
            )
            for match in found
        ]
        QCoreApplication.sendEvent(line, QInputMethodEvent("", shown))

    def replace(self, changes: Sequence[tuple[Match, str]]) -> None:
        """Put words in the place of matches, given in the order of the text, as one step."""
        words = spliced(self.edit.text(), changes)
        if words == self.edit.text():
            return
        place = changes[0][0].start
        self.edit.selectAll()
        self.edit.insert(words)
        self.edit.setCursorPosition(place)
