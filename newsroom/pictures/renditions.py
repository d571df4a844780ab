"""Renditions: the copies of a picture that a page shows, each carrying its credit inside."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from newsroom.domain.canonical import Json, canonical_bytes, sha256_of
from newsroom.domain.errors import Refused
from newsroom.domain.picture import BOUND_FIELDS, CreditRecord, Picture, record_to_json
from newsroom.pictures.opening import open_picture
from newsroom.pictures.pixels import on_white, scaled, upright
from newsroom.pictures.xmp import PHOTOSHOP, Packet, write_packet

RECIPE = 1
"""Raise it when the same original would come out different; every name then changes."""

WIDTHS = (480, 800, 1200, 1600)
TALLEST = 8_192
"""Pixels. WebP ends at 16,383; no screen shows a picture this high."""

_FORMATS = {"image/avif": "avif", "image/webp": "webp", "image/jpeg": "jpg"}
_LARGEST_PACKET = 65_000
"""Bytes. A JPEG segment holds 65,533, its own header included."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file to be made: `name` with its suffix, IANA type, size in pixels.

    The name follows from all that goes into the file, so that equal names hold equal bytes.
    """

    name: str
    media_type: str
    width: int
    height: int


def plan(picture: Picture) -> tuple[Rendition, ...]:
    """Choose the renditions of a picture: AVIF, then WebP, then JPEG, each from narrow to wide.

    Widths are 480, 800, 1200 and 1600 pixels as far as the original reaches; a narrower original
    has the one width it comes in. Nothing is encoded here.
    """
    return tuple(
        Rendition(_name(picture, media_type, width), media_type, width, _height(picture, width))
        for media_type in _FORMATS
        for width in _widths(picture)
    )


def _widths(picture: Picture) -> tuple[int, ...]:
    widest = max(1, min(picture.width, picture.width * TALLEST // picture.height))
    return tuple(width for width in WIDTHS if width <= widest) or (widest,)


def _height(picture: Picture, width: int) -> int:
    return max(1, round(picture.height * width / picture.width))


def _name(picture: Picture, media_type: str, width: int) -> str:
    record = record_to_json(picture.record)
    ingredients: dict[str, Json] = {name: record[name] for name in BOUND_FIELDS}
    ingredients |= {"sha256": picture.sha256, "type": media_type, "width": width, "recipe": RECIPE}
    return f"{sha256_of(canonical_bytes(ingredients))[:20]}-{width}.{_FORMATS[media_type]}"


def make(rendition: Rendition, original: bytes, record: CreditRecord) -> bytes:
    """Encode a rendition: upright, sRGB, nothing of the original's metadata, the record as XMP.

    The same arguments give the same bytes. Raises `Refused` where the original is damaged or the
    credit alone is longer than an image file can carry (some 60,000 letters).
    """
    packet = _packet(record)
    size = rendition.width, rendition.height
    full, _ = upright(open_picture(original, "the original"), "the original", max(size))
    image = scaled(full, size)
    out = io.BytesIO()
    match rendition.media_type:
        case "image/avif":
            # Speed 8 takes a fifth of a second for 1600 pixels, speed 6 a whole one for 4 % less
            # weight. One thread, because libavif cuts tiles by the number of threads, and tiles
            # change the bytes.
            image.save(out, "AVIF", quality=60, speed=8, max_threads=1, xmp=packet)
        case "image/webp":
            image.save(out, "WEBP", quality=80, method=4, xmp=packet)
        case _:
            flat = on_white(image)
            flat.save(out, "JPEG", quality=82, progressive=True, optimize=True, xmp=packet)
    return out.getvalue()


def _packet(record: CreditRecord) -> bytes:
    """Write the packet, of the fields that an approval binds and no other.

    Alt text and caption of the record are only what a new use starts from; what a page says under a
    picture was approved there, and a file must not say something else.
    """
    packet = write_packet(replace(record, alt="", caption=""))
    if len(packet) > _LARGEST_PACKET:
        raise Refused(
            "The picture's credit fields are longer than an image file can carry.",
            hint="Shorten the copyright notice or the usage terms.",
        )
    return packet


def read_credit(data: bytes) -> str:
    """Read the credit line back from an image file's XMP; empty where it has none.

    Raises `Refused` where the bytes are no picture.
    """
    packet = open_picture(data, "the picture").info.get("xmp")
    if not isinstance(packet, bytes):
        return ""
    try:
        return Packet(packet).text(f"{PHOTOSHOP}Credit")
    except ValueError:
        return ""
