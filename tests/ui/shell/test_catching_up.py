"""Places look again when somebody sees them, and not before."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from newsroom.ui.catching_up import CatchingUp


class Place(CatchingUp):
    def __init__(self) -> None:
        super().__init__("paper", self._look_once)
        self.looks = 0

    def _look_once(self) -> None:
        self.looks += 1


def test_what_moves_while_nobody_sees_it_is_looked_at_once(qtbot: QtBot) -> None:
    stack, place = QStackedWidget(), Place()
    qtbot.addWidget(stack)
    stack.addWidget(place)
    stack.addWidget(QWidget())
    stack.show()
    assert place.looks == 0
    place.catch_up()
    assert place.looks == 1
    stack.setCurrentIndex(1)
    place.catch_up()
    place.catch_up()
    assert place.looks == 1
    stack.setCurrentIndex(0)
    assert place.looks == 2
    stack.setCurrentIndex(1)
    stack.setCurrentIndex(0)
    assert place.looks == 2
