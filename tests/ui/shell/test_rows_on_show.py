"""Rows that come by windows, with an asker that the test answers for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.ui.rows_on_show import RowsOnShow


@pytest.fixture
def asked() -> list[tuple[int, int]]:
    return []


@pytest.fixture
def rows(qapp: QApplication, asked: list[tuple[int, int]]) -> RowsOnShow[str]:
    del qapp
    made: RowsOnShow[str] = RowsOnShow(
        lambda start, limit: asked.append((start, limit)), page=10, most=40
    )
    made.tell(0, [str(number) for number in range(10)])
    made.resize(1_000)
    return made


def names(start: int, limit: int) -> list[str]:
    return [str(number) for number in range(start, start + limit)]


def test_what_is_missing_in_the_window_is_asked_for_once(
    qtbot: QtBot, rows: RowsOnShow[str], asked: list[tuple[int, int]]
) -> None:
    rows.show_window(0, 8)
    rows.show_window(500, 508)
    rows.show_window(600, 608)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(595, 18)]
    rows.take(names(*asked[0]))
    assert rows.summary(600) == "600"
    assert rows.summary(500) is None
    assert asked == [(595, 18)]


def test_rows_that_are_not_there_after_all_are_not_asked_for_without_end(
    qtbot: QtBot, rows: RowsOnShow[str], asked: list[tuple[int, int]]
) -> None:
    rows.show_window(900, 908)
    qtbot.waitUntil(lambda: bool(asked))
    rows.take([])
    rows.miss(905)
    qtbot.waitUntil(lambda: len(asked) == 2)
    rows.take([])
    assert len(asked) == 2


def test_an_answer_from_before_a_new_telling_is_dropped(
    qtbot: QtBot, rows: RowsOnShow[str], asked: list[tuple[int, int]]
) -> None:
    rows.show_window(100, 108)
    qtbot.waitUntil(lambda: bool(asked))
    rows.tell(0, ["other"] * 10)
    rows.take(names(*asked[0]))
    assert rows.summary(100) is None
    qtbot.waitUntil(lambda: len(asked) == 2)


@pytest.mark.parametrize("answer", [lambda rows: rows.give_up(), lambda rows: rows.take([])])
def test_a_window_that_did_not_come_can_be_asked_for_again(
    qtbot: QtBot,
    rows: RowsOnShow[str],
    asked: list[tuple[int, int]],
    answer: Callable[[RowsOnShow[str]], None],
) -> None:
    rows.show_window(100, 108)
    qtbot.waitUntil(lambda: bool(asked))
    answer(rows)
    rows.show_window(100, 108)
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_rows_far_from_the_window_are_let_go(
    qtbot: QtBot, rows: RowsOnShow[str], asked: list[tuple[int, int]]
) -> None:
    for first in (100, 200, 300, 400):
        rows.show_window(first, first + 8)
        qtbot.waitUntil(lambda first=first: bool(asked) and asked[-1][0] == first - 5)
        rows.take(names(*asked[-1]))
    assert rows.summary(0) is None
    assert rows.summary(404) == "404"
    assert rows.rowCount() == 1_000
