"""A file arrives: is it a picture, of which kind and how large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from mimetypes import guess_type

from PIL import Image

from newsroom.domain.canonical import sha256_of
from newsroom.domain.ids import Sha256
from newsroom.domain.prints import Print
from newsroom.pictures.heic import can_be_opened, is_heic
from newsroom.pictures.opening import BROKEN, MEDIA_TYPES, damaged, open_picture
from newsroom.pictures.pixels import upright
from newsroom.pictures.prints import LONGEST, print_of_image

_KNOWN = frozenset(MEDIA_TYPES.values())
_MAY_MOVE = frozenset({"GIF", "PNG", "WEBP", "AVIF"})


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a file turned out to be; `width` and `height` are pixels after Exif orientation.

    `remarks` are sentences on what pages will not show of it; `look` is its print, None of a blank.
    """

    media_type: str
    width: int
    height: int
    sha256: Sha256
    remarks: tuple[str, ...] = ()
    look: Print | None = None


def inspect(data: bytes, file_name: str) -> Arrived:
    """Judge a file by its bytes, whatever its name says, and decode it once to see it is whole.

    Takes JPEG, PNG, WebP, TIFF (its first page), AVIF, HEIC and GIF (of what moves, the first
    frame). Raises `Refused` with one sentence: empty, not a picture, of another kind, cut short, a
    side over 30,000 pixels, or over 100 megapixels, which the header says before any decoding.
    """
    if is_heic(data) and not can_be_opened(data):
        raise damaged(file_name)
    image = open_picture(data, file_name)
    kind = image.format or ""
    remarks = tuple(_remarks(image, kind, file_name))
    # A JPEG decoded at an eighth of its size still reads every byte, which is what is asked here.
    decoded, (width, height) = upright(image, file_name, LONGEST)
    look = print_of_image(decoded)
    return Arrived(MEDIA_TYPES[kind], width, height, sha256_of(data), remarks, look)


def _remarks(image: Image.Image, kind: str, file_name: str) -> Iterator[str]:
    """Say what is odd about a file that is taken all the same; asked before it is decoded."""
    media_type = MEDIA_TYPES[kind]
    meant, _ = guess_type(file_name)
    if meant in _KNOWN and meant != media_type:
        is_named, is_truly = (one.removeprefix("image/").upper() for one in (meant, media_type))
        yield f"“{file_name}” is named as {is_named}, and is {is_truly}; it was taken as that."
    if kind in _MAY_MOVE and _is_animated(image):
        yield f"“{file_name}” is animated; pages show its first frame."
    if image.mode == "CMYK":
        yield f"“{file_name}” has colours for print (CMYK); pages show the nearest on screens."
    if _is_deep(image):
        yield f"“{file_name}” has more than eight bits a colour; pages show eight."


def _is_deep(image: Image.Image) -> bool:
    if image.info.get("bit_depth", 8) > 8:
        return True
    tiles = getattr(image, "tile", ())
    return image.mode[0] in "IF" or any(";16" in str(tile.args) for tile in tiles)


def _is_animated(image: Image.Image) -> bool:
    try:
        return bool(getattr(image, "is_animated", False))
    except BROKEN:
        # What follows the first frame is damaged; decoding will say so if the first one is too.
        return False
