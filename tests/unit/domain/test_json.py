"""What the ledger holds is read back as it was written, and strange data does no harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsroom.domain.article import Content, content_from_json, content_to_json
from newsroom.domain.canonical import Json
from newsroom.domain.house import DEFAULT_REQUIRED, Logo
from newsroom.domain.house_record import house_from_json, house_to_json
from newsroom.domain.picture import CreditRecord, record_from_json, record_to_json
from newsroom.domain.times import from_iso, ledger_time, to_iso, zone
from tests.support.stories import PUBLISHED, a_content, a_figure, a_house, a_record


@pytest.mark.parametrize(
    "content",
    [
        Content(),
        a_content(lead=a_figure(), slug="snowmelt", embargo=PUBLISHED, tags=("а", "ә")),
        a_content(published=datetime(2026, 1, 1, tzinfo=UTC), lead=None),
    ],
)
def test_content(content: Content) -> None:
    assert content_from_json(content_to_json(content)) == content


def test_content_is_stored_in_nfc() -> None:
    content = a_content(headline="И\u0306", tags=("е\u0308",))
    assert content_from_json(content_to_json(content)).headline == "Й"
    assert content_from_json(content_to_json(content)).tags == ("ё",)


STRANGE: list[Json] = [None, True, 1, "text", [1, None, "kept"], {"picture": 1, "a": []}]


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize("field", [*content_to_json(Content())])
def test_strange_content_gives_a_content(field: str, value: Json) -> None:
    read = content_from_json({field: value, "unknown": value})
    assert content_from_json(content_to_json(read)) == read


def test_content_of_a_future_version_keeps_what_is_known() -> None:
    assert content_from_json({**content_to_json(a_content()), "mood": "calm"}) == a_content()


@pytest.mark.parametrize("record", [CreditRecord(), a_record(), a_record(creator=("А", "Б"))])
def test_credit_record(record: CreditRecord) -> None:
    assert record_from_json(record_to_json(record)) == record


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize("field", CreditRecord.__slots__)
def test_strange_credit_record_gives_a_record(field: str, value: Json) -> None:
    read = record_from_json({field: value})
    assert record_from_json(record_to_json(read)) == read


def test_house() -> None:
    house = a_house(logo=Logo("image/png", b"\x89PNG\x00"), required=frozenset({"b", "a"}), share=0)
    assert house_from_json(house_to_json(house)) == house
    assert house_from_json(house_to_json(replace(house, logo=None))).logo is None


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize("field", [*house_to_json(a_house())])
def test_strange_house_gives_a_house(field: str, value: Json) -> None:
    read = house_from_json({**house_to_json(a_house()), field: value})
    assert house_from_json(house_to_json(read)) == read


def test_a_house_that_requires_nothing_stays_so() -> None:
    assert house_from_json(house_to_json(a_house(required=frozenset()))).required == frozenset()
    assert house_from_json({}).required == DEFAULT_REQUIRED


def test_a_logo_that_is_not_base64_is_none() -> None:
    assert house_from_json({"logo": {"media_type": "image/png", "data": "!"}}).logo is None


def test_moments() -> None:
    moment = datetime(2026, 4, 14, 9, 30, 1, 250, tzinfo=timezone(timedelta(hours=5)))
    assert to_iso(moment) == "2026-04-14T09:30:01.000250+05:00"
    assert from_iso(to_iso(moment)) == moment
    assert to_iso(None) == ""
    assert from_iso("") is None
    assert from_iso("yesterday") is None
    assert from_iso("2026-04-14T09:30:00") == datetime(2026, 4, 14, 9, 30, tzinfo=UTC)


def test_ledger_times_sort_as_text() -> None:
    start = datetime(2026, 4, 14, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=5)))
    moments = [start + timedelta(microseconds=step) for step in (0, 1, 10**6, 10**9)]
    written = [ledger_time(moment) for moment in moments]
    assert written[0] == "2026-04-14T18:59:59.999999Z"
    assert written[1] == "2026-04-14T19:00:00.000000Z"
    assert written == sorted(written)


@pytest.mark.parametrize("name", ["", "Asia/Nowhere", "../../etc/passwd", "/etc/passwd", "\x00"])
def test_an_unknown_zone_is_utc(name: str) -> None:
    assert zone(name).key == "UTC"


def test_a_known_zone() -> None:
    assert zone("Asia/Almaty").key == "Asia/Almaty"
