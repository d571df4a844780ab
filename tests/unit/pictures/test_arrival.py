"""A file arrives: what is taken, what is refused, and in which words."""

from __future__ import annotations

import hashlib
import struct
from contextlib import suppress

import pytest
from PIL import ExifTags, Image

from newsroom.domain.errors import Refused
from newsroom.pictures.arrival import inspect
from newsroom.pictures.prints import print_of
from newsroom.pictures.thumbnails import thumbnail
from tests.support import images

MEDIA_TYPES = {kind: f"image/{kind.lower()}" for kind in images.KINDS}


def refusal(data: bytes, name: str = "photo.jpg") -> Refused:
    with pytest.raises(Refused) as caught:
        inspect(data, name)
    assert caught.value.hint
    assert caught.value.message.endswith(".")
    assert name in caught.value.message
    return caught.value


@pytest.mark.parametrize("kind", images.KINDS)
def test_each_kind_is_known_by_its_bytes(kind: str) -> None:
    data = images.encoded(images.scene(), kind)
    arrived = inspect(data, "mislabelled.doc")
    assert arrived.media_type == MEDIA_TYPES[kind]
    assert (arrived.width, arrived.height) == (64, 48)
    assert arrived.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(orientation: int) -> None:
    exif = images.exif({ExifTags.Base.Orientation: orientation})
    arrived = inspect(images.encoded(images.scene(), exif=exif), "photo.jpg")
    assert (arrived.width, arrived.height) == ((48, 64) if orientation >= 5 else (64, 48))


def test_broken_exif_does_not_cost_the_picture() -> None:
    exif = b"Exif\0\0II*\0\xff\xff\xff\x7fnonsense"
    arrived = inspect(images.encoded(images.scene(), exif=exif), "photo.jpg")
    assert (arrived.width, arrived.height) == (64, 48)


def test_a_tag_that_promises_too_much_is_no_news_for_the_terminal() -> None:
    whole = images.encoded(images.scene(), "TIFF", tiffinfo={270: "A ferry at the pier"})
    entry = struct.pack("<HHI", 270, 2, 20)
    assert entry in whole
    data = whole.replace(entry, struct.pack("<HHI", 270, 2, 2_000_000))
    assert inspect(data, "photo.tif").media_type == "image/tiff"


@pytest.mark.parametrize("mode", ["1", "L", "CMYK", "YCbCr"])
def test_unusual_colours_are_taken(mode: str) -> None:
    kind = "JPEG" if mode in ("CMYK", "L") else "TIFF"
    assert inspect(images.encoded(images.scene(mode=mode), kind), "photo").width == 64


def test_sixteen_bits_are_taken() -> None:
    assert inspect(images.encoded(Image.new("I;16", (9, 7), 40_000), "PNG"), "deep").height == 7


def test_nothing_is_refused() -> None:
    assert "is empty" in refusal(b"").message


@pytest.mark.parametrize("data", [b"To be, or not to be.\n" * 9, b"\0" * 99, b"\xff" * 99, b"G"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert "is not a picture" in refusal(data, "notes.txt").message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF document"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing"),
        (images.encoded(images.scene(), "BMP"), "a BMP picture"),
    ],
)
def test_a_kind_not_read_is_named(data: bytes, kind: str) -> None:
    assert kind in refusal(data).message


@pytest.mark.parametrize("kind", images.KINDS)
def test_a_picture_cut_short_is_refused(kind: str) -> None:
    data = images.encoded(images.scene(400, 300), kind)
    assert "cut short or damaged" in refusal(data[: len(data) // 2]).message
    assert "cut short or damaged" in refusal(data[:13]).message


@pytest.mark.parametrize(("width", "height"), [(20_000, 10_000), (12_000, 9_000), (60_000, 60_000)])
def test_too_many_pixels_are_refused_by_the_header(width: int, height: int) -> None:
    assert "more than 100 megapixels" in refusal(images.png_header(width, height)).message


def test_a_jpeg_that_claims_a_giant_size_is_refused_before_decoding() -> None:
    data = bytearray(images.encoded(images.scene()))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", 65_000, 65_000)
    assert "more than 100 megapixels" in refusal(bytes(data)).message


def test_a_side_without_end_is_refused() -> None:
    data = images.encoded(Image.new("L", (65_535, 2)), "PNG")
    assert "65,535 pixels long" in refusal(data).message


def test_a_large_picture_within_the_limit_is_taken() -> None:
    data = images.encoded(Image.new("L", (12_500, 7_600)), "PNG")
    assert inspect(data, "panorama.png").width == 12_500


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
def test_what_moves_is_taken_for_its_first_frame_and_this_is_said(kind: str) -> None:
    data = images.animated(kind)
    arrived = inspect(data, f"loop.{kind.lower()}")
    (remark,) = arrived.remarks
    assert remark == f"“loop.{kind.lower()}” is animated; pages show its first frame."
    shown = images.opened(thumbnail(data, 64)).getpixel((3, 3))
    assert isinstance(shown, tuple)
    assert shown[0] > 150 > shown[2]  # the red corner, which the second frame has elsewhere


@pytest.mark.parametrize(
    ("data", "name", "remark"),
    [
        (images.encoded(images.scene(), "PNG"), "a.jpg", "is named as JPEG, and is PNG"),
        (images.encoded(images.scene(mode="CMYK")), "a.jpg", "has colours for print (CMYK)"),
        (images.encoded(Image.new("I;16", (9, 7), 40_000), "PNG"), "a.png", "more than eight"),
        (images.encoded(Image.new("F", (9, 7), 0.5), "TIFF"), "a.tif", "more than eight"),
        (images.deep_png(9, 7), "a.png", "more than eight"),
    ],
)
def test_what_is_odd_is_taken_and_said(data: bytes, name: str, remark: str) -> None:
    (found,) = inspect(data, name).remarks
    assert remark in found
    assert name in found


@pytest.mark.parametrize("kind", images.KINDS)
def test_what_is_as_it_should_be_has_no_remark(kind: str) -> None:
    for name in (f"photo.{kind.lower()}", "photo", "photo.doc"):
        assert inspect(images.encoded(images.scene(), kind), name).remarks == ()


def test_a_telephone_picture_with_a_second_one_inside_is_a_jpeg() -> None:
    pair = [images.scene(), images.scene(32, 24)]
    data = images.encoded(pair[0], "MPO", save_all=True, append_images=pair[1:])
    arrived = inspect(data, "telephone.jpg")
    assert (arrived.media_type, arrived.width) == ("image/jpeg", 64)


def test_a_tiff_gives_its_first_page() -> None:
    data = images.encoded(images.scene(), "TIFF", save_all=True, append_images=[images.scene(8, 8)])
    assert inspect(data, "scan.tif").width == 64


@pytest.mark.parametrize("kind", images.KINDS)
def test_damage_anywhere_raises_nothing_but_a_refusal(kind: str) -> None:
    whole = images.encoded(images.scene(), kind)
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        damaged = whole[:place] + b"\xff\x00\xfe" + whole[place + 3 :]
        with suppress(Refused):
            assert inspect(damaged, "photo").width > 0


@pytest.mark.parametrize("kind", images.KINDS)
@pytest.mark.parametrize("size", [(64, 48), (900, 500), (2600, 1400)])
def test_the_print_of_what_arrives_is_the_one_it_would_have_later(
    kind: str, size: tuple[int, int]
) -> None:
    exif = images.exif({ExifTags.Base.Orientation: 6})
    options = {} if kind == "GIF" else {"exif": exif}
    data = images.encoded(images.scene(*size), kind, **options)
    look = inspect(data, "photo").look
    assert look
    assert look == print_of(data)
