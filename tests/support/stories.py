"""Builders: a house, pictures and stories that are fit to print unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from newsroom.domain.article import Content, Story
from newsroom.domain.canonical import sha256_of
from newsroom.domain.document import Block, Document, Figure, Inlines, Paragraph, Text
from newsroom.domain.house import House, Section, SocialLink, Wording
from newsroom.domain.ids import ArticleId, EntryId, MemberId, PictureId, Sha256, picture_id
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.domain.workflow import Decision, Verdict

ALMATY = ZoneInfo("Asia/Almaty")
PUBLISHED = datetime(2026, 4, 14, 9, 30, tzinfo=ALMATY)
AN_ARTICLE = ArticleId("00112233445566778899")
MISSING_PICTURE = PictureId("f" * 20)
BODY = "The river rose overnight and the road was closed at dawn."


def a_house(**fields: Any) -> House:
    """Build a house with two sections and wordings in Russian and Kazakh."""
    house = House(
        name="The Steppe Courier",
        url="https://steppe-courier.example",
        language="en",
        short_name="Courier",
        tagline="News from the middle of the continent",
        languages=("en", "ru", "kk"),
        time_zone="Asia/Almaty",
        home_label="Main Page",
        date_format="%d %B, %Y | %H:%M",
        social=(SocialLink("telegram", "https://t.me/steppecourier"),),
        sections=(Section("news", "News"), Section("regions", "Regions")),
        share=30,
        notice="Up to 30% of this text may be reprinted with a link to this page.",
        wordings={
            "ru": Wording(
                home_label="Главная", credit_prefix="Фото: ", sections={"news": "Новости"}
            ),
            "kk": Wording(
                home_label="Басты бет", credit_prefix="Сурет: ", sections={"news": "Жаңалықтар"}
            ),
        },
    )
    return replace(house, **fields)


def a_record(**fields: Any) -> CreditRecord:
    """Build a complete credit record."""
    record = CreditRecord(
        creator=("Daniyar Kenes",),
        credit="Daniyar Kenes / The Steppe Courier",
        source="The Steppe Courier",
        copyright="© The Steppe Courier",
        usage_terms="All our pages",
        alt="Ice floes drift between the piers of a road bridge",
        caption="The bridge on Tuesday morning.",
        created="2026-04-14",
        place="Zharkent",
    )
    return replace(record, **fields)


def a_picture(name: str = "bridge.jpg", **fields: Any) -> Picture:
    """Build a picture whose id follows from its name; other names give other pictures.

    `fields` go to the picture, or to its credit record where they are fields of that.
    """
    of_record = {key: fields.pop(key) for key in list(fields) if key in CreditRecord.__slots__}
    digest = sha256_of(name.encode())
    picture = Picture(
        id=picture_id(digest),
        sha256=digest,
        media_type="image/jpeg",
        width=1200,
        height=800,
        file_name=name,
        size=54321,
        record=a_record(**of_record),
    )
    return replace(picture, **fields)


def a_figure(picture: Picture | PictureId | None = None, **fields: Any) -> Figure:
    """Build a use of a picture with an alt text and a caption of its own."""
    shown = picture or a_picture()
    figure = Figure(
        picture=shown.id if isinstance(shown, Picture) else shown,
        alt="A grey bridge over a river full of ice",
        caption="Ice under the bridge near Zharkent on Tuesday.",
    )
    return replace(figure, **fields)


def a_content(**fields: Any) -> Content:
    """Build a complete content; its body is one paragraph."""
    content = Content(
        headline="Snowmelt closes two bridges",
        standfirst="Drivers are sent round by the lake until the ice has gone.",
        section="news",
        language="en",
        place="Zharkent, Kazakhstan",
        published=PUBLISHED,
        byline="Daniyar Kenes",
        sources=("Regional road service",),
        tags=("roads", "spring"),
        body=f"{BODY}\n",
    )
    return replace(content, **fields)


def a_document(*blocks: Block | str) -> Document:
    """Build a body; a string stands for a paragraph of it."""
    return Document(
        tuple(a_paragraph(block) if isinstance(block, str) else block for block in blocks)
    )


def a_paragraph(text: str, link: str = "") -> Paragraph:
    """Build a paragraph of one run."""
    return Paragraph(a_line(text, link))


def a_line(text: str, link: str = "") -> Inlines:
    """Build a line of one run."""
    return (Text(text, link=link),)


def a_story(*blocks: Block | str, pictures: Iterable[Picture] = (), **fields: Any) -> Story:
    """Build a story whose document is `blocks`, or one paragraph; `fields` go to its content.

    The content's `body` stays the builder's: a test that needs both to agree writes the body with
    `newsroom.markup.writer`.
    """
    return Story(
        id=AN_ARTICLE,
        content=a_content(**fields),
        document=a_document(*(blocks or (BODY,))),
        pictures={picture.id: picture for picture in pictures},
    )


def an_illustrated_story(picture: Picture | None = None, **of_figure: Any) -> Story:
    """Build a story with one picture in its body, at block 1."""
    shown = picture or a_picture()
    return a_story(BODY, a_figure(shown, **of_figure), pictures=[shown])


def a_decision(verdict: Verdict, bound: str = "b" * 64, **fields: Any) -> Decision:
    """Build a decision about the first revision of the builder's article."""
    decision = Decision(
        id=EntryId("e" * 64),
        article=AN_ARTICLE,
        revision=EntryId("1" * 64),
        verdict=verdict,
        bound=Sha256(bound),
        by=MemberId("2" * 64),
        time=PUBLISHED,
    )
    return replace(decision, **fields)
