"""Keys that are pressed for an article before it is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.commands.undoing import Field


class TypedAhead(QObject):
    """Holds what is typed into a window until there is a field to type it into.

    Else the first words of an article would go into the one that it takes the place of, or that is
    still on its way there. Whoever clicks meanwhile has turned elsewhere: what is typed from then
    on is not held.
    """

    def __init__(self, within: QWidget) -> None:
        """Take a part of the window."""
        super().__init__()
        self._within = within
        self._holding = False
        self._turned = False
        self._held: list[QEvent] = []

    def hold(self) -> None:
        """Hold what is typed from now on."""
        self._turned = False
        if not self._holding:
            self._holding = True
            _application().installEventFilter(self)

    def release(self) -> None:
        """Type what was held into the field that has the keyboard; a key may take it further."""
        self._let_go()
        held, self._held = self._held, []
        for event in held:
            field = self._within.window().focusWidget()
            if isinstance(field, Field):
                QApplication.sendEvent(field, event)

    def stop(self) -> None:
        """Hold nothing any more; the window is closing."""
        self._let_go()
        self._held.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._turned = True
        if self._turned or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._within.window():
            return False
        copy = _copy(event)
        if copy is not None:
            self._held.append(copy)
        return copy is not None

    def _let_go(self) -> None:
        if self._holding:
            self._holding = False
            _application().removeEventFilter(self)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _copy(event: QEvent) -> QEvent | None:
    """Copy what types; None for all other events."""
    if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
        return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
    if isinstance(event, QInputMethodEvent) and event.commitString():
        typed = QInputMethodEvent()
        typed.setCommitString(event.commitString())
        return typed
    return None
