"""The head of a page: what browsers, search engines and networks read before the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.export.assets import rendition_path
from newsroom.export.facts import Facts
from newsroom.export.figures import card

_LONGEST_ALT = 420
"""Characters. What X takes as an image's alt text."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Head:
    """Title and meta elements: `named` by `name`, `properties` by `property`."""

    title: str
    canonical: str
    named: tuple[Pair, ...]
    properties: tuple[Pair, ...]


def head(facts: Facts, locale: str) -> Head:
    """Write the head. `locale` is the language as Open Graph spells it, such as `kk_KZ`."""
    name = facts.house.short_name or facts.house.name
    return Head(
        title=" — ".join(part for part in (facts.headline, name) if part),
        canonical=facts.url,
        named=_present(_named(facts)),
        properties=_present(_properties(facts, locale)),
    )


def _named(facts: Facts) -> Iterator[Pair]:
    yield "description", facts.description
    yield "author", ", ".join(name.text for name in facts.authors)
    yield "robots", "noindex, nofollow" if facts.draft else "max-image-preview:large"
    yield "color-scheme", "light dark"
    yield "twitter:card", "summary_large_image" if facts.images else "summary"
    yield "twitter:title", facts.headline
    yield "twitter:description", facts.description
    for figure, picture in facts.images[:1]:
        file = card(picture, figure.alt)
        yield "twitter:image", facts.site_url(str(rendition_path(file)))
        yield "twitter:image:alt", figure.alt[:_LONGEST_ALT]


def _properties(facts: Facts, locale: str) -> Iterator[Pair]:
    yield "og:type", "article"
    yield "og:title", facts.headline
    yield "og:description", facts.description
    yield "og:url", facts.url
    yield "og:site_name", facts.house.name
    yield "og:locale", locale
    for figure, picture in facts.images[:1]:
        file = card(picture, figure.alt)
        yield "og:image", facts.site_url(str(rendition_path(file)))
        yield "og:image:type", file.media_type
        yield "og:image:width", str(file.width)
        yield "og:image:height", str(file.height)
        yield "og:image:alt", figure.alt
    yield "article:published_time", facts.published.isoformat()
    yield "article:modified_time", facts.modified.isoformat()
    yield "article:section", facts.section
    for name in facts.authors:
        yield "article:author", name.text
    for tag in facts.story.content.tags:
        yield "article:tag", tag


def _present(pairs: Iterator[Pair]) -> tuple[Pair, ...]:
    return tuple((name, content) for name, content in pairs if content)
