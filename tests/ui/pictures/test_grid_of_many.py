"""A grid of thousands: what is fetched, how often is asked, and what stays when rows move."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from newsroom.desk import browsing
from newsroom.domain.summary import PictureSort
from newsroom.ui.pictures.pictures_model import LOADING, PAGE
from newsroom.ui.pictures.shelf import Sieve
from tests.support.picture_crowds import crowd_of_pictures, picture_id_of
from tests.ui.pictures.conftest import SAMPLES, Stage

MANY = 3000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def many(stage: Stage) -> Stage:
    crowd_of_pictures(stage.desk.library, MANY)
    stage.open()
    return stage


@contextmanager
def listing(stage: Stage) -> Iterator[list[str]]:
    """Collect the questions after pictures that the library is asked."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if "picture_versions" in statement and "LIMIT" in statement:
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def to_the(stage: Stage, part: float) -> None:
    bar = stage.place.grid.view.verticalScrollBar()
    bar.setValue(round(bar.maximum() * part))
    stage.settle()


def on_show(stage: Stage) -> list[int]:
    view, model = stage.place.grid.view, stage.place.grid.model
    return [row for row in range(*view.window_rows()) if row < model.rowCount()]


def test_all_rows_are_there_at_once_and_few_are_fetched(many: Stage) -> None:
    model = many.place.grid.model
    assert model.rowCount() == MANY
    assert model.summary(0).picture.id == picture_id_of(MANY - 1)
    assert model.summary(PAGE * 3) is None
    assert model.index(MANY - 1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == LOADING
    assert many.place.grid.footer_words[0] == f"{MANY:,} of {MANY:,}"


@pytest.mark.parametrize("sort", PictureSort)
def test_whatever_is_scrolled_to_is_fetched_in_its_place(many: Stage, sort: PictureSort) -> None:
    grid = many.place.grid
    grid.model.arrange(sort)
    many.settle()
    with many.desk.library.reading() as view:
        names = view.listed_pictures(grid.model.query)
    for part in (0.5, 1.0, 0.3, 0.31, 0.0):
        to_the(many, part)
        for row in on_show(many):
            assert grid.model.summary(row).picture.id == names[row]


def test_a_screen_is_asked_for_once_and_the_next_by_its_place(many: Stage) -> None:
    with listing(many) as seen:
        to_the(many, 0.5)
        assert len(seen) == 1
        for row in on_show(many):
            many.place.grid.model.index(row, 0).data()
        many.settle()
        assert len(seen) == 1
        bar = many.place.grid.view.verticalScrollBar()
        bar.setValue(bar.value() + many.place.grid.view.viewport().height() * 3)
        many.settle()
    assert len(seen) == 2
    assert "(pictures.added, pictures.id) <" not in seen[0]


def test_a_drag_asks_for_no_more_than_what_it_stops_at(many: Stage) -> None:
    bar = many.place.grid.view.verticalScrollBar()
    gate = many.hold_reads()
    with listing(many) as seen:
        for step in range(100):
            bar.setValue(bar.maximum() * step // 100)
        gate.set()
        many.settle()
    assert len(seen) <= 2
    assert all(many.place.grid.model.summary(row) for row in on_show(many))


def test_chips_tell_how_many_each_would_show(many: Stage) -> None:
    chips = many.place.grid.chips
    counts = {sieve: int(chips[sieve].text().split()[-1].replace(",", "")) for sieve in Sieve}
    ending = browsing.count_pictures(
        many.desk, replace(many.place.grid.model.shelf, sieve=Sieve.ENDING).query
    )
    assert counts == {
        Sieve.ALL: MANY,
        Sieve.FRESH: 0,
        Sieve.MISSING: 30,
        Sieve.ENDING: ending,
        Sieve.UNUSED: MANY,
        Sieve.ALIKE: 6,
        Sieve.CONFLICTS: 6,
        Sieve.BIN: 0,
    }
    for sieve in (Sieve.ALIKE, Sieve.CONFLICTS, Sieve.MISSING, Sieve.ENDING):
        QTest.mouseClick(chips[sieve], Qt.MouseButton.LeftButton)
        many.settle()
        assert many.place.grid.model.rowCount() == counts[sieve]


def test_what_is_chosen_stays_chosen_and_in_sight_when_rows_move(many: Stage) -> None:
    grid = many.place.grid
    to_the(many, 0.5)
    rows = on_show(many)[4:7]
    grid.view.setCurrentIndex(grid.model.index(rows[0], 0))
    QTest.keyClick(grid.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    chosen, shown = grid.marked.ids, grid.view.on_show()[:4]
    top = grid.view.top_of(rows[0])
    assert len(chosen) == 3
    many.place.add_files(
        [SAMPLES / f"{name}1.jpg" for name in ("bridge", "tower", "wind", "metro")]
    )
    many.place.adding.note_writing()
    many.settle()
    assert grid.model.rowCount() == MANY + 4
    assert grid.marked.ids == chosen
    assert grid.model.row_of(chosen[0]) == rows[0] + 4
    assert grid.view.on_show()[:4] == shown
    assert grid.view.top_of(rows[0] + 4) == top


def test_everything_can_be_chosen_though_little_was_fetched(many: Stage) -> None:
    grid = many.place.grid
    grid.view.setFocus()
    QTest.keyClick(grid.view, Qt.Key.Key_A, CTRL)
    many.settle()
    assert grid.marked.known
    assert len(grid.marked.ids) == MANY
    assert grid.footer_words[1] == f"{MANY:,} selected"
    QTest.keyClick(grid.view, Qt.Key.Key_Escape)
    assert grid.marked.count <= 1


def test_end_shows_the_last_picture_as_soon_as_it_is_fetched(many: Stage) -> None:
    grid = many.place.grid
    grid.view.setFocus()
    QTest.keyClick(grid.view, Qt.Key.Key_End)
    many.settle()
    assert many.place.picture == picture_id_of(0)
    QTest.keyClick(grid.view, Qt.Key.Key_Home)
    many.settle()
    assert many.place.picture == picture_id_of(MANY - 1)
    QTest.keyClick(grid.view, Qt.Key.Key_PageDown)
    many.settle()
    assert grid.view.currentIndex().row() >= grid.view.columns
    QTest.keyClicks(grid.view, "theatre in")
    many.settle()
    assert grid.view.currentIndex().data().startswith("Theatre in")


def test_a_picture_far_down_is_gone_to(many: Stage) -> None:
    wanted = picture_id_of(17)
    many.place.show_picture(wanted)
    many.settle()
    grid = many.place.grid
    assert many.place.picture == wanted
    assert grid.view.currentIndex().row() == MANY - 18
    assert wanted in grid.view.on_show()


def test_thumbnails_of_what_scrolled_away_are_given_up(many: Stage) -> None:
    grid = many.place.grid
    thumbnails = grid._thumbnails
    for part in (0.2, 0.4, 0.6, 0.8):
        bar = grid.view.verticalScrollBar()
        bar.setValue(round(bar.maximum() * part))
        many.wait(lambda: all(grid.model.summary(row) for row in on_show(many)))
        grid.view.viewport().repaint()
        shown = set(grid.view.on_show())
        assert set(thumbnails._waiting) <= shown
        assert len(thumbnails._asked - shown) <= 4
    many.settle()
    assert len(thumbnails._kept) <= thumbnails._most
