"""Look-alikes: found on arrival and later, told with where they ran, taken over in one deed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import (
    browsing,
    crediting,
    drafting,
    illustrating,
    keeping,
    likening,
    publishing,
    reviewing,
)
from newsroom.desk.likening import Likeness
from newsroom.desk.room import Desk
from newsroom.domain.entry import EntryKind
from newsroom.domain.errors import Cancelled, NotFound, Refused
from newsroom.domain.ids import PictureId
from newsroom.pictures import prints
from tests.support import images
from tests.support.copies_of import CHANGES, changed
from tests.support.rooms import RESOURCES
from tests.support.stories import a_content, a_figure, a_house

SAMPLES = RESOURCES / "samples" / "steppe-courier"
BRIDGE = (SAMPLES / "bridge1.jpg").read_bytes()


def add(desk: Desk, data: bytes, credit: str = "", name: str = "a.jpg") -> PictureId:
    given = {"credit": credit} if credit else {}
    return illustrating.add_picture_bytes(desk, data, name, given).picture.id


def copy_of(data: bytes, change: str = "re-encoded") -> bytes:
    return changed(images.opened(data), CHANGES[change])


def test_a_copy_is_found_with_its_credit_and_where_it_ran(desk: Desk, tmp_path: Path) -> None:
    keeping.change_house(desk, a_house(required=frozenset()))
    first = add(desk, BRIDGE, "Marat Iskakov")
    add(desk, (SAMPLES / "apples1.jpg").read_bytes(), "Somebody")
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, replace(a_content(), lead=a_figure(first)))
    (unpublished,) = likening.lookalikes(desk, copy_of(BRIDGE))
    assert [use.article for use in unpublished.uses] == [article]
    assert unpublished.ran == ()
    reviewing.submit(desk, article)
    reviewing.approve(desk, article)
    publishing.export(desk, [article], tmp_path / "site")
    (found,) = likening.lookalikes(desk, copy_of(BRIDGE))
    assert (found.picture.id, found.how) == (first, Likeness.NEAR)
    assert found.picture.record.credit == "Marat Iskakov"
    assert [(one.article, one.headline) for one in found.ran] == [
        (article, "Snowmelt closes two bridges")
    ]
    assert found.ran[0].at == browsing.decisions(desk, article)[-1].time


def test_the_same_file_is_exact_and_no_picture_is_its_own_look_alike(desk: Desk) -> None:
    first = add(desk, BRIDGE)
    again = add(desk, copy_of(BRIDGE, "resized"))
    assert [(one.picture.id, one.how) for one in likening.lookalikes(desk, BRIDGE)] == [
        (first, Likeness.EXACT),
        (again, Likeness.NEAR),
    ]
    assert [one.picture.id for one in likening.lookalikes(desk, first)] == [again]
    assert [one.picture.id for one in likening.lookalikes(desk, again)] == [first]


def test_taking_over_a_record_is_one_entry_and_keeps_the_other_picture(desk: Desk) -> None:
    first = add(desk, BRIDGE, "Marat Iskakov")
    again = add(desk, copy_of(BRIDGE), "M. Iskakov")
    with desk.library.reading() as view:
        before = len(list(view.entries()))
    changes = crediting.take_over(desk, again, first)
    assert changes.pictures == {again}
    with desk.library.reading() as view:
        assert len(list(view.entries())) == before + 1
        assert view.picture(again).record == view.picture(first).record
        assert [one.picture.record.credit for one in view.picture_history(again)] == [
            "M. Iskakov",
            "Marat Iskakov",
        ]
    assert not crediting.take_over(desk, again, first)


def test_pictures_from_before_are_looked_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blind(_data: bytes) -> None:
        raise Refused("not looked at")

    first = illustrating.look_at(BRIDGE, "a.jpg")
    with desk.library.writing() as work:
        work.add(illustrating.sign_picture(desk, work, first.picture))
        work.commit()
    assert likening.print_missing(desk) == 0  # its original has not come yet
    desk.library.originals.put(BRIDGE)
    assert likening.lookalikes(desk, copy_of(BRIDGE)) == ()
    assert likening.print_missing(desk) == 1
    assert [one.how for one in likening.lookalikes(desk, copy_of(BRIDGE))] == [Likeness.NEAR]
    monkeypatch.setattr(prints, "print_of", blind)
    assert likening.print_missing(desk) == 0
    keeping.rebuild(desk)
    assert [one.how for one in likening.lookalikes(desk, copy_of(BRIDGE))] == [Likeness.NEAR]


def test_a_stop_keeps_what_was_looked_at(desk: Desk) -> None:
    for name in ("apples1", "bridge1", "metro1"):
        arrival = illustrating.look_at((SAMPLES / f"{name}.jpg").read_bytes(), name)
        desk.library.originals.put(arrival.data)
        with desk.library.writing() as work:
            work.add(illustrating.sign_picture(desk, work, arrival.picture))
            work.commit()

    def stop(done: int, total: int, label: str) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        likening.print_missing(desk, stop)
    assert likening.print_missing(desk) == 1


def test_a_blank_is_like_its_own_file_alone(desk: Desk) -> None:
    blank = images.encoded(images.scene().resize((1, 1)).resize((90, 60)))
    add(desk, blank)
    assert [one.how for one in likening.lookalikes(desk, blank)] == [Likeness.EXACT]
    assert likening.lookalikes(desk, images.encoded(images.opened(blank), "PNG")) == ()


def test_what_cannot_be_looked_up_is_said(desk: Desk) -> None:
    with pytest.raises(Refused):
        likening.lookalikes(desk, b"To be, or not to be")
    with pytest.raises(NotFound):
        likening.lookalikes(desk, PictureId("0" * 20))


def test_two_that_were_set_apart_are_not_told_until_that_is_taken_back(desk: Desk) -> None:
    first = illustrating.add_picture_bytes(desk, BRIDGE, "a.jpg").picture.id
    again = illustrating.add_picture_bytes(desk, copy_of(BRIDGE), "b.jpg").picture.id
    assert [one.picture.id for one in likening.worth_telling(desk, first)] == [again]
    assert set(likening.alike(desk)) == {first, again}
    assert likening.set_apart(desk, again, first).likenesses
    assert likening.alike(desk) == ()
    assert likening.worth_telling(desk, first) == ()
    assert likening.worth_telling(desk, again) == ()
    assert [one.picture.id for one in likening.lookalikes(desk, first)] == [again]
    assert likening.liken_again(desk, first, again).likenesses
    assert set(likening.alike(desk)) == {first, again}
    assert [one.picture.id for one in likening.worth_telling(desk, again)] == [first]


def test_all_that_are_alike_are_named_in_one_pass(desk: Desk) -> None:
    first = add(desk, BRIDGE)
    apples = add(desk, (SAMPLES / "apples1.jpg").read_bytes())
    assert likening.alike(desk) == ()
    again = add(desk, copy_of(BRIDGE, "resized"))
    assert set(likening.alike(desk)) == {first, again}
    more = add(desk, copy_of((SAMPLES / "apples1.jpg").read_bytes()))
    assert set(likening.alike(desk)) == {first, again, apples, more}


def test_one_of_three_that_is_set_apart_still_counts_by_the_third(desk: Desk) -> None:
    first = add(desk, BRIDGE)
    again = add(desk, copy_of(BRIDGE, "resized"))
    third = add(desk, copy_of(BRIDGE))
    likening.set_apart(desk, first, again)
    assert set(likening.alike(desk)) == {first, again, third}
    likening.set_apart(desk, first, third)
    assert set(likening.alike(desk)) == {again, third}


def test_a_colleague_gets_the_word_that_two_differ(desk: Desk) -> None:
    first, again = add(desk, BRIDGE), add(desk, copy_of(BRIDGE))
    likening.set_apart(desk, first, again)
    with desk.library.reading() as view:
        (entry,) = [one for one in view.entries() if one.entry.kind == EntryKind.LIKENESS]
    assert entry.entry.body == {"pictures": sorted((first, again)), "differ": True}
    assert entry.entry.author == desk.me


def test_what_an_earlier_version_kept_here_alone_counts_and_is_said_with_the_next_word(
    desk: Desk,
) -> None:
    first, again = add(desk, BRIDGE), add(desk, copy_of(BRIDGE))
    apples = (SAMPLES / "apples1.jpg").read_bytes()
    others = add(desk, apples), add(desk, copy_of(apples))
    browsing.remember(desk, ":".join(("unlike", *sorted((first, again)))), "differ")
    assert likening.worth_telling(desk, first) == ()
    assert set(likening.alike(desk)) == set(others)
    likening.set_apart(desk, *others)
    with desk.library.reading() as view:
        assert len(view.pairs_apart()) == 2
        assert view.remembered_under("unlike:") == {}
    assert likening.alike(desk) == ()


def test_what_is_not_here_or_the_same_cannot_be_set_apart(desk: Desk) -> None:
    first = add(desk, BRIDGE)
    with pytest.raises(Refused):
        likening.set_apart(desk, first, first)
    with pytest.raises(NotFound):
        likening.set_apart(desk, first, PictureId("0" * 20))
