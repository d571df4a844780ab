"""The chips over the grid: they go on in further lines and never shrink."""

from __future__ import annotations

import pytest

from newsroom.ui.pictures.shelf import Sieve
from tests.ui.pictures.conftest import Stage


@pytest.mark.parametrize(("width", "percent"), [(1368, 100), (1044, 100), (700, 100), (1044, 200)])
def test_every_chip_is_whole_and_in_sight(stage: Stage, width: int, percent: int) -> None:
    stage.picture("bridge1.jpg")
    place = stage.open()
    while stage.theme.text_size < percent:
        stage.theme.resize_text(1)
    place.resize(width, 800)
    row, chips = place.grid.sieves, place.grid.chips
    stage.wait(lambda: chips[Sieve.BIN].geometry().bottom() < row.height())
    for chip in (*chips.values(), row.order):
        assert chip.width() >= chip.sizeHint().width()
        assert chip.height() >= chip.fontMetrics().height()
        assert row.rect().contains(chip.mapTo(row, chip.rect().bottomRight()))
    tops = sorted({chip.y() for chip in chips.values()})
    assert len(tops) >= 2
    assert tops[1] - tops[0] >= chips[Sieve.ALL].height()
    stage.theme.resize_text(0)
    stage.settle()
