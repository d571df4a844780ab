"""Credit records in front matter, every field by its name: a text, a list, a table or many tables.

The names and shapes are those of the record itself, as `picture show --json` gives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields as fields_in
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from newsroom.domain.canonical import Json
from newsroom.domain.coding import encoded
from newsroom.domain.errors import Refused
from newsroom.domain.picture import FIELDS, CreditRecord
from newsroom.domain.record_faults import faults_of
from newsroom.markup.front_matter_nodes import Fields


def record_in(fields: Fields, picture: str) -> tuple[CreditRecord, tuple[str, ...]]:
    """Read what is known of a picture, and a sentence for each thing that was not used or is odd.

    Raises `Refused` for a text where a list of tables must stand and the like, and for a rights
    period that cannot be understood: taken as none, it would allow everything.
    """
    reading = _Reading(f" for {picture}")
    record = CreditRecord(**reading.parts(CreditRecord, fields, FIELDS))
    for path, fault in faults_of(record).items():
        if path.startswith("rights."):
            raise Refused(f"In the front matter, {path!r} for {picture} is wrong.", hint=fault)
        reading.warnings.append(f"The front matter's {path!r} for {picture} is odd: {fault}")
    return record, tuple(reading.warnings)


class _Reading:
    """Reads values of the types of a record's fields, and notes what is not known."""

    def __init__(self, where: str) -> None:
        self._where = where
        self.warnings: list[str] = []

    def parts(self, kind: Any, fields: Fields, names: tuple[str, ...]) -> dict[str, Any]:
        hints = get_type_hints(kind)
        self.warnings += (self._unused(name) for name in fields.names if name not in names)
        return {name: self._value(hints[name], fields, name) for name in names}

    def _value(self, kind: Any, fields: Fields, name: str) -> Any:
        if get_origin(kind) is tuple:
            (inner, *_) = get_args(kind)
            if is_dataclass(inner):
                return tuple(self._structures(inner, fields, name))
            return fields.texts(name)
        if is_dataclass(kind):
            return self._structure(kind, fields.table(name))
        if issubclass(kind, StrEnum):
            return self._term(kind, fields.text(name))
        return fields.text(name)

    def _structures(self, kind: Any, fields: Fields, name: str) -> Iterator[Any]:
        every = (self._structure(kind, one) for one in fields.rows(name))
        return (one for one in every if one != kind())

    def _structure(self, kind: Any, fields: Fields) -> Any:
        return kind(**self.parts(kind, fields, tuple(item.name for item in fields_in(kind))))

    def _term(self, kind: type[StrEnum], text: str) -> StrEnum:
        if text in list(kind):
            return kind(text)
        self.warnings.append(self._unused(text))
        return kind("")

    def _unused(self, name: str) -> str:
        return f"The front matter's {name!r}{self._where} is not known and was not used."


def record_value(record: CreditRecord) -> dict[str, Json]:
    """Give a record for `record_in` to read back; empty fields are left out."""
    values = {name: encoded(getattr(record, name)) for name in FIELDS}
    return {name: value for name, value in values.items() if value}
