"""Keys that are pressed for an article before it is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from newsroom.ui.commands.undoing import Field

_BY_HAND = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)


class TypedAhead(QObject):
    """Holds what is typed into a window until there is a field to type it into.

    Else the first words of an article would go into the one that it takes the place of, or that is
    still on its way there. Whoever turns elsewhere meanwhile, by the mouse or a shortcut, is not
    waited for: what is typed from then on is not held.
    """

    def __init__(self, app: QApplication, within: QWidget) -> None:
        """Take the application, whose keyboard is followed, and a part of the window."""
        super().__init__()
        self._app = app
        self._within = within
        self._holding = False
        self._watched: QWidget | None = None
        self._held: list[QEvent] = []

    def hold(self) -> None:
        """Hold what is typed from now on."""
        self._let_go()
        self._holding = True
        self._app.focusChanged.connect(self._on_focus)
        self._watch(self._within.window().focusWidget())

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
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in _BY_HAND:
            self._let_go()
            return False
        copy = _copy(event)
        if copy is not None:
            self._held.append(copy)
        return copy is not None

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._within.window():
            self._watch(now)

    def _watch(self, widget: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)

    def _let_go(self) -> None:
        self._watch(None)
        if self._holding:
            self._holding = False
            self._app.focusChanged.disconnect(self._on_focus)


def _copy(event: QEvent) -> QEvent | None:
    """Copy what types; None for all other events. What a method is still composing is not held."""
    if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
        return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
    if isinstance(event, QInputMethodEvent) and event.commitString():
        typed = QInputMethodEvent()
        typed.setCommitString(event.commitString())
        return typed
    return None
