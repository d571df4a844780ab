"""Copies out of the cache: the bytes of those made anew, from pixels that are encoded once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.domain.canonical import sha256_of
from newsroom.domain.ids import PictureId, picture_id
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.export.copies import Copies
from newsroom.pictures.containers import AVIF_PLACEHOLDERS
from newsroom.pictures.embedding import look_inside
from newsroom.pictures.renditions import make, plan, plan_cards
from tests.support import images

SCENE = images.encoded(images.scene(640, 400))
RECORD = CreditRecord(creator=("Aigerim Bekova",), credit="Bekova / Қазақ", copyright="© 2026")
PICTURE = Picture(
    picture_id(sha256_of(SCENE)),
    sha256_of(SCENE),
    "image/jpeg",
    640,
    400,
    "a.jpg",
    len(SCENE),
    RECORD,
)

SMALL = {
    ".avif": images.encoded(images.scene(20, 10), "AVIF", **AVIF_PLACEHOLDERS),
    ".webp": images.encoded(images.scene(20, 10), "WEBP"),
    ".jpg": images.encoded(images.scene(20, 10)),
}


def copies(cache: Path, record: CreditRecord = RECORD) -> Copies:
    def originals(_: PictureId) -> tuple[bytes, CreditRecord]:
        return SCENE, record

    return Copies(cache, originals)


@pytest.mark.parametrize("alt", ["", "A bridge", "Көпір " * 40])
def test_copies_have_the_bytes_that_are_made_without_a_cache(tmp_path: Path, alt: str) -> None:
    [*copies(tmp_path).each(PICTURE.id, plan(PICTURE, "said before"))]
    wanted = (*plan(PICTURE, alt), *plan_cards(PICTURE, alt))
    given = dict(copies(tmp_path).each(PICTURE.id, wanted))
    assert given == {one: make(one, SCENE, RECORD) for one in wanted}
    assert given == {one: copies(tmp_path).get(PICTURE.id, one) for one in wanted}


def test_a_new_alt_text_or_credit_encodes_nothing_again(tmp_path: Path) -> None:
    wanted = plan(PICTURE, "A bridge")
    [*copies(tmp_path).each(PICTURE.id, wanted)]
    # Whatever stands in the cache for pixels is what comes out: so it is seen to be used.
    for kept in (tmp_path / "bare").iterdir():
        kept.write_bytes(SMALL[kept.suffix])
    credited = replace(RECORD, credit="Another")
    for record, alt in ((RECORD, "A new bridge"), (credited, "A bridge")):
        again = plan(replace(PICTURE, record=record), alt)
        for _, data in copies(tmp_path, record).each(PICTURE.id, again):
            assert images.opened(data).size == (20, 10)
            inside = look_inside(data).record
            assert (inside.alt, inside.credit) == (alt, record.credit)


def test_a_credit_edited_after_the_page_was_set_is_kept_under_no_name_of_another(
    tmp_path: Path,
) -> None:
    [one, *_] = plan(PICTURE, "A bridge")
    late = copies(tmp_path, replace(RECORD, credit="Late")).get(PICTURE.id, one)
    assert look_inside(late).record.credit == "Late"
    assert not (tmp_path / one.name).exists()
    assert copies(tmp_path).get(PICTURE.id, one) == make(one, SCENE, RECORD)
