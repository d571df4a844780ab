"""Structured data: the story as schema.org's NewsArticle, for machines.

Terms and recommendations: schema.org 30.0, and Google's pages on articles and on image metadata.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from newsroom.domain.canonical import Json
from newsroom.domain.document import Figure
from newsroom.domain.house import House
from newsroom.domain.links import is_web_link
from newsroom.domain.picture import Picture
from newsroom.export.assets import rendition_path
from newsroom.export.bylines import Name, Source, is_house
from newsroom.export.facts import Facts
from newsroom.export.figures import cards, largest_plain
from newsroom.export.frame import Place
from newsroom.export.image_data import image_fields
from newsroom.pictures.renditions import Rendition

_CONTEXT = "https://schema.org"
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
Thing = dict[str, Json]


def script_json(data: Json) -> str:
    """Write JSON so that it can stand inside a script element and never end it."""
    return json.dumps(data, ensure_ascii=False).translate(_ESCAPES)


def news_article(facts: Facts, notice: str) -> Thing:
    """Describe the story, its makers, its pictures and what others may do with it."""
    content = facts.story.content
    return _present(
        {
            "@context": _CONTEXT,
            "@type": "NewsArticle",
            "headline": facts.headline,
            "description": facts.description,
            "inLanguage": facts.language,
            "datePublished": facts.published.isoformat(),
            "dateModified": facts.modified.isoformat(),
            "author": [_name(name, facts.house) for name in facts.authors],
            "publisher": _publisher(facts),
            "dateline": content.place,
            "articleSection": facts.section,
            "keywords": [*content.tags],
            "wordCount": facts.words,
            "timeRequired": f"PT{facts.minutes}M",
            "url": facts.url,
            "mainEntityOfPage": {"@type": "WebPage", "@id": facts.url} if facts.url else None,
            "image": [_image(facts, *one) for one in _images(facts)],
            "citation": [_citation(source) for source in facts.sources],
            "usageInfo": _work(notice),
            "creativeWorkStatus": "Draft" if facts.draft else None,
        }
    )


def breadcrumb_list(places: Sequence[Place]) -> Thing:
    """Describe the way to the page."""
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            _present(
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": place.name,
                    "item": place.url if is_web_link(place.url) else "",
                }
            )
            for position, place in enumerate(places, start=1)
        ],
    }


def _publisher(facts: Facts) -> Thing:
    house = facts.house
    logo = facts.site_url(facts.logo_path)
    return _present(
        {
            "@type": "NewsMediaOrganization",
            "name": house.name,
            "alternateName": house.short_name if house.short_name != house.name else "",
            "url": facts.site_url(""),
            "logo": {"@type": "ImageObject", "url": logo} if logo else None,
            "sameAs": [link.url for link in house.social if is_web_link(link.url)],
        }
    )


def _name(name: Name, house: House) -> Thing:
    if not name.house:
        return {"@type": "Person", "name": name.text}
    url = house.url if is_web_link(house.url) else ""
    return _present({"@type": "Organization", "name": name.text, "url": url})


def _images(facts: Facts) -> Iterator[tuple[Figure, Picture, Rendition]]:
    """Give the file of each picture, and after the first those in the shapes that Google asks."""
    for place, (figure, picture) in enumerate(facts.images):
        yield figure, picture, largest_plain(picture, figure.alt)
        for file in cards(picture, figure.alt) if place == 0 else ():
            yield figure, picture, file


def _image(facts: Facts, figure: Figure, picture: Picture, file: Rendition) -> Thing:
    """Describe a picture with the fields that Google reads for credit and licence."""
    path = str(rendition_path(file))
    said = image_fields(picture.record)
    creators = [Name(name, is_house(name, facts.house)) for name in said["creator"]]
    plain = ("creditText", "copyrightNotice", "license", "acquireLicensePage")
    one = {term: "".join(said[term]) for term in (*plain, "digitalSourceType", "dateCreated")}
    return _present(
        {
            "@type": "ImageObject",
            "contentUrl": facts.site_url(path) or path,
            "width": file.width,
            "height": file.height,
            "encodingFormat": file.media_type,
            "caption": figure.caption,
            "creator": [_name(name, facts.house) for name in creators],
            **one,
            "copyrightHolder": [
                {"@type": "Person" if name in said["creator"] else "Organization", "name": name}
                for name in said["copyrightHolder"]
            ],
            "usageInfo": _work("".join(said["usageInfo"])),
            "contentLocation": [
                {"@type": "Place", "name": name} for name in said["contentLocation"]
            ],
        }
    )


def _work(text: str) -> Json:
    return {"@type": "CreativeWork", "text": text} if text else None


def _citation(source: Source) -> Thing:
    kind = "WebPage" if source.url else "CreativeWork"
    return _present({"@type": kind, "name": source.name, "url": source.url})


def _present(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value not in (None, "", [], {})}
