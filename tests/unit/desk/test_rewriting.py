"""Rewriting: what is touched and nothing else, in many records, and all of it taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.desk import browsing, crediting, illustrating, keeping, rewriting
from newsroom.desk.rewriting import Touched
from newsroom.desk.room import Desk
from newsroom.domain.errors import NotFound, Refused
from newsroom.domain.house_pictures import PictureRules, Preset
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord, Picture, RightsPeriod
from tests.support import images
from tests.support.stories import a_house


def add(desk: Desk, shade: int, **given: str) -> PictureId:
    image = images.scene()
    image.paste((shade, 0, 0), (0, 0, 8, 8))
    packet = images.xmp("<photoshop:Credit>XMP credit</photoshop:Credit>")
    data = images.with_iim(images.encoded(image, xmp=packet), {"Credit": b"IIM credit"})
    return illustrating.add_picture_bytes(desk, data, f"{shade}.jpg", given).picture.id


def pictures(desk: Desk, names: list[PictureId]) -> list[Picture]:
    return [browsing.picture(desk, name) for name in names]


def test_only_what_is_touched_moves() -> None:
    before = CreditRecord(
        credit="A", source="B", rights=RightsPeriod("2026-01-01", "2026-02-01"), keywords=("x",)
    )
    after = Touched({"credit": "C"}, ends="2027-01-01", keywords=("y", "x")).over(before)
    assert after == replace(
        before,
        credit="C",
        rights=RightsPeriod("2026-01-01", "2027-01-01"),
        keywords=("x", "y"),
    )
    assert Touched().over(before) == before


def test_one_deed_sets_all_and_one_takes_it_back_disputes_and_all(desk: Desk) -> None:
    names = [add(desk, shade) for shade in (0, 40, 80)]
    before = pictures(desk, names)
    assert all(one.disagreements for one in before)
    done = rewriting.set_on_all(desk, [*names, names[0]], Touched({"credit": "AFP"}))
    assert done.changes.pictures == set(names)
    assert [one.record.credit for one in pictures(desk, names)] == ["AFP"] * 3
    assert not any(one.disagreements for one in pictures(desk, names))
    assert rewriting.take_back(desk, done).pictures == set(names)
    assert pictures(desk, names) == before


def test_what_moved_since_is_not_taken_back(desk: Desk) -> None:
    first, second = add(desk, 0), add(desk, 40)
    done = rewriting.set_on_all(desk, [first, second], Touched({"credit": "AFP"}))
    crediting.edit_records(desk, [first], {"source": "Somebody"})
    assert rewriting.take_back(desk, done).pictures == {second}
    assert browsing.picture(desk, first).record.source == "Somebody"


def test_what_says_so_already_is_not_moved(desk: Desk) -> None:
    name = add(desk, 0)
    rewriting.set_on_all(desk, [name], Touched({"credit": "AFP"}))
    again = rewriting.set_on_all(desk, [name], Touched({"credit": "AFP"}))
    assert (again.moved, bool(again.changes)) == ((), False)


def test_an_error_leaves_all_as_they_were(desk: Desk) -> None:
    name = add(desk, 0)
    before = browsing.picture(desk, name)
    with pytest.raises(NotFound):
        rewriting.set_on_all(desk, [name, PictureId("f" * 20)], Touched({"credit": "AFP"}))
    with pytest.raises(Refused):
        rewriting.set_on_all(desk, [name], Touched({"mood": "calm"}))
    with pytest.raises(NotFound):
        rewriting.preset_on_all(desk, [name], "Nobody")
    assert browsing.picture(desk, name) == before


def test_a_preset_is_set_and_taken_back(desk: Desk) -> None:
    rules = PictureRules(presets=(Preset("AFP", CreditRecord(credit="AFP", source="AFP")),))
    keeping.change_house(desk, replace(a_house(), pictures=rules))
    name = add(desk, 0)
    before = browsing.picture(desk, name)
    done = rewriting.preset_on_all(desk, [name], "AFP")
    assert browsing.picture(desk, name).record.source == "AFP"
    rewriting.take_back(desk, done)
    assert browsing.picture(desk, name) == before
