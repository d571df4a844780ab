"""The process that lets exiv2 and Pillow read a hostile file, and may die of it.

Run as `python -m newsroom.pictures.metadata_worker`. For each line on standard input, a path as
JSON, it prints one line of JSON: the record that the file carries, what could not be taken over and
where its standards disagree. It ends with its input.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import pyexiv2
from PIL import ExifTags, Image

from newsroom.domain.canonical import Json
from newsroom.domain.picture import disagreements_to_json, record_to_json
from newsroom.pictures.embedded import Embedded, Tags, record_of
from newsroom.pictures.iim import READ
from newsroom.pictures.opening import BROKEN, FORMATS

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space. The largest picture taken is 300 MB decoded, and nothing is decoded."""

_LONGEST_VALUE = 65_536
_LARGEST_PACKET = 4 * 1024**2
_EXIF_IMAGE = ("Artist", "Copyright", "ImageDescription")
_NOT_EXIV2 = ("AVIF", "GIF")
_EXIF_PHOTO = ("DateTimeOriginal", "OffsetTimeOriginal")

T = TypeVar("T")
Found = dict[str, list[str]]


def main() -> int:
    """Answer for each path, given as a line of JSON, with a line of JSON, until there are no more.

    Whatever a library prints goes nowhere, so that it cannot be taken for an answer.
    """
    _limit_memory()
    warnings.simplefilter("ignore")
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        for line in sys.stdin.buffer:
            answers.write(json.dumps(_said(Path(json.loads(line)))) + "\n")
            answers.flush()
    return 0


def _said(path: Path) -> dict[str, Json]:
    """Read one file and what it means; one that is not there says nothing."""
    nothing: Found = {}
    xmp, iim, exif = _attempt(lambda: _by_exiv2(path), ("", nothing, nothing))
    xmp = xmp or _attempt(lambda: _xmp_by_pillow(path), "")
    exif = exif or _attempt(lambda: _exif_by_pillow(path), nothing)
    packet = xmp[: _LARGEST_PACKET + 1].encode("latin-1", "replace")
    found = record_of(Embedded(packet, _bytes(iim), _bytes(exif)))
    return {
        "record": record_to_json(found.record),
        "warnings": [*found.warnings],
        "disagreements": disagreements_to_json(found.disagreements),
    }


def _bytes(found: Found) -> Tags:
    return {name: tuple(text.encode("latin-1") for text in texts) for name, texts in found.items()}


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


def _by_exiv2(path: Path) -> tuple[str, Found, Found]:
    """Open a file once for all three standards; what is broken in one does not cost the others."""
    nothing: Found = {}
    with pyexiv2.Image(str(path)) as file:
        return (
            _attempt(lambda: file.read_raw_xmp("latin-1"), ""),
            _attempt(lambda: _iim(file), nothing),
            _attempt(lambda: _exif(file), nothing),
        )


def _xmp_by_pillow(path: Path) -> str:
    """Cut the packet out where exiv2 finds none: a GIF's, and one that it cannot parse."""
    with Image.open(path, formats=FORMATS) as image:
        packet = image.info.get("xmp") or _gif_packet(image, path)
    return packet.decode("latin-1") if isinstance(packet, bytes) else str(packet)


def _gif_packet(image: Image.Image, path: Path) -> bytes:
    """Cut out a GIF's XMP, which stands there bare, up to the tail that leads readers past it."""
    name, start = image.info.get("extension", (b"", 0))
    if name != b"XMP DataXMP":
        return b""
    return path.read_bytes()[start:].partition(b"\x01\xff\xfe\xfd")[0]


def _iim(file: pyexiv2.Image) -> Found:
    return _picked(file.read_iptc("latin-1"), "Iptc.Application2", READ)


def _exif(file: pyexiv2.Image) -> Found:
    tags = file.read_exif("latin-1")
    return {
        **_picked(tags, "Exif.Image", _EXIF_IMAGE),
        **_picked(tags, "Exif.Photo", _EXIF_PHOTO),
    }


def _exif_by_pillow(path: Path) -> Found:
    """Read Exif where exiv2 does not: AVIF and GIF."""
    with Image.open(path, formats=FORMATS) as image:
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
    sys.exit(main())
