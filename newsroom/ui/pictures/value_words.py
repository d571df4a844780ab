"""What a field of a credit record holds, in words on one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from newsroom.domain.picture import Value
from newsroom.domain.vocabularies import Channel, words_for
from newsroom.ui.pictures.shelf import one_line


def value_words(value: Value) -> str:
    """Say a value: terms in plain words, several things parted by semicolons."""
    return "; ".join(_parts(value))


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, StrEnum):
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
