"""Pictures that are broken, hostile or odd: a sentence each, kept whole or refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from newsroom.desk import browsing, drafting, illustrating, likening, previewing
from newsroom.desk.illustrating import Arrival
from newsroom.desk.room import Desk
from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import Refused
from newsroom.domain.picture import Picture
from newsroom.domain.summary import PictureQuery
from tests.support import images
from tests.support.stories import a_content, a_figure

SCENE = images.encoded(images.scene(400, 300))
SCRIPT = "<script>alert(1)</script>"

REFUSED = {
    "cut short": (SCENE[: len(SCENE) // 2], "is cut short or damaged"),
    "cut in its header": (SCENE[:30], "is cut short or damaged"),
    "nothing": (b"", "is empty"),
    "words": (b"To be, or not to be.\n" * 40, "is not a picture"),
    "another kind": (b"%PDF-1.7 " + b"x" * 900, "is a PDF document"),
    "a bomb": (images.png_header(60_000, 60_000), "has more than 100 megapixels"),
    "a side without end": (
        images.encoded(Image.new("1", (65_535, 3)), "PNG"),
        "is 65,535 pixels long",
    ),
}


def with_lying_iim() -> bytes:
    """Give a JPEG in whose IIM a credit claims to be longer than the file."""
    whole = images.with_iim(SCENE, {"Credit": b"Marat"})
    lying = whole.replace(b"\x1c\x02\x6e\x00\x05Marat", b"\x1c\x02\x6e\x7f\xffMarat")
    assert lying != whole
    return lying


TAKEN = {
    "mislabelled": (images.encoded(images.scene(), "PNG"), "is named as JPEG, and is PNG"),
    "moving": (images.animated("GIF"), "is animated; pages show its first frame"),
    "for print": (images.encoded(images.scene(mode="CMYK")), "has colours for print (CMYK)"),
    "deep": (images.deep_png(40, 30), "has more than eight bits a colour"),
    "with lying IIM": (with_lying_iim(), "has no credit yet"),
}


@pytest.fixture
def standing(desk: Desk) -> Picture:
    """Give a picture that was there before."""
    good = images.encoded(images.scene(640, 480))
    return illustrating.add_picture_bytes(desk, good, "good.jpg", {"credit": "Marat"}).picture


def originals(desk: Desk) -> dict[str, bytes]:
    folder = desk.library.folder / "pictures"
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def listed(desk: Desk) -> dict[str, Picture]:
    return {one.picture.id: one.picture for one in browsing.pictures(desk, PictureQuery())}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_picture_is_refused_as_a_whole(
    desk: Desk, standing: Picture, tmp_path: Path, kind: str
) -> None:
    data, words = REFUSED[kind]
    before = originals(desk)
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)
    for add in (
        lambda: illustrating.add_picture_file(desk, path),
        lambda: illustrating.add_picture_bytes(desk, data, "photo.jpg"),
        lambda: likening.lookalikes(desk, data),
    ):
        with pytest.raises(Refused) as caught:
            add()
        assert words in caught.value.message
        assert caught.value.hint
    assert path.read_bytes() == data
    assert originals(desk) == before
    assert listed(desk) == {standing.id: standing}


@pytest.mark.parametrize("kind", TAKEN)
def test_an_odd_picture_is_kept_to_the_byte_and_shown(
    desk: Desk, standing: Picture, kind: str
) -> None:
    data, words = TAKEN[kind]
    added = illustrating.add_picture_bytes(desk, data, "photo.jpg")
    assert any(words in warning for warning in added.warnings), added.warnings
    assert originals(desk)[sha256_of(data)] == data
    assert listed(desk) == {standing.id: standing, added.picture.id: added.picture}
    assert images.opened(illustrating.thumbnail(desk, added.picture.id, 64)).format == "JPEG"
    assert added.picture.id in {one.picture.id for one in likening.lookalikes(desk, data)}


def test_a_script_in_a_credit_is_text(desk: Desk, standing: Picture) -> None:
    packet = images.xmp(
        "<photoshop:Credit>&lt;script&gt;alert(1)&lt;/script&gt;</photoshop:Credit>"
    )
    data = images.encoded(images.scene(500, 400), xmp=packet)
    added = illustrating.add_picture_bytes(desk, data, f"{SCRIPT}.jpg").picture
    assert added.record.credit == SCRIPT
    article = drafting.new_article(desk).article
    content = replace(a_content(), lead=a_figure(added))
    drafting.save_draft(desk, article, content)
    html = previewing.preview(desk, browsing.story(desk, article)).html.decode()
    assert SCRIPT not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_name_with_bytes_that_are_no_text_is_shown_as_can_be(desk: Desk) -> None:
    added = illustrating.add_picture_bytes(desk, SCENE, "pier\udcff.jpg", {"credit": "AFP"})
    assert added.picture.file_name == "pier?.jpg"


def test_of_many_files_each_bad_one_gives_its_sentence_in_its_place(tmp_path: Path) -> None:
    paths = []
    for name, data in (("a.jpg", SCENE), ("b.jpg", b""), ("c.jpg", SCENE[:900]), ("d.jpg", SCENE)):
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    paths += [tmp_path / "gone.jpg", tmp_path, paths[0]]
    found = [*illustrating.look_at_files(paths)]
    names = [one.picture.file_name if isinstance(one, Arrival) else "" for one in found]
    assert names == ["a.jpg", "", "", "d.jpg", "", "", "a.jpg"]
    assert [str(one) for one in found if not isinstance(one, Arrival)] == [
        "“b.jpg” is empty.",
        "“c.jpg” is cut short or damaged.",
        "There is no picture gone.jpg.",
        f"{tmp_path.name} is a folder, not a picture.",
    ]


def test_a_thumbnail_that_was_cut_short_in_the_cache_is_made_again(
    desk: Desk, standing: Picture
) -> None:
    whole = illustrating.thumbnail_pixels(desk, standing.id, 64)
    (kept,) = (desk.tools.cache / "thumbnails").glob("*-64.jpg")
    kept.write_bytes(kept.read_bytes()[:40])
    assert illustrating.thumbnail_pixels(desk, standing.id, 64) == whole
    assert illustrating.thumbnail_pixels(desk, standing.id, 64) == whole
