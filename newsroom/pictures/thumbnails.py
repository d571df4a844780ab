"""Thumbnails: what the grid and the editor show of a picture."""

from __future__ import annotations

import io

from newsroom.pictures.opening import Size, open_picture, upright_size
from newsroom.pictures.pixels import on_white, prepared


def thumbnail(data: bytes, side: int) -> bytes:
    """Give a JPEG, upright and in sRGB, that fits a square of `side` pixels; never enlarged.

    Raises `Refused` where the bytes are no picture or are damaged.
    """
    image = open_picture(data, "the picture")
    small = prepared(image, "the picture", _fitting(upright_size(image), side))
    out = io.BytesIO()
    on_white(small).save(out, "JPEG", quality=82)
    return out.getvalue()


def _fitting(size: Size, side: int) -> Size:
    scale = min(1.0, side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
