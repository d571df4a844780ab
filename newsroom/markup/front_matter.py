"""Front matter: the fields of an article over its body, in YAML, for import and plain export."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

import yaml

from newsroom.domain.errors import Refused
from newsroom.domain.picture import CreditRecord
from newsroom.domain.times import to_iso
from newsroom.markup.front_matter_nodes import Fields, fields_of
from newsroom.markup.front_matter_records import record_in, record_value

_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_OFFSET = re.compile(r"[ \t]+(?=[+-]\d\d:?\d\d$|Z$)")
_TEXTS = ("headline", "standfirst", "section", "language", "place", "byline", "slug")
_KEYS = frozenset({*_TEXTS, "published", "embargo", "sources", "tags", "lead", "pictures"})
_WIDTH = 1_000_000
_EARLIEST, _LATEST = 1000, 9998
"""Years with four digits whose moments exist in every time zone."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The picture above the body: a file's name or `picture:ID`, with its own alt and caption."""

    target: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of an article. `pictures` maps targets to what is known of the pictures.

    `body` is Markdown as it stands in the file. `warnings` are sentences about what was not used.
    """

    headline: str = ""
    standfirst: str = ""
    section: str = ""
    language: str = ""
    place: str = ""
    published: datetime | None = None
    byline: str = ""
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lead: Lead | None = None
    pictures: Mapping[str, CreditRecord] = field(default_factory=dict)
    slug: str = ""
    embargo: datetime | None = None
    body: str = ""
    warnings: tuple[str, ...] = ()


def parse(text: str, zone: tzinfo = UTC) -> FrontMatter:
    """Read front matter and body; a text without front matter is all body.

    `zone` is for times that name none. Raises `Refused` with the line or the key at fault.
    """
    source = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    opening = _FENCE.match(source)
    if not opening or not source.startswith("---"):
        return FrontMatter(body=source)
    closing = _FENCE.search(source, opening.end())
    if closing is None:
        raise Refused(
            "The front matter begins in line 1 and does not end.",
            hint="Put a line of three hyphens after the last field.",
        )
    fields = fields_of(source[opening.end() : closing.start()])
    return _front_matter(fields, source[closing.end() :].strip("\n"), zone)


def _front_matter(fields: Fields, body: str, zone: tzinfo) -> FrontMatter:
    warnings = [
        f"The front matter's {name!r} is not known and was not used."
        for name in fields.names
        if name not in _KEYS
    ]
    pictures: dict[str, CreditRecord] = {}
    for name, record in fields.tables("pictures").items():
        pictures[name], odd = record_in(record, name)
        warnings += odd
    return FrontMatter(
        **{name: fields.text(name) for name in _TEXTS},
        published=_moment(fields, "published", zone),
        embargo=_moment(fields, "embargo", zone),
        sources=fields.texts("sources"),
        tags=fields.texts("tags"),
        lead=_lead(fields),
        pictures=pictures,
        body=body,
        warnings=tuple(warnings),
    )


def _moment(fields: Fields, name: str, zone: tzinfo) -> datetime | None:
    text = fields.text(name)
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(_OFFSET.sub("", text))
    except ValueError as error:
        raise Refused(
            f"In the front matter, {name!r} is not a date: {text}.",
            hint="Write it like 2026-05-02T14:07:00+05:00.",
        ) from error
    if not _EARLIEST <= moment.year <= _LATEST:
        raise Refused(f"In the front matter, {name!r} names a year out of all reach: {text}.")
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _lead(fields: Fields) -> Lead | None:
    if not fields.is_table("lead"):
        target = fields.text("lead")
        return Lead(target) if target else None
    lead = fields.table("lead")
    target = lead.text("picture")
    return Lead(target, lead.text("alt"), lead.text("caption")) if target else None


def write(front: FrontMatter) -> str:
    """Write front matter and body; empty fields are left out. `parse` reads it back."""
    values: dict[str, object] = {name: getattr(front, name) for name in _TEXTS}
    values["published"] = to_iso(front.published)
    values["embargo"] = to_iso(front.embargo)
    values["sources"] = list(front.sources)
    values["tags"] = list(front.tags)
    values["lead"] = _lead_value(front.lead)
    values["pictures"] = {name: record_value(one) for name, one in front.pictures.items()}
    filled = {name: values[name] for name in _ORDER if values[name]}
    written = yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=_WIDTH)
    body = front.body.strip("\n")
    return f"---\n{written if filled else ''}---\n" + (f"\n{body}\n" if body else "")


_ORDER = (
    *("headline", "standfirst", "section", "language", "place", "published", "byline", "sources"),
    *("tags", "lead", "pictures", "slug", "embargo"),
)


def _lead_value(lead: Lead | None) -> object:
    if lead is None or not (lead.alt or lead.caption):
        return lead.target if lead else ""
    value = {"picture": lead.target, "alt": lead.alt, "caption": lead.caption}
    return {name: text for name, text in value.items() if text}
