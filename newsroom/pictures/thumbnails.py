"""Thumbnails: what the grid and the editor show of a picture."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from newsroom.domain.errors import Refused
from newsroom.pictures.opening import BROKEN, open_picture
from newsroom.pictures.pixels import Size, on_white, scaled, upright


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded thumbnail: rows from the top, each pixel four bytes, blue, green, red and 255."""

    width: int
    height: int
    data: bytes


def pixels_of(jpeg: bytes) -> Pixels:
    """Decode a thumbnail; other threads go on meanwhile. Raises `Refused` for a damaged one."""
    try:
        with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
            return Pixels(*image.size, image.convert("RGBA").tobytes("raw", "BGRA"))
    except BROKEN as error:
        raise Refused("A thumbnail is damaged.") from error


def thumbnail(data: bytes, side: int) -> bytes:
    """Give a JPEG, upright and in sRGB, that fits a square of `side` pixels; never enlarged.

    Raises `Refused` where the bytes are no picture or are damaged.
    """
    image, full = upright(open_picture(data, "the picture"), "the picture", side)
    out = io.BytesIO()
    on_white(scaled(image, _fitting(full, side))).save(out, "JPEG", quality=82)
    return out.getvalue()


def _fitting(size: Size, side: int) -> Size:
    scale = min(1.0, side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
