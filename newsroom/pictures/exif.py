"""Exif, the oldest of the three standards: its three fields that speak of a picture's makers.

Exif calls its texts ASCII; what is written here is UTF-8, as the Metadata Working Group advises and
readers expect. Nothing else stands in it: no place, no time, no camera. XMP stays the master.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from newsroom.domain.canonical import Json

TAGS = {0x010E: "ImageDescription", 0x013B: "Artist", 0x8298: "Copyright"}
"""By number, in the order in which they must stand."""

EMPTY = b"II*\0\x08\0\0\0" + b"\0\0" + b"\0\0\0\0"
"""A block without a single field."""

MARK = b"Exif\0\0"
_TEXT = 2
_ENTRY = struct.Struct("<HHI4s")
_FIRST = 8


def written(data: Mapping[str, Json]) -> bytes:
    """Write what Exif holds of a record's JSON; nothing where that is nothing.

    The description is the alt text, which tells those who cannot see a file what is in it.
    """
    values = {name: text.encode() + b"\0" for name, text in _texts(data).items() if text}
    if not values:
        return b""
    place = _FIRST + 2 + len(values) * _ENTRY.size + 4
    entries, beyond = b"", b""
    for number, name in TAGS.items():
        if value := values.get(name, b""):
            short = len(value) <= 4
            held = value if short else struct.pack("<I", place + len(beyond))
            entries += _ENTRY.pack(number, _TEXT, len(value), held)
            beyond += b"" if short else value + b"\0" * (len(value) % 2)
    head = b"II*\0" + struct.pack("<IH", _FIRST, len(values))
    return head + entries + b"\0\0\0\0" + beyond


def _texts(data: Mapping[str, Json]) -> dict[str, str]:
    creators = data.get("creator")
    return {
        "ImageDescription": str(data.get("alt", "")),
        "Artist": "; ".join(map(str, creators)) if isinstance(creators, list) else "",
        "Copyright": str(data.get("copyright", "")),
    }


def read(block: bytes) -> dict[str, bytes]:
    """Read a block of ours back; one of another make, or damaged, gives what can be read of it."""
    block = block.removeprefix(MARK)
    return {name: value for name, value in _values(block) if value}


def _values(block: bytes) -> Iterator[tuple[str, bytes]]:
    if not block.startswith(b"II*\0") or len(block) < len(EMPTY):
        return
    (start,) = struct.unpack_from("<I", block, 4)
    count = int.from_bytes(block[start : start + 2], "little")
    for at in range(start + 2, start + 2 + count * _ENTRY.size, _ENTRY.size):
        if at + _ENTRY.size > len(block):
            return
        number, kind, length, held = _ENTRY.unpack_from(block, at)
        if number in TAGS and kind == _TEXT:
            place = int.from_bytes(held, "little")
            value = held[:length] if length <= 4 else block[place : place + length]
            yield TAGS[number], value.removesuffix(b"\0")
