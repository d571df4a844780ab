"""Thumbnails: what the grid and the editor show of a picture."""

from __future__ import annotations

import io

from newsroom.pictures.opening import open_picture
from newsroom.pictures.pixels import Size, on_white, scaled, upright


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
