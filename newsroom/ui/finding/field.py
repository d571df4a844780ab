"""A field of the article in which something is sought: its text, its places, its highlights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from newsroom.ui.body.blocks import one_step
from newsroom.ui.body.body_view import BodyView
from newsroom.ui.body.card_words import CardMark, CardPart, card_words, replace_words
from newsroom.ui.finding.pattern import Match, Wanted, matches
from newsroom.ui.finding.showing import form_of
from newsroom.ui.look.tokens import Palette

_KEEP = QTextCursor.MoveMode.KeepAnchor
Edit = QTextEdit | QPlainTextEdit


class SoughtField:
    """Finding's hands in one field; the field itself knows nothing of being searched."""

    def __init__(self, edit: Edit) -> None:
        self.edit = edit
        self._on_card: Match | None = None

    @property
    def text(self) -> QTextDocument:
        """What is changed, and remembers it."""
        return self.edit.document()

    @property
    def can_replace(self) -> bool:
        """Whether words may be put in here."""
        return not self.edit.isReadOnly()

    @property
    def selected_words(self) -> str:
        """The words that are selected."""
        return self.edit.textCursor().selectedText()

    def matches(self, wanted: Wanted) -> list[Match]:
        """List where what is sought stands, in the text and in the words of its cards.

        Raises `Refused` for a pattern that is none.
        """
        found = matches(wanted, self.edit.document().toRawText())
        if isinstance(self.edit, BodyView):
            found += self._in_cards(wanted)
            found.sort(key=lambda match: match.start)
        return found

    def _in_cards(self, wanted: Wanted) -> Iterator[Match]:
        for place, which, words in card_words(self.edit.document()):
            for one in matches(wanted, words):
                part = CardPart(which, one.start, one.end)
                yield Match(place, place + 1, part, one.found)

    @property
    def chosen(self) -> Match:
        """What is selected, in the text or on a card; the caret's place where nothing is."""
        cursor = self.edit.textCursor()
        here = self._on_card
        if here and cursor.position() == here.start and not cursor.hasSelection():
            return here
        return Match(cursor.selectionStart(), cursor.selectionEnd())

    def choose(self, match: Match) -> QRect:
        """Select a place, or go to the card on which it is; give where it stands in the field."""
        self._on_card = match if match.part else None
        cursor = self._at(match)
        if match.part:
            cursor.setPosition(match.start)
        self.edit.setTextCursor(cursor)
        return self.edit.cursorRect().translated(self.edit.viewport().pos())

    def let_go(self) -> None:
        """Select nothing more: the walk goes on in another field."""
        self._on_card = None
        cursor = self.edit.textCursor()
        cursor.clearSelection()
        self.edit.setTextCursor(cursor)

    def seen(self) -> tuple[int, int]:
        """Give the places between which the field can be seen: it may be far higher than that."""
        port = self.edit.viewport()
        area = port.visibleRegion().boundingRect()
        if area.isEmpty():
            return 0, -1
        first = self.edit.cursorForPosition(area.topLeft()).position()
        return first, self.edit.cursorForPosition(area.bottomRight()).position()

    def show(self, found: Sequence[Match], palette: Palette) -> None:
        """Highlight some matches, the selected one most, and no others."""
        chosen = self.chosen
        shown: list[QTextEdit.ExtraSelection] = []
        on_cards: dict[int, list[CardMark]] = {}
        for match in found:
            form = form_of(palette, here=match == chosen)
            if match.part:
                on_cards.setdefault(match.start, []).append(CardMark(match.part, form))
            else:
                made = QTextEdit.ExtraSelection()
                made.cursor, made.format = self._at(match), form
                shown.append(made)
        if isinstance(self.edit, BodyView):
            self.edit.highlight(shown, on_cards)
        else:
            self.edit.setExtraSelections(shown)

    def replace(self, changes: Sequence[tuple[Match, str]]) -> None:
        """Put words in the place of matches, given in the order of the text, as one step."""
        cursor = QTextCursor(self.edit.document())
        with one_step(cursor):
            for start, group in groupby(reversed(changes), key=lambda change: change[0].start):
                ours = list(group)
                on_card = [(match.part, words) for match, words in ours if match.part]
                if on_card:
                    replace_words(self.edit.document(), start, on_card)
                else:
                    _put(cursor, *ours[0])

    def _at(self, match: Match) -> QTextCursor:
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, _KEEP)
        return cursor


def _put(cursor: QTextCursor, match: Match, words: str) -> None:
    cursor.setPosition(match.start + 1)
    form = cursor.charFormat()
    cursor.setPosition(match.start)
    cursor.setPosition(match.end, _KEEP)
    cursor.insertText(words, form)
