"""Options for every field of a credit record, made from the record itself.

A text is `--credit`, a list is repeated (`--people A --people B`), a part of a structure is named
with it (`--contact-email`, `--rights-ends`), and what comes in several structures is written in one
text: `--licensor "name=AFP; url=https://www.afp.com/"`. An empty value clears a field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

import click

from newsroom.desk.illustrating import RecordFields
from newsroom.domain.canonical import Json
from newsroom.domain.errors import NotFound, Refused
from newsroom.domain.picture import (
    FIELDS,
    CreditRecord,
    record_from_json,
    record_to_json,
    value_from_json,
    value_to_json,
)
from newsroom.domain.record_faults import faults_of

_HELP = {
    "creator": "Who took it.",
    "credit": "The credit line as printed, without the house's form around it.",
    "source": "Who supplied the picture.",
    "copyright": "The copyright notice.",
    "usage_terms": "What the picture may be used for.",
    "web_statement": "The address of its rights statement.",
    "alt": "What a blind reader hears.",
    "caption": "What everyone reads.",
    "created": "When it was taken, as an ISO 8601 date.",
    "place": "Where it was taken.",
    "rights.starts": "The first day on which it may be used.",
    "rights.ends": "The last day on which it may be used.",
    "rights.territories": "A country's code where it may be shown.",
    "rights.channels": "Where it may go: web, social, syndication.",
    "source_type": "How it was made; trainedAlgorithmicMedia says by AI.",
}
_SEVERAL = "; may be repeated"


def record_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each field, and `--record` for a JSON file of them."""
    for path, kind in reversed([*_paths()]):
        command = _option(path, kind)(command)
    return click.option(
        "--record",
        "record_fields",
        callback=lambda _context, _option, path: _read(path),
        help="A JSON file of fields, as picture show --json gives them; - reads standard input.",
    )(command)


def _paths() -> Iterator[tuple[str, Any]]:
    """Walk the fields and the parts of structures, with their types."""
    for name, kind in _hints(CreditRecord).items():
        if name not in FIELDS:
            continue
        if is_dataclass(kind):
            yield from ((f"{name}.{part}", inner) for part, inner in _hints(kind).items())
        else:
            yield name, kind


def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {item.name: hints[item.name] for item in fields(kind)}


def _option(path: str, kind: Any) -> Callable[..., Any]:
    several = get_origin(kind) is tuple
    inner = get_args(kind)[0] if several else kind
    words = _HELP.get(path, f"{path.replace('_', ' ').replace('.', ': ').capitalize()}.")
    if is_dataclass(inner):
        words = f"{words[:-1]}: {'=…; '.join(_hints(inner))}=…."
    return click.option(
        f"--{_flag(path)}",
        path.replace(".", "__"),
        multiple=several,
        type=_term(inner) if isinstance(inner, type) and issubclass(inner, StrEnum) else str,
        help=f"{words[:-1]}{_SEVERAL}." if several else words,
    )


def _term(kind: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([one.value for one in kind])


def _flag(path: str) -> str:
    return path.replace(".", "-").replace("_", "-")


def given_fields(values: Mapping[str, Any], over: CreditRecord) -> RecordFields:
    """Give the fields that were named, their parts put over those of a record.

    Raises `Refused` for what no page could use.
    """
    data = record_to_json(over)
    named = set(_from_json(values.get("record_fields") or {}, data))
    for path, kind in _paths():
        value = values.get(path.replace(".", "__"))
        if value not in (None, ()):
            _put(data, path, _value(value, kind))
            named.add(path.partition(".")[0])
    _require_usable(record_from_json(data), named)
    return {name: value_from_json(name, data.get(name)) for name in named}


def _read(path: str | None) -> dict[str, Json]:
    """Read the file once, while the options are read: standard input gives its text once."""
    if path is None:
        return {}
    try:
        with click.open_file(path, encoding="utf-8") as file:
            read = json.loads(file.read())
    except OSError as error:
        raise NotFound(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise Refused(f"{path} is not JSON: {error}.") from error
    if not isinstance(read, dict):
        raise Refused(f"{path} holds no fields.", hint="Write them as one JSON object.")
    return read


def _from_json(read: Mapping[str, Json], data: dict[str, Json]) -> Iterator[str]:
    for name in FIELDS:
        if name in read:
            _require_understood(name, read[name])
            data[name] = read[name]
            yield name


def _require_understood(name: str, said: Json) -> None:
    """Refuse what would be taken for nothing, and so would empty the field."""
    if _filled(value_to_json(value_from_json(name, said))) != _filled(said):
        raise Refused(
            f"The record's {name!r} was not understood.",
            hint="Write it as picture show --json gives it.",
        )


def _filled(said: Json) -> Json:
    """Leave out the parts that say nothing."""
    if isinstance(said, dict):
        return {name: part for name, value in said.items() if (part := _filled(value))}
    return [*map(_filled, said)] if isinstance(said, list) else said or ""


def _value(value: Any, kind: Any) -> Json:
    if not isinstance(value, tuple):
        return str(value)
    inner = get_args(kind)[0]
    texts = [text for text in value if text]
    return [_structure(text, inner) if is_dataclass(inner) else text for text in texts]


def _structure(text: str, kind: Any) -> Json:
    parts: dict[str, Json] = {}
    for piece in text.split(";"):
        name, _, value = piece.partition("=")
        if name.strip() not in _hints(kind):
            known = ", ".join(_hints(kind))
            raise Refused(f"{piece.strip()!r} was not taken.", hint=f"Its parts are: {known}.")
        parts[name.strip()] = value.strip()
    return parts


def _put(data: dict[str, Json], path: str, value: Json) -> None:
    name, _, part = path.partition(".")
    inner = data.get(name)
    if part:
        data[name] = {**(inner if isinstance(inner, dict) else {}), part: value}
    else:
        data[name] = value


def _require_usable(record: CreditRecord, named: set[str]) -> None:
    for path, fault in faults_of(record).items():
        if path.partition(".")[0] in named:
            said = at(record_to_json(record), path)
            words = f" {said!r}" if isinstance(said, str) else ""
            raise Refused(f"--{_flag(path)}{words} was not taken.", hint=fault)


def at(data: Json, path: str) -> Json:
    """Give the value at a path of JSON objects; None where there is none."""
    for name in path.split("."):
        data = data.get(name) if isinstance(data, dict) else None
    return data
