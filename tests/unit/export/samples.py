"""A house, photographs and a story that use every part of a page, in words of our own."""

from __future__ import annotations

import functools
import io
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image

from newsroom.domain.article import Content, Story
from newsroom.domain.canonical import sha256_of
from newsroom.domain.document import (
    Block,
    Document,
    FactBox,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Text,
)
from newsroom.domain.house import House, Section, SocialLink
from newsroom.domain.ids import ArticleId, PictureId, picture_id
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.export.page import Page, PageStamp, render_page
from newsroom.export.theme import Theme, load_theme

THEMES = Path(__file__).resolve().parents[3] / "resources" / "themes"
MOMENT = datetime(2023, 5, 2, 14, 7, tzinfo=ZoneInfo("Asia/Almaty"))
STAMP = PageStamp(published=MOMENT, modified=MOMENT)
ARTICLE = ArticleId("0a1b2c3d4e5f60718293")
HEADLINE = "Six towns share one timetable for night buses"
STANDFIRST = "The first coaches leave at midnight on Friday; tickets cost the same in every town"
KINDS = ("facebook", "instagram", "tiktok", "twitter", "telegram", "youtube")


@functools.cache
def paper() -> Theme:
    """Load the theme that ships with the project."""
    return load_theme(THEMES / "paper")


@functools.cache
def photo(colour: str = "steelblue", width: int = 1000, height: int = 600) -> bytes:
    """Make a JPEG of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


def picture_of(data: bytes, **record: Any) -> Picture:
    """Describe a photograph by its bytes; `record` are fields of its credit record."""
    digest = sha256_of(data)
    with Image.open(io.BytesIO(data)) as image:
        width, height = image.size
    return Picture(
        id=picture_id(digest),
        sha256=digest,
        media_type="image/jpeg",
        width=width,
        height=height,
        file_name="coach.jpg",
        size=len(data),
        record=CreditRecord(**record),
    )


LEAD = picture_of(
    photo("steelblue"),
    credit="Regional Transport Office",
    creator=("Aliya Omar", "Timur Bek"),
    copyright="© 2023 Regional Transport Office",
    usage_terms="Free for news",
    web_statement="https://transport.example/terms",
    alt="An alt text of the picture's own",
    caption="A caption of the picture's own",
)
INLINE = picture_of(photo("indianred", 700, 500), credit="Saule Nur / The Ferry Post")
ORIGINALS = {LEAD.id: photo("steelblue"), INLINE.id: photo("indianred", 700, 500)}
RECORDS = {LEAD.id: LEAD.record, INLINE.id: INLINE.record}


def original(name: PictureId) -> tuple[bytes, CreditRecord]:
    """Give a sample's bytes and record, as a library does for the export."""
    return ORIGINALS[name], RECORDS[name]


def ferry_post(**fields: Any) -> House:
    """Build a house that uses every field a page shows."""
    values: dict[str, Any] = {
        "name": "The Ferry Post",
        "short_name": "FerryPost",
        "tagline": "News from both banks of the river",
        "url": "https://ferrypost.example",
        "language": "en",
        "languages": ("en", "ru", "kk"),
        "time_zone": "Asia/Almaty",
        "home_label": "Main Page",
        "date_format": "%d %B, %Y | %H:%M",
        "dateline": "{place} • {date}",
        "social": tuple(SocialLink(kind, f"https://{kind}.example/ferry") for kind in KINDS),
        "sections": (Section("news", "News"), Section("stories", "Stories")),
        "share": 30,
        "notice": "A third of this text may be reprinted with a link to this page.",
    }
    return House(**{**values, **fields})


def words(text: str, *marks: Mark, link: str = "") -> tuple[Text, ...]:
    """Make a line of one run."""
    return (Text(text, frozenset(marks), link),)


BODY: tuple[Block, ...] = (
    Paragraph((Text("Drivers tried the route "), Text("twice", frozenset({Mark.BOLD})), Text("."))),
    Heading(2, words("What changes for passengers")),
    Figure(INLINE.id, alt="A red coach at a stop", caption="The coach on Thursday evening."),
    Paragraph((*words("See the", link="https://transport.example/map"), FootnoteRef("1"))),
    Quote((words("We sleep on the way."),), words("Dana, a nurse")),
    PullQuote(words("Midnight is rush hour here."), words("The dispatcher")),
    ListBlock(False, (ListItem(words("Zharkent")), ListItem(words("Saryozek")))),
    FactBox(words("In numbers"), (Paragraph(words("Six towns, four coaches.")),)),
    Table((words("Town"), words("Leaves")), ((words("Zharkent"), words("00:05")),)),
    Rule(),
    Paragraph(words("Tickets are sold from Monday.")),
    Footnote("1", words("Drawn by the transport office.")),
)


def night_buses(*blocks: Block, **fields: Any) -> Story:
    """Build the sample story; its lead has a credit and no caption."""
    values: dict[str, Any] = {
        "headline": HEADLINE,
        "standfirst": STANDFIRST,
        "section": "news",
        "language": "en",
        "place": "Astana, Kazakhstan",
        "published": MOMENT,
        "byline": "Daniyar Kenes and Aigerim Sadykova",
        "sources": ("Regional Transport Office", "Timetable https://transport.example/table"),
        "tags": ("buses", "night"),
        "lead": Figure(LEAD.id, alt="Coaches wait in a row under street lamps"),
        "slug": "",
    }
    return Story(
        id=ARTICLE,
        content=Content(**{**values, **fields}),
        document=Document(blocks or BODY),
        pictures={LEAD.id: LEAD, INLINE.id: INLINE},
    )


def page_of(story: Story | None = None, house: House | None = None, **stamp: Any) -> Page:
    """Set the sample story, or another, in the paper theme."""
    values = {"published": MOMENT, "modified": MOMENT, **stamp}
    return render_page(story or night_buses(), house or ferry_post(), paper(), PageStamp(**values))
