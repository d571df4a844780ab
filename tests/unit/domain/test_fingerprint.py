"""What an approval binds: every bound field moves the fingerprint, nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newsroom.domain.article import Story
from newsroom.domain.fingerprint import fingerprint
from newsroom.domain.ids import ArticleId, Sha256
from newsroom.domain.picture import BOUND_FIELDS, CreditRecord, Picture
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


@pytest.mark.parametrize("picture", [LEAD, INLINE], ids=["lead", "inline"])
@pytest.mark.parametrize("field", BOUND_FIELDS)
def test_every_credit_field_that_reaches_a_page_is_bound(picture: Picture, field: str) -> None:
    value = ("Somebody Else",) if field == "creator" else "Somebody else"
    changed = replace(picture, record=_changed(picture, field, value))
    assert fingerprint(story(LEAD, INLINE, changed)) != BEFORE


def test_the_pixels_are_bound() -> None:
    assert fingerprint(story(LEAD, replace(INLINE, sha256=Sha256("0" * 64)))) != BEFORE


def test_a_picture_that_is_gone_is_bound() -> None:
    assert fingerprint(story(LEAD)) != BEFORE


@pytest.mark.parametrize("field", ["alt", "caption", "created", "place"])
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


def test_the_whole_record_is_either_bound_or_named_as_unbound() -> None:
    unbound = {"alt", "caption", "created", "place"}
    assert set(BOUND_FIELDS) | unbound == set(a_record().__slots__)
