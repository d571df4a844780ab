"""Which XMP property holds which field of a credit record: one table, to read by and to write by.

Names, forms and structures follow the IPTC Photo Metadata Standard 2025.1 (technical reference) and
PLUS 2. Of the rights period only its two dates have a standard property; countries and channels
stay in the library. Values here are JSON as `domain.picture.record_to_json` gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from newsroom.domain.canonical import Json
from newsroom.domain.vocabularies import (
    PLUS_TERMS,
    SOURCE_TYPES,
    DataMining,
    ModelRelease,
    PropertyRelease,
    SourceType,
)
from newsroom.pictures.text import tidy
from newsroom.pictures.xmp import Packet, default_text, element, expanded, items, plain, structures


class Form(StrEnum):
    """The shape of a property."""

    TEXT = "text"
    ALT = "alt"
    SEQ = "Seq"
    BAG = "Bag"
    STRUCT = "struct"
    STRUCT_SEQ = "struct Seq"
    STRUCT_BAG = "struct Bag"
    NAME_SEQ = "name Seq"
    ONE_IN_BAG = "one in Bag"


@dataclass(frozen=True, slots=True)
class Property:
    """A property: the record's field (`ai.system` for a part of one), its XMP name and its form.

    `parts` names a structure's fields; `prefix` is what a closed set's terms begin with.
    """

    path: str
    name: str
    form: Form = Form.TEXT
    parts: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""


_CONTACT = {
    "address": "Iptc4xmpCore:CiAdrExtadr",
    "city": "Iptc4xmpCore:CiAdrCity",
    "region": "Iptc4xmpCore:CiAdrRegion",
    "postcode": "Iptc4xmpCore:CiAdrPcode",
    "country": "Iptc4xmpCore:CiAdrCtry",
    "email": "Iptc4xmpCore:CiEmailWork",
    "phone": "Iptc4xmpCore:CiTelWork",
    "web": "Iptc4xmpCore:CiUrlWork",
}
_LICENSOR = {
    "name": "plus:LicensorName",
    "url": "plus:LicensorURL",
    "email": "plus:LicensorEmail",
    "phone": "plus:LicensorTelephone1",
}
_LOCATION = {
    "sublocation": "Iptc4xmpExt:Sublocation",
    "city": "Iptc4xmpExt:City",
    "region": "Iptc4xmpExt:ProvinceState",
    "country": "Iptc4xmpExt:CountryName",
    "code": "Iptc4xmpExt:CountryCode",
}
_OWNER = {"": "plus:CopyrightOwnerName"}

PROPERTIES = (
    Property("creator", "dc:creator", Form.SEQ),
    Property("creator_title", "photoshop:AuthorsPosition"),
    Property("contact", "Iptc4xmpCore:CreatorContactInfo", Form.STRUCT, _CONTACT),
    Property("credit", "photoshop:Credit"),
    Property("source", "photoshop:Source"),
    Property("copyright", "dc:rights", Form.ALT),
    Property("copyright_owner", "plus:CopyrightOwner", Form.NAME_SEQ, _OWNER),
    Property("usage_terms", "xmpRights:UsageTerms", Form.ALT),
    Property("web_statement", "xmpRights:WebStatement"),
    Property("licensor", "plus:Licensor", Form.STRUCT_SEQ, _LICENSOR),
    Property("rights.starts", "plus:LicenseStartDate"),
    Property("rights.ends", "plus:LicenseEndDate"),
    Property("releases.model", "plus:ModelReleaseStatus", prefix=PLUS_TERMS),
    Property("releases.model_ids", "plus:ModelReleaseID", Form.BAG),
    Property("releases.property", "plus:PropertyReleaseStatus", prefix=PLUS_TERMS),
    Property("releases.property_ids", "plus:PropertyReleaseID", Form.BAG),
    Property("source_type", "Iptc4xmpExt:DigitalSourceType", prefix=SOURCE_TYPES),
    Property("data_mining", "plus:DataMining", prefix=PLUS_TERMS),
    Property("constraints", "plus:OtherConstraints", Form.ALT),
    Property("instructions", "photoshop:Instructions"),
    Property("job", "photoshop:TransmissionReference"),
    Property("caption", "dc:description", Form.ALT),
    Property("caption_writer", "photoshop:CaptionWriter"),
    Property("alt", "Iptc4xmpCore:AltTextAccessibility", Form.ALT),
    Property("description", "Iptc4xmpCore:ExtDescrAccessibility", Form.ALT),
    Property("headline", "photoshop:Headline"),
    Property("title", "dc:title", Form.ALT),
    Property("keywords", "dc:subject", Form.BAG),
    Property("created", "photoshop:DateCreated"),
    Property("place", "Iptc4xmpCore:Location"),
    Property("taken", "Iptc4xmpExt:LocationCreated", Form.ONE_IN_BAG, _LOCATION),
    Property("shown", "Iptc4xmpExt:LocationShown", Form.STRUCT_BAG, _LOCATION),
    Property("people", "Iptc4xmpExt:PersonInImage", Form.BAG),
    Property("organisations", "Iptc4xmpExt:OrganisationInImageName", Form.BAG),
    Property("event", "Iptc4xmpExt:Event", Form.ALT),
    Property("ai.system", "Iptc4xmpExt:AISystemUsed"),
    Property("ai.version", "Iptc4xmpExt:AISystemVersionUsed"),
    Property("ai.prompt", "Iptc4xmpExt:AIPromptInformation"),
    Property("ai.prompt_writer", "Iptc4xmpExt:AIPromptWriterName"),
)
NAMES = {one.path: one.name for one in PROPERTIES}
"""The XMP name of each field, for whoever reports about a file."""

_SETS = (SourceType, DataMining, ModelRelease, PropertyRelease)
_TERMS = {term.casefold(): term.value for terms in _SETS for term in terms}
_EXPANDED = {expanded(one.name): one for one in PROPERTIES}


def written(data: Mapping[str, Json]) -> str:
    """Write a record's JSON as XMP properties; what is empty is left out."""
    return "".join(_written(one, at(data, one.path)) for one in PROPERTIES)


def at(data: Mapping[str, Json], path: str) -> Json:
    """Give the value at a path such as `ai.system`; None where there is none."""
    first, _, rest = path.partition(".")
    value = data.get(first)
    if not rest:
        return value
    return at(value, rest) if isinstance(value, dict) else None


def put(data: dict[str, Json], path: str, value: Json) -> None:
    """Put a value at a path; an empty one leaves everything as it is."""
    if not value:
        return
    first, _, rest = path.partition(".")
    if not rest:
        data[first] = value
        return
    inner = data.setdefault(first, {})
    assert isinstance(inner, dict)
    put(inner, rest, value)


def _written(one: Property, value: Json) -> str:
    if not value:
        return ""
    match one.form:
        case Form.TEXT:
            inside = plain(f"{one.prefix}{value}")
        case Form.ALT:
            inside = default_text(str(value))
        case Form.SEQ | Form.BAG:
            inside = items(one.form, map(str, _list(value)))
        case Form.NAME_SEQ:
            inside = structures("Seq", (_named(one, {"": name}) for name in _list(value)))
        case Form.STRUCT:
            fields = "".join(_named(one, value))
            return element(one.name, fields, ' rdf:parseType="Resource"')
        case Form.STRUCT_SEQ:
            inside = structures("Seq", (_named(one, item) for item in _list(value)))
        case Form.STRUCT_BAG:
            inside = structures("Bag", (_named(one, item) for item in _list(value)))
        case Form.ONE_IN_BAG:
            inside = structures("Bag", [_named(one, value)])
    return element(one.name, inside)


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _named(one: Property, value: Json) -> Iterable[str]:
    parts = value if isinstance(value, dict) else {}
    return [
        element(name, plain(str(parts[key]))) for key, name in one.parts.items() if parts.get(key)
    ]


def said_by(packet: Packet) -> dict[str, Json]:
    """Read every field that a packet holds, tidied, as a record's JSON."""
    data: dict[str, Json] = {}
    for name in packet.names:
        if one := _EXPANDED.get(name):
            put(data, one.path, _read(one, name, packet))
    return data


def _read(one: Property, name: str, packet: Packet) -> Json:
    match one.form:
        case Form.TEXT | Form.ALT:
            text = tidy(packet.text(name))
            return _term(text) if one.prefix else text
        case Form.SEQ | Form.BAG:
            return [text for value in packet.texts(name) if (text := tidy(value))]
        case Form.NAME_SEQ:
            return [item[""] for item in _structs(one, packet) if item.get("")]
        case Form.STRUCT | Form.ONE_IN_BAG:
            return next(iter(_structs(one, packet)), {})
        case Form.STRUCT_SEQ | Form.STRUCT_BAG:
            return [*_structs(one, packet)]


def _term(text: str) -> str:
    """Give the term that an address ends in, spelt as its set spells it, where a set has it."""
    last = text.rstrip("/#").rpartition("/")[2]
    return _TERMS.get(last.casefold(), last)


def _structs(one: Property, packet: Packet) -> list[dict[str, Json]]:
    found: list[dict[str, Json]] = []
    for item in packet.structs(expanded(one.name)):
        parts = {key: tidy(item.get(expanded(name), "")) for key, name in one.parts.items()}
        if one.parts is _LOCATION and not parts["sublocation"]:
            parts["sublocation"] = tidy(item.get(expanded("Iptc4xmpExt:LocationName"), ""))
        if kept := {key: text for key, text in parts.items() if text}:
            found.append({**kept})
    return found
