"""A page: one story in a theme, as the bytes that will be written and that the preview shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from markupsafe import Markup

from newsroom.domain.article import Story
from newsroom.domain.canonical import sha256_of
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId, PictureId, Sha256
from newsroom.domain.lines import date_line, dateline
from newsroom.domain.reading import read_minutes, word_count
from newsroom.domain.times import zone
from newsroom.export.address import page_path, page_url, root_of
from newsroom.export.assets import Asset, logo_asset
from newsroom.export.body import BlockCache, body_blocks
from newsroom.export.bylines import authors, is_house, source
from newsroom.export.facts import Facts
from newsroom.export.figures import FigurePress
from newsroom.export.frame import breadcrumb, frame
from newsroom.export.head import describe, head
from newsroom.export.language import page_language
from newsroom.export.structured import breadcrumb_list, news_article, script_json
from newsroom.export.theme import Theme, fill
from newsroom.pictures.renditions import Rendition, plan

_NOT_IN_HTML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Characters that the HTML standard forbids in a document."""


@dataclass(frozen=True, slots=True)
class PageStamp:
    """When a story was published and last changed (with zones), and whether it is a draft."""

    published: datetime
    modified: datetime
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is not written yet: its text, and the files that it needs beside it.

    `before`, `blocks` and `after` make up the document, the blocks joined by line feeds; each block
    is one element. `data` is the text of the element `#story-data` within `after`: the structured
    data, which moves with nearly every word while the rest of `after` stands still.
    """

    path: PurePosixPath
    before: str
    blocks: tuple[str, ...]
    after: str
    data: str
    article: ArticleId
    credit_prefix: str
    renditions: tuple[tuple[PictureId, Rendition], ...]
    assets: tuple[Asset, ...]

    @property
    def html(self) -> bytes:
        """The bytes of `index.html`."""
        return "".join((self.before, "\n".join(self.blocks), self.after)).encode()

    @property
    def fingerprint(self) -> Sha256:
        """The SHA-256 of those bytes."""
        return sha256_of(self.html)


def render_page(
    story: Story,
    house: House,
    theme: Theme,
    stamp: PageStamp,
    cache: BlockCache | None = None,
) -> Page:
    """Set a story in a theme. Pure: the same arguments give the same bytes.

    `cache` keeps the HTML of blocks between calls for as long as its owner wishes; it never changes
    the answer. Raises `Refused` where the section or the slug cannot be part of an address.
    """
    path = page_path(story, house, stamp.published)
    language = page_language(story.content.language, house.language)
    spoken = house.in_language(language)
    logo = logo_asset(house)
    facts = _facts(story, spoken, theme, stamp, path, logo)
    press = FigurePress(theme, house, language, root_of(path), story.pictures)
    values = _values(facts, theme, press, path, logo)
    blocks = body_blocks(story.document, press, theme.words(language), cache)
    return Page(
        path=path,
        before=_clean(theme.render_block("page.html", "before", values)),
        blocks=tuple(_clean(block) for block in blocks),
        after=_clean(theme.render_block("page.html", "after", values)),
        data=_clean(str(values["story_data"])),
        article=story.id,
        credit_prefix=spoken.credit_prefix,
        renditions=_renditions(facts),
        assets=(*theme.assets, logo),
    )


def _facts(
    story: Story, house: House, theme: Theme, stamp: PageStamp, path: PurePosixPath, logo: Asset
) -> Facts:
    """Gather what the page says; `house` speaks the story's language already."""
    content = story.content
    language = page_language(content.language, house.language)
    known = house.section(content.section)
    words = word_count(story.document)
    local = zone(house.time_zone)
    headline = " ".join(content.headline.split()) or theme.words(language)["untitled"]
    published = stamp.published.astimezone(local).replace(microsecond=0)
    modified = max(published, stamp.modified.astimezone(local).replace(microsecond=0))
    pictures = story.pictures
    return Facts(
        story=story,
        house=house,
        language=language,
        headline=headline,
        description=describe(story) or headline,
        section=known.name if known else content.section,
        url=page_url(house, path),
        published=published,
        modified=modified,
        words=words,
        minutes=read_minutes(words, language),
        draft=stamp.draft,
        authors=authors(content.byline, house),
        sources=tuple(source(one) for one in content.sources if one.strip()),
        images=tuple((f, pictures[f.picture]) for f in story.figures if f.picture in pictures),
        logo_path=str(logo.path),
    )


def _values(
    facts: Facts, theme: Theme, press: FigurePress, path: PurePosixPath, logo: Asset
) -> dict[str, object]:
    content = facts.story.content
    words = theme.words(facts.language)
    root = root_of(path)
    notice = _notice(facts.house, words["share"])
    places = breadcrumb(facts.house, root, content.section, facts.headline, facts.url)
    return {
        "language": facts.language,
        "labels": words,
        "icons": theme.icons,
        "root": root,
        "stylesheet": theme.stylesheet,
        "head": head(facts, words["locale"]),
        "house": frame(facts.house, theme, content.section, root, logo),
        "draft": facts.draft,
        "breadcrumb": places,
        "dateline": _dateline(facts),
        "updated": _updated(facts),
        "minutes": facts.minutes,
        "headline": facts.headline,
        "standfirst": content.standfirst,
        "byline": content.byline.strip(),
        "own_byline": is_house(content.byline, facts.house),
        "lead": Markup(press.lead(content.lead)) if content.lead else "",
        "sources": facts.sources,
        "tags": content.tags,
        "notice": notice,
        "year": facts.published.year,
        "breadcrumb_data": script_json(breadcrumb_list(places)),
        "story_data": script_json(news_article(facts, notice)),
    }


@dataclass(frozen=True, slots=True)
class _Dateline:
    """A dateline cut where its date stands, so that only the date is marked as a time."""

    before: str
    date: str
    after: str
    iso: str


def _dateline(facts: Facts) -> _Dateline:
    moment = facts.published
    line = dateline(facts.story.content.place, moment, facts.house, facts.language)
    date = date_line(moment, facts.house, facts.language)
    before, found, after = line.rpartition(date) if date else (line, "", "")
    return _Dateline(before, found, after, moment.isoformat())


def _updated(facts: Facts) -> _Dateline | None:
    if facts.modified == facts.published:
        return None
    date = date_line(facts.modified, facts.house, facts.language)
    return _Dateline("", date, "", facts.modified.isoformat())


def _notice(house: House, share: str) -> str:
    """Give the house's own sentence on republication, or the theme's with the house's share."""
    if house.notice or not house.share:
        return house.notice
    return fill(share, share=house.share)


def _renditions(facts: Facts) -> tuple[tuple[PictureId, Rendition], ...]:
    pictures = {picture.id: picture for _, picture in facts.images}
    return tuple((name, one) for name, picture in pictures.items() for one in plan(picture))


def _clean(html: str) -> str:
    return _NOT_IN_HTML.sub("\ufffd", html)
