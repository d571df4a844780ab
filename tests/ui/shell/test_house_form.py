"""The house is changed in the window, by keys, and nothing unprintable is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from newsroom.desk import browsing, keeping
from newsroom.domain.changes import Changes
from newsroom.domain.house import Section
from newsroom.ui.frame.places import Place
from newsroom.ui.house.house_form import HouseForm
from tests.support.stories import a_house
from tests.ui.shell.conftest import Stage


def form(stage: Stage) -> HouseForm:
    stage.window.show_place(Place.SETTINGS)
    stage.until(lambda: not stage.lanes.busy)
    return stage.room.panes.settings.house


def retype(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)


def test_what_is_typed_and_saved_is_the_house_and_can_be_taken_back(stage: Stage) -> None:
    house = form(stage)
    assert not house.save.isEnabled()
    retype(house.field("tagline"), "All of the steppe")
    retype(house.sections.fields[1], "The regions")
    house.sections.add.click()
    QTest.keyClicks(house.sections.fields[2], "Sport")
    QTest.keyClick(house.save, Qt.Key.Key_Space)
    stage.until(lambda: browsing.house(stage.desk).tagline == "All of the steppe")
    kept = browsing.house(stage.desk)
    assert kept.sections == (
        Section("news", "News"),
        Section("regions", "The regions"),
        Section("sport", "Sport"),
    )
    assert kept.wordings == a_house().wordings
    stage.until(lambda: not house.save.isEnabled() and not stage.lanes.busy)
    assert stage.window.notice.words.startswith("The house is saved.")
    stage.window.notice.findChildren(type(house.save))[0].click()
    stage.until(lambda: browsing.house(stage.desk) == a_house())
    stage.until(lambda: house.field("tagline").text() == a_house().tagline)


def test_a_house_that_no_page_could_use_is_not_offered_to_be_saved(stage: Stage) -> None:
    house = form(stage)
    for name, bad, good in (
        ("url", "steppe", "https://steppe.example/"),
        ("time_zone", "Asia/Nowhere", "Asia/Oral"),
        ("name", "", "The Steppe"),
    ):
        retype(house.field(name), bad)
        assert not house.save.isEnabled()
        assert house.put_back.isEnabled()
        retype(house.field(name), good)
        assert house.save.isEnabled()
    house.sections.add.click()
    assert not house.save.isEnabled()
    QTest.keyClicks(house.sections.fields[-1], "News")
    assert not house.save.isEnabled()
    house.put_back.click()
    assert house.field("name").text() == "The Steppe Courier"
    assert len(house.sections.fields) == 2


def test_a_change_from_elsewhere_leaves_what_is_being_typed(stage: Stage) -> None:
    house = form(stage)
    retype(house.field("tagline"), "Mine")
    changes = keeping.change_house(stage.desk, a_house(notice="Theirs"))
    stage.link.changed.emit(Changes(house=changes.house), None)
    stage.until(lambda: not stage.lanes.busy)
    assert house.field("tagline").text() == "Mine"
    house.put_back.click()
    assert house.notice.toPlainText() == "Theirs"


def test_a_house_that_is_told_of_again_leaves_what_somebody_is_about_to_write(stage: Stage) -> None:
    house = form(stage)
    field, section = house.field("tagline"), house.sections.fields[0]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " ")
    QTest.keyClick(field, Qt.Key.Key_Home)
    stage.link.changed.emit(Changes(members=True), None)
    stage.until(lambda: not stage.lanes.busy)
    assert field.text() == f"{a_house().tagline} "
    assert field.cursorPosition() == 0
    assert field.isUndoAvailable()
    assert house.sections.fields[0] is section
