"""Writing into the fields of the editor pane, with keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.shell.conftest import Stage


def enter(stage: Stage, field: QWidget) -> None:
    """Give a field the keyboard."""
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    stage.until(field.hasFocus)


def press(field: QWidget, keys: str, times: int = 1) -> None:
    """Press keys such as "Ctrl+Z" in a field."""
    pressed = QKeySequence(keys)[0]
    for _ in range(times):
        QTest.keyClick(field, pressed.key(), pressed.keyboardModifiers())


def type_at_end(stage: Stage, field: QWidget, words: str) -> None:
    """Type words after those that stand in a field."""
    enter(stage, field)
    press(field, "Ctrl+End" if field.inherits("QTextEdit") else "End")
    QTest.keyClicks(field, words)
