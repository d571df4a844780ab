"""Who changed what in a record, word by word, with the way back to each version."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.domain.comparison import Change, Piece
from newsroom.domain.lines import day_in_words
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, META, SPACE_4, SPACE_8, Ink, Palette
from newsroom.ui.pictures.gathering import ToldChange, ToldField
from newsroom.ui.pictures.record_fields import field_words

FEW = 5
"""Versions in sight at first."""


class RecordHistory(QWidget):
    """The versions of a record, newest first.

    `put_back` carries an entry, `undone` nothing: what the last entry changed is taken back.
    """

    put_back = Signal(str)
    undone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[ToldChange, ...] = ()
        self._all = False
        self.rows: list[VersionRow] = []
        self.undo = Button(theme, "Undo the last change", Kind.LINK, "mdi6.undo")
        self.undo.clicked.connect(self.undone)
        self.more = Button(theme, "", Kind.LINK)
        self.more.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.theme_changed.connect(self._dress)

    def show_history(self, told: tuple[ToldChange, ...]) -> None:
        """Show another history; the same one stays as it is."""
        if told == self._shown:
            return
        if not told or not self._shown or told[-1].entry != self._shown[-1].entry:
            self._all = False
        self._shown = told
        self._fill()

    def _fill(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._shown if self._all else self._shown[:FEW]
        self.rows = [VersionRow(self._theme, one, newest=not n) for n, one in enumerate(shown)]
        for row in self.rows:
            row.back.clicked.connect(partial(self.put_back.emit, row.told.entry))
            self._column.insertWidget(self._column.count() - 1, row)
        left = len(self._shown) - len(shown)
        self.more.setText(f"Show {left} earlier")
        self.more.setVisible(left > 0)
        self.undo.setVisible(len(self._shown) > 1)

    def _on_more(self) -> None:
        self._all = True
        self._fill()
        self.rows[FEW].back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        for row in self.rows:
            row.dress()


class VersionRow(QFrame):
    """One version: who saved it and when, and what moved."""

    def __init__(self, theme: Theme, told: ToldChange, *, newest: bool) -> None:
        super().__init__()
        self._theme = theme
        self.told = told
        self.setProperty("edge", "bottom")
        head = Label(f"{told.by or 'Somebody'} · {_moment(told.at)}", META, Ink.INK_3)
        head.setWordWrap(True)
        self.back = Button(theme, "Put back", Kind.LINK)
        self.back.setAccessibleName(f"Put back the record of {_moment(told.at)}")
        self.labels = [_field_label(one) for one in told.fields]
        words = QVBoxLayout()
        words.setSpacing(SPACE_4 // 2)
        words.addWidget(head)
        for label in self.labels:
            words.addWidget(label)
        if not told.fields:
            words.addWidget(Label("Nothing in the record", BASE, Ink.INK_2))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        line.setSpacing(SPACE_8)
        line.addLayout(words, 1)
        line.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.back.setVisible(not newest)
        self.dress()

    def dress(self) -> None:
        """Write the fields in the colours of the day."""
        for label, field in zip(self.labels, self.told.fields, strict=True):
            label.setText(marked(field, self._theme.palette))


def _field_label(field: ToldField) -> QLabel:
    label = QLabel()
    fit(label, role=BASE)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    label.setAccessibleName(spoken(field))
    return label


def marked(field: ToldField, palette: Palette) -> str:
    """Write a field as rich text: what came is underlined, what went is struck."""
    name = escape(field_words(field.field))
    pieces = "".join(_marked(piece, palette) for piece in field.pieces)
    return f'<span style="color:{palette.ink_2}">{name}:</span> {pieces}'


def _marked(piece: Piece, palette: Palette) -> str:
    words = escape(piece.text)
    if piece.change is Change.SAME:
        return words
    if piece.change is Change.ADDED:
        ink, tint, line = palette.added, palette.added_tint, "underline"
    else:
        ink, tint, line = palette.removed, palette.removed_tint, "line-through"
    style = f"color:{ink};background-color:{tint};text-decoration:{line}"
    return f'<span style="{style}">{words}</span>'


def spoken(field: ToldField) -> str:
    """Say what became of a field: what it was and what it is."""
    before = "".join(one.text for one in field.pieces if one.change is not Change.ADDED)
    after = "".join(one.text for one in field.pieces if one.change is not Change.REMOVED)
    name = field_words(field.field)
    if not before:
        return f"{name}: now “{after}”"
    return f"{name}: was “{before}”, now " + (f"“{after}”" if after else "empty")


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{day_in_words(local)}, {local:%H:%M:%S}"
