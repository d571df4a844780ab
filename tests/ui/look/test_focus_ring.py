"""The ring stays around what has the keyboard, wherever that is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsroom.ui.look.focus import FocusRing
from newsroom.ui.look.theme import Theme


def test_the_ring_goes_along_with_what_is_scrolled_and_is_gone_where_that_is(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window, inside, area = QWidget(), QWidget(), QScrollArea()
    window.resize(300, 200)
    inside.setFixedSize(250, 2_000)
    button = QPushButton("Keep", inside)
    button.move(20, 60)
    area.setWidget(inside)
    QVBoxLayout(window).addWidget(area)
    qtbot.addWidget(window)
    theme = Theme(qapp)
    ring = FocusRing(window, theme, qapp)
    ring.follow_keys()
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    bar = area.verticalScrollBar()
    for scrolled in (0, 25, 50):
        bar.setValue(scrolled)
        assert ring.isVisible()
        middle = button.mapTo(window, button.rect().center())
        assert (ring.geometry().center() - middle).manhattanLength() <= 2
    bar.setValue(70)
    top = area.viewport().mapTo(window, QPoint(0, 0)).y()
    assert ring.geometry().top() + ring.mask().boundingRect().top() >= top - 4
    bar.setValue(500)
    assert ring.isHidden()
    bar.setValue(0)
    assert ring.isVisible()
    qapp.setStyleSheet("")


class Watched(FocusRing):
    """A ring that notes what it is told of."""

    def __init__(self, window: QWidget, theme: Theme, app: QApplication) -> None:
        super().__init__(window, theme, app)
        self.told: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.told.append(event.type())
        return super().eventFilter(watched, event)


def test_the_ring_is_asked_about_no_key_in_a_text_and_yet_hears_the_mouse(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window, text, button, other = QWidget(), QLineEdit(), QPushButton("Go"), QPushButton("There")
    text.setProperty("ringless", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(other.setFocus)
    column = QVBoxLayout(window)
    for part in (text, button, other):
        column.addWidget(part)
    qtbot.addWidget(window)
    ring = Watched(window, Theme(qapp), qapp)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    ring.follow_keys()
    other.setFocus()
    assert ring.isVisible()
    text.setFocus()
    handle = window.windowHandle()
    qtbot.waitUntil(lambda: ring.hears_mouse)
    ring.told = []
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert text.text() == "a"
    assert ring.told == []
    at = button.mapTo(window, button.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=at)
    assert other.hasFocus()
    assert ring.isHidden()
    qapp.setStyleSheet("")
