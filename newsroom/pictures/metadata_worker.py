"""The process that lets exiv2 and Pillow read a hostile file, and may die of it.

Run as `python -m newsroom.pictures.metadata_worker FILE`. Prints one line of JSON: `xmp`, `iim`
and `exif`, each byte as the Latin-1 character of its number, and exits 0.
"""

from __future__ import annotations

import io
import json
import sys
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import pyexiv2
from PIL import ExifTags, Image

from newsroom.pictures.iim import READ
from newsroom.pictures.opening import BROKEN, FORMATS, is_heic

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space. The largest picture taken is 300 MB decoded, and nothing is decoded."""

_LONGEST_VALUE = 65_536
_LARGEST_PACKET = 4 * 1024**2
_EXIF_IMAGE = ("Artist", "Copyright", "ImageDescription")
_NOT_EXIV2 = ("AVIF", "GIF")
_EXIF_PHOTO = ("DateTimeOriginal", "OffsetTimeOriginal")

T = TypeVar("T")
Found = dict[str, list[str]]


def main(arguments: list[str]) -> int:
    """Read the one file named and print what it says of itself."""
    _limit_memory()
    warnings.simplefilter("ignore")
    data = Path(arguments[0]).read_bytes()
    nothing: Found = {}
    answer = {
        "xmp": _attempt(lambda: _xmp(data), ""),
        "iim": _attempt(lambda: _iim(data), nothing),
        "exif": _attempt(lambda: _exif(data), nothing)
        or _attempt(lambda: _exif_by_pillow(data), nothing),
    }
    sys.stdout.write("\n" + json.dumps(answer) + "\n")
    return 0


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, most))


def _attempt(read: Callable[[], T], otherwise: T) -> T:
    """Read one standard; what is broken in it must not cost the picture the other two."""
    try:
        return read()
    except BROKEN:
        return otherwise


def _xmp(data: bytes) -> str:
    # Pillow does not open HEIC; exiv2 reads its boxes.
    packet = b"" if is_heic(data) else _xmp_by_pillow(data)
    if not packet:
        with pyexiv2.ImageData(data) as file:
            packet = file.read_raw_xmp("latin-1")
    text = packet.decode("latin-1") if isinstance(packet, bytes) else str(packet)
    return text if len(text) <= _LARGEST_PACKET else ""


def _xmp_by_pillow(data: bytes) -> object:
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        return image.info.get("xmp") or _gif_packet(image, data)


def _gif_packet(image: Image.Image, data: bytes) -> bytes:
    """Cut out a GIF's XMP, which stands there bare, up to the tail that leads readers past it."""
    name, start = image.info.get("extension", (b"", 0))
    if name != b"XMP DataXMP":
        return b""
    return data[start:].partition(b"\x01\xff\xfe\xfd")[0]


def _iim(data: bytes) -> Found:
    with pyexiv2.ImageData(data) as file:
        return _picked(file.read_iptc("latin-1"), "Iptc.Application2", READ)


def _exif(data: bytes) -> Found:
    with pyexiv2.ImageData(data) as file:
        tags = file.read_exif("latin-1")
    return {
        **_picked(tags, "Exif.Image", _EXIF_IMAGE),
        **_picked(tags, "Exif.Photo", _EXIF_PHOTO),
    }


def _exif_by_pillow(data: bytes) -> Found:
    """Read Exif where exiv2 does not: AVIF and GIF."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        if image.format not in _NOT_EXIV2:
            # Pillow would decode a whole PNG to look for Exif behind its pixels.
            return {}
        exif = image.getexif()
        tags = {ExifTags.TAGS.get(number, ""): value for number, value in exif.items()}
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        tags.update({ExifTags.TAGS.get(number, ""): value for number, value in inner.items()})
    wanted = (*_EXIF_IMAGE, *_EXIF_PHOTO)
    return {name: [text] for name in wanted if isinstance(text := tags.get(name), str)}


def _picked(tags: Mapping[str, object], group: str, names: tuple[str, ...]) -> Found:
    found: Found = {}
    for name in names:
        value = tags.get(f"{group}.{name}")
        values = value if isinstance(value, list) else [value]
        texts = [text[:_LONGEST_VALUE] for text in values if isinstance(text, str) and text]
        if texts:
            found[name] = texts
    return found


if __name__ == "__main__":
    pyexiv2.set_log_level(4)
    sys.exit(main(sys.argv[1:]))
