"""A picture: an image file's bytes, by their hash, and the credit record that belongs to it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from newsroom.domain.canonical import Json
from newsroom.domain.coding import encoded, leftover, readers, together
from newsroom.domain.framing import UNFRAMED, Framing
from newsroom.domain.ids import PictureId, Sha256
from newsroom.domain.vocabularies import (
    DataMining,
    ModelRelease,
    PropertyRelease,
    SourceType,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a creator. It never leaves the house: it is in no page and no exported file."""

    address: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class Licensor:
    """Who sells or lends a picture; `url` is where others can get it."""

    name: str = ""
    url: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class RightsPeriod:
    """When, where and on which ways a picture may be used; what is empty is not limited.

    `starts` and `ends` are ISO dates, both days included; `territories` are ISO 3166 codes.
    `channels` are those of `vocabularies.Channel`; one that a later version knows is kept as text,
    because dropping it would widen what is allowed.
    """

    starts: str = ""
    ends: str = ""
    territories: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()

    def over(self, other: RightsPeriod) -> RightsPeriod:
        """Put its limits in place of another's; what it leaves open stays as limited as it was."""
        return RightsPeriod(
            self.starts or other.starts,
            self.ends or other.ends,
            self.territories or other.territories,
            self.channels or other.channels,
        )


@dataclass(frozen=True, slots=True)
class Releases:
    """What the people and the owners of what is shown have agreed to, and the papers' ids."""

    model: ModelRelease = ModelRelease.UNSAID
    model_ids: tuple[str, ...] = ()
    property: PropertyRelease = PropertyRelease.UNSAID
    property_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """A place, from the spot to the country; `code` is the country's ISO 3166 code."""

    sublocation: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    code: str = ""

    @property
    def words(self) -> str:
        """The place in one line, its code aside."""
        parts = (self.sublocation, self.city, self.region, self.country)
        return ", ".join(dict.fromkeys(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class AiUse:
    """Which system made a picture, from which words, and whose words those were."""

    system: str = ""
    version: str = ""
    prompt: str = ""
    prompt_writer: str = ""


@dataclass(frozen=True, slots=True)
class CreditRecord:
    """What is known of a picture, in the terms of the IPTC Photo Metadata Standard 2025.1.

    `credit` is the Credit Line as printed, without the house's form around it. `created` is an ISO
    8601 date or date-time as the file gives it. `alt` and `caption` are what a new use starts from.
    `place` is one line; `taken` and `shown` are the same in parts. `beyond` is JSON of what a newer
    version wrote and this one does not understand: it is kept through every edit.
    """

    creator: tuple[str, ...] = ()
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage_terms: str = ""
    web_statement: str = ""
    alt: str = ""
    caption: str = ""
    created: str = ""
    place: str = ""
    creator_title: str = ""
    contact: Contact = Contact()
    copyright_owner: tuple[str, ...] = ()
    licensor: tuple[Licensor, ...] = ()
    rights: RightsPeriod = RightsPeriod()
    releases: Releases = Releases()
    source_type: SourceType = SourceType.UNSAID
    data_mining: DataMining = DataMining.UNSAID
    constraints: str = ""
    instructions: str = ""
    job: str = ""
    caption_writer: str = ""
    description: str = ""
    headline: str = ""
    title: str = ""
    keywords: tuple[str, ...] = ()
    taken: Location = Location()
    shown: tuple[Location, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    event: str = ""
    ai: AiUse = AiUse()
    beyond: str = ""


Value = (
    str
    | tuple[str, ...]
    | Contact
    | tuple[Licensor, ...]
    | RightsPeriod
    | Releases
    | StrEnum
    | Location
    | tuple[Location, ...]
    | AiUse
)
"""What a field of a credit record may hold."""

FIELDS = tuple(item.name for item in fields(CreditRecord) if item.name != "beyond")
"""The fields that a person can edit."""

_ALWAYS = FIELDS[:10]
"""What every entry has held from the first version on, empty or not."""

BOUND_FIELDS = (
    *("creator", "credit", "source", "copyright", "usage_terms", "web_statement"),
    *("copyright_owner", "licensor", "source_type", "data_mining", "constraints", "created"),
    *("shown", "ai"),
)
"""The fields of a credit record that reach a page or an exported file, and so are bound by an
approval. Of `ai` it is the system and its version; `fingerprint` says how they are bound."""


def published(record: CreditRecord) -> CreditRecord:
    """Give what of a record may leave the house: the bound fields and nothing else.

    Alt text and caption belong to each use; contacts, releases, contracts, prompts and notes are
    the house's own, and sources are at risk where a telephone number travels inside a picture.
    """
    bound = {name: getattr(record, name) for name in BOUND_FIELDS}
    bound["ai"] = AiUse(record.ai.system, record.ai.version)
    return CreditRecord(**bound)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one of a file's standards (XMP, IIM or Exif) says."""

    standard: str
    value: Value


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field of which a file's standards say different things; the first claim was taken over."""

    field: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a cleaning step did on arrival: its name, the field, and what stood there before."""

    step: str
    field: str
    before: Value


@dataclass(frozen=True, slots=True)
class Picture:
    """An original: its bytes by hash, its form, its credit record, and how it is cut.

    `width` and `height` are pixels after orientation. `media_type` is an IANA type such as
    `image/jpeg`. `file_name` is what the file was called when it arrived. `disagreements` are those
    of the file that nobody has settled yet.
    """

    id: PictureId
    sha256: Sha256
    media_type: str
    width: int
    height: int
    file_name: str
    size: int
    record: CreditRecord = field(default_factory=CreditRecord)
    disagreements: tuple[Disagreement, ...] = ()
    framing: Framing = UNFRAMED


def record_to_json(record: CreditRecord) -> dict[str, Json]:
    """Give a credit record as the JSON that a picture entry holds.

    The ten fields of the first version always stand there; others only where they say something,
    so that an entry of before and one of now with the same words have the same bytes.
    """
    data = _known(record, FIELDS)
    beyond = json.loads(record.beyond) if record.beyond else None
    whole = together(data, beyond)
    assert isinstance(whole, dict)
    return whole


def record_from_json(data: Mapping[str, Json]) -> CreditRecord:
    """Read back what `record_to_json` wrote, by this version or another.

    A field that is missing is empty; what this version cannot read is kept in `beyond`.
    """
    reading = readers(CreditRecord)
    # A list of pictures reads a record for each, most of whose fields are not there.
    said = [name for name in FIELDS if name in data]
    record = CreditRecord(**{name: reading[name](data[name]) for name in said})
    beyond = leftover(dict(data), _known(record, said))
    if beyond is None:
        return record
    return replace(record, beyond=json.dumps(beyond, ensure_ascii=False, sort_keys=True))


def _known(record: CreditRecord, names: Sequence[str]) -> dict[str, Json]:
    parts = {name: encoded(getattr(record, name)) for name in names}
    return {name: part for name, part in parts.items() if part or name in _ALWAYS}


def value_to_json(value: Value) -> Json:
    """Give the value of one field as JSON."""
    return encoded(value)


def value_from_json(name: str, data: Json) -> Value:
    """Read the value of a field back; empty where the JSON does not fit it."""
    value: Value = readers(CreditRecord)[name](data)
    return value


def disagreements_to_json(found: tuple[Disagreement, ...]) -> list[Json]:
    """Give disagreements as the JSON that a picture entry holds."""
    return [
        {
            "field": one.field,
            "claims": [{"standard": c.standard, "value": encoded(c.value)} for c in one.claims],
        }
        for one in found
    ]


def disagreements_from_json(data: Json) -> tuple[Disagreement, ...]:
    """Read disagreements back; one about a field that this version does not know is left out."""
    items = data if isinstance(data, list) else []
    return tuple(
        Disagreement(name, _claims(name, item.get("claims")))
        for item in items
        if isinstance(item, dict) and isinstance(name := item.get("field"), str) and name in FIELDS
    )


def _claims(name: str, data: Json) -> tuple[Claim, ...]:
    items = data if isinstance(data, list) else []
    return tuple(
        Claim(str(item.get("standard", "")), value_from_json(name, item.get("value")))
        for item in items
        if isinstance(item, dict)
    )


def cleaned_to_json(found: tuple[Cleaned, ...]) -> list[Json]:
    """Give what cleaning did as the JSON that a picture entry holds."""
    return [{"step": c.step, "field": c.field, "before": encoded(c.before)} for c in found]


def cleaned_from_json(data: Json) -> tuple[Cleaned, ...]:
    """Read what cleaning did back."""
    items = data if isinstance(data, list) else []
    return tuple(
        Cleaned(str(item.get("step", "")), name, value_from_json(name, item.get("before")))
        for item in items
        if isinstance(item, dict) and isinstance(name := item.get("field"), str) and name in FIELDS
    )
