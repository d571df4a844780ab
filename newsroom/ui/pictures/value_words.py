"""What a field of a credit record holds, in words on one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from newsroom.domain.lines import iso_in_words
from newsroom.domain.picture import RightsPeriod, Value
from newsroom.domain.vocabularies import Channel, words_for
from newsroom.ui.pictures.shelf import one_line


def value_words(value: Value, field: str) -> str:
    """Say the value of a field: terms and days in plain words, several parted by semicolons."""
    if field == "created" and isinstance(value, str):
        return iso_in_words(one_line(value))
    return "; ".join(_parts(value))


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, RightsPeriod):
        yield from _period(value)
    elif isinstance(value, StrEnum):
        yield from filter(None, (words_for(value),))
    elif isinstance(value, str):
        said = words_for(Channel(value)) if value in list(Channel) else one_line(value)
        yield from filter(None, (said,))
    elif is_dataclass(value):
        inside = (_parts(getattr(value, item.name)) for item in fields(value))
        yield from filter(None, (", ".join(part) for part in inside))
    else:
        for item in value:
            yield from filter(None, (", ".join(_parts(item)),))


def _period(rights: RightsPeriod) -> Iterator[str]:
    for word, day in (("from", rights.starts), ("until", rights.ends)):
        if day:
            yield f"{word} {iso_in_words(one_line(day))}"
    for several in (rights.territories, rights.channels):
        yield from filter(None, (", ".join(_parts(several)),))
