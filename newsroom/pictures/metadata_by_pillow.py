"""What exiv2 does not read of a file's metadata, read by Pillow, within the same worker process."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import ExifTags, Image

from newsroom.pictures.opening import BROKEN, FORMATS

_NOT_EXIV2 = ("AVIF", "GIF")


def packet(path: str) -> bytes:
    """Cut the XMP packet out of a file: a GIF's, an AVIF's, and one that exiv2 cannot parse."""
    try:
        with Image.open(path, formats=FORMATS) as image:
            found = image.info.get("xmp") or _gif_packet(image, path)
    except BROKEN:
        return b""
    return found if isinstance(found, bytes) else str(found).encode("latin-1", "replace")


def _gif_packet(image: Image.Image, path: str) -> bytes:
    """Cut out a GIF's XMP, which stands there bare, up to the tail that leads readers past it."""
    name, start = image.info.get("extension", (b"", 0))
    if name != b"XMP DataXMP":
        return b""
    return Path(path).read_bytes()[start:].partition(b"\x01\xff\xfe\xfd")[0]


def exif(path: str) -> Mapping[str, str]:
    """Give the texts in the Exif of a file, by their names; of an AVIF or GIF alone."""
    try:
        with Image.open(path, formats=FORMATS) as image:
            if image.format not in _NOT_EXIV2:
                # Pillow would decode a whole PNG to look for Exif behind its pixels.
                return {}
            outer = image.getexif()
            tags = {**outer, **outer.get_ifd(ExifTags.IFD.Exif)}
    except BROKEN:
        return {}
    named = ((ExifTags.TAGS.get(number, ""), value) for number, value in tags.items())
    return {name: text for name, text in named if isinstance(text, str)}
