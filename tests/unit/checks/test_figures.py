"""Remarks on pictures, their credits and their uses."""

from __future__ import annotations

import pytest

from newsroom.domain.article import Story
from tests.support.judging import run
from tests.support.stories import (
    MISSING_PICTURE,
    a_figure,
    a_house,
    a_picture,
    a_story,
    an_illustrated_story,
)

KENES = "Daniyar Kenes / The Steppe Courier"


def found(story: Story, rule: str) -> list[str]:
    return [finding.where for finding in run(story, a_house()) if finding.rule == rule]


@pytest.mark.parametrize("credit", [" ", "\u200b", "\u2060\ufeff \x07"])
def test_credit_is_missing_once_however_often_the_picture_is_used(credit: str) -> None:
    picture = a_picture(credit=credit)
    figure = a_figure(picture)
    story = a_story("One.", figure, "Two.", figure, pictures=[picture], lead=figure)
    assert found(story, "credit-missing") == [f"picture:{picture.id}"]


def test_credit_of_an_unused_picture_is_not_asked_for() -> None:
    assert found(a_story(pictures=[a_picture(credit="")]), "credit-missing") == []


def test_picture_that_is_not_in_the_library() -> None:
    figure = a_figure(MISSING_PICTURE)
    story = a_story("One.", figure, lead=figure)
    assert found(story, "picture-missing") == [
        f"lead:picture:{MISSING_PICTURE}",
        f"body:1:picture:{MISSING_PICTURE}",
    ]
    assert found(story, "credit-missing") == []


@pytest.mark.parametrize("alt", ["\u00a0", "\u200b"])
def test_alt_text_is_asked_for_in_each_use(alt: str) -> None:
    picture = a_picture()
    figure = a_figure(picture, alt=alt)
    story = a_story("One.", figure, a_figure(picture), pictures=[picture], lead=figure)
    assert found(story, "alt-missing") == [
        f"lead:picture:{picture.id}",
        f"body:1:picture:{picture.id}",
    ]


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("Ice under the bridge", "Ice under the bridge"),
        ("Ice under the bridge.", "ice  under the bridge"),
        ("Трактор в поле", "Трактор, в поле."),
        ("КІТАПХАНА САЛЫ", "Кітапхана салы"),
    ],
)
def test_alt_text_that_is_the_caption(alt: str, caption: str) -> None:
    assert len(found(an_illustrated_story(alt=alt, caption=caption), "alt-equals-caption")) == 1


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("Ice under the bridge", "Ice under the bridge near Zharkent on Tuesday."),
        ("Ice under the bridge", ""),
        ("", ""),
        ("…", "!"),
        ("Трактор в поле", "Трактор в полёте"),
    ],
)
def test_alt_text_that_is_not_the_caption(alt: str, caption: str) -> None:
    assert found(an_illustrated_story(alt=alt, caption=caption), "alt-equals-caption") == []


@pytest.mark.parametrize(
    ("alt", "credit"),
    [
        (f"A bridge over ice. {KENES}", KENES),
        (f"A bridge over ice ({KENES})", KENES),
        ("A bridge over ice, photo by Daniyar Kenes", KENES),
        ("Photo: reuters. A bridge over ice", "Reuters"),
        ("A bridge over ice / Reuters", "Reuters"),
        ("A bridge over ice © Reuters", "Reuters"),
        ("Image courtesy of Akimat", "Akimat"),
        ("Мост над льдом. Фото: Данияр Кенес", "Данияр Кенес"),
        ("Мост над льдом, фото Акимата", "Акимата"),
        ("Мұз үстіндегі көпір. Сурет: Данияр Кенес", "Данияр Кенес"),
    ],
)
def test_alt_text_that_gives_the_credit(alt: str, credit: str) -> None:
    story = an_illustrated_story(a_picture(credit=credit), alt=alt)
    assert len(found(story, "alt-holds-credit")) == 1


def test_alt_text_that_names_the_creator_but_not_the_whole_credit() -> None:
    picture = a_picture(credit="The Steppe Courier", creator=("Madina Tulegen",))
    story = an_illustrated_story(picture, alt="A bridge, taken by Madina Tulegen in April")
    assert len(found(story, "alt-holds-credit")) == 1


@pytest.mark.parametrize(
    ("alt", "credit"),
    [
        ("The city hall behind bare trees", "City Hall"),
        ("A reader at the library", "Library"),
        ("The courier hands over a parcel", "Courier"),
        ("Photographers wait outside the Akimat building", "Akimat"),
        ("A photograph of a bridge hangs over a desk", "Desk"),
        ("A picture gallery with Reuterswald paintings", "Reuters"),
        ("Здание акимата за деревьями", "Акимат"),
        ("Кітапхана сөрелері", "Кітап"),
        ("A bridge over ice", ""),
        ("", KENES),
    ],
)
def test_alt_text_that_only_shares_a_word_with_the_credit(alt: str, credit: str) -> None:
    story = an_illustrated_story(a_picture(credit=credit, creator=()), alt=alt)
    assert found(story, "alt-holds-credit") == []
