"""Credit records of any content, for properties."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from newsroom.domain.picture import CreditRecord

Texts = st.SearchStrategy[str]


def records(texts: Texts, **given: Any) -> st.SearchStrategy[CreditRecord]:
    """Draw records whose texts come from `texts`; `given` strategies replace some fields."""
    return st.builds(
        CreditRecord, **{**_fields(CreditRecord, texts), "beyond": st.just(""), **given}
    )


def values(kind: Any, texts: Texts) -> st.SearchStrategy[Any]:
    """Draw values of the type of a field."""
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0], texts), max_size=3).map(tuple)
    if is_dataclass(kind):
        return st.builds(kind, **_fields(kind, texts))
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    return texts


def field_values(name: str, texts: Texts) -> st.SearchStrategy[Any]:
    """Draw values for one field of a record."""
    return values(get_type_hints(CreditRecord)[name], texts)


def _fields(kind: Any, texts: Texts) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(kind)
    return {item.name: values(hints[item.name], texts) for item in fields(kind)}


def filled_record(text: str) -> CreditRecord:
    """Build a record whose every text is the one given."""
    record: CreditRecord = _filled(CreditRecord, text)
    return replace(record, beyond="")


def _filled(kind: Any, text: str) -> Any:
    if get_origin(kind) is tuple:
        return (_filled(get_args(kind)[0], text),) * 2
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{item.name: _filled(hints[item.name], text) for item in fields(kind)})
    return list(kind)[1] if issubclass(kind, StrEnum) else text
