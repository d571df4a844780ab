"""Whether a file's standards say the same of a field, as far as each of them can say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import zip_longest

from newsroom.domain.canonical import Json
from newsroom.domain.picture import FIELDS, Claim, Disagreement, value_from_json
from newsroom.pictures.iim import LIMITS

_CUT_PLACE = 32
_LONGEST_LETTER = 4


def disagreements(layers: Mapping[str, Mapping[str, Json]]) -> tuple[Disagreement, ...]:
    """List the fields of which standards, given in order of precedence, say different things."""
    found = []
    for name in sorted(_shared(layers.values()), key=FIELDS.index):
        said = {standard: layer[name] for standard, layer in layers.items() if layer.get(name)}
        first = next(iter(said.values()), None)
        if any(not _agree(name, first, other) for other in said.values()):
            claims = tuple(
                Claim(standard, value_from_json(name, value)) for standard, value in said.items()
            )
            found.append(Disagreement(name, claims))
    return tuple(found)


def _shared(layers: Iterable[Mapping[str, Json]]) -> set[str]:
    """Name the fields of which more than one standard says something."""
    seen: set[str] = set()
    shared: set[str] = set()
    for layer in layers:
        said = {name for name, value in layer.items() if value}
        shared |= seen & said
        seen |= said
    return shared


def _agree(name: str, full: Json, other: Json) -> bool:
    if full == other:
        return True
    if isinstance(full, dict) and isinstance(other, dict):
        return all(full.get(key, value) == value for key, value in other.items())
    if isinstance(full, list) and isinstance(other, list):
        return all(_same(name, str(a), str(b)) for a, b in zip_longest(full, other, fillvalue=""))
    return _same(name, str(full), str(other))


def _same(name: str, full: str, other: str) -> bool:
    """Whether one text is the other, or what a narrower standard could hold of it."""
    one, two = " ".join(full.split()), " ".join(other.split())
    if name == "created":
        return _same_moment(one, two)
    if name == "place":
        return all(
            _is_cut(a, b, _CUT_PLACE) for a, b in zip_longest(*_parts(one, two), fillvalue="")
        )
    return _is_cut(one, two, LIMITS.get(name, 0))


def _parts(*places: str) -> list[list[str]]:
    return [place.split(", ") for place in places]


def _is_cut(full: str, other: str, limit: int) -> bool:
    """Whether the other text is the full one, or its beginning as long as the limit allows.

    Writers cut in bytes of UTF-8 or of an old alphabet, where a letter has one.
    """
    if full == other:
        return True
    at_limit = len(other.encode()) > limit - _LONGEST_LETTER or len(other) >= limit - 1
    return bool(limit and other) and full.startswith(other) and at_limit


def _same_moment(one: str, two: str) -> bool:
    """Whether two moments differ only in how much of them is said."""
    short, long = sorted((one, two), key=len)
    return long.startswith(short)
