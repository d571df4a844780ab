"""HEIC: told from AVIF, opened by libheif, and first tried where a crash harms nobody.

The decoder is C++ with a long list of mended holes, and a damaged file has ended a process that
opened it. So a HEIC picture is decoded once in a process of its own before it is let in; whatever
the program opens later are the same bytes.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Sequence

from PIL import Image

from newsroom.pictures.worker import command, run

WORKER = command("newsroom.pictures.heic_worker")
TIME_LIMIT = 30.0
"""Seconds for one picture; 100 megapixels take two or three."""

_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"})
_ANY_HEIF = frozenset({b"mif1", b"mif2", b"msf1"})
_AVIF = frozenset({b"avif", b"avis"})


def is_heic(data: bytes) -> bool:
    """Whether bytes begin as a HEIC picture does; a brand of any HEIF is told by what follows."""
    if data[4:8] != b"ftyp":
        return False
    major = data[8:12]
    others = {data[at : at + 4] for at in range(16, min(int.from_bytes(data[:4], "big"), 128), 4)}
    return major in _BRANDS or (
        major in _ANY_HEIF and bool(others & _BRANDS) and not others & _AVIF
    )


def open_heic(data: bytes) -> Image.Image:
    """Read a HEIC picture's header; its pixels come upright, whatever its Exif says."""
    from pillow_heif import register_heif_opener

    register_heif_opener()
    return Image.open(io.BytesIO(data), formats=("HEIF",))


def can_be_opened(data: bytes, worker: Sequence[str] = (), time_limit: float = TIME_LIMIT) -> bool:
    """Whether opening and decoding a picture ends well, or in an error, in another process."""
    try:
        run(worker or WORKER, data, time_limit)
    except (OSError, subprocess.SubprocessError):
        return False
    return True
