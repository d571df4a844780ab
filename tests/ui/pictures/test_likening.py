"""A picture that was here before says so: where it ran, who was credited, and what to do."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.desk import illustrating, publishing
from newsroom.desk.likening import Likeness, Lookalike, Ran
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import CreditRecord, RightsPeriod
from newsroom.ui.look.controls import Button
from newsroom.ui.pictures.lookalike_bar import LookalikeBar
from newsroom.ui.pictures.lookalike_words import differing, sentence
from newsroom.ui.pictures.pictures_place import PicturesPlace
from tests.support.stories import a_picture
from tests.ui.pictures.conftest import SAMPLES, Stage

SAME_ROW = 24
"""Pixels by which fields beside each other may differ in height."""
NOW = datetime(2026, 5, 2, tzinfo=UTC)


def smaller(stage: Stage, name: str, **record: str) -> PictureId:
    """Add a sample once more, smaller and encoded anew."""
    with Image.open(SAMPLES / name) as picture:
        copy = picture.convert("RGB").resize((picture.width // 2, picture.height // 2))
    out = io.BytesIO()
    copy.save(out, "JPEG", quality=50)
    given = {"credit": "D. Kenes", **record}
    added = illustrating.add_picture_bytes(stage.desk, out.getvalue(), f"again-{name}", given)
    return added.picture.id


def look(stage: Stage, place: PicturesPlace, picture: PictureId) -> LookalikeBar:
    place.show_picture(picture)
    stage.wait(lambda: place.tools.likening.resting)
    stage.settle()
    return place.tools.lookalikes


def test_it_says_where_the_picture_ran_and_takes_its_record_over(
    stage: Stage, tmp_path: Path
) -> None:
    bridge = stage.picture("bridge1.jpg", source="The Steppe Courier")
    article = stage.approved(bridge)
    publishing.export(stage.desk, [article], tmp_path / "site")
    again = smaller(stage, "bridge1.jpg")
    place = stage.open()
    bar = look(stage, place, again)
    assert bar.words == (
        "Looks like a picture that ran 2 May, credited Madina Tulegen; this one says D. Kenes."
    )
    QTest.mouseClick(bar.take_over, Qt.MouseButton.LeftButton)
    stage.settle()
    assert stage.stored(again).record == stage.stored(bridge).record
    assert place.detail.form.box("credit").words() == "Madina Tulegen"
    assert "and so is this one" in bar.words
    assert not bar.take_over.isEnabled()
    stage.press(place.grid.notice, "Undo")
    stage.settle()
    assert stage.stored(again).record.credit == "D. Kenes"


def test_what_is_being_typed_does_not_win_over_the_record_that_is_taken_over(
    stage: Stage,
) -> None:
    bridge = stage.picture("bridge1.jpg")
    again = smaller(stage, "bridge1.jpg")
    place = stage.open()
    bar = look(stage, place, again)
    box = place.detail.form.box("source")
    box.setFocus()
    QTest.keyClicks(box, "By e-mail")
    place.tools.run("take-over")
    stage.settle()
    assert stage.stored(again).record == stage.stored(bridge).record
    assert bar.shown is not None


def test_both_stand_side_by_side_with_the_fields_that_differ(stage: Stage) -> None:
    stage.picture("bridge1.jpg", source="The Steppe Courier")
    again = smaller(stage, "bridge1.jpg", alt="What is to be seen")
    bar = look(stage, stage.open(), again)
    assert not bar.view.isVisible()
    QTest.mouseClick(bar.compare, Qt.MouseButton.LeftButton)
    assert bar.view.isVisible()
    told = {one.name: (one.here, one.there) for one in bar.view.rows}
    assert told["Credit line"] == ("D. Kenes", "Madina Tulegen")
    assert told["Source"] == ("", "The Steppe Courier")
    assert "Alt text" not in told


def test_two_that_differ_are_not_likened_again_until_that_is_undone(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    again = smaller(stage, "bridge1.jpg")
    place = stage.open()
    bar = look(stage, place, again)
    stage.wait(lambda: place.grid.model.shelf.alike == {bridge, again})
    QTest.mouseClick(bar.differ, Qt.MouseButton.LeftButton)
    stage.settle()
    stage.wait(lambda: bar.words == "")
    stage.wait(lambda: not place.grid.model.shelf.alike)
    stage.settle()
    assert look(stage, place, bridge).words == ""
    assert look(stage, place, again).words == ""
    QTest.mouseClick(place.detail.on, Qt.MouseButton.LeftButton)
    look(stage, place, again)
    stage.press(place.grid.notice, "Undo")
    stage.settle()
    assert bar.words != ""


def test_an_answer_that_comes_late_is_not_told_of_another_picture(stage: Stage) -> None:
    stage.picture("bridge1.jpg")
    again = smaller(stage, "bridge1.jpg")
    other = stage.picture("library1.jpg")
    place = stage.open()
    place.show_picture(again)
    stage.wait(lambda: place.tools.likening.resting)
    bar = look(stage, place, other)
    assert bar.words == ""


def test_a_picture_that_is_like_no_other_says_nothing(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    stage.picture("library1.jpg")
    assert look(stage, stage.open(), bridge).words == ""


def alike(credit: str, *ran: datetime) -> Lookalike:
    picture = a_picture(credit=credit)
    stories = tuple(Ran(ArticleId("a"), "Ice", one) for one in ran)
    return Lookalike(picture, Likeness.NEAR, 3, (), stories)


@pytest.mark.parametrize(
    ("credit", "here", "ran", "said"),
    [
        ("AFP", "Reuters", (NOW,), "ran 2 May, credited AFP; this one says Reuters."),
        ("AFP", "", (), "is here already, credited AFP; this one has no credit."),
        ("", "AFP", (), "is here already, without a credit; this one says AFP."),
        ("", "", (), "is here already, without a credit, as this one is."),
        ("AFP", "AFP", (NOW.replace(year=2024),), "ran 2 May 2024, credited AFP, and so is"),
    ],
)
def test_the_sentence(credit: str, here: str, ran: tuple[datetime, ...], said: str) -> None:
    words = sentence(alike(credit, *ran), CreditRecord(credit=here), NOW)
    assert words.startswith("Looks like a picture that ")
    assert said in words


def test_records_differ_field_by_field() -> None:
    here = CreditRecord(creator=("A", "B"), credit="X")
    (one,) = differing(here, CreditRecord(creator=("A",), credit="X"))
    assert (one.name, one.here, one.there) == ("Creator", "A; B", "A")


def test_more_than_one_are_shown_in_turn(stage: Stage) -> None:
    stage.picture("bridge1.jpg")
    again = smaller(stage, "bridge1.jpg")
    with Image.open(SAMPLES / "bridge1.jpg") as picture:
        out = io.BytesIO()
        picture.convert("RGB").save(out, "PNG")
    illustrating.add_picture_bytes(stage.desk, out.getvalue(), "third.png", {"credit": "AP"})
    bar = look(stage, stage.open(), again)
    assert bar.next.text() == "1 of 2: show the next"
    first = bar.words
    QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert bar.words != first
    assert isinstance(bar.next, Button)


def test_tab_goes_through_the_record_from_top_to_bottom(stage: Stage) -> None:
    stage.picture("bridge1.jpg")
    again = smaller(stage, "bridge1.jpg")
    place = stage.open()
    look(stage, place, again)
    inside = place.detail.form.parentWidget()
    place.detail.lookalikes.take_over.setFocus()
    tops: list[int] = []
    while inside.isAncestorOf(now := QApplication.focusWidget()):
        tops.append(now.mapTo(inside, now.rect().center()).y())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert len(tops) > 12
    falls = [(one, two) for one, two in pairwise(tops) if two < one - SAME_ROW]
    assert not falls


def test_two_that_are_set_apart_leave_the_keyboard_where_the_bar_was(stage: Stage) -> None:
    stage.picture("bridge1.jpg")
    place = stage.open()
    bar = look(stage, place, smaller(stage, "bridge1.jpg"))
    bar.differ.setFocus()
    QTest.keyClick(bar.differ, Qt.Key.Key_Space)
    stage.settle()
    assert bar.isHidden()
    assert QApplication.focusWidget() is place.detail.sections.presets.menu


def test_days_that_differ_are_told_in_words() -> None:
    here = CreditRecord(created="2026-04-14T10:00", rights=RightsPeriod(ends="2026-05-04"))
    there = CreditRecord(rights=RightsPeriod("2026-05-01", "2027-05-04", ("KZ",)))
    told = {one.name: (one.here, one.there) for one in differing(here, there)}
    assert told == {
        "Date taken": ("14 April 2026, 10:00", ""),
        "Rights": ("until 4 May 2026", "from 1 May 2026; until 4 May 2027; KZ"),
    }
