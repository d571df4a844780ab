"""HEIC, as telephones make it: taken whole, tried first where a crash harms nobody."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import ExifTags
from pillow_heif import register_heif_opener

from newsroom.domain.errors import Refused
from newsroom.domain.picture import CreditRecord
from newsroom.pictures import heic
from newsroom.pictures.arrival import inspect
from newsroom.pictures.embedding import look_inside
from newsroom.pictures.metadata import read_record
from newsroom.pictures.renditions import make_all, plan
from newsroom.pictures.thumbnails import thumbnail
from tests.support import images
from tests.unit.pictures.test_renditions import arrived

CREDIT = images.xmp("<photoshop:Credit>Айгерим Бекова</photoshop:Credit>")


@pytest.fixture(scope="module", autouse=True)
def encoder() -> None:
    register_heif_opener()


def photograph(**options: object) -> bytes:
    return images.encoded(images.scene(), "HEIF", **options)


def test_a_picture_is_taken_by_its_bytes() -> None:
    arrived = inspect(photograph(), "telephone.jpg")
    assert (arrived.media_type, arrived.width, arrived.height) == ("image/heic", 64, 48)
    assert "is named as JPEG, and is HEIC" in arrived.remarks[0]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright_once(orientation: int) -> None:
    exif = images.exif({ExifTags.Base.Orientation: orientation})
    data = photograph(exif=exif)
    arrived = inspect(data, "telephone.heic")
    assert (arrived.width, arrived.height) == ((48, 64) if orientation >= 5 else (64, 48))
    shown = images.opened(thumbnail(data, 64))
    as_jpeg = images.opened(thumbnail(images.encoded(images.scene(), exif=exif), 64))
    assert shown.size == as_jpeg.size
    for place in ((3, 3), (shown.width - 4, 3), (3, shown.height - 4)):
        ours, theirs = shown.getpixel(place), as_jpeg.getpixel(place)
        assert isinstance(ours, tuple)
        assert isinstance(theirs, tuple)
        assert all(abs(a - b) < 40 for a, b in zip(ours, theirs, strict=True))


def test_its_own_credit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "telephone.heic"
    path.write_bytes(photograph(xmp=CREDIT))
    assert read_record(path).record.credit == "Айгерим Бекова"


def test_one_cut_short_is_refused_in_a_sentence() -> None:
    data = photograph()
    for end in (13, len(data) // 2, len(data) - 20):
        with pytest.raises(Refused, match="cut short or damaged"):
            inspect(data[:end], "telephone.heic")


def test_damage_anywhere_raises_nothing_but_a_refusal() -> None:
    whole = photograph(xmp=CREDIT)
    for place in range(0, len(whole), max(1, len(whole) // 12)):
        damaged = whole[:place] + b"\xff\x00\xfe" + whole[place + 3 :]
        with suppress(Refused):
            assert inspect(damaged, "telephone.heic").width > 0


@pytest.mark.parametrize("program", ["import os; os.abort()", "while True: pass"])
def test_one_that_ends_or_holds_its_reader_is_refused(program: str) -> None:
    whole = photograph()
    worker = (sys.executable, "-c", program)
    assert not heic.can_be_opened(whole, worker, time_limit=1.0)
    assert heic.can_be_opened(whole)


def test_one_that_ends_its_reader_never_comes_near_the_editor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = photograph()
    monkeypatch.setattr(heic, "WORKER", (sys.executable, "-c", "import os; os.abort()"))
    with pytest.raises(Refused, match="cut short or damaged"):
        inspect(whole, "telephone.heic")


def test_its_copies_are_of_the_web_with_the_credit_and_without_the_place() -> None:
    gps = images.scene().getexif()
    gps[ExifTags.IFD.GPSInfo] = {1: "N", 2: (43.0, 15.0, 0.0)}
    data = photograph(exif=gps.tobytes(), xmp=CREDIT)
    assert images.opened(data).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    record = CreditRecord(credit="Айгерим Бекова")
    copies = [*make_all(plan(arrived(data)), data, record)]
    kinds = {one.media_type for one, _ in copies}
    assert kinds == {"image/avif", "image/webp", "image/jpeg"}
    for _, copy in copies:
        assert look_inside(copy).record.credit == record.credit
        assert not images.opened(copy).getexif().get_ifd(ExifTags.IFD.GPSInfo)


def test_avif_and_films_are_not_taken_for_it() -> None:
    avif = images.encoded(images.scene(), "AVIF")
    as_any = avif.replace(b"ftypavif", b"ftypmif1", 1)
    assert not heic.is_heic(avif)
    assert not heic.is_heic(as_any)
    assert inspect(as_any, "picture.avif").media_type == "image/avif"
    film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
    assert not heic.is_heic(film)
    with pytest.raises(Refused, match="a film or a picture of a rare kind"):
        inspect(film, "clip.mp4")


def test_a_heif_of_any_brand_is_told_by_what_it_holds() -> None:
    data = photograph().replace(b"ftypheic\0\0\0\0mif1heic", b"ftypmif1\0\0\0\0mif1heic", 1)
    assert inspect(data, "telephone.heic").media_type == "image/heic"
