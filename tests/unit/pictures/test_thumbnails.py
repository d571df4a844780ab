"""What the grid shows of a picture."""

from __future__ import annotations

import pytest
from PIL import ExifTags, Image

from newsroom.domain.errors import Refused
from newsroom.pictures.thumbnails import pixels_of, thumbnail
from tests.support import images


@pytest.mark.parametrize("kind", images.KINDS)
def test_a_thumbnail_fits_the_square(kind: str) -> None:
    image = images.opened(thumbnail(images.encoded(images.scene(640, 320), kind), 160))
    assert (image.format, image.size) == ("JPEG", (160, 80))


def test_a_small_picture_is_not_enlarged() -> None:
    assert images.opened(thumbnail(images.encoded(images.scene(30, 20)), 160)).size == (30, 20)


def test_a_thumbnail_is_upright() -> None:
    lying = images.scene(640, 320).transpose(Image.Transpose.ROTATE_90)
    data = images.encoded(lying, exif=images.exif({ExifTags.Base.Orientation: 6}))
    image = images.opened(thumbnail(data, 64))
    assert image.size == (64, 32)
    red, green, _ = image.getpixel((3, 3))
    assert red > 150
    assert green < 90


def test_a_strip_keeps_at_least_one_pixel() -> None:
    data = images.encoded(Image.new("RGB", (5000, 2)), "PNG")
    assert images.opened(thumbnail(data, 100)).size == (100, 1)


def test_transparency_lies_on_white() -> None:
    data = images.encoded(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG")
    assert images.opened(thumbnail(data, 40)).getpixel((20, 20)) == (255, 255, 255)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(Refused):
        thumbnail(b"plain text", 100)


def test_pixels_are_those_of_the_thumbnail() -> None:
    made = thumbnail(images.encoded(images.scene(640, 320)), 160)
    pixels = pixels_of(made)
    assert (pixels.width, pixels.height, len(pixels.data)) == (160, 80, 160 * 80 * 4)
    red, green, blue = images.opened(made).getpixel((7, 0))
    assert tuple(pixels.data[28:32]) == (blue, green, red, 255)


def test_a_damaged_thumbnail_is_refused() -> None:
    made = thumbnail(images.encoded(images.scene(640, 320)), 160)
    for damaged in (b"", b"no picture", made[: len(made) // 2]):
        with pytest.raises(Refused, match="damaged"):
            pixels_of(damaged)
