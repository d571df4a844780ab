"""Widgets made undressed: only where nothing stands that the next style sheet could reach for."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from newsroom.settings import Appearance
from newsroom.ui.look.theme import Theme

_PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel, QSplitter
from shiboken6 import delete

from newsroom.settings import Appearance
from newsroom.ui.look.theme import Theme

app = QApplication([])
theme = Theme(app, Appearance.LIGHT)
with theme.undressed():
    assert app.styleSheet() == "", "the first window is made undressed"
assert app.styleSheet()
former = [QSplitter() for _ in range(40)]
for splitter in former:
    splitter.addWidget(QLabel("left"))
    splitter.addWidget(QLabel("right"))
theme.choose(Appearance.DARK)
with theme.undressed():
    window = QLabel("the next window")
for splitter in former:
    splitter.show()
    delete(splitter)
theme.choose(Appearance.LIGHT)
"""


def test_a_window_that_stood_while_the_next_was_made_ends_without_harm() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def test_what_stands_stays_dressed(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, Appearance.LIGHT)
    standing = QLabel("a window")
    qtbot.addWidget(standing)
    dressed = qapp.styleSheet()
    with theme.undressed():
        assert qapp.styleSheet() == dressed
    qapp.setStyleSheet("")
