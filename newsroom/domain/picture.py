"""A picture: an image file's bytes, by their hash, and the credit record that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from newsroom.domain.canonical import Json
from newsroom.domain.ids import PictureId, Sha256


@dataclass(frozen=True, slots=True)
class CreditRecord:
    """What is known of a picture, in the terms of the IPTC Photo Metadata Standard.

    `credit` is the Credit Line as printed, without the house's prefix. `created` is an ISO 8601
    date or date-time as the file gives it. `alt` and `caption` are what a new use starts from.
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


@dataclass(frozen=True, slots=True)
class Picture:
    """An original: its bytes by hash, its form, and its credit record.

    `width` and `height` are pixels after orientation. `media_type` is an IANA type such as
    `image/jpeg`. `file_name` is what the file was called when it arrived.
    """

    id: PictureId
    sha256: Sha256
    media_type: str
    width: int
    height: int
    file_name: str
    size: int
    record: CreditRecord = field(default_factory=CreditRecord)


BOUND_FIELDS = ("creator", "credit", "source", "copyright", "usage_terms", "web_statement")
"""The fields of a credit record that reach a page and so are bound by an approval."""


def record_to_json(record: CreditRecord) -> dict[str, Json]:
    """Give a credit record as the JSON that a picture entry holds."""
    data: dict[str, Json] = {
        item.name: getattr(record, item.name) for item in fields(record) if item.name != "creator"
    }
    data["creator"] = list(record.creator)
    return data


def record_from_json(data: Mapping[str, Json]) -> CreditRecord:
    """Read back what `record_to_json` wrote; a field that is missing is empty."""
    creator = data.get("creator")
    names = creator if isinstance(creator, list) else []
    texts = {
        item.name: value
        for item in fields(CreditRecord)
        if item.name != "creator" and isinstance(value := data.get(item.name), str)
    }
    return CreditRecord(creator=tuple(name for name in names if isinstance(name, str)), **texts)
