"""Undo and redo: they act on the field that has the keyboard, and on no other."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

Field = QTextEdit | QPlainTextEdit | QLineEdit


class WholeStep(Protocol):
    """A step over many fields at once, such as to bring an older state back."""

    can_undo: bool
    can_redo: bool

    def undo(self) -> None: ...

    def redo(self) -> None: ...


class Undoing(QObject):
    """Follows the keyboard through one window. `changed` tells that other steps are possible.

    A button does not take the field away: it was pressed to do something there. Neither does
    another window, such as a question over this one.
    """

    changed = Signal()

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: Field | None = None
        self._whole: WholeStep | None = None
        app.focusChanged.connect(self._on_focus)

    def heed(self, whole: WholeStep) -> None:
        """Let a step over all fields go before those of one field, while it is the last."""
        self._whole = whole

    @property
    def field(self) -> Field | None:
        """The field that has the keyboard, or had it before a button was pressed."""
        return self._field if self._field is not None and isValid(self._field) else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back, in the field or over all of them."""
        if self._whole is not None and self._whole.can_undo:
            return True
        match self.field:
            case None:
                return False
            case QLineEdit() as line:
                return line.isUndoAvailable() and not line.isReadOnly()
            case text:
                return text.document().isUndoAvailable() and not text.isReadOnly()

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again, in the field or over all of them."""
        if self._whole is not None and self._whole.can_redo:
            return True
        match self.field:
            case None:
                return False
            case QLineEdit() as line:
                return line.isRedoAvailable() and not line.isReadOnly()
            case text:
                return text.document().isRedoAvailable() and not text.isReadOnly()

    def undo(self) -> None:
        """Take back the last step: over all fields where that was it, else in this one."""
        if self._whole is not None and self._whole.can_undo:
            self._whole.undo()
            self.changed.emit()
        elif (field := self.field) and self.can_undo:
            field.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._whole is not None and self._whole.can_redo:
            self._whole.redo()
            self.changed.emit()
        elif (field := self.field) and self.can_redo:
            field.redo()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._window.isAncestorOf(now) or isinstance(now, QAbstractButton):
            return
        self._follow(now if isinstance(now, Field) else None)

    def _follow(self, field: Field | None) -> None:
        former = self.field
        if field is former:
            return
        if former is not None:
            for signal in _signals(former):
                signal.disconnect(self._on_steps)
        self._field = field
        if field is not None:
            for signal in _signals(field):
                signal.connect(self._on_steps)
        self.changed.emit()

    def _on_steps(self) -> None:
        self.changed.emit()


def _signals(field: Field) -> tuple[SignalInstance, ...]:
    if isinstance(field, QLineEdit):
        return (field.textChanged,)
    return (field.undoAvailable, field.redoAvailable)
