"""The ring stays around what has the keyboard, wherever that is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
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
