"""Keys that are pressed for an article before it is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class TypedAhead(QObject):
    """Holds what is typed where the keyboard stands, until there is a field to type it into.

    Else the first words of an article would go into the one that it takes the place of. Where the
    keyboard goes elsewhere meanwhile, nothing is held.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._watched: QWidget | None = None
        self._held: list[QEvent] = []

    def hold(self) -> None:
        """Hold what is typed from now on."""
        self._unwatch()
        self._watched = self._window.window().focusWidget()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def release(self) -> None:
        """Type what was held where the keyboard stands now; a key may take it further."""
        self._unwatch()
        held, self._held = self._held, []
        for event in held:
            if (field := self._window.window().focusWidget()) is not None:
                QApplication.sendEvent(field, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        copy = _copy(event)
        if copy is not None:
            self._held.append(copy)
        return copy is not None

    def _unwatch(self) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = None


def _copy(event: QEvent) -> QEvent | None:
    """Copy what types; None for all other events."""
    if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
        return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
    if isinstance(event, QInputMethodEvent) and event.commitString():
        typed = QInputMethodEvent()
        typed.setCommitString(event.commitString())
        return typed
    return None
