"""Putting metadata into encoded pictures without touching a pixel: JPEG, WebP and AVIF.

Takes what our own encoders wrote, so each format is read as far as that needs and no further; bytes
of another make are refused with `ValueError`. The same arguments give the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from newsroom.pictures import exif as exif_blocks

XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
IIM_MARK = b"Photoshop 3.0\0"
_RESOURCE = b"8BIM" + struct.pack(">HH", 0x0404, 0)
LARGEST_SEGMENT = 65_533
"""Bytes of a JPEG segment, its mark included, its own length of two bytes not."""

AVIF_PLACEHOLDERS: Mapping[str, bytes] = {"xmp": b"<x/>", "exif": exif_blocks.EMPTY}
"""What an AVIF must be encoded with, so that it has places for its XMP and its Exif."""

_APP1, _APP13 = b"\xff\xe1", b"\xff\xed"
_XMP_FLAG, _EXIF_FLAG, _ALPHA_FLAG = 0x04, 0x08, 0x10
_EXIF_START = b"\0\0\0\0"
"""How far behind itself the Exif in an AVIF begins."""


def jpeg_with(data: bytes, xmp: bytes, iim: bytes, exif: bytes = b"") -> bytes:
    """Put Exif, an XMP packet and a block of IIM into a JPEG, behind its JFIF header."""
    if not data.startswith(b"\xff\xd8"):
        raise ValueError("not a JPEG")
    place = 2
    while data[place : place + 2] == b"\xff\xe0":
        place += 2 + struct.unpack_from(">H", data, place + 2)[0]
    segments = _segment(_APP1, exif_blocks.MARK + exif) if exif else b""
    segments += _segment(_APP1, XMP_MARK + xmp) if xmp else b""
    if iim:
        resource = _RESOURCE + struct.pack(">I", len(iim)) + iim + b"\0" * (len(iim) % 2)
        segments += _segment(_APP13, IIM_MARK + resource)
    return data[:place] + segments + data[place:]


def _segment(marker: bytes, content: bytes) -> bytes:
    if len(content) > LARGEST_SEGMENT:
        raise ValueError("longer than a JPEG segment")
    return marker + struct.pack(">H", len(content) + 2) + content


def iim_in(jpeg: bytes) -> bytes:
    """Give the block of IIM in a JPEG; nothing where it has none."""
    place = 2
    while place + 4 <= len(jpeg) and jpeg[place] == 0xFF and jpeg[place + 1] not in (0xD9, 0xDA):
        marker, (length,) = jpeg[place : place + 2], struct.unpack_from(">H", jpeg, place + 2)
        content = jpeg[place + 4 : place + 2 + length]
        start = len(IIM_MARK) + len(_RESOURCE)
        whole = len(content) >= start + 4
        if marker == _APP13 and content.startswith(IIM_MARK + _RESOURCE) and whole:
            (size,) = struct.unpack_from(">I", content, start)
            return content[start + 4 : start + 4 + size]
        place += 2 + max(2, length)
    return b""


def webp_with(data: bytes, xmp: bytes, exif: bytes = b"") -> bytes:
    """Put an XMP packet and Exif into a WebP, which becomes one of the extended kind."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("not a WebP")
    chunks = dict(_webp_chunks(data))
    if not xmp and not exif:
        return data
    head = bytearray(chunks.pop(b"VP8X", b"") or _webp_header(chunks))
    head[0] |= (_XMP_FLAG if xmp else 0) | (_EXIF_FLAG if exif else 0)
    said = {name: part for name, part in ((b"EXIF", exif), (b"XMP ", xmp)) if part}
    chunks = {b"VP8X": bytes(head), **chunks, **said}
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(part)) + part + b"\0" * (len(part) % 2)
        for name, part in chunks.items()
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(data):
        name, (size,) = data[place : place + 4], struct.unpack_from("<I", data, place + 4)
        yield name, data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _webp_header(chunks: dict[bytes, bytes]) -> bytes:
    """Make the header of the extended kind from that of the picture: its size, its transparency."""
    if lossless := chunks.get(b"VP8L"):
        (bits,) = struct.unpack_from("<I", lossless, 1)
        width, height, alpha = bits & 0x3FFF, bits >> 14 & 0x3FFF, bits >> 28 & 1
    else:
        wide, high = struct.unpack_from("<HH", chunks[b"VP8 "], 6)
        width, height, alpha = (wide & 0x3FFF) - 1, (high & 0x3FFF) - 1, 0
    flags = struct.pack("<I", _ALPHA_FLAG if alpha else 0)
    return flags + struct.pack("<I", width)[:3] + struct.pack("<I", height)[:3]


def avif_with(data: bytes, xmp: bytes, exif: bytes = b"") -> bytes:
    """Put an XMP packet and Exif into an AVIF that was encoded with `AVIF_PLACEHOLDERS`.

    They go behind everything else, and the file's table of places is told where; so no other place
    in the file moves.
    """
    meta = _box(data, 0, len(data), b"meta")
    inside = (meta[0] + 4, meta[1])
    items, table = _box(data, *inside, b"iinf"), _box(data, *inside, b"iloc")
    parts = {b"mime": xmp, b"Exif": _EXIF_START + exif if exif else b""}
    whole, behind = bytearray(data), b""
    for kind, part in parts.items():
        if part:
            extent = _extent(data, *table, _item(data, *items, kind))
            struct.pack_into(">II", whole, extent, len(data) + 8 + len(behind), len(part))
            behind += part
    return bytes(whole) + struct.pack(">I", len(behind) + 8) + b"mdat" + behind


def _box(data: bytes, start: int, end: int, wanted: bytes) -> tuple[int, int]:
    """Find a box; give where its content starts and ends."""
    for name, inside, after in _boxes(data, start, end):
        if name == wanted:
            return inside, after
    raise ValueError(f"no {wanted!r} in the AVIF")


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while start + 8 <= end:
        (size,) = struct.unpack_from(">I", data, start)
        if size < 8:
            raise ValueError("a box of a kind that our encoder does not write")
        yield data[start + 4 : start + 8], start + 8, start + size
        start += size


def _item(data: bytes, start: int, end: int, wanted: bytes) -> int:
    """Find the number of the item that holds XMP (`mime`) or Exif, in the list of items (iinf,
    version 0)."""
    for _, inside, _ in _boxes(data, start + 6, end):
        number, _, kind = struct.unpack_from(">HH4s", data, inside + 4)
        if kind == wanted:
            return int(number)
    raise ValueError(f"the AVIF was encoded without a place for {wanted!r}")


def _extent(data: bytes, start: int, end: int, wanted: int) -> int:
    """Find where the table of places (iloc, version 0, four bytes each) speaks of an item."""
    sizes, count = struct.unpack_from(">HH", data, start + 4)
    if data[start] != 0 or sizes != 0x4400:
        raise ValueError("a table of places that our encoder does not write")
    place = start + 8
    for _ in range(count):
        item, _, extents = struct.unpack_from(">HHH", data, place)
        if item == wanted and extents == 1 and place + 14 <= end:
            return place + 6
        place += 6 + 8 * extents
    raise ValueError("the AVIF does not say where its metadata lies")
