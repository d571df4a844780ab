"""Opening bytes that may be anything: header first, size checked, every failure a clear refusal."""

from __future__ import annotations

import io
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from PIL import ExifTags, Image

from newsroom.domain.errors import Refused
from newsroom.pictures.heic import is_heic, open_heic

MEGAPIXELS = 100
LONGEST_SIDE = 30_000
"""Pixels. Far above any camera and stitched panorama; a longer side is a mistake or an attack."""

MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "TIFF": "image/tiff",
    "AVIF": "image/avif",
    "GIF": "image/gif",
    "HEIF": "image/heic",
}
"""Pillow's format to IANA media type. MPO is a JPEG with a second picture behind the first."""

FORMATS = tuple(name for name in MEDIA_TYPES if name not in ("MPO", "HEIF"))
"""What Pillow may try. It finds MPO by itself, behind JPEG; HEIF needs libheif (`heic`)."""

_KINDS = "JPEG, PNG, WebP, TIFF, AVIF, HEIC or GIF"
_OURS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*")
_FOREIGN = {
    b"%PDF": "a PDF document",
    b"8BPS": "a Photoshop document",
    b"BM": "a BMP picture",
    b"\xff\x0a": "a JPEG XL picture",
    b"\x00\x00\x00\x0cJXL ": "a JPEG XL picture",
    b"\x00\x00\x00\x0cjP  ": "a JPEG 2000 picture",
}

BROKEN = (
    *(OSError, ValueError, TypeError, LookupError, RuntimeError, SyntaxError, MemoryError),
    *(EOFError, struct.error, zlib.error, Image.DecompressionBombError),
)
"""What decoders are known to raise for a damaged or hostile file."""

# Warning filters belong to the whole process; two threads changing them at once would leave one
# thread's filters in place for good.
_FILTERS = threading.Lock()


def open_picture(data: bytes, name: str) -> Image.Image:
    """Read a picture's header without decoding its pixels.

    Raises `Refused` for bytes that are no picture of ours or are larger than `MEGAPIXELS`; `name`
    is the name shown in the sentence.
    """
    if not data:
        raise Refused(f"“{name}” is empty.", hint="Copy the file again from where it came.")
    try:
        image = _read_header(data)
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except BROKEN as error:
        raise _unreadable(data, name) from error
    _check_size(image, name)
    return image


def decode(image: Image.Image, name: str) -> None:
    """Decode the pixels; raises `Refused` where the file is cut short or damaged."""
    try:
        # Of a TIFF Pillow reads the tags once more; others may be decoded beside each other.
        with _quiet() if image.format == "TIFF" else nullcontext():
            image.load()
    except BROKEN as error:
        raise damaged(name) from error


def orientation(image: Image.Image) -> int:
    """Give the Exif orientation, 1 to 8, of a decoded picture; 1 where it has none or is broken.

    Decoded, because a PNG may carry its Exif behind the pixels.
    """
    try:
        with _quiet():
            found = image.getexif().get(ExifTags.Base.Orientation)
    except BROKEN:
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _read_header(data: bytes) -> Image.Image:
    with _quiet():
        if is_heic(data):
            return open_heic(data)
        return Image.open(io.BytesIO(data), formats=FORMATS)


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence what Pillow remarks on odd files; whatever matters of it is said by a refusal."""
    with _FILTERS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _check_size(image: Image.Image, name: str) -> None:
    if image.width * image.height > MEGAPIXELS * 1_000_000:
        raise _too_large(name)
    if max(image.size) > LONGEST_SIDE:
        raise Refused(
            f"“{name}” is {max(image.size):,} pixels long; {LONGEST_SIDE:,} is the most.",
            hint="Cut it into several pictures or make it smaller.",
        )


def _too_large(name: str) -> Refused:
    return Refused(
        f"“{name}” has more than {MEGAPIXELS} megapixels.",
        hint="Save a smaller copy and add that one.",
    )


def damaged(name: str) -> Refused:
    """Say that a picture is one of ours, and not whole."""
    return Refused(
        f"“{name}” is cut short or damaged.", hint="Copy the file again from where it came."
    )


def _unreadable(data: bytes, name: str) -> Refused:
    if data.startswith(_OURS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return damaged(name)
    if is_heic(data) or data[4:12] in (b"ftypavif", b"ftypavis"):
        return damaged(name)
    kind = _foreign_kind(data)
    hint = f"Save it as {_KINDS} and add that file."
    if kind:
        return Refused(f"“{name}” is {kind}, which Newsroom does not read.", hint=hint)
    return Refused(f"“{name}” is not a picture.", hint=f"Choose a {_KINDS} file.")


def _foreign_kind(data: bytes) -> str:
    if data[4:8] == b"ftyp":
        return "a film or a picture of a rare kind"
    if b"<svg" in data[:1000]:
        return "an SVG drawing"
    return next((kind for start, kind in _FOREIGN.items() if data.startswith(start)), "")
