"""The mouse heard where it comes into a window, at no cost to keys.

Qt itself looks at each event, as a state machine of one state does, and calls Python for a press
alone: an event filter in Python would run for every key, and wait there for whatever other thread
is in Python just then.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtStateMachine import QEventTransition, QState, QStateMachine


class Presses(QStateMachine):
    """Tells by the `triggered` of its `heard` of each mouse press in a window, before it works."""

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        listening = QState(self)
        self.heard = QEventTransition(window, QEvent.Type.MouseButtonPress, listening)
        listening.addTransition(self.heard)
        self.setInitialState(listening)
        self.start()
