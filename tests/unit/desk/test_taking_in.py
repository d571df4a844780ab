"""Taking in: what lies in folders, some at a time, each whole or not at all."""

from __future__ import annotations

from pathlib import Path

from newsroom.desk import browsing, illustrating, taking_in
from newsroom.desk.room import Desk
from newsroom.desk.taking_in import TakenIn
from newsroom.domain.errors import NewsroomError
from newsroom.domain.summary import PictureQuery
from tests.support import images

CREDIT = images.xmp("<photoshop:Credit>© Dana Kassym</photoshop:Credit>")


def test_folders_give_their_pictures_by_name_and_files_themselves(tmp_path: Path) -> None:
    for name in ("b.jpg", "a.PNG", "deep/c.webp", "deep/.d.jpg", ".hidden/e.jpg", "notes.txt"):
        path = tmp_path / "day" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    named = tmp_path / "odd name"
    named.touch()
    (tmp_path / "day" / "round").symlink_to(tmp_path)
    found = taking_in.files_in([named, tmp_path / "day", tmp_path / "absent.jpg"])
    day = tmp_path / "day"
    assert found == [
        named,
        day / "a.PNG",
        day / "b.jpg",
        day / "deep" / "c.webp",
        tmp_path / "absent.jpg",
    ]


def test_some_are_written_together_and_an_error_stays_in_its_place(
    desk: Desk, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.jpg", tmp_path / "bad.jpg"
    good.write_bytes(images.encoded(images.scene(), xmp=CREDIT))
    bad.write_bytes(b"no picture")
    looked = list(illustrating.look_at_files([bad, good, good]))
    batch = taking_in.take_in(desk, looked)
    first, second, third = batch.outcomes
    assert isinstance(first, NewsroomError)
    assert isinstance(second, TakenIn)
    assert [(one.step, one.field, one.before) for one in second.cleaned] == [
        ("sign", "credit", "© Dana Kassym")
    ]
    assert isinstance(third, TakenIn)
    assert (bool(third.added.changes), third.cleaned) == (False, ())
    assert batch.changes.pictures == {second.added.picture.id}
    assert browsing.count_pictures(desk, PictureQuery()) == 1
