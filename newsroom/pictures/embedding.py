"""Writing credits into exported files, and reading them back as a stranger would.

What goes in is what an approval binds of the record (`domain.picture.published`) and the alt text
of the use that the file is made for: XMP and Exif in every format, and IIM in JPEG as well. A
picture that is used twice with different alt texts gives two sets of files, because a file that is
saved from a page must say what that page says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from newsroom.domain.canonical import Json
from newsroom.domain.errors import Refused
from newsroom.domain.picture import CreditRecord, published, record_from_json, record_to_json
from newsroom.pictures import exif as exif_blocks
from newsroom.pictures import iim
from newsroom.pictures.containers import (
    XMP_MARK,
    avif_with,
    iim_in,
    jpeg_with,
    webp_with,
)
from newsroom.pictures.opening import open_picture
from newsroom.pictures.properties import said_by, written
from newsroom.pictures.text import tidy
from newsroom.pictures.xmp import Packet, wrapped

_LARGEST_PACKET = 65_000
"""Bytes. A JPEG segment holds 65,533, its mark included."""
assert _LARGEST_PACKET + len(XMP_MARK) <= 65_533


def exported(record: CreditRecord, alt: str) -> CreditRecord:
    """Give what a file says of a picture in one of its uses."""
    return replace(published(record), alt=alt)


def ingredients(record: CreditRecord, alt: str) -> dict[str, Json]:
    """Give all that `embed` puts into a file, for a name that follows from it.

    Texts are tidied, so that what is read back is what was written, to the byte.
    """
    said = record_to_json(exported(record, alt))
    return {name: tidied for name, value in said.items() if (tidied := _tidied(value))}


def _tidied(value: Json) -> Json:
    match value:
        case str():
            return tidy(value)
        case list():
            return [tidied for item in value if (tidied := _tidied(item))]
        case dict():
            return {name: tidied for name, item in value.items() if (tidied := _tidied(item))}
        case _:
            return value


def embed(encoded: bytes, media_type: str, record: CreditRecord, alt: str) -> bytes:
    """Put the credit of a use into an encoded JPEG, WebP or AVIF; its pixels stay as they are.

    An AVIF must have been encoded with `AVIF_PLACEHOLDERS`. Raises `Refused` where the
    credit alone is longer than an image file can carry (some 60,000 letters).
    """
    said = ingredients(record, alt)
    packet = wrapped(written(said))
    if len(packet) > _LARGEST_PACKET:
        raise Refused(
            "The picture's credit fields are longer than an image file can carry.",
            hint="Shorten the copyright notice or the usage terms.",
        )
    block = exif_blocks.written(said)
    match media_type:
        case "image/avif":
            return avif_with(encoded, packet, block)
        case "image/webp":
            return webp_with(encoded, packet, block)
        case _:
            return jpeg_with(encoded, packet, iim.written(said), block)


def write_packet(record: CreditRecord) -> bytes:
    """Write every field of a record that has an XMP property as a packet."""
    return wrapped(written(record_to_json(record)))


@dataclass(frozen=True, slots=True)
class Inside:
    """What an exported file says: its XMP as a record, a JPEG's IIM and any file's Exif as raw
    values by name."""

    record: CreditRecord = field(default_factory=CreditRecord)
    iim: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)
    exif: Mapping[str, bytes] = field(default_factory=dict)
    jpeg: bool = False


def copy_faults(inside: Inside, *, exif: bool = True) -> tuple[str, ...]:
    """Name the fields of a file's IIM and Exif that are not the copies of its XMP that they should
    be, such as `Exif Artist`.

    WebP and AVIF have no IIM that could be wrong; a file of ours that lost what it had is told by
    the fields that are missing. Without `exif`, one whose Exif is gone is as it should be, for
    earlier versions wrote none.
    """
    said = ingredients(inside.record, inside.record.alt)
    should_iim = iim.read(iim.written(said)) if inside.jpeg else {}
    should_exif = exif_blocks.read(exif_blocks.written(said)) if exif or inside.exif else {}
    return (
        *(f"IIM {name}" for name in _differing(should_iim, inside.iim)),
        *(f"Exif {name}" for name in _differing(should_exif, inside.exif)),
    )


def _differing(should: Mapping[str, object], found: Mapping[str, object]) -> list[str]:
    names = should.keys() | found.keys()
    return sorted(name for name in names if should.get(name) != found.get(name))


def look_inside(data: bytes) -> Inside:
    """Read back what an image file carries; what is damaged reads as empty.

    Raises `Refused` where the bytes are no picture.
    """
    info = open_picture(data, "the picture").info
    packet, block = info.get("xmp"), info.get("exif")
    record = CreditRecord()
    if isinstance(packet, bytes):
        try:
            record = record_from_json(said_by(Packet(packet)))
        except ValueError:
            record = CreditRecord()
    jpeg = data.startswith(b"\xff\xd8")
    sets = iim.read(iim_in(data)) if jpeg else {}
    return Inside(record, sets, exif_blocks.read(block) if isinstance(block, bytes) else {}, jpeg)
