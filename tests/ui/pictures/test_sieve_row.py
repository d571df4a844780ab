"""The chips over the grid: they go on in further lines and never shrink."""

from __future__ import annotations

import pytest

from newsroom.desk import using
from newsroom.ui.pictures.shelf import Sieve
from tests.ui.pictures.conftest import Stage


@pytest.mark.parametrize(("width", "percent"), [(1368, 100), (1044, 100), (700, 100), (1044, 200)])
def test_every_chip_is_whole_and_in_sight(stage: Stage, width: int, percent: int) -> None:
    stage.picture("bridge1.jpg")
    place = stage.open()
    stage.settle()
    place.grid.sieves.show_counts(dict.fromkeys(Sieve, 1_234))
    while stage.theme.text_size < percent:
        stage.theme.resize_text(1)
    place.resize(width, 800)
    row, chips = place.grid.sieves, place.grid.chips
    every = (*chips.values(), row.order)

    def are_in_sight() -> bool:
        return all(
            one.isVisible() and row.rect().contains(one.mapTo(row, one.rect().bottomRight()))
            for one in every
        )

    # Further lines are made first, and the room for them at the next turn.
    stage.wait(are_in_sight)
    stage.wait(lambda: all(one.width() >= one.sizeHint().width() for one in chips.values()))
    assert are_in_sight()
    assert all(one.height() >= one.fontMetrics().height() for one in every)
    tops = sorted({chip.y() for chip in chips.values()})
    assert len(tops) >= 2
    assert tops[1] - tops[0] >= chips[Sieve.ALL].height()
    stage.theme.resize_text(0)
    stage.settle()


def test_a_window_of_usual_width_has_its_chips_in_one_line_while_nothing_rare_is_there(
    stage: Stage,
) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.resize(1440 - 72, 800)
    stage.settle()
    row, chips = place.grid.sieves, place.grid.chips
    row.show_counts({sieve: 0 if chips[sieve].isHidden() else 1_284 for sieve in Sieve})
    rare = {sieve for sieve in Sieve if chips[sieve].isHidden()}
    assert rare == {Sieve.FRESH, Sieve.CONFLICTS, Sieve.BIN}
    stage.wait(lambda: row.height() < 2 * chips[Sieve.ALL].height())
    using.put_pictures_in_bin(stage.desk, [bridge])
    place.grid.model.refresh()
    stage.settle()
    assert chips[Sieve.BIN].isVisible()
    chips[Sieve.BIN].click()
    using.restore_pictures(stage.desk, [bridge])
    place.grid.model.refresh()
    stage.settle()
    # The one that is pressed stays, or nobody would see what is shown.
    assert chips[Sieve.BIN].isVisible()
    chips[Sieve.ALL].click()
    stage.settle()
    assert chips[Sieve.BIN].isHidden()


def test_larger_words_have_wider_cells(stage: Stage) -> None:
    stage.picture("bridge1.jpg")
    place = stage.open()
    place.resize(1440 - 72, 800)
    view = place.grid.view
    stage.wait(lambda: view.columns == 4)
    while stage.theme.text_size < 200:
        stage.theme.resize_text(1)
    stage.wait(lambda: view.columns < 4 and view.gridSize().width() >= 320)
    stage.theme.resize_text(0)
    stage.wait(lambda: view.columns == 4)
