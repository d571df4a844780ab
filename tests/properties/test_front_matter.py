"""What front matter says of pictures is read back as it was written, every field of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.picture import CreditRecord, RightsPeriod
from newsroom.markup.front_matter import FrontMatter, parse, write
from newsroom.pictures.text import tidy
from tests.support.records import records

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(["null", "~", "no", "- a", "{a: b}", "a: b", "#", "a\n\n b", "---", "’", "'"]),
).map(tidy)
RIGHTS = st.builds(
    RightsPeriod,
    starts=st.sampled_from(["", "2026-01-01"]),
    ends=st.sampled_from(["", "2026-12-31"]),
    territories=st.lists(st.sampled_from(["KZ", "NO"]), max_size=2).map(tuple),
    channels=st.lists(TEXTS, max_size=2).map(tuple),
)


@settings(max_examples=150)
@given(st.dictionaries(TEXTS.filter(bool), records(TEXTS, rights=RIGHTS), max_size=2))
def test_records_are_read_back_as_they_were_written(pictures: dict[str, CreditRecord]) -> None:
    expected = {name: _without_empty(record) for name, record in pictures.items()}
    again = parse(write(FrontMatter(pictures=pictures)))
    assert again.pictures == expected
    assert write(again) == write(FrontMatter(pictures=expected))


def _without_empty(value: Any) -> Any:
    """Leave out of lists what says nothing, at any depth."""
    if isinstance(value, tuple):
        kept = (_without_empty(one) for one in value)
        return tuple(one for one in kept if one and not (is_dataclass(one) and one == type(one)()))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {item.name: getattr(value, item.name) for item in fields(value)}
        return replace(value, **{name: _without_empty(part) for name, part in parts.items()})
    return value
