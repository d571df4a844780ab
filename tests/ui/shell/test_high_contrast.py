"""High contrast: chosen here or by the system, in lines and words instead of tints."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.workflow import State
from newsroom.settings import Appearance
from newsroom.ui.look.pill import draw_pill, pill_size
from newsroom.ui.look.states import STATE_ICONS, STATE_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import LIGHT, SELECTION_BAR
from tests.ui.shell.conftest import Stage


def test_it_is_chosen_in_the_settings_and_left_again(stage: Stage) -> None:
    stage.room.actions["view.contrast"].trigger()
    assert stage.theme.palette.contrast
    assert stage.theme.appearance is Appearance.CONTRAST
    stage.room.choose_appearance(Appearance.LIGHT)
    assert stage.theme.palette == LIGHT


def test_our_looks_come_back_from_the_system_s(qapp: QApplication, theme: Theme) -> None:
    theme.choose(Appearance.CONTRAST)
    assert qapp.palette().window().color() == QColor(theme.palette.chrome)
    theme.choose(Appearance.LIGHT)
    assert qapp.palette().window().color() == QColor(LIGHT.chrome)


def test_the_system_s_wish_is_followed_unless_a_look_is_chosen(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = SimpleNamespace(contrastPreference=lambda: Qt.ContrastPreference.HighContrast)
    monkeypatch.setattr(theme, "_needs", asked)
    theme.follow()
    assert not theme.palette.contrast
    theme.choose(Appearance.SYSTEM)
    assert theme.palette.contrast
    theme.choose(Appearance.DARK)
    assert not theme.palette.contrast


def pill(theme: Theme, state: State) -> QImage:
    picture = QImage(pill_size(state) + QSize(2, 2), QImage.Format.Format_RGB32)
    picture.fill(QColor(theme.palette.pane))
    painter = QPainter(picture)
    draw_pill(painter, QPoint(1, 1), state, theme)
    painter.end()
    return picture


def test_every_state_keeps_its_icon_its_word_and_a_line_around(theme: Theme) -> None:
    theme.choose(Appearance.CONTRAST)
    drawn = {state: pill(theme, state) for state in State}
    assert len(set(STATE_ICONS.values())) == len(set(STATE_WORDS.values())) == len(State)
    for picture in drawn.values():
        middle = picture.width() // 2
        edge = [picture.pixelColor(middle, y).lightness() for y in range(3)]
        assert abs(min(edge) - max(edge)) > 100
    assert len({bytes(picture.constBits()) for picture in drawn.values()}) == len(State)


def test_a_selected_row_has_its_bar_and_the_ring_is_drawn(stage: Stage) -> None:
    article = stage.write("Snow")
    stage.open(article)
    stage.room.choose_appearance(Appearance.CONTRAST)
    view = stage.room.panes.list.view
    stage.until(lambda: bool(view.selectedIndexes()))
    row = view.visualRect(view.selectedIndexes()[0])
    drawn = view.viewport().grab().toImage()
    accent = QColor(stage.theme.palette.accent).rgb()
    middle = row.center().y()
    assert all(drawn.pixel(x, middle) == accent for x in range(SELECTION_BAR))
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    QTest.keyClick(stage.window, Qt.Key.Key_Tab)
    stage.until(stage.window.ring.isVisible)
    ring = stage.window.ring.grab().toImage()
    colours = {ring.pixelColor(x, 1).rgb() for x in range(ring.width())}
    assert accent in colours
