"""Several pictures at once: chosen by keys and mouse, edited, put away, brought back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from newsroom.desk import browsing, crediting, keeping
from newsroom.domain.house_pictures import PictureRules, Preset
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord
from newsroom.ui.pictures.chosen_bar import BIN, EDIT, RESTORE
from newsroom.ui.pictures.shelf import Sieve
from newsroom.ui.pictures.together_form import TogetherForm
from tests.ui.pictures.conftest import Stage

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ("bridge1.jpg", "tower1.jpg", "apples1.jpg", "wind1.jpg")


@pytest.fixture
def four(stage: Stage) -> tuple[PictureId, ...]:
    """Open the place on four pictures; gives them as the grid lists them."""
    made = [stage.picture(name, caption=name, source="Ours") for name in NAMES]
    stage.open()
    return tuple(reversed(made))


def click(stage: Stage, row: int, keys: Qt.KeyboardModifier = CTRL) -> None:
    view = stage.place.grid.view
    middle = view.visualRect(stage.place.grid.model.index(row, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, keys, middle)


def press(stage: Stage, words: str) -> None:
    found = [one for one in stage.place.findChildren(QPushButton) if one.text() == words]
    QTest.mouseClick(next(one for one in found if one.isVisible()), LEFT)
    stage.settle()


def open_form(stage: Stage) -> TogetherForm:
    QTest.mouseClick(stage.place.grid.bar.button(EDIT), LEFT)
    return stage.place.findChild(TogetherForm)


def test_clicks_and_keys_choose_several(stage: Stage, four: tuple[PictureId, ...]) -> None:
    grid = stage.place.grid
    click(stage, 0, Qt.KeyboardModifier.NoModifier)
    assert grid.bar.isHidden()
    click(stage, 2)
    assert grid.marked.ids == (four[0], four[2])
    assert grid.bar.isVisible()
    assert grid.footer_words[1] == "2 selected"
    click(stage, 0, Qt.KeyboardModifier.NoModifier)
    click(stage, 3, SHIFT)
    assert grid.marked.ids == four
    QTest.keyClick(grid.view, Qt.Key.Key_Home)
    QTest.keyClick(grid.view, Qt.Key.Key_Right, CTRL)
    QTest.keyClick(grid.view, Qt.Key.Key_Right, CTRL)
    QTest.keyClick(grid.view, Qt.Key.Key_Space)
    assert grid.marked.ids == (four[0], four[2])
    QTest.keyClick(grid.view, Qt.Key.Key_Space, CTRL)
    assert grid.marked.ids == (four[0],)
    stage.settle()


def test_only_what_was_touched_is_set_on_all_and_one_undo_takes_it_back(
    stage: Stage, four: tuple[PictureId, ...]
) -> None:
    click(stage, 0, Qt.KeyboardModifier.NoModifier)
    click(stage, 2)
    before = {name: stage.stored(name) for name in four}
    form = open_form(stage)
    assert not form.go.isEnabled()
    QTest.keyClicks(form.fields["credit"], "  AFP ")
    QTest.keyClicks(form.fields["creator"], "A. One; B. Two")
    QTest.keyClicks(form.fields["ends"], "soon")
    assert not form.go.isEnabled()
    assert "Not a day" in form.said.text()
    form.fields["ends"].clear()
    QTest.keyClicks(form.fields["ends"], "2027-01-01")
    QTest.keyClicks(form.fields["keywords"], "Ice; Spring")
    assert "credit line, creator, rights until, keywords to add" in form.said.text()
    QTest.mouseClick(form.go, LEFT)
    stage.settle()
    for name in (four[0], four[2]):
        record = stage.stored(name).record
        assert (record.credit, record.creator, record.source) == (
            "AFP",
            ("A. One", "B. Two"),
            "Ours",
        )
        assert record.rights.ends == "2027-01-01"
        assert record.keywords[-2:] == ("Ice", "Spring")
    assert stage.stored(four[1]) == before[four[1]]
    assert stage.place.grid.notice.words == "Record set on 2 pictures"
    press(stage, "Undo")
    assert {name: stage.stored(name) for name in four} == before


def test_a_field_that_is_emptied_is_emptied_on_all(
    stage: Stage, four: tuple[PictureId, ...]
) -> None:
    click(stage, 0, Qt.KeyboardModifier.NoModifier)
    click(stage, 1)
    form = open_form(stage)
    QTest.keyClicks(form.fields["source"], "x")
    QTest.keyClick(form.fields["source"], Qt.Key.Key_Backspace)
    assert form.said.text() == "Empties on 2 pictures: source."
    QTest.mouseClick(form.go, LEFT)
    stage.settle()
    assert {stage.stored(name).record.source for name in four[:2]} == {""}


def test_undo_leaves_a_record_that_somebody_changed_since(
    stage: Stage, four: tuple[PictureId, ...]
) -> None:
    click(stage, 0, Qt.KeyboardModifier.NoModifier)
    click(stage, 1)
    form = open_form(stage)
    QTest.keyClicks(form.fields["credit"], "AFP")
    QTest.mouseClick(form.go, LEFT)
    stage.settle()
    crediting.edit_records(stage.desk, [four[0]], {"credit": "Somebody else"})
    press(stage, "Undo")
    assert stage.stored(four[0]).record.credit == "Somebody else"
    assert stage.stored(four[1]).record.credit == "Madina Tulegen"


def test_a_preset_of_the_house_is_offered_and_used(stage: Stage) -> None:
    house = browsing.house(stage.desk)
    preset = Preset("AFP", CreditRecord(credit="AFP", usage_terms="Once"))
    keeping.change_house(stage.desk, replace(house, pictures=PictureRules(presets=(preset,))))
    names = [stage.picture(name) for name in NAMES[:2]]
    stage.open()
    QTest.keyClick(stage.place.grid.view, Qt.Key.Key_A, CTRL)
    bar = stage.place.grid.bar
    assert bar.presets.isVisible()
    (action,) = bar.presets.choices.actions()
    action.trigger()
    stage.settle()
    assert {stage.stored(one).record.credit for one in names} == {"AFP"}
    assert {stage.stored(one).record.usage_terms for one in names} == {"Once"}
    press(stage, "Undo")
    assert {stage.stored(one).record.credit for one in names} == {"Madina Tulegen"}


def test_a_house_without_presets_is_not_asked_for_one(
    stage: Stage, four: tuple[PictureId, ...]
) -> None:
    QTest.keyClick(stage.place.grid.view, Qt.Key.Key_A, CTRL)
    assert stage.place.grid.bar.presets.isHidden()


def test_the_bin_takes_the_unused_says_where_the_others_are_and_gives_back(
    stage: Stage,
) -> None:
    used, first, second = (stage.picture(name, caption=name) for name in NAMES[:3])
    stage.article(used, headline="Snow in May")
    place = stage.open()
    QTest.keyClick(place.grid.view, Qt.Key.Key_A, CTRL)
    QTest.keyClick(place.grid.view, Qt.Key.Key_Delete)
    stage.settle()
    assert "2 pictures moved to the bin." in place.grid.notice.words
    assert "“Snow in May”" in place.grid.notice.words
    assert place.grid.model.rowCount() == 1
    QTest.mouseClick(place.grid.chips[Sieve.BIN], LEFT)
    stage.settle()
    assert place.grid.chips[Sieve.BIN].text().endswith("2")
    click(stage, 0, Qt.KeyboardModifier.NoModifier)
    assert place.grid.bar.button(BIN).isHidden()
    QTest.mouseClick(place.grid.bar.button(RESTORE), LEFT)
    stage.settle()
    assert place.grid.model.rowCount() == 1
    QTest.mouseClick(place.grid.chips[Sieve.ALL], LEFT)
    stage.settle()
    assert {used, second} == set(place.grid.view.on_show())
    assert first not in place.grid.view.on_show()


def test_what_went_into_the_bin_comes_back_with_one_undo(
    stage: Stage, four: tuple[PictureId, ...]
) -> None:
    click(stage, 1, Qt.KeyboardModifier.NoModifier)
    click(stage, 2)
    QTest.mouseClick(stage.place.grid.bar.button(BIN), LEFT)
    stage.settle()
    assert stage.place.grid.model.rowCount() == 2
    assert stage.place.grid.notice.words == "2 pictures moved to the bin"
    press(stage, "Undo")
    assert set(stage.place.grid.view.on_show()) == set(four)


def test_the_next_picture_comes_on_show_when_one_goes_into_the_bin_and_ctrl_z_brings_it_back(
    stage: Stage, four: tuple[PictureId, ...]
) -> None:
    place = stage.place
    click(stage, 1, Qt.KeyboardModifier.NoModifier)
    stage.settle()
    gone, following = place.picture, place.grid.model.summary(2).picture.id
    QTest.keyClick(place.grid.view, Qt.Key.Key_Delete)
    stage.settle()
    assert place.picture == following
    assert place.grid.footer_words == ("3 of 3", "1 selected")
    QTest.keyClick(place.grid.view, Qt.Key.Key_Z, CTRL)
    stage.settle()
    assert gone in place.grid.view.on_show()
    assert place.picture == following
