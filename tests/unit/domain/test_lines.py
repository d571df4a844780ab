"""Dateline, date and credit, as each language prints them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsroom.domain.house import House, Wording
from newsroom.domain.lines import (
    credit_line,
    date_line,
    dateline,
    day_in_short,
    day_in_words,
    iso_in_words,
    weekday_in_short,
)
from tests.support.stories import a_house, a_record

MOMENT = datetime(2026, 5, 2, 9, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "02 May, 2026 | 14:07"),
        ("ru", "02 мая, 2026 | 14:07"),
        ("kk", "02 мамыр, 2026 | 14:07"),
        ("de", "02 May, 2026 | 14:07"),
        ("", "02 May, 2026 | 14:07"),
    ],
)
def test_months_are_named_in_the_language_of_the_story(language: str, line: str) -> None:
    assert date_line(MOMENT, a_house(), language) == line


def test_the_house_decides_the_zone() -> None:
    assert date_line(MOMENT, a_house(time_zone="America/New_York"), "en").endswith("05:07")
    assert date_line(MOMENT, a_house(time_zone="UTC"), "en").endswith("09:07")


def test_the_zone_of_the_moment_does_not_matter() -> None:
    elsewhere = MOMENT.astimezone(timezone(timedelta(hours=-9)))
    assert date_line(elsewhere, a_house(), "en") == date_line(MOMENT, a_house(), "en")


def test_the_day_turns_at_midnight_of_the_house() -> None:
    late = datetime(2026, 4, 30, 19, 30, tzinfo=UTC)
    assert date_line(late, a_house(), "kk") == "01 мамыр, 2026 | 00:30"


def test_kazakhstan_moved_to_one_zone_in_2024() -> None:
    before = datetime(2024, 2, 29, 0, 0, tzinfo=UTC)
    after = datetime(2024, 3, 1, 0, 0, tzinfo=UTC)
    assert date_line(before, a_house(), "en").endswith("06:00")
    assert date_line(after, a_house(), "en").endswith("05:00")


def test_an_unknown_zone_is_utc() -> None:
    assert date_line(MOMENT, a_house(time_zone="Steppe/Nowhere"), "en").endswith("09:07")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Sat Saturday May 2026"),
        ("ru", "суб суббота мая 2026"),
        ("kk", "сен сенбі мам 2026"),
    ],
)
def test_weekdays_and_short_names(language: str, line: str) -> None:
    month = "%b" if language == "kk" else "%B"
    assert date_line(MOMENT, a_house(date_format=f"%a %A {month} %Y"), language) == line


def test_a_language_may_have_a_form_of_its_own() -> None:
    house = a_house(
        wordings={"kk": Wording(date_format="%Y жылғы %d %B", dateline="{date}, {place}")}
    )
    assert dateline("Ақтөбе", MOMENT, house, "kk") == "2026 жылғы 02 мамыр, Ақтөбе"
    assert dateline("Aktobe", MOMENT, house, "en") == "Aktobe • 02 May, 2026 | 14:07"


def test_a_part_that_is_missing_takes_no_separator() -> None:
    assert dateline("", MOMENT, a_house(), "en") == "02 May, 2026 | 14:07"
    assert dateline("Astana, Kazakhstan", None, a_house(), "en") == "Astana, Kazakhstan"
    assert dateline("", None, a_house(), "en") == ""


def test_a_place_with_braces_or_percents_is_printed_as_it_is() -> None:
    assert dateline("{place} %B", MOMENT, a_house(), "en").startswith("{place} %B • ")


@pytest.mark.parametrize(
    ("language", "line"), [("en", "Credit: QZ"), ("ru", "Фото: QZ"), ("kk", "Сурет: QZ")]
)
def test_credit_in_each_language(language: str, line: str) -> None:
    assert credit_line(a_record(credit="QZ"), a_house(), language) == line


def test_no_credit_gives_no_line() -> None:
    assert credit_line(a_record(credit=""), a_house(), "en") == ""


def test_every_month_has_a_name_in_every_language() -> None:
    house: House = a_house(date_format="%B")
    for language in ("en", "ru", "kk"):
        names = {
            date_line(datetime(2026, month, 15, tzinfo=UTC), house, language)
            for month in range(1, 13)
        }
        assert len(names) == 12


@pytest.mark.parametrize(
    ("today", "words", "short"),
    [
        (date(2026, 12, 31), "4 May", "4 May"),
        (date(2027, 1, 1), "4 May 2026", "4 May 2026"),
        (None, "4 May 2026", ""),
    ],
)
def test_the_window_names_a_day_in_words(today: date | None, words: str, short: str) -> None:
    day = date(2026, 5, 4)
    assert day_in_words(day, today) == words
    assert not today or day_in_short(day, today) == short
    assert weekday_in_short(day) == "Mon"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-05-04", "4 May 2026"),
        ("2026-05-04T10:00:00+05:00", "4 May 2026, 10:00:00+05:00"),
        ("2026-05", "2026-05"),
        ("about noon", "about noon"),
        ("2026-05-04, about noon", "2026-05-04, about noon"),
        ("", ""),
    ],
)
def test_an_iso_day_is_written_in_words_and_what_is_none_stays(text: str, words: str) -> None:
    assert iso_in_words(text) == words


def test_the_day_of_a_moment_may_be_written_without_its_time() -> None:
    assert iso_in_words("2026-05-04T10:00:00", timed=False) == "4 May 2026"
