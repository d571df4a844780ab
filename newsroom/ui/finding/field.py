"""A field of the article in which something is sought: its text, its places, its highlights."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from newsroom.ui.body.blocks import one_step
from newsroom.ui.body.body_view import BodyView
from newsroom.ui.finding.pattern import Match
from newsroom.ui.look.tokens import Palette

_KEEP = QTextCursor.MoveMode.KeepAnchor
Edit = QTextEdit | QPlainTextEdit


class SoughtField:
    """Finding's hands in one field; the field itself knows nothing of being searched."""

    def __init__(self, edit: Edit) -> None:
        self.edit = edit

    @property
    def text(self) -> str:
        """The text, one character for each place."""
        return self.edit.document().toRawText()

    @property
    def chosen(self) -> tuple[int, int]:
        """Where the selection begins and ends; twice the caret's place where there is none."""
        cursor = self.edit.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def choose(self, match: Match) -> QRect:
        """Select a place; give where it stands in the field."""
        cursor = self._at(match)
        self.edit.setTextCursor(cursor)
        return self.edit.cursorRect().translated(self.edit.viewport().pos())

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
        shown = [
            self._highlight(match, palette, here=(match.start, match.end) == chosen)
            for match in found
        ]
        if isinstance(self.edit, BodyView):
            self.edit.highlight(shown)
        else:
            self.edit.setExtraSelections(shown)

    def _highlight(self, match: Match, palette: Palette, *, here: bool) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setBackground(QColor(palette.accent_fill if here else palette.amber_tint))
        form.setForeground(QColor(palette.on_accent if here else palette.ink))
        if not here:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(QColor(palette.amber_mark))
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = self._at(match), form
        return made

    def replace(self, changes: Sequence[tuple[Match, str]]) -> None:
        """Put words in the place of matches, given in the order of the text, as one step."""
        cursor = QTextCursor(self.edit.document())
        with one_step(cursor):
            for match, words in reversed(changes):
                cursor.setPosition(match.start + 1)
                form = cursor.charFormat()
                cursor.setPosition(match.start)
                cursor.setPosition(match.end, _KEEP)
                cursor.insertText(words, form)

    def _at(self, match: Match) -> QTextCursor:
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, _KEEP)
        return cursor
