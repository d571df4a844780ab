"""The record in full: every field has its box, parts of fields keep the others, folds are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.desk import illustrating
from newsroom.domain.picture import (
    FIELDS,
    Contact,
    CreditRecord,
    Licensor,
    Location,
    Releases,
    RightsPeriod,
)
from newsroom.domain.vocabularies import DataMining, ModelRelease, SourceType
from newsroom.ui.frame.keyboard import first_stop, show
from newsroom.ui.pictures.boxes import LineBox, TextBox
from newsroom.ui.pictures.choices import ChannelsBox, TermBox
from newsroom.ui.pictures.pictures_place import PicturesPlace
from newsroom.ui.pictures.record_fields import GROUPS, READERS, field_of
from newsroom.ui.pictures.rows_box import RowsBox
from tests.support.records import filled_record
from tests.ui.pictures.conftest import Stage

LEFT = Qt.MouseButton.LeftButton


def line(place: PicturesPlace, path: str) -> LineBox:
    box = place.detail.form.reveal(path)
    assert isinstance(box, LineBox)
    return box


def fold(place: PicturesPlace, key: str):
    return next(one for one in place.detail.form.groups if one.group.key == key)


def shown(stage: Stage, **record: object) -> tuple[PicturesPlace, str]:
    bridge = stage.picture("bridge1.jpg", **record)
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    return place, bridge


def saved(stage: Stage, place: PicturesPlace) -> CreditRecord:
    place.flush()
    stage.settle()
    return stage.stored(place.picture).record


def test_every_field_of_a_record_has_a_box() -> None:
    fields = [*READERS, *(field for group in GROUPS for field in group.fields)]
    paths = [field.path for field in fields]
    assert {field_of(path) for path in paths} == set(FIELDS)
    assert len(set(paths)) == len(paths)


def test_every_box_shows_its_part_and_says_it_unchanged(stage: Stage) -> None:
    record = replace(filled_record("Ice"), beyond="")
    place, bridge = shown(stage)
    stage.link.write(lambda desk: illustrating.edit_record(desk, bridge, record))
    stage.wait(lambda: place.detail.form.record == record)
    for leaf in place.detail.form.leaves.values():
        path, _, part = leaf.field.path.partition(".")
        value = getattr(record, path)
        assert leaf.value() == (getattr(value, part) if part else value)
    stage.settle()
    assert stage.stored(bridge).record == record


def test_a_part_that_is_typed_leaves_the_other_parts_alone(stage: Stage) -> None:
    rights = RightsPeriod("2020-01-01", "", ("KZ",), ("web", "moon"))
    contact = Contact(address="Abay 10\nAlmaty")
    place, _ = shown(stage, rights=rights, contact=contact)
    QTest.keyClicks(line(place, "rights.ends"), "2030-01-01")
    QTest.keyClicks(line(place, "contact.email"), "dana@example.org")
    record = saved(stage, place)
    assert record.rights == replace(rights, ends="2030-01-01")
    # The box shows one line; what it cannot show of another part is not lost by typing here.
    assert record.contact == replace(contact, email="dana@example.org")


def test_terms_and_channels_are_chosen_in_plain_words(stage: Stage) -> None:
    place, _ = shown(stage, rights=RightsPeriod(channels=("moon",)))
    made = place.detail.form.reveal("source_type")
    assert isinstance(made, TermBox)
    assert made.accessibleName() == "How it was made: Not said"
    words = {deed.text(): deed for deed in made.choices.actions()}
    words["Made by generative AI"].trigger()
    model = place.detail.form.reveal("releases.model")
    assert isinstance(model, TermBox)
    next(one for one in model.choices.actions() if one.text() == "Not needed").trigger()
    channels = place.detail.form.reveal("rights.channels")
    assert isinstance(channels, ChannelsBox)
    QTest.mouseClick(channels.chips["social"], LEFT)
    record = saved(stage, place)
    assert record.source_type is SourceType.AI
    assert record.releases == Releases(model=ModelRelease.NOT_APPLICABLE)
    assert record.rights.channels == ("social", "moon")
    assert record.data_mining is DataMining.UNSAID
    assert place.detail.facts.made == "Made by generative AI"


def test_licensors_and_places_come_and_go_row_by_row(stage: Stage) -> None:
    place, _ = shown(stage, licensor=(Licensor("AFP"),))
    box = place.detail.form.reveal("licensor")
    assert isinstance(box, RowsBox)
    QTest.mouseClick(box.add, LEFT)
    assert box.rows[1].first.hasFocus()
    stage.settle()
    assert len(box.rows) == 2, "A row that says nothing yet stays in sight"
    QTest.keyClicks(box.rows[1].first, "Getty")
    QTest.keyClick(box.rows[1].first, Qt.Key.Key_Tab)
    QTest.keyClicks(box.rows[1].lines["url"], "getty")
    record = saved(stage, place)
    assert record.licensor == (Licensor("AFP"), Licensor("Getty", "getty"))
    assert "https://" in place.detail.form.faults()["licensor"]
    QTest.mouseClick(box.rows[0].remove, LEFT)
    assert box.rows[0].remove.hasFocus()
    assert saved(stage, place).licensor == (Licensor("Getty", "getty"),)
    where = place.detail.form.reveal("shown")
    assert isinstance(where, RowsBox)
    QTest.mouseClick(where.add, LEFT)
    QTest.keyClicks(where.rows[0].lines["city"], "Oral")
    assert saved(stage, place).shown == (Location(city="Oral"),)


def test_a_semicolon_just_typed_stays_when_its_field_was_saved(stage: Stage) -> None:
    place, _ = shown(stage)
    people = line(place, "people")
    people.setFocus()
    QTest.keyClicks(people, "Dana; ")
    assert saved(stage, place).people == ("Dana",)
    assert people.text() == "Dana; "
    QTest.keyClicks(people, "Madina")
    assert saved(stage, place).people == ("Dana", "Madina")


def test_faults_stand_beside_their_part_and_at_the_heading(stage: Stage) -> None:
    place, _ = shown(stage, rights=RightsPeriod("2030-01-01", "2020-01-01", ("XX",)))
    faults = place.detail.form.faults()
    assert "before they begin" in faults["rights.ends"]
    assert "XX" in faults["rights.territories"]
    rights = fold(place, "rights")
    rights.open(False)
    assert "2 to check" in rights.head.accessibleName()
    assert "shut" in rights.head.accessibleName()


def test_a_fold_is_turned_by_keys_and_stays_so(stage: Stage) -> None:
    place, _ = shown(stage)
    people = place.detail.form.box("people")
    assert not people.isVisible()
    head = fold(place, "shown").head
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Right)
    assert people.isVisible()
    QTest.keyClick(head, Qt.Key.Key_Right)
    assert people.isVisible()
    credit = fold(place, "credit")
    QTest.keyClick(credit.head, Qt.Key.Key_Space)
    assert not credit.opened
    stage.settle()
    again = PicturesPlace(stage.theme, stage.link, place.keeper)
    stage.qtbot.addWidget(again)
    assert fold(again, "shown").opened
    assert not fold(again, "credit").opened
    assert fold(again, "rights").opened


@pytest.mark.parametrize("width", [320, 480, 900])
def test_no_box_is_cut_at_any_width(stage: Stage, width: int) -> None:
    place, _ = shown(stage)
    form = place.detail.form
    for group in form.groups:
        group.open(True)
    form.setParent(None)
    stage.qtbot.addWidget(form)
    form.resize(width, 4000)
    form.show()
    stage.wait(form.isVisible)
    for path, leaf in form.leaves.items():
        box = leaf.box
        right = box.mapTo(form, box.rect().bottomRight()).x()
        assert right < form.width(), path
        if isinstance(box, LineBox | TextBox):
            assert box.width() >= 80, path


def test_the_line_under_the_credit_is_printed_live(stage: Stage) -> None:
    place, _ = shown(stage)
    credit = line(place, "credit")
    credit.setFocus()
    credit.selectAll()
    QTest.keyClicks(credit, "Dana")
    assert place.detail.form.printed == "Credit: Dana"
    QTest.keyClick(credit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert place.detail.form.printed.endswith("Madina Tulegen")
    credit.selectAll()
    QTest.keyClick(credit, Qt.Key.Key_Delete)
    assert place.detail.form.printed == ""
    place.flush()
    stage.settle()


def test_the_pane_is_entered_at_its_head_however_far_it_is_scrolled(stage: Stage) -> None:
    place, _ = shown(stage)
    for group in place.detail.form.groups:
        group.open(True)
    stage.wait(lambda: first_stop(place.detail) is place.detail.back)
    show(place.detail.form.box("job"))
    assert not place.detail.form.box("alt").visibleRegion().boundingRect().isValid()
    assert first_stop(place.detail) is place.detail.back
