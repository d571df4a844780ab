"""Frozen values of text as JSON, and back: what is empty is left out, what is unknown is kept.

Serves values made of text, terms of closed sets, tuples of these, and dataclasses of all that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from newsroom.domain.canonical import Json

Read = Callable[[Json], Any]


def encoded(value: Any) -> Json:
    """Give a value as JSON: an object without its empty fields, a list, or a text."""
    if isinstance(value, str):
        return str(value)
    if is_dataclass(value):
        parts = {item.name: encoded(getattr(value, item.name)) for item in fields(value)}
        return {name: part for name, part in parts.items() if part}
    return [encoded(item) for item in value]


@cache
def reader(kind: Any) -> Read:
    """Give the function that reads a type back; what does not fit the type reads as empty."""
    if get_origin(kind) is tuple:
        return _list_reader(get_args(kind)[0])
    if is_dataclass(kind):
        return _object_reader(kind)
    if issubclass(kind, StrEnum):
        return lambda value: kind(value) if value in list(kind) else kind("")
    return lambda value: value if isinstance(value, str) else ""


@cache
def readers(kind: type) -> dict[str, Read]:
    """Give the readers of a dataclass's fields by their names."""
    hints = get_type_hints(kind)
    return {item.name: reader(hints[item.name]) for item in fields(kind)}


def _list_reader(inner: Any) -> Read:
    read = reader(inner)
    shape = dict if is_dataclass(inner) else str

    def read_list(value: Json) -> Any:
        items = value if isinstance(value, list) else []
        return tuple(read(item) for item in items if isinstance(item, shape))

    return read_list


def _object_reader(kind: Any) -> Read:
    def read_object(value: Json) -> Any:
        data: Mapping[str, Json] = value if isinstance(value, dict) else {}
        return kind(**{name: read(data.get(name)) for name, read in readers(kind).items()})

    return read_object


def leftover(whole: Json, known: Json) -> Json:
    """Give what a JSON says beyond what was read from it; None where that is nothing."""
    if whole == known:
        return None
    if isinstance(whole, dict) and isinstance(known, dict):
        beyond = {name: value for name, value in whole.items() if name not in known}
        for name in whole.keys() & known.keys():
            if (rest := leftover(whole[name], known[name])) is not None:
                beyond[name] = rest
        return beyond or None
    if isinstance(whole, list) and isinstance(known, list) and len(whole) == len(known):
        rests = [leftover(*pair) for pair in zip(whole, known, strict=True)]
        return rests if any(rest is not None for rest in rests) else None
    return None


def together(known: Json, beyond: Json) -> Json:
    """Put back what `leftover` gave; where both say something, what is known wins."""
    if isinstance(known, dict) and isinstance(beyond, dict):
        kept = {name: value for name, value in beyond.items() if name not in known}
        return kept | {name: together(value, beyond.get(name)) for name, value in known.items()}
    if isinstance(known, list) and isinstance(beyond, list) and len(known) == len(beyond):
        return [together(*pair) for pair in zip(known, beyond, strict=True)]
    return known
