"""What entries hold is read back as it was written, whatever it is."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Content, content_from_json, content_to_json
from newsroom.domain.canonical import Json, canonical_bytes
from newsroom.domain.document import Figure
from newsroom.domain.house import House, Logo, Section, SocialLink, Wording
from newsroom.domain.house_pictures import Agency, PictureRules, Preset
from newsroom.domain.house_record import house_from_json, house_to_json
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import FIELDS, CreditRecord, record_from_json, record_to_json
from tests.support.records import records

RAW = st.text(st.characters(codec="utf-8"), max_size=20)
TEXTS = RAW.map(lambda text: unicodedata.normalize("NFC", text))
MANY = st.lists(TEXTS, max_size=3).map(tuple)
ZONES = st.one_of(
    st.just(UTC), st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
)
MOMENTS = st.none() | st.datetimes(timezones=ZONES)
FIGURES = st.builds(Figure, TEXTS.map(PictureId), TEXTS, TEXTS)
CONTENTS = st.builds(
    Content,
    headline=TEXTS,
    standfirst=TEXTS,
    section=TEXTS,
    language=TEXTS,
    place=TEXTS,
    published=MOMENTS,
    byline=TEXTS,
    sources=MANY,
    tags=MANY,
    lead=st.none() | FIGURES,
    slug=TEXTS,
    embargo=MOMENTS,
    body=TEXTS,
)
RECORDS = records(TEXTS)
WORDINGS = st.builds(
    Wording,
    credit_forms=MANY,
    tagline=TEXTS,
    home_label=TEXTS,
    date_format=TEXTS,
    dateline=TEXTS,
    credit_prefix=TEXTS,
    notice=TEXTS,
    sections=st.dictionaries(TEXTS, TEXTS, max_size=2),
)
HOUSES = st.builds(
    House,
    name=TEXTS,
    url=TEXTS,
    language=TEXTS,
    short_name=TEXTS,
    tagline=TEXTS,
    languages=MANY,
    time_zone=TEXTS,
    home_label=TEXTS,
    date_format=TEXTS,
    dateline=TEXTS,
    credit_prefix=TEXTS,
    social=st.lists(st.builds(SocialLink, TEXTS, TEXTS), max_size=2).map(tuple),
    feed=TEXTS,
    sections=st.lists(st.builds(Section, TEXTS, TEXTS), max_size=2).map(tuple),
    share=st.integers(0, 100),
    notice=TEXTS,
    theme=TEXTS,
    logo=st.none() | st.builds(Logo, TEXTS, st.binary(max_size=20)),
    required=st.frozensets(TEXTS, max_size=3),
    credit_forms=MANY,
    wanted=st.frozensets(TEXTS, max_size=2),
    overridable=st.frozensets(TEXTS, max_size=2),
    pictures=st.builds(
        PictureRules,
        channels=MANY,
        territories=MANY,
        agencies=st.lists(st.builds(Agency, TEXTS, MANY), max_size=2).map(tuple),
        presets=st.lists(st.builds(Preset, TEXTS, RECORDS), max_size=2).map(tuple),
    ),
    wordings=st.dictionaries(TEXTS, WORDINGS, max_size=2),
)
JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | RAW,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(RAW, inner, max_size=3),
    max_leaves=8,
)


def stored(value: Json) -> dict[str, Json]:
    """Take a JSON object through its canonical bytes, as the ledger does."""
    read = json.loads(canonical_bytes(value))
    assert isinstance(read, dict)
    return read


@given(CONTENTS)
def test_content_comes_back(content: Content) -> None:
    assert content_from_json(stored(content_to_json(content))) == content


@given(RECORDS)
def test_credit_record_comes_back(record: CreditRecord) -> None:
    assert record_from_json(stored(record_to_json(record))) == record


@given(st.dictionaries(st.sampled_from(FIELDS) | RAW, JSON, max_size=4), TEXTS)
def test_what_a_later_version_wrote_survives_an_edit(data: dict[str, Json], credit: str) -> None:
    entry = {name: value for name, value in stored(data).items() if name not in FIELDS}
    record = replace(record_from_json(entry), credit=credit)
    written = stored(record_to_json(record))
    assert {name: written.get(name) for name in entry} == entry
    assert record_from_json(written) == record


@given(RECORDS, st.dictionaries(RAW.filter(lambda key: key not in FIELDS), JSON, max_size=2), RAW)
def test_unknown_parts_of_known_fields_survive_an_edit(
    record: CreditRecord, more: dict[str, Json], headline: str
) -> None:
    entry = stored(record_to_json(record))
    entry["contact"] = {**_object(entry.get("contact")), "fax": "1", "x": stored(more)}
    entry["licensor"] = [{"name": "A", "house": {"a": 1}}, {"name": "B"}]
    edited = replace(record_from_json(entry), headline=headline)
    written = stored(record_to_json(edited))
    assert written["contact"] == entry["contact"]
    assert written["licensor"] == entry["licensor"]


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


@given(HOUSES)
def test_house_comes_back(house: House) -> None:
    assert house_from_json(stored(house_to_json(house))) == house


@given(JSON)
def test_canonical_bytes_are_a_fixed_point(value: Json) -> None:
    written = canonical_bytes(value)
    assert canonical_bytes(json.loads(written)) == written


@given(st.dictionaries(st.sampled_from([*content_to_json(Content())]), JSON, max_size=5))
def test_strange_content_settles(data: dict[str, Json]) -> None:
    content = content_from_json(stored(data))
    assert content_from_json(content_to_json(content)) == content


@given(st.dictionaries(st.sampled_from(["logo", "wordings", "social", "sections"]), JSON))
def test_strange_house_settles(data: dict[str, Json]) -> None:
    house = house_from_json(stored(data))
    assert house_from_json(house_to_json(house)) == house
