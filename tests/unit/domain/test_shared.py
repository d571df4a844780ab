"""What is said of a page that is to be shared, and how its words are cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.domain.shared import SharedPage, cut, hints

GOOD = SharedPage(
    title="Snowmelt closes two bridges — Courier",
    headline="Snowmelt closes two bridges",
    description="Drivers are sent round by the lake.",
    url="https://www.steppe-courier.example/news/2026/04/14/snowmelt/",
    site="The Steppe Courier",
    large=True,
    picture="https://steppe-courier.example/a.jpg",
    width=1200,
    height=800,
    alt="A bridge",
)


def test_a_page_that_fits_everywhere_needs_no_words() -> None:
    assert hints(GOOD) == ()


@pytest.mark.parametrize(
    ("page", "word"),
    [
        (replace(GOOD, title="x" * 61), "61 characters"),
        (replace(GOOD, description="x" * 161), "161 characters"),
        (replace(GOOD, description=""), "no description"),
        (replace(GOOD, headline=""), "no headline"),
        (replace(GOOD, picture="", width=0, height=0), "no lead picture"),
        (replace(GOOD, width=640, height=480), "640 × 480"),
        (replace(GOOD, width=1600, height=600), "1600 × 600"),
        (replace(GOOD, url="", picture=""), "no web address"),
    ],
)
def test_each_thing_that_lacks_or_is_cut_is_said_once(page: SharedPage, word: str) -> None:
    (said,) = hints(page)
    assert word in said


def test_what_just_fits_is_not_remarked_on() -> None:
    assert hints(replace(GOOD, title="x" * 60, description="x" * 160, height=630)) == ()


def test_the_site_is_named_as_cards_print_it() -> None:
    assert GOOD.host == "steppe-courier.example"
    assert SharedPage().host == ""


@pytest.mark.parametrize(
    ("text", "length", "shown"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("two words more", 11, "two words …"),
        ("oneverylongword", 5, "oneve …"),
    ],
)
def test_words_are_cut_between_words(text: str, length: int, shown: str) -> None:
    assert cut(text, length) == shown
