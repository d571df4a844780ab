"""What structured data says of a picture's maker and rights: one function, to write and to check.

Terms: schema.org 30.0 ImageObject, paired with IPTC fields as Google's page on image metadata does.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsroom.domain.canonical import Json
from newsroom.domain.links import is_web_link
from newsroom.domain.picture import CreditRecord
from newsroom.domain.record_faults import fault_of

Texts = tuple[str, ...]

XMP_OF = {
    "creditText": "photoshop:Credit",
    "creator": "dc:creator",
    "copyrightNotice": "dc:rights",
    "copyrightHolder": "plus:CopyrightOwner",
    "license": "xmpRights:WebStatement",
    "acquireLicensePage": "plus:LicensorURL",
    "usageInfo": "xmpRights:UsageTerms",
    "digitalSourceType": "Iptc4xmpExt:DigitalSourceType",
    "contentLocation": "Iptc4xmpExt:LocationShown",
    "dateCreated": "photoshop:DateCreated",
}
"""The XMP property that says the same as a term."""


def image_fields(record: CreditRecord) -> dict[str, Texts]:
    """Give the texts of each term; none where a record says nothing that the term can hold."""
    pages = [one.url for one in record.licensor if is_web_link(one.url)]
    return {
        "creditText": _texts(record.credit),
        "creator": _texts(*record.creator),
        "copyrightNotice": _texts(record.copyright),
        "copyrightHolder": _texts(*record.copyright_owner),
        "license": _texts(record.web_statement if is_web_link(record.web_statement) else ""),
        "acquireLicensePage": tuple(pages[:1]),
        "usageInfo": _texts(record.usage_terms),
        "digitalSourceType": _texts(record.source_type.uri),
        "contentLocation": _texts(*(place.words for place in record.shown)),
        "dateCreated": _texts("" if fault_of("created", record.created) else record.created),
    }


def texts_in(image: Mapping[str, Json], term: str) -> Texts:
    """Read the texts of a term back from an ImageObject."""
    value = image.get(term)
    values = value if isinstance(value, list) else [value]
    return tuple(text for one in values if (text := _text(one)))


def _text(value: Json) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or value.get("text") or "")
    return value if isinstance(value, str) else ""


def _texts(*values: str) -> Texts:
    return tuple(value for value in values if value)
