"""A file arrives: is it a picture, of which kind and how large."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import Refused
from newsroom.domain.ids import Sha256
from newsroom.pictures.opening import BROKEN, MEDIA_TYPES, decode, open_picture, orientation
from newsroom.pictures.pixels import LYING

_MAY_MOVE = frozenset({"GIF", "PNG", "WEBP", "AVIF"})


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a file turned out to be; `width` and `height` are pixels after Exif orientation."""

    media_type: str
    width: int
    height: int
    sha256: Sha256


def inspect(data: bytes, file_name: str) -> Arrived:
    """Judge a file by its bytes, whatever its name says, and decode it once to see it is whole.

    Takes JPEG, PNG, WebP, TIFF (its first page), AVIF and GIF. Raises `Refused` with one sentence:
    empty, not a picture, of another kind, cut short, animated, a side over 30,000 pixels, or over
    100 megapixels, which is read from the header before any decoding.
    """
    image = open_picture(data, file_name)
    kind = image.format or ""
    if kind in _MAY_MOVE and _is_animated(image):
        raise Refused(
            f"“{file_name}” is animated, and a page shows still pictures only.",
            hint="Save one frame of it as PNG or JPEG and add that.",
        )
    width, height = image.size
    # A JPEG decoded at an eighth of its size still reads every byte, which is what is asked here.
    image.draft(None, (image.width // 8, image.height // 8))
    decode(image, file_name)
    if orientation(image) in LYING:
        width, height = height, width
    return Arrived(MEDIA_TYPES[kind], width, height, sha256_of(data))


def _is_animated(image: Image.Image) -> bool:
    try:
        return bool(getattr(image, "is_animated", False))
    except BROKEN:
        # What follows the first frame is damaged; decoding will say so if the first one is too.
        return False
