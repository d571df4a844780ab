"""Front matter: what is read, what is refused and in which words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from newsroom.domain.errors import Refused
from newsroom.domain.picture import (
    AiUse,
    Contact,
    CreditRecord,
    Licensor,
    Location,
    Releases,
    RightsPeriod,
)
from newsroom.domain.vocabularies import DataMining, ModelRelease, SourceType
from newsroom.markup.front_matter import FrontMatter, Lead, parse, write

FULL = """\
---
headline: "The river: rising"
standfirst: Roads are closed
section: news
language: no
place: Oskemen, Kazakhstan
published: 2026-04-14T09:30:00+05:00
byline: A Reporter
sources:
  - Rescue service
  - 109
tags: [river, flood]
lead: {picture: bridge.jpg, alt: A bridge, caption: The bridge at dawn}
pictures:
  bridge.jpg:
    credit: The Courier
    creator: [A Person, Another]
slug: river-rising
embargo: 2026-04-14
---

First paragraph.

---

Second.
"""


def test_every_field_is_read() -> None:
    assert parse(FULL, ZoneInfo("Asia/Almaty")) == FrontMatter(
        headline="The river: rising",
        standfirst="Roads are closed",
        section="news",
        language="no",
        place="Oskemen, Kazakhstan",
        published=datetime(2026, 4, 14, 9, 30, tzinfo=timezone(timedelta(hours=5))),
        byline="A Reporter",
        sources=("Rescue service", "109"),
        tags=("river", "flood"),
        lead=Lead("bridge.jpg", "A bridge", "The bridge at dawn"),
        pictures={
            "bridge.jpg": CreditRecord(credit="The Courier", creator=("A Person", "Another"))
        },
        slug="river-rising",
        embargo=datetime(2026, 4, 14, tzinfo=ZoneInfo("Asia/Almaty")),
        body="First paragraph.\n\n---\n\nSecond.",
    )


def test_what_is_written_is_read_back() -> None:
    front = parse(FULL)
    assert parse(write(front)) == front
    assert parse(write(FrontMatter(body="Only text"))) == FrontMatter(body="Only text")


RECORD = """\
---
pictures:
  pier.jpg:
    creator: Marat Seitkali
    credit: AFP
    creator_title: Photographer
    contact: {email: marat@example.org, city: Almaty}
    licensor:
      - {name: AFP, url: "https://www.afp.com/"}
      - name: Another
    rights: {ends: 2027-01-01, territories: [KZ, UZ], channels: web}
    releases: {model: MR-UMR, model_ids: [A-1]}
    source_type: digitalCapture
    data_mining: DMI-PROHIBITED
    keywords: [ferry, lake]
    taken: {city: Balkhash, code: KZ}
    shown: {city: Priozersk}
    ai: {system: None used}
---
"""


def test_every_field_of_a_picture_is_read_by_its_name() -> None:
    front = parse(RECORD)
    assert front.warnings == ()
    assert front.pictures["pier.jpg"] == CreditRecord(
        creator=("Marat Seitkali",),
        credit="AFP",
        creator_title="Photographer",
        contact=Contact(email="marat@example.org", city="Almaty"),
        licensor=(Licensor("AFP", "https://www.afp.com/"), Licensor("Another")),
        rights=RightsPeriod(ends="2027-01-01", territories=("KZ", "UZ"), channels=("web",)),
        releases=Releases(model=ModelRelease.UNLIMITED, model_ids=("A-1",)),
        source_type=SourceType("digitalCapture"),
        data_mining=DataMining.PROHIBITED,
        keywords=("ferry", "lake"),
        taken=Location(city="Balkhash", code="KZ"),
        shown=(Location(city="Priozersk"),),
        ai=AiUse(system="None used"),
    )


def test_what_a_picture_s_fields_do_not_know_is_named() -> None:
    pictures = "{a.jpg: {source_type: magic, contact: {fax: 1}, created: soon}}"
    front = parse(f"---\npictures: {pictures}\n---\n")
    assert front.warnings == (
        "The front matter's 'fax' for a.jpg is not known and was not used.",
        "The front matter's 'magic' for a.jpg is not known and was not used.",
        "The front matter's 'created' for a.jpg is odd: Not a date. Write it as 2026-04-14.",
    )
    assert front.pictures["a.jpg"] == CreditRecord(created="soon")


def test_a_rights_period_that_cannot_be_understood_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        parse("---\npictures: {a.jpg: {rights: {ends: soon}}}\n---\n")
    assert "'rights.ends' for a.jpg" in refusal.value.message
    assert "Not a day" in refusal.value.hint


def test_a_text_without_front_matter_is_all_body() -> None:
    assert parse("Just text\n\n---\n\nmore") == FrontMatter(body="Just text\n\n---\n\nmore")


def test_a_lead_may_be_a_name_alone() -> None:
    assert parse("---\nlead: a.jpg\n---\n").lead == Lead("a.jpg")
    assert parse("---\nlead:\npictures: ~\n---\n") == FrontMatter()


def test_unknown_keys_are_named() -> None:
    front = parse("---\nheadline: H\nheadlin: x\npictures: {a.jpg: {credits: y}}\n---\n")
    assert front.warnings == (
        "The front matter's 'headlin' is not known and was not used.",
        "The front matter's 'credits' for a.jpg is not known and was not used.",
    )


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-04-14T09:30:00Z", datetime(2026, 4, 14, 9, 30, tzinfo=UTC)),
        ("2026-04-14 09:30 +0500", datetime(2026, 4, 14, 4, 30, tzinfo=UTC)),
        ("2026-04-14 09:30", datetime(2026, 4, 14, 9, 30, tzinfo=UTC)),
    ],
)
def test_dates_have_several_forms(text: str, moment: datetime) -> None:
    assert parse(f"---\npublished: {text}\n---\n").published == moment


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("---\nheadline: H\n\nText", "does not end"),
        ("---\nheadline: a: b\n---\n", "line 2"),
        ("---\nheadline: H\ntags: [a\n---\n", "line 4"),
        ("---\npublished: soon\n---\n", "'published' is not a date: soon"),
        ("---\nembargo: 2026-02-30\n---\n", "'embargo' is not a date"),
        ("---\nslug: a\nslug: b\n---\n", "line 3: 'slug' stands there twice"),
        ("---\n- a\n---\n", "fields with a name"),
        ("---\nheadline: {a: b}\n---\n", "line 2: 'headline' must be text"),
        ("---\npictures: a.jpg\n---\n", "'pictures' must be fields"),
        ("---\npictures: {a.jpg: {contact: [a]}}\n---\n", "'contact' must be fields"),
        ("---\npictures: {a.jpg: {licensor: AFP}}\n---\n", "'licensor' must be fields"),
        ("---\npictures: {a.jpg: {licensor: [AFP]}}\n---\n", "'licensor' must be fields"),
        ("---\npictures: {a.jpg: {credit: {a: b}}}\n---\n", "'credit' must be text"),
        ("---\nheadline: \x01\n---\n", "a character"),
        ("---\ntags: " + "[" * 1500 + "\n---\n", "too deep"),
        ("---\nheadline: !!python/object/apply:os.getcwd []\n---\n", "'headline' must be text"),
    ],
)
def test_broken_front_matter_is_refused_by_name(source: str, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse(source)
    assert words in refusal.value.message
