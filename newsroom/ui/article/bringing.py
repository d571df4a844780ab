"""Other words put into a field as a step of its own undo, and that step taken back or done again.

A field that is shown anew forgets what was typed into it; whoever brings an older state back, or
takes that back, wants every field to remember.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QLineEdit

from newsroom.ui.article.growing import GrowingText


class Undone(Protocol):
    """What remembers its own steps."""

    def undo(self) -> None: ...

    def redo(self) -> None: ...


Step = Callable[[Undone], None]
"""Takes the last step back, or does it again."""


def bring(field: GrowingText | QLineEdit, words: str, step: Step | None) -> None:
    """Let a field hold these words: by a step that it remembers, or else by a new one."""
    if step is not None and said(field) != words:
        step(field)
    if said(field) == words:
        return
    if isinstance(field, GrowingText):
        field.replace_words(words)
        return
    field.selectAll()
    field.insert(words)
    if not field.hasFocus():
        field.setCursorPosition(0)


def said(field: GrowingText | QLineEdit) -> str:
    """Give what stands in a field."""
    return field.words() if isinstance(field, GrowingText) else field.text().strip()


def undone(field: Undone) -> None:
    """Take the last step back."""
    field.undo()


def redone(field: Undone) -> None:
    """Do it again."""
    field.redo()
