"""The process that lets exiv2 and Pillow read a hostile file, and may die of it.

Run as `python -m newsroom.pictures.metadata_worker`. For each line on standard input, a list of
paths as JSON, it prints a line, a JSON list of as many answers: the XMP packet, the IIM and the
Exif of each file, undecoded, which stand there as Latin-1, or null where there is no file. It ends
with its input.

It imports exiv2 and little more, because a start is as dear as reading hundreds of files: what the
tags mean is judged where they are asked for, and Pillow comes in with the first file that needs it.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pyexiv2.lib import exiv2api

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space. The largest picture taken is 300 MB decoded, and nothing is decoded."""

_LONGEST_VALUE = 65_536
_LARGEST_PACKET = 4 * 1024**2
_QUIET = 4
_END = b"<?xpacket end"
_IIM = b"Iptc.Application2."
_EXIF = {
    b"Exif.Image.Artist": "Artist",
    b"Exif.Image.Copyright": "Copyright",
    b"Exif.Image.ImageDescription": "ImageDescription",
    b"Exif.Photo.DateTimeOriginal": "DateTimeOriginal",
    b"Exif.Photo.OffsetTimeOriginal": "OffsetTimeOriginal",
}
_BROKEN = (OSError, ValueError, TypeError, LookupError, RuntimeError, MemoryError)
_LATIN_1 = "latin-1"

T = TypeVar("T")
Found = dict[str, list[str]]
Tags = Iterable[Mapping[str, bytes]]


def main() -> int:
    """Answer for each path of each line, until there are no more.

    Whatever a library prints goes nowhere, so that it cannot be taken for an answer.
    """
    _limit_memory()
    # To learn how many bits a pointer has, pyexiv2 would let the system's `file` look at the
    # interpreter, which takes a quarter of a start; of none it can only ask this process.
    sys.executable = ""
    import pyexiv2

    pyexiv2.set_log_level(_QUIET)
    warnings.simplefilter("ignore")
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        for line in sys.stdin.buffer:
            answers.write(json.dumps([_said(path) for path in json.loads(line)]) + "\n")
            answers.flush()
    return 0


def _said(path: str) -> tuple[str, Found, Found] | None:
    """Read the XMP, the IIM and the Exif of a file; None of one that is not there."""
    from pyexiv2.lib import exiv2api

    file = _attempt(lambda: exiv2api.Image(path.encode()), None)
    if file is None:
        return _by_pillow(path)
    try:
        xmp, iim, exif = _by_exiv2(file)
        knows_exif = file.get_mime_type() != "image/gif"
    finally:
        file.close_image()
    return (
        xmp[: _LARGEST_PACKET + 1] or _packet_by_pillow(path),
        iim,
        exif if knows_exif else _exif_by_pillow(path),
    )


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, most))


def _attempt(read: Callable[[], T], otherwise: T) -> T:
    """Read one standard; what is broken in it must not cost the picture the other two."""
    try:
        return read()
    except _BROKEN:
        return otherwise


def _by_exiv2(file: exiv2api.Image) -> tuple[str, Found, Found]:
    """Ask for all three standards, by what lies under pyexiv2's own dictionaries.

    Those decode every value in one alphabet, which nobody knows yet.
    """
    return (
        _unpadded(_attempt(file.read_raw_xmp, b"")).decode(_LATIN_1),
        _texts(_attempt(file.read_iptc, ()), _iim_name),
        _texts(_attempt(file.read_exif, ()), _EXIF.get),
    )


def _iim_name(tag: bytes) -> str | None:
    return tag[len(_IIM) :].decode() if tag.startswith(_IIM) else None


def _unpadded(packet: bytes) -> bytes:
    """Leave out the room that writers leave for later, mostly more than the packet itself."""
    head, mark, tail = packet.rpartition(_END)
    return head.rstrip() + mark + tail


def _texts(tags: Tags, name_of: Callable[[bytes], str | None]) -> Found:
    """Give the values of the tags that have a name for us."""
    found: Found = {}
    for tag in tags:
        name, value = name_of(tag["tag"]), tag["value"]
        if name and value:
            found.setdefault(name, []).append(value[:_LONGEST_VALUE].decode(_LATIN_1))
    return found


def _by_pillow(path: str) -> tuple[str, Found, Found] | None:
    from pathlib import Path

    return (_packet_by_pillow(path), {}, _exif_by_pillow(path)) if Path(path).is_file() else None


def _packet_by_pillow(path: str) -> str:
    """Look for a packet where exiv2 finds none: in a kind it does not read, or in a damaged one."""
    from newsroom.pictures import metadata_by_pillow

    return metadata_by_pillow.packet(path)[: _LARGEST_PACKET + 1].decode(_LATIN_1)


def _exif_by_pillow(path: str) -> Found:
    """Look for Exif in a kind that exiv2 does not read."""
    from newsroom.pictures import metadata_by_pillow

    found = metadata_by_pillow.exif(path)
    return {name: [text[:_LONGEST_VALUE]] for name in _EXIF.values() if (text := found.get(name))}


if __name__ == "__main__":
    sys.exit(main())
