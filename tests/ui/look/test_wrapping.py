"""A row that goes on in a second line leaves no part alone there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from newsroom.ui.look.wrapping import WrappingRow, stood

GAP = 4
WIDTHS = st.lists(st.integers(20, 150), min_size=1, max_size=8)


class Part(QWidget):
    def __init__(self, width: int) -> None:
        super().__init__()
        self._wide = width

    def sizeHint(self) -> QSize:
        return QSize(self._wide, 28)


def lines_of(places: list[tuple[int, int]]) -> list[int]:
    """Count the parts of each line."""
    lines = [line for line, _ in places]
    return [lines.count(line) for line in range(lines[-1] + 1)]


@pytest.mark.parametrize(("width", "counts"), [(640, [5]), (531, [3, 2]), (440, [3, 2])])
def test_the_chips_of_pictures_part_in_the_middle(width: int, counts: list[int]) -> None:
    assert lines_of(stood([53, 131, 128, 74, 113], GAP, width, 110)) == counts


def test_of_three_parts_the_last_may_stand_alone() -> None:
    assert lines_of(stood([149, 109, 94], GAP, 300, 0)) == [2, 1]


@given(WIDTHS, st.integers(150, 700), st.integers(0, 100))
def test_it_takes_no_more_lines_than_it_must_and_no_part_leaves_the_row(
    widths: list[int], width: int, kept: int
) -> None:
    places = stood(widths, GAP, width, kept)
    most = max(left + wide for (_, left), wide in zip(places, widths, strict=True))
    assert most <= width
    assert [line for line, _ in places] == sorted(line for line, _ in places)
    greedy, left = 0, 0
    for wide in widths:
        if left and left + wide > width - (kept if greedy == 0 else 0):
            greedy, left = greedy + 1, 0
        left += wide + GAP
    assert places[-1][0] == greedy


def test_the_row_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    row = WrappingRow(GAP)
    qtbot.addWidget(row)
    row.add(*map(Part, (53, 131, 128, 74, 113)))
    row.resize(400, 100)
    row.show()
    assert row.lines() == 2
    assert row.heightForWidth(400) == 28 + GAP + 28
    assert row.heightForWidth(800) == 28
