"""Copies for a page: planned before they are made, upright, in sRGB, with the credit inside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import enumerate as enumerate_threads

import pyexiv2
import pytest
from PIL import ExifTags, Image

from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import Refused
from newsroom.domain.framing import UNFRAMED, Crop, Shape, cropped, focused
from newsroom.domain.ids import picture_id
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.pictures.arrival import inspect
from newsroom.pictures.embedding import look_inside
from newsroom.pictures.metadata import read_record
from newsroom.pictures.renditions import make, make_all, plan, plan_cards
from tests.support import images

RECORD = CreditRecord(
    creator=("Айгерім Бекова", "Ivan <Petrov>"),
    credit="Пресс-служба <script>alert(1)</script> & Co",
    source="Agency",
    copyright="© 2026",
    usage_terms="Editorial use only",
    web_statement="https://example.org/terms?a=1&b=2",
    alt="A plane",
    caption='A plane "landing"',
)
TYPES = ("image/avif", "image/webp", "image/jpeg")
RED, SKY, GROUND = (220, 20, 30), (70, 120, 190), (60, 130, 50)


def picture(width: int, height: int, record: CreditRecord = RECORD, seed: bytes = b"x") -> Picture:
    sha256 = sha256_of(seed)
    return Picture(picture_id(sha256), sha256, "image/jpeg", width, height, "a.jpg", 9, record)


def arrived(data: bytes) -> Picture:
    found = inspect(data, "a")
    return replace(picture(found.width, found.height), sha256=found.sha256)


def near(image: Image.Image, x: float, y: float, colour: tuple[int, ...], slack: int = 14) -> bool:
    at = (int(image.width * x), int(image.height * y))
    found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(one - other) <= slack for one, other in zip(found, colour, strict=True))


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ((6000, 4000), [(480, 320), (800, 533), (1200, 800), (1600, 1067)]),
        ((1600, 900), [(480, 270), (800, 450), (1200, 675), (1600, 900)]),
        ((900, 600), [(480, 320), (800, 533)]),
        ((479, 300), [(479, 300)]),
        ((1, 1), [(1, 1)]),
        ((29_000, 3), [(480, 1), (800, 1), (1200, 1), (1600, 1)]),
    ],
)
def test_the_plan_never_enlarges(size: tuple[int, int], sizes: list[tuple[int, int]]) -> None:
    planned = plan(picture(*size))
    for media_type in TYPES:
        same = [(one.width, one.height) for one in planned if one.media_type == media_type]
        assert same == sizes


def test_a_very_tall_picture_stays_within_what_webp_can_hold() -> None:
    planned = plan(picture(600, 29_000))
    assert planned
    assert all(one.height <= 16_383 and one.width >= 1 for one in planned)


def test_names_differ_by_everything_that_goes_in() -> None:
    first = plan(picture(1600, 900))
    others = [
        picture(1600, 900, seed=b"y"),
        *(
            picture(1600, 900, replace(RECORD, **{field: "other"}))
            for field in ("credit", "source", "copyright", "usage_terms", "web_statement")
        ),
        picture(1600, 900, replace(RECORD, creator=("Other",))),
    ]
    names = [one.name for one in first]
    for other in others:
        names += [one.name for one in plan(other)]
    assert len(set(names)) == len(names)
    assert first == plan(picture(1600, 900))


def test_what_is_not_embedded_does_not_change_a_name() -> None:
    placed = replace(RECORD, place="Astana", instructions="Call first")
    assert plan(picture(900, 600)) == plan(picture(900, 600, placed))


@pytest.mark.parametrize("kind", images.KINDS)
def test_every_kind_becomes_every_rendition_with_its_credit(kind: str) -> None:
    data = images.encoded(images.scene(500, 400), kind)
    for one in plan(arrived(data)):
        made = make(one, data, RECORD)
        image = images.opened(made)
        assert image.size == (one.width, one.height) == (480, 384)
        assert f"image/{(image.format or '').lower()}" == one.media_type
        assert near(image, 0.1, 0.1, RED, 40)
        assert near(image, 0.7, 0.8, GROUND, 40)
        assert look_inside(made).record.credit == RECORD.credit


def test_the_same_input_gives_the_same_bytes() -> None:
    data = images.encoded(images.scene(900, 700))
    for one in plan(arrived(data)):
        assert make(one, data, RECORD) == make(one, data, RECORD)


@pytest.mark.parametrize("size", [(3400, 2600), (900, 700)])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_rendition_is_the_same_alone_and_among_others(
    size: tuple[int, int], orientation: int
) -> None:
    noise = images.scene(*size)
    noise.paste(Image.effect_noise((size[0] // 2, size[1] // 2), 80), (40, 30))
    exif = images.exif({ExifTags.Base.Orientation: orientation})
    data = images.encoded(noise, quality=90, exif=exif)
    cut = cropped(UNFRAMED, Crop(Shape.SQUARE, 1_000, 2_000, 2_000, 3_000))
    framed = replace(arrived(data), framing=cut)
    wanted = (*plan(framed, "A"), *plan(framed, "B"), *plan_cards(framed))
    together = dict(make_all(wanted, data, RECORD))
    assert together.keys() == set(wanted)
    for one in wanted:
        assert make(one, data, RECORD) == together[one]
        assert images.opened(together[one]).size == (one.width, one.height)


def test_leaving_halfway_leaves_nothing_running() -> None:
    data = images.encoded(images.scene(900, 700))
    made = make_all(plan(arrived(data)), data, RECORD)
    next(made)
    made.close()
    assert [thread for thread in enumerate_threads() if "ThreadPool" in thread.name] == []


def test_a_crop_is_what_pages_show() -> None:
    data = images.encoded(images.scene(1600, 1200), quality=95)
    corner = Crop(Shape.FREE, 0, 0, 2_500, 2_500)
    framed = replace(arrived(data), framing=cropped(UNFRAMED, corner))
    (avif, webp, jpeg) = plan(framed)
    assert {(one.width, one.height) for one in (avif, webp, jpeg)} == {(400, 300)}
    for one in (avif, webp, jpeg):
        image = images.opened(make(one, data, RECORD))
        assert near(image, 0.02, 0.02, RED)
        assert near(image, 0.97, 0.97, RED)
    assert {one.name for one in plan(framed)}.isdisjoint(one.name for one in plan(arrived(data)))


def test_cards_follow_the_focal_point() -> None:
    data = images.encoded(images.scene(1600, 1200), quality=95)
    framed = replace(arrived(data), framing=focused(UNFRAMED, 0, 0))
    wide, classic, square = plan_cards(framed)
    assert [(one.width, one.height) for one in (wide, classic, square)] == [
        (1200, 675),
        (1200, 900),
        (1200, 1200),
    ]
    image = images.opened(make(square, data, RECORD))
    assert near(image, 0.3, 0.1, RED)
    assert near(image, 0.4, 0.1, SKY)
    assert look_inside(make(wide, data, RECORD)).record.credit == RECORD.credit


def test_cards_too_small_for_search_engines_are_left_out() -> None:
    assert plan_cards(picture(200, 200)) == ()
    shapes = [(one.width, one.height) for one in plan_cards(picture(300, 225))]
    assert shapes == [(300, 169), (300, 225), (225, 225)]
    assert plan_cards(picture(29_000, 3)) == ()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_rendition_is_upright(orientation: int) -> None:
    turns = {
        1: images.scene(100, 80),
        2: images.scene(100, 80).transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: images.scene(100, 80).transpose(Image.Transpose.ROTATE_180),
        4: images.scene(100, 80).transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: images.scene(100, 80).transpose(Image.Transpose.TRANSPOSE),
        6: images.scene(100, 80).transpose(Image.Transpose.ROTATE_90),
        7: images.scene(100, 80).transpose(Image.Transpose.TRANSVERSE),
        8: images.scene(100, 80).transpose(Image.Transpose.ROTATE_270),
    }
    exif = images.exif({ExifTags.Base.Orientation: orientation})
    data = images.encoded(turns[orientation], exif=exif, quality=95)
    for one in plan(arrived(data)):
        image = images.opened(make(one, data, RECORD))
        assert image.size == (100, 80)
        assert near(image, 0.1, 0.1, RED)
        assert near(image, 0.9, 0.1, SKY)
        assert near(image, 0.1, 0.9, GROUND)
        assert image.getexif().get(ExifTags.Base.Orientation) is None


def test_nothing_of_the_original_s_metadata_is_passed_on() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "SECRET-ARTIST"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SECRET-SERIAL"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSProcessingMethod] = b"SECRET-PLACE"
    data = images.with_iim(
        images.encoded(
            images.scene(),
            exif=exif.tobytes(),
            comment=b"SECRET-COMMENT",
            xmp=images.xmp("<photoshop:Credit>SECRET-CREDIT</photoshop:Credit>"),
            icc_profile=images.adobe_rgb(),
        ),
        {"Credit": b"SECRET-IIM"},
    )
    for one in plan(arrived(data)):
        made = make(one, data, RECORD)
        assert b"SECRET" not in made
        opened = images.opened(made)
        assert opened.info.keys().isdisjoint({"comment", "icc_profile"})
        assert set(opened.getexif()) <= {
            ExifTags.Base.Artist,
            ExifTags.Base.Copyright,
            ExifTags.Base.ImageDescription,
        }


def test_readers_of_exif_alone_find_the_credit(tmp_path: Path) -> None:
    record = replace(RECORD, creator=("Айгерім Бекова", "I. Kim"), copyright="© 2026 Қазақ")
    data = images.encoded(images.scene())
    for one in plan(arrived(data), "Көпір үстінде"):
        made = make(one, data, record)
        path = tmp_path / one.name
        path.write_bytes(made)
        if one.media_type != "image/avif":  # which exiv2 does not open without being asked to
            with pyexiv2.Image(str(path)) as file:
                found = file.read_exif()
        else:
            found = by_pillow(made)
        assert found == {
            "Exif.Image.ImageDescription": "Көпір үстінде",
            "Exif.Image.Artist": "Айгерім Бекова; I. Kim",
            "Exif.Image.Copyright": "© 2026 Қазақ",
        }
        again = read_record(path)
        assert not again.disagreements
        assert (again.record.alt, again.record.caption) == ("Көпір үстінде", "")


def by_pillow(data: bytes) -> dict[str, str]:
    """Give the Exif of a file by exiv2's names; Pillow takes its texts for Latin-1."""
    return {
        f"Exif.Image.{ExifTags.TAGS[number]}": str(value).encode("latin-1").decode()
        for number, value in images.opened(data).getexif().items()
    }


def test_wide_colours_become_srgb() -> None:
    plain = Image.new("RGB", (60, 60), (120, 180, 120))
    data = images.encoded(plain, "PNG", icc_profile=images.adobe_rgb())
    for one in plan(arrived(data)):
        # The same colour in sRGB, by the two spaces' published primaries and curves.
        assert near(images.opened(make(one, data, RECORD)), 0.5, 0.5, (80, 181, 117), 6)


def test_a_profile_for_other_colours_is_ignored() -> None:
    for profile in (b"nonsense" * 40, images.adobe_rgb()[:200]):
        data = images.encoded(images.scene(), "PNG", icc_profile=profile)
        image = images.opened(make(plan(arrived(data))[-1], data, RECORD))
        assert near(image, 0.7, 0.8, GROUND)
    grey = images.encoded(Image.new("L", (60, 60), 128), "PNG", icc_profile=images.adobe_rgb())
    image = images.opened(make(plan(arrived(grey))[-1], grey, RECORD))
    assert near(image, 0.5, 0.5, (128, 128, 128))


def test_transparency_is_kept_where_it_can_be_and_laid_on_white_elsewhere() -> None:
    clear = Image.new("RGBA", (60, 60), (255, 0, 0, 0))
    clear.paste((0, 0, 255, 255), (0, 0, 30, 60))
    sources = [
        images.encoded(clear, "PNG"),
        images.encoded(clear.convert("LA"), "PNG"),
        images.encoded(clear, "WEBP", lossless=True),
        images.encoded(clear, "GIF"),
        images.encoded(Image.new("RGB", (60, 60), (1, 2, 3)), "PNG", transparency=(1, 2, 3)),
    ]
    for data in sources:
        avif, webp, jpeg = (images.opened(make(one, data, RECORD)) for one in plan(arrived(data)))
        assert avif.mode == webp.mode == "RGBA"
        for image in (avif, webp):
            corner = image.getpixel((55, 5))
            assert isinstance(corner, tuple)
            assert corner[3] < 8
        assert jpeg.mode == "RGB"
        assert near(jpeg, 0.9, 0.5, (255, 255, 255), 6)


def deep_grey() -> bytes:
    return images.encoded(Image.new("I;16", (40, 40), 32_768), "PNG")


def floating_grey() -> bytes:
    half = Image.new("F", (40, 40), 0.5)
    half.putpixel((0, 0), 1.0)
    return images.encoded(half, "TIFF")


def lab_grey() -> bytes:
    return images.encoded(Image.new("LAB", (40, 40), (137, 128, 128)), "TIFF")


def cmyk_grey() -> bytes:
    return images.encoded(Image.new("CMYK", (40, 40), (0, 0, 0, 127)), "JPEG")


def one_bit_white() -> bytes:
    return images.encoded(Image.new("1", (40, 40), 1), "TIFF")


@pytest.mark.parametrize(
    ("source", "level"),
    [
        (deep_grey, 128),
        (floating_grey, 128),
        (lab_grey, 128),
        (cmyk_grey, 128),
        (one_bit_white, 255),
    ],
)
def test_unusual_pixels_keep_their_brightness(source: Callable[[], bytes], level: int) -> None:
    data = source()
    for one in plan(arrived(data)):
        assert near(images.opened(make(one, data, RECORD)), 0.5, 0.5, (level,) * 3, 6)


def test_the_embedded_record_is_what_exiv2_reads() -> None:
    data = images.encoded(images.scene())
    made = make(plan(arrived(data))[-1], data, RECORD)
    with pyexiv2.ImageData(made) as file:
        found = file.read_xmp()
    assert found["Xmp.photoshop.Credit"] == RECORD.credit
    assert tuple(found["Xmp.dc.creator"]) == RECORD.creator
    assert found["Xmp.photoshop.Source"] == RECORD.source
    assert found["Xmp.dc.rights"] == {'lang="x-default"': RECORD.copyright}
    assert found["Xmp.xmpRights.UsageTerms"] == {'lang="x-default"': RECORD.usage_terms}
    assert found["Xmp.xmpRights.WebStatement"] == RECORD.web_statement
    # What a page says under a picture is approved there; the record's own words are not.
    assert not [name for name in found if "AltText" in name or "description" in name]


def test_words_that_no_approval_binds_change_no_file() -> None:
    data = images.encoded(images.scene())
    one = plan(arrived(data))[0]
    other = replace(RECORD, alt="Another alt text", caption="Another caption")
    assert make(one, data, other) == make(one, data, RECORD)


def test_a_credit_too_long_to_embed_is_refused() -> None:
    data = images.encoded(images.scene())
    with pytest.raises(Refused, match="longer than an image file can carry"):
        make(plan(arrived(data))[0], data, replace(RECORD, credit="&" * 20_000))


def test_a_damaged_original_is_refused() -> None:
    data = images.encoded(images.scene(600, 400))
    one = plan(arrived(data))[0]
    with pytest.raises(Refused):
        make(one, data[: len(data) // 2], RECORD)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_a_file_without_a_credit_gives_none(kind: str) -> None:
    assert look_inside(images.encoded(images.scene(), kind)).record.credit == ""
    for packet in (b"garbage", images.growing_entities(), images.xmp("")):
        assert look_inside(images.encoded(images.scene(), kind, xmp=packet)).record.credit == ""


def test_reading_a_credit_from_no_picture_is_refused() -> None:
    with pytest.raises(Refused):
        look_inside(b"<html></html>")
