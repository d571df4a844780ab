"""What an approval binds: every bound field moves the fingerprint, nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newsroom.domain.article import Story
from newsroom.domain.coding import encoded
from newsroom.domain.fingerprint import fingerprint, fingerprints
from newsroom.domain.ids import ArticleId, Sha256
from newsroom.domain.picture import (
    BOUND_FIELDS,
    FIELDS,
    AiUse,
    Contact,
    CreditRecord,
    Licensor,
    Location,
    Picture,
    published,
)
from newsroom.domain.vocabularies import DataMining, SourceType
from tests.support.stories import (
    PUBLISHED,
    a_content,
    a_document,
    a_figure,
    a_paragraph,
    a_picture,
    a_record,
)

LEAD = a_picture("lead.jpg")
INLINE = a_picture("inline.jpg")


def story(*pictures: Picture, **fields: Any) -> Story:
    shown = pictures or (LEAD, INLINE)
    return Story(
        ArticleId("1" * 20),
        a_content(**{"lead": a_figure(LEAD), **fields}),
        document=a_document(a_paragraph("One."), a_figure(INLINE)),
        pictures={picture.id: picture for picture in shown},
    )


def _changed(picture: Picture, field: str, value: object) -> CreditRecord:
    changes: dict[str, Any] = {field: value}
    return replace(picture.record, **changes)


BEFORE = fingerprint(story())


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Snowmelt closes three bridges"},
        {"standfirst": ""},
        {"section": "regions"},
        {"language": "ru"},
        {"place": "Almaty"},
        {"published": PUBLISHED + timedelta(seconds=1)},
        {"published": None},
        {"byline": "Madina Tulegen"},
        {"sources": ()},
        {"tags": ("spring", "roads")},
        {"lead": None},
        {"lead": a_figure(LEAD, alt="Other words")},
        {"lead": a_figure(LEAD, caption="Other words")},
        {"lead": a_figure(INLINE)},
        {"slug": "snowmelt"},
        {"embargo": PUBLISHED},
        {"body": "Other words.\n"},
        {"body": "the river rose overnight and the road was closed at dawn.\n"},
    ],
)
def test_every_field_of_the_content_is_bound(change: dict[str, Any]) -> None:
    assert fingerprint(story(**change)) != BEFORE


OTHER: dict[str, object] = {
    "creator": ("Somebody Else",),
    "copyright_owner": ("Somebody Else",),
    "licensor": (Licensor("Somebody Else"),),
    "source_type": SourceType.AI,
    "data_mining": DataMining.PROHIBITED,
    "created": "2020-01-01",
    "shown": (Location(city="Almaty"),),
    "ai": AiUse(system="A model"),
}


@pytest.mark.parametrize("picture", [LEAD, INLINE], ids=["lead", "inline"])
@pytest.mark.parametrize("field", BOUND_FIELDS)
def test_every_credit_field_that_reaches_a_page_is_bound(picture: Picture, field: str) -> None:
    value = OTHER.get(field, "Somebody else")
    changed = replace(picture, record=_changed(picture, field, value))
    assert fingerprint(story(LEAD, INLINE, changed)) != BEFORE


FIRST_RULES = "ec63404f280ce5f8477a6f98a07150a6dcb39cc1e3b8a2c1acc8961b162a9638"
"""What the first version gave for the builder's story: approvals with it lie in ledgers."""


def test_a_fingerprint_of_the_first_rules_still_stands() -> None:
    assert Sha256(FIRST_RULES) in fingerprints(story())
    assert BEFORE in fingerprints(story())
    assert BEFORE != FIRST_RULES


@pytest.mark.parametrize("field", sorted(set(BOUND_FIELDS) - {"created"}))
def test_an_old_approval_turns_stale_by_whatever_reaches_a_page_now(field: str) -> None:
    changed = replace(INLINE, record=_changed(INLINE, field, OTHER.get(field, "Somebody else")))
    assert Sha256(FIRST_RULES) not in fingerprints(story(LEAD, INLINE, changed))


@pytest.mark.parametrize("field", ["prompt", "prompt_writer"])
def test_what_an_ai_was_told_stays_in_the_house_and_is_not_bound(field: str) -> None:
    words: dict[str, Any] = {field: "Words"}
    changed = replace(INLINE, record=_changed(INLINE, "ai", AiUse(**words)))
    assert fingerprint(story(LEAD, INLINE, changed)) == BEFORE


def test_the_pixels_are_bound() -> None:
    assert fingerprint(story(LEAD, replace(INLINE, sha256=Sha256("0" * 64)))) != BEFORE


def test_a_picture_that_is_gone_is_bound() -> None:
    assert fingerprint(story(LEAD)) != BEFORE


@pytest.mark.parametrize("field", ["alt", "caption", "place"])
def test_what_a_new_use_starts_from_is_not_bound(field: str) -> None:
    changed = replace(INLINE, record=_changed(INLINE, field, "Other words"))
    assert fingerprint(story(LEAD, changed)) == BEFORE


def test_what_the_file_was_called_is_not_bound() -> None:
    assert fingerprint(story(LEAD, replace(INLINE, file_name="x.jpg", size=1))) == BEFORE


def test_a_picture_that_is_not_used_is_not_bound() -> None:
    assert fingerprint(story(LEAD, INLINE, a_picture("other.jpg"))) == BEFORE


def test_the_id_of_the_article_is_not_bound() -> None:
    assert fingerprint(replace(story(), id=ArticleId("2" * 20))) == BEFORE


def test_decomposed_letters_are_the_same_words() -> None:
    assert fingerprint(story(headline="Кофе\u0438\u0306")) == fingerprint(
        story(headline="Кофе\u0439")
    )


def test_the_same_moment_in_another_zone_is_another_dateline() -> None:
    assert fingerprint(story(published=PUBLISHED.astimezone(ZoneInfo("UTC")))) != BEFORE


def test_order_of_pictures_in_the_library_does_not_matter() -> None:
    assert fingerprint(story(INLINE, LEAD)) == BEFORE


HOUSE_ONLY = {
    *("alt", "caption", "place", "creator_title", "contact", "rights", "releases", "instructions"),
    *("job", "caption_writer", "description", "headline", "title", "keywords", "taken", "people"),
    *("organisations", "event"),
}


def test_the_whole_record_is_either_bound_or_named_as_unbound() -> None:
    assert set(BOUND_FIELDS) | HOUSE_ONLY == set(FIELDS)
    assert not set(BOUND_FIELDS) & HOUSE_ONLY


def test_what_is_unbound_never_leaves_the_house() -> None:
    left = published(a_record(contact=Contact(phone="+7 700 000 00 00"), instructions="Call me"))
    assert all(not any(encoded(getattr(left, name))) for name in HOUSE_ONLY)
