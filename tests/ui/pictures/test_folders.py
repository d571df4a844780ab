"""A folder of pictures: shown as they come, stopped when somebody says so, told in one report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from newsroom.desk import browsing, illustrating
from newsroom.domain.summary import PictureQuery
from newsroom.ui.pictures.shelf import Sieve
from tests.support.images import encoded, scene, xmp
from tests.support.windows import answer, question
from tests.ui.pictures.conftest import SAMPLES, Stage

LEFT = Qt.MouseButton.LeftButton


def fill(folder: Path, number: int, *, credit: str = "Dana Kassym") -> Path:
    """Write so many small pictures that differ, in two folders."""
    folder.mkdir(exist_ok=True)
    image = scene(80, 60)
    for one in range(number):
        words = f"<photoshop:Headline>{one}</photoshop:Headline>"
        path = folder / ("more" if one % 2 else ".") / f"{one:04}.jpg"
        path.parent.mkdir(exist_ok=True)
        said = xmp(f"<photoshop:Credit>{credit}</photoshop:Credit>{words}")
        path.write_bytes(encoded(image, xmp=said))
    return folder


def count(stage: Stage) -> int:
    return browsing.count_pictures(stage.desk, PictureQuery())


def press(stage: Stage, words: str) -> None:
    found = [one for one in stage.place.findChildren(QPushButton) if one.text() == words]
    QTest.mouseClick(next(one for one in found if one.isVisible()), LEFT)


def test_a_folder_comes_in_with_what_lies_deeper_and_nothing_else(
    stage: Stage, tmp_path: Path
) -> None:
    folder = fill(tmp_path / "day", 6)
    (folder / "notes.txt").write_text("Not a picture")
    (folder / ".hidden.jpg").write_bytes(b"Not a picture either")
    place = stage.open()
    place.tool("folder")
    answer(question(place), folder)
    stage.settle()
    assert count(stage) == 6
    assert place.grid.notice.words == "6 added"
    assert place.grid.model.rowCount() == 6


def test_the_grid_shows_them_as_they_come_with_numbers(stage: Stage, tmp_path: Path) -> None:
    place = stage.open()
    seen: list[str] = []
    rows: list[int] = []
    place.grid.progressed.connect(seen.append)
    place.grid.model.refreshed.connect(lambda _: rows.append(place.grid.model.rowCount()))
    place.add_files([fill(tmp_path / "day", 60)])
    stage.wait(lambda: not place.grid.strip.isHidden())
    assert "Adding" in place.grid.strip.words
    assert "of 60" in place.grid.strip.words
    stage.settle()
    assert seen[0].startswith("Adding 1 of 60: ")
    assert [words for words in seen if words.startswith("Adding 60 of 60")]
    assert [one for one in rows if 0 < one < 60]
    assert place.grid.model.rowCount() == 60
    assert place.grid.strip.isHidden()


def test_a_stop_keeps_what_came_and_says_what_did_not(stage: Stage, tmp_path: Path) -> None:
    place = stage.open()
    place.add_files([fill(tmp_path / "day", 200)])
    stage.wait(lambda: place.grid.model.rowCount() > 0)
    QTest.mouseClick(place.grid.strip.cancel, LEFT)
    stage.settle()
    here = count(stage)
    assert 0 < here < 200
    assert place.grid.notice.words == f"{here} added, stopped before {200 - here} more"
    assert place.grid.model.rowCount() == here
    place.add_files([tmp_path / "day"])
    stage.settle()
    assert count(stage) == 200
    assert place.grid.notice.words == f"{200 - here} added, {here} in the library already"


def test_much_that_is_to_be_said_is_read_on_demand_and_holds_nothing_up(
    stage: Stage, tmp_path: Path
) -> None:
    folder = fill(tmp_path / "day", 5, credit="© Dana Kassym")
    for name in ("a.jpg", "b.jpg", "c.jpg", "d.jpg"):
        (folder / name).write_bytes(b"no picture")
    place = stage.open()
    place.add_files([folder])
    stage.settle()
    assert place.grid.notice.words == "5 added, 4 refused."
    details = place.grid.details
    assert details.isHidden()
    press(stage, "Details")
    assert details.lines.hasFocus()
    assert [line[1:6] for line in details.words[:4]] == ["a.jpg", "b.jpg", "c.jpg", "d.jpg"]
    # What was done to all of them is said once.
    (cleaned,) = details.words[4:]
    assert cleaned.startswith("0000.jpg, 0002.jpg, 0004.jpg and 2 more: cleaned. ")
    assert cleaned.endswith("A © belongs to the copyright notice, not to a name.")
    assert {one.picture.record.credit for one in browsing.pictures(stage.desk, PictureQuery())} == {
        "Dana Kassym"
    }
    QTest.keyClick(details.lines, Qt.Key.Key_Escape)
    assert details.isHidden()


def test_what_came_without_a_credit_is_said_once_and_shown_alone(
    stage: Stage, tmp_path: Path
) -> None:
    older = stage.picture("bridge1.jpg", credit="")
    place = stage.open()
    place.add_files([fill(tmp_path / "day", 6, credit="")])
    stage.settle()
    assert place.grid.notice.words == "6 added. 6 have no credit yet."
    press(stage, "Show them")
    stage.settle()
    chips, model = place.grid.chips, place.grid.model
    assert chips[Sieve.FRESH].isVisible()
    assert chips[Sieve.FRESH].text().endswith("6")
    assert model.rowCount() == 6
    assert model.row_of(older) == -1
    place.detail.form.box("credit").setFocus()
    QTest.keyClicks(place.detail.form.box("credit"), "Dana Kassym")
    place.flush()
    stage.settle()
    assert model.rowCount() == 5
    place.grid.clear_filters()
    stage.settle()
    assert model.rowCount() == 7
    # One alone is on show anyway.
    place.add_files([SAMPLES / "tower1.jpg"])
    stage.settle()
    assert chips[Sieve.FRESH].isHidden()


def test_a_failure_of_our_own_costs_one_picture(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "day", 5)
    inspect = illustrating.inspect

    def failing(data: bytes, name: str) -> object:
        if name == "0002.jpg":
            raise ZeroDivisionError
        return inspect(data, name)

    monkeypatch.setattr(illustrating, "inspect", failing)
    place = stage.open()
    place.add_files([folder])
    stage.settle()
    assert count(stage) == 4
    assert "0002.jpg could not be added" in place.grid.notice.words
    assert [type(error) for error in stage.errors] == [ZeroDivisionError]
