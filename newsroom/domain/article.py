"""An article's content: every word and choice that is written, approved and published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from newsroom.domain.canonical import Json, nfc
from newsroom.domain.document import Document, Figure, figures
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import Picture
from newsroom.domain.times import from_iso, to_iso


@dataclass(frozen=True, slots=True)
class Content:
    """The fields of an article.

    `body` is Markdown in the dialect's one canonical spelling. `published` and `embargo` carry a
    time zone. `lead` is the picture above the body. `byline` is the line as printed, without "By";
    `sources` and `tags` keep their order. `slug` is empty until somebody chooses one.
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
    lead: Figure | None = None
    slug: str = ""
    embargo: datetime | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """An article ready to be judged, shown or exported: content, its body parsed, its pictures."""

    id: ArticleId
    content: Content
    document: Document
    pictures: Mapping[PictureId, Picture] = field(default_factory=dict)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every use of a picture in reading order, the lead first."""
        lead = (self.content.lead,) if self.content.lead else ()
        return lead + figures(self.document)


def content_to_json(content: Content) -> dict[str, Json]:
    """Give the content as the JSON that a revision entry and a draft hold."""
    lead: Json = None
    if content.lead:
        lead = {
            "picture": content.lead.picture,
            "alt": content.lead.alt,
            "caption": content.lead.caption,
        }
    return nfc_object(
        {
            "headline": content.headline,
            "standfirst": content.standfirst,
            "section": content.section,
            "language": content.language,
            "place": content.place,
            "published": to_iso(content.published),
            "byline": content.byline,
            "sources": list(content.sources),
            "tags": list(content.tags),
            "lead": lead,
            "slug": content.slug,
            "embargo": to_iso(content.embargo),
            "body": content.body,
        }
    )


def nfc_object(value: dict[str, Json]) -> dict[str, Json]:
    """Normalise a JSON object and keep its type."""
    normal = nfc(value)
    assert isinstance(normal, dict)
    return normal


def content_from_json(data: Mapping[str, Json]) -> Content:
    """Read back what `content_to_json` wrote; a field that is missing is empty."""
    lead = data.get("lead")
    return Content(
        headline=_string(data, "headline"),
        standfirst=_string(data, "standfirst"),
        section=_string(data, "section"),
        language=_string(data, "language"),
        place=_string(data, "place"),
        published=from_iso(_string(data, "published")),
        byline=_string(data, "byline"),
        sources=_strings(data, "sources"),
        tags=_strings(data, "tags"),
        lead=_figure(lead) if isinstance(lead, dict) else None,
        slug=_string(data, "slug"),
        embargo=from_iso(_string(data, "embargo")),
        body=_string(data, "body"),
    )


def _figure(data: Mapping[str, Json]) -> Figure:
    return Figure(
        picture=PictureId(_string(data, "picture")),
        alt=_string(data, "alt"),
        caption=_string(data, "caption"),
    )


def _string(data: Mapping[str, Json], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _strings(data: Mapping[str, Json], key: str) -> tuple[str, ...]:
    value = data.get(key)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
