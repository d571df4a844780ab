"""What a file says of itself, by standard, and how the three standards become one credit record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from newsroom.domain.links import is_web_link
from newsroom.domain.picture import CreditRecord
from newsroom.pictures.text import alphabet, decoded, tidy
from newsroom.pictures.xmp import CORE, DC, EXT, PHOTOSHOP, RIGHTS, Packet

Tags = Mapping[str, tuple[bytes, ...]]
"""Values as the file holds them, by exiv2's short names such as `Byline` or `DateTimeOriginal`."""

_CAMERA_WORDS = re.compile(
    r"(?:olympus|sony|samsung|minolta|konica minolta|kodak|vivitar|jenoptik)? *"
    r"(?:digital (?:still )?camera|dsc|camera pictures)|default",
    re.IGNORECASE,
)
"""What cameras write into every caption by themselves."""

_PART_OF_DATE = re.compile(r"\d{4}(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file's metadata, undecoded; empty where the file has none of a standard."""

    xmp: bytes = b""
    iim: Tags = field(default_factory=dict)
    exif: Tags = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MetadataRead:
    """The record found in a file, and a sentence for each thing that could not be taken over."""

    record: CreditRecord = field(default_factory=CreditRecord)
    warnings: tuple[str, ...] = ()


def record_of(embedded: Embedded) -> MetadataRead:
    """Map metadata to a credit record, field by field: XMP over IIM over Exif.

    The order and the pairs of fields follow the IPTC Photo Metadata Standard 2025.1 and its
    mapping guidelines; XMP leads, because IIM cuts a credit at 32 bytes.
    """
    warnings: list[str] = []
    layers = [_from_iim(embedded.iim), _from_exif(embedded.exif)]
    if embedded.xmp:
        try:
            layers.insert(0, _from_xmp(Packet(embedded.xmp)))
        except ValueError:
            warnings.append("The picture's XMP metadata is damaged and was left out.")
    record = _layered(layers)
    if record.web_statement and not is_web_link(record.web_statement):
        warnings.append(
            f"The web statement of rights “{record.web_statement[:80]}” is not a web address "
            "and was left out."
        )
        record = _layered([CreditRecord(), record], without="web_statement")
    return MetadataRead(record, tuple(warnings))


def _layered(layers: list[CreditRecord], without: str = "") -> CreditRecord:
    """Take each field from the first record that has it."""

    def first(name: str) -> str:
        if name == without:
            return ""
        return next((text for layer in layers if (text := getattr(layer, name))), "")

    return CreditRecord(
        creator=next((layer.creator for layer in layers if layer.creator), ()),
        credit=first("credit"),
        source=first("source"),
        copyright=first("copyright"),
        usage_terms=first("usage_terms"),
        web_statement=first("web_statement"),
        alt=first("alt"),
        caption=first("caption"),
        created=first("created"),
        place=first("place"),
    )


def _from_xmp(packet: Packet) -> CreditRecord:
    return CreditRecord(
        creator=_names(packet.texts(f"{DC}creator")),
        credit=tidy(packet.text(f"{PHOTOSHOP}Credit")),
        source=tidy(packet.text(f"{PHOTOSHOP}Source")),
        copyright=tidy(packet.text(f"{DC}rights")),
        usage_terms=tidy(packet.text(f"{RIGHTS}UsageTerms")),
        web_statement=tidy(packet.text(f"{RIGHTS}WebStatement")),
        alt=tidy(packet.text(f"{CORE}AltTextAccessibility")),
        caption=_caption(packet.text(f"{DC}description")),
        created=_moment(tidy(packet.text(f"{PHOTOSHOP}DateCreated"))),
        place=_place_in(packet),
    )


def _place_in(packet: Packet) -> str:
    plain = _joined(
        packet.text(f"{CORE}Location"),
        packet.text(f"{PHOTOSHOP}City"),
        packet.text(f"{PHOTOSHOP}Country"),
    )
    if plain:
        return plain
    places = (*packet.structs(f"{EXT}LocationShown"), *packet.structs(f"{EXT}LocationCreated"))
    return next((text for place in places if (text := _place_of(place))), "")


def _place_of(place: Mapping[str, str]) -> str:
    spot = place.get(f"{EXT}Sublocation") or place.get(f"{EXT}LocationName", "")
    return _joined(spot, place.get(f"{EXT}City", ""), place.get(f"{EXT}CountryName", ""))


def _from_iim(tags: Tags) -> CreditRecord:
    values = _decoded(tags)

    def one(name: str) -> str:
        return next(iter(values.get(name, ())), "")

    return CreditRecord(
        creator=_names(values.get("Byline", ())),
        credit=one("Credit"),
        source=one("Source"),
        copyright=one("Copyright"),
        caption=_caption(one("Caption")),
        created=_moment(_date_and_time(one("DateCreated"), one("TimeCreated"))),
        place=_joined(one("SubLocation"), one("City"), one("CountryName")),
    )


def _from_exif(tags: Tags) -> CreditRecord:
    # Exif parts the photographer's and the editor's copyright by a NUL, artists by semicolons.
    holders = [part for value in tags.get("Copyright", ()) for part in value.split(b"\0")]
    values = _decoded({**tags, "Copyright": tuple(holders)})

    def one(name: str) -> str:
        return next(iter(values.get(name, ())), "")

    moment = one("DateTimeOriginal").replace(" ", "T").replace(":", "-", 2)
    return CreditRecord(
        creator=_names(one("Artist").split(";")),
        copyright="; ".join(part for part in values.get("Copyright", ()) if part),
        caption=_caption(one("ImageDescription")),
        created=_moment(moment + one("OffsetTimeOriginal")) or _moment(moment),
    )


def _decoded(tags: Tags) -> dict[str, tuple[str, ...]]:
    charset = alphabet(value for values in tags.values() for value in values)
    return {
        name: tuple(decoded(value, charset) for value in values) for name, values in tags.items()
    }


def _names(values: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(name for value in values if (name := tidy(value)))


def _caption(value: str) -> str:
    text = tidy(value)
    return "" if _CAMERA_WORDS.fullmatch(text) else text


def _joined(*parts: str) -> str:
    kept = dict.fromkeys(text for part in parts if (text := tidy(part)))
    return ", ".join(kept)


def _date_and_time(date: str, time: str) -> str:
    known = date.removesuffix("-00").removesuffix("-00")
    return f"{known}T{time}" if time and len(known) == 10 else known


def _moment(text: str) -> str:
    """Give an ISO 8601 date as far as it is known; empty for what is not a date."""
    if _PART_OF_DATE.fullmatch(text):
        return "" if text.startswith("0000") else text
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return ""
    return text
