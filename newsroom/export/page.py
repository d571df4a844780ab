"""A page: one story in a theme, as the bytes that will be written and that the preview shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from newsroom.domain.article import Story
from newsroom.domain.canonical import sha256_of
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId, PictureId, Sha256
from newsroom.domain.lines import date_line, dateline
from newsroom.export.address import page_path, page_url, root_of
from newsroom.export.assets import Asset, logo_asset
from newsroom.export.body import body_blocks
from newsroom.export.bylines import is_house
from newsroom.export.characters import clean
from newsroom.export.facts import Facts, PageStamp, gather
from newsroom.export.figures import FigurePress, cards, planned
from newsroom.export.frame import breadcrumb, frame
from newsroom.export.head import head
from newsroom.export.keeping import BlockCache
from newsroom.export.language import page_language
from newsroom.export.structured import breadcrumb_list, news_article, script_json
from newsroom.export.theme import Theme, fill
from newsroom.pictures.renditions import Rendition

__all__ = ["Page", "PageStamp", "render_page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is not written yet: its text, and the files that it needs beside it.

    `before`, `blocks` and `after` make up the document, the blocks joined by line feeds: one for
    each of the story's, an element or an empty string, then one for its footnotes if any. `data` is
    the text of the element `#story-data` within `after`: the structured data, which moves with
    nearly every word while the rest of `after` stands still.
    """

    path: PurePosixPath
    before: str
    blocks: tuple[str, ...]
    after: str
    data: str
    article: ArticleId
    credit_forms: tuple[str, ...]
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
    facts = gather(story, spoken, stamp, url=page_url(house, path), logo=logo.path)
    press = FigurePress(theme, house, language, root_of(path), story.pictures, cache)
    values = _values(facts, theme, press, logo)
    blocks = body_blocks(story.document, press, theme.words(language), cache)
    return Page(
        path=path,
        before=clean(theme.render_block("page.html", "before", values)),
        blocks=tuple(clean(block) for block in blocks),
        after=clean(theme.render_block("page.html", "after", values)),
        data=clean(str(values["story_data"])),
        article=story.id,
        credit_forms=spoken.every_credit_form,
        renditions=_renditions(facts),
        assets=(*theme.assets, logo),
    )


def _values(facts: Facts, theme: Theme, press: FigurePress, logo: Asset) -> dict[str, object]:
    """Give the template what it may name."""
    content = facts.story.content
    words = theme.words(facts.language)
    root = press.root
    headline = facts.headline or words["untitled"]
    notice = _notice(facts.house, words["share"])
    places = breadcrumb(facts.house, root, content.section, headline, facts.url)
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
        "headline": headline,
        "standfirst": content.standfirst,
        "byline": content.byline.strip(),
        "own_byline": is_house(content.byline, facts.house),
        "lead": press.lead(content.lead) if content.lead else "",
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
    uses = {(picture.id, figure.alt): picture for figure, picture in facts.images}
    shown = [(name, one) for (name, alt), use in uses.items() for one in planned(use, alt)]
    first = facts.images[:1]
    shared = [(use.id, one) for figure, use in first for one in cards(use, figure.alt)]
    return (*shown, *shared)
