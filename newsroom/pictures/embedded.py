"""What a file says of itself, by standard, and how the three standards become one credit record.

Precedence, after the IPTC mapping guidelines 2023.1: XMP over IIM over Exif, field by field,
because IIM cuts a credit at 32 bytes and Exif knows three fields. Where two standards say different
things the first is taken over and all are reported, so that a person can choose.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from newsroom.domain.canonical import Json
from newsroom.domain.links import completed, is_web_link
from newsroom.domain.picture import CreditRecord, Disagreement, record_from_json
from newsroom.pictures import iim
from newsroom.pictures.agreeing import disagreements
from newsroom.pictures.properties import put, said_by
from newsroom.pictures.text import alphabet, decoded, tidy
from newsroom.pictures.xmp import CORE, PHOTOSHOP, Packet

Tags = Mapping[str, tuple[bytes, ...]]
"""Values as the file holds them, by exiv2's short names such as `Byline` or `DateTimeOriginal`."""

Said = dict[str, Json]
"""What one standard says, as a record's JSON."""

XMP, IIM, EXIF = "XMP", "IIM", "Exif"

_CAMERA_WORDS = re.compile(
    r"(?:olympus|sony|samsung|minolta|konica minolta|kodak|vivitar|jenoptik)? *"
    r"(?:digital (?:still )?camera|dsc|camera pictures)|default",
    re.IGNORECASE,
)
"""What cameras write into every caption by themselves."""

_IIM_PLACE = ("SubLocation", "City", "CountryName")
_PLACE = (f"{CORE}Location", f"{PHOTOSHOP}City", f"{PHOTOSHOP}Country")
_PART_OF_DATE = re.compile(r"\d{4}(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file's metadata, undecoded; empty where the file has none of a standard."""

    xmp: bytes = b""
    iim: Tags = field(default_factory=dict)
    exif: Tags = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MetadataRead:
    """The record found in a file, a sentence for each thing that could not be taken over, and the
    fields of which the file's standards say different things."""

    record: CreditRecord = field(default_factory=CreditRecord)
    warnings: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def record_of(embedded: Embedded) -> MetadataRead:
    """Map metadata to a credit record, field by field: XMP over IIM over Exif."""
    warnings: list[str] = []
    layers = {XMP: Said(), IIM: _from_iim(embedded.iim), EXIF: _from_exif(embedded.exif)}
    if embedded.xmp:
        try:
            layers[XMP] = _from_xmp(Packet(embedded.xmp))
        except ValueError:
            warnings.append("The picture's XMP metadata is damaged and was left out.")
    if layers[EXIF].get("caption") == layers[XMP].get("alt"):
        # So it is in the files that this program exports, for readers that know Exif alone.
        layers[EXIF].pop("caption", None)
    record = record_from_json(_layered(layers))
    record = replace(record, web_statement=completed(record.web_statement))
    if record.web_statement and not is_web_link(record.web_statement):
        warnings.append(
            f"The web statement of rights “{record.web_statement[:80]}” is not a web address "
            "and was left out."
        )
        record = replace(record, web_statement="")
    return MetadataRead(record, tuple(warnings), disagreements(layers))


def _layered(layers: Mapping[str, Said]) -> Said:
    """Take each field, and each part of one, from the first standard that has it."""
    merged = Said()
    for said in reversed([*layers.values()]):
        merged |= {name: _over(merged.get(name), value) for name, value in said.items()}
    return merged


def _over(other: Json, value: Json) -> Json:
    """Put a value over that of another standard, which may say more: when rights end, say."""
    if isinstance(value, dict) and isinstance(other, dict):
        return {**other, **value}
    return value


def _from_xmp(packet: Packet) -> Said:
    said = said_by(packet)
    put(said, "place", _place_in(packet, said))
    return _checked(said)


def _place_in(packet: Packet, said: Said) -> str:
    plain = _joined(*map(packet.text, _PLACE))
    parts: Said = {name: said[name] for name in ("shown", "taken") if name in said}
    if plain or not parts:
        return plain
    record = record_from_json(parts)
    return next((place.words for place in (*record.shown, record.taken) if place.words), "")


def _from_iim(tags: Tags) -> Said:
    if not tags:
        return {}
    values = _decoded(tags)

    def one(name: str) -> str:
        return next(iter(values.get(name, ())), "")

    said = Said()
    for data_set in iim.DATA_SETS:
        if data_set.name in values:
            many = data_set.field in ("creator", "keywords")
            found: Json = [*_names(values[data_set.name])] if many else one(data_set.name)
            put(said, data_set.field, found)
    put(said, "created", _date_and_time(one("DateCreated"), one("TimeCreated")))
    put(said, "place", _joined(*map(one, _IIM_PLACE)))
    return _checked(said)


def _from_exif(tags: Tags) -> Said:
    if not tags:
        return {}
    # Exif parts the photographer's and the editor's copyright by a NUL, artists by semicolons.
    holders = [part for value in tags.get("Copyright", ()) for part in value.split(b"\0")]
    values = _decoded({**tags, "Copyright": tuple(holders)})

    def one(name: str) -> str:
        return next(iter(values.get(name, ())), "")

    moment = one("DateTimeOriginal").replace(" ", "T").replace(":", "-", 2)
    said = Said()
    put(said, "creator", [*_names(one("Artist").split(";"))])
    put(said, "copyright", "; ".join(part for part in values.get("Copyright", ()) if part))
    put(said, "caption", one("ImageDescription"))
    put(said, "created", _moment(moment + one("OffsetTimeOriginal")) or _moment(moment))
    return _checked(said)


def _checked(said: Said) -> Said:
    """Leave out what is no date, and what a camera writes by itself."""
    rights = said.get("rights")
    if isinstance(rights, dict):
        said["rights"] = {name: _day(str(value)) for name, value in rights.items()}
    for name, judged in (("created", _moment), ("caption", _caption)):
        if name in said:
            said[name] = judged(str(said[name]))
    return {name: value for name, value in said.items() if value}


def _decoded(tags: Tags) -> dict[str, tuple[str, ...]]:
    charset = alphabet(value for values in tags.values() for value in values)
    return {
        name: tuple(decoded(value, charset) for value in values) for name, values in tags.items()
    }


def _names(values: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(name for value in values if (name := tidy(value)))


def _caption(text: str) -> str:
    return "" if _CAMERA_WORDS.fullmatch(text) else text


def _joined(*parts: str) -> str:
    kept = dict.fromkeys(text for part in parts if part and (text := tidy(part)))
    return ", ".join(kept)


def _date_and_time(date: str, time: str) -> str:
    known = date.removesuffix("-00").removesuffix("-00")
    return f"{known}T{time}" if time and len(known) == 10 else known


def _day(text: str) -> str:
    """Give the day of a date, nothing for one of zeros, as IIM writes no date.

    Any other text stays as it is: left out, it would seem that the rights never end.
    """
    if not text.strip("0-"):
        return ""
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        return text


def _moment(text: str) -> str:
    """Give an ISO 8601 date as far as it is known; empty for what is not a date."""
    if _PART_OF_DATE.fullmatch(text):
        return "" if text.startswith("0000") else text
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return ""
    return text
