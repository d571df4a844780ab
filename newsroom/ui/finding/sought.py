"""What finding asks of a field, whatever Qt calls it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from newsroom.ui.finding.field import SoughtField
from newsroom.ui.finding.line import SoughtLine
from newsroom.ui.finding.pattern import Match, Wanted
from newsroom.ui.look.tokens import Palette


class Sought(Protocol):
    """A field of the article that is looked through; its matches come in its own counting."""

    @property
    def edit(self) -> QTextEdit | QPlainTextEdit | QLineEdit: ...

    @property
    def text(self) -> QTextDocument | QLineEdit: ...

    @property
    def can_replace(self) -> bool: ...

    @property
    def selected_words(self) -> str: ...

    @property
    def chosen(self) -> Match: ...

    def matches(self, wanted: Wanted) -> list[Match]: ...

    def choose(self, match: Match) -> QRect: ...

    def let_go(self) -> None: ...

    def seen(self) -> tuple[int, int]: ...

    def show(self, found: Sequence[Match], palette: Palette) -> None: ...

    def replace(self, changes: Sequence[tuple[Match, str]]) -> None: ...


def sought(edit: QTextEdit | QPlainTextEdit | QLineEdit, *, kept: bool) -> Sought:
    """Look through a field; one that is `kept` is not written in."""
    return SoughtLine(edit, kept=kept) if isinstance(edit, QLineEdit) else SoughtField(edit)
