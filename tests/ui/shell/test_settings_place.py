"""The settings stand in groups, wholly in sight, however narrow the window and large the text."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from newsroom.ui.frame.places import Place
from newsroom.ui.house.setting_rows import SettingGroup, SettingRow
from tests.ui.shell.conftest import Stage

WIDE, NARROW, LEAST = (1440, 900), (1100, 700), (720, 700)


def shown(stage: Stage, width: int, height: int, steps: int) -> list[SettingRow]:
    stage.window.resize(width, height)
    stage.room.go_to(Place.SETTINGS)
    for _ in range(steps):
        stage.room.resize_text(1)
    stage.until(lambda: not stage.lanes.busy)
    return stage.room.panes.settings.findChildren(SettingRow)


def box(part: QWidget, ground: QWidget) -> QRect:
    return QRect(part.mapTo(ground, QPoint(0, 0)), part.size())


def words_width(control: QWidget) -> int:
    """Give how wide the longest word of a label is; 0 for what is no label."""
    if not isinstance(control, QLabel):
        return 0
    measure = control.fontMetrics().horizontalAdvance
    # A line may also be broken after these.
    words = re.split(r"(?<=[/ -])", control.text())
    return max(map(measure, words), default=0)


def misfits(row: SettingRow, port: QWidget) -> list[str]:
    """List what is wrong with how a row stands."""
    control, name, place = box(row.control, row), box(row.name, row), box(row, port)
    least = row.control.minimumSizeHint().height()
    wrongs = {
        "it reaches out of its row": not row.rect().contains(control),
        "it lies over its name": name.intersects(control),
        "it is cut": control.width() < words_width(row.control),
        "it is squashed": row.control.height() < min(least, row.control.maximumHeight()),
        "the row reaches out of the window": place.left() < 0 or place.right() >= port.width(),
    }
    return [f"{row.name.text()}: {words}" for words, wrong in wrongs.items() if wrong]


@pytest.mark.parametrize(
    ("size", "steps"),
    [(WIDE, 0), (NARROW, 0), (LEAST, 0), (WIDE, 5), (NARROW, 5), (LEAST, 5)],
    ids=["wide", "narrow", "least", "wide at 200 %", "narrow at 200 %", "least at 200 %"],
)
def test_every_setting_is_wholly_in_its_row_and_the_row_in_the_window(
    stage: Stage, size: tuple[int, int], steps: int
) -> None:
    rows = shown(stage, *size, steps)
    port = stage.room.panes.settings.findChildren(QScrollArea)[0].viewport()

    stage.until(lambda: not any(misfits(row, port) for row in rows))


def test_a_control_goes_under_its_words_where_both_have_no_room(stage: Stage) -> None:
    rows = shown(stage, 1440, 900, 0)
    assert not any(row.stacked for row in rows)
    stage.window.resize(600, 700)
    for _ in range(5):
        stage.room.resize_text(1)
    stage.until(lambda: all(row.stacked for row in rows))
    stage.room.resize_text(0)
    stage.window.resize(1440, 900)
    stage.until(lambda: not any(row.stacked for row in rows))


def test_every_group_says_what_it_is_about(stage: Stage) -> None:
    shown(stage, 1440, 900, 0)
    groups = stage.room.panes.settings.findChildren(SettingGroup)
    assert [one.accessibleName() for one in groups] == [
        "Window",
        "The house",
        "Your key",
        "Library",
    ]


@pytest.mark.parametrize(("size", "steps", "lines"), [(WIDE, 0, 1), (LEAST, 5, 2)])
def test_the_public_key_is_whole_and_copied_as_one_word(
    stage: Stage, size: tuple[int, int], steps: int, lines: int
) -> None:
    shown(stage, *size, steps)
    key = stage.room.panes.settings.key
    line = key.fontMetrics().lineSpacing()
    stage.until(lambda: key.toPlainText() != "" and key.height() // line >= lines)
    assert key.document().size().height() <= key.height()
    key.selectAll()
    copied = key.createMimeDataFromSelection().text()
    assert re.fullmatch(r"[0-9a-f]{64}", copied)
