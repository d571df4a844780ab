"""IIM, the older standard beside XMP: its fields, their limits, and blocks of it in a JPEG.

Limits are in bytes (IIM 4.2; IPTC Photo Metadata Standard, IIM column): a credit holds 32, sixteen
Cyrillic letters in UTF-8. So what is written here is a copy that is cut between two characters,
marked as UTF-8 (1:90, `ESC % G`), and XMP stays the master.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.domain.canonical import Json
from newsroom.pictures.text import cut

UTF8_MARK = b"\x1b%G"
_LARGEST_BLOCK = 60_000
"""Bytes. A JPEG segment holds 65,533; what would go beyond is left out, as with any other limit."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?", re.ASCII)
_OFFSET = re.compile(r"([+-]\d\d):?(\d\d)$", re.ASCII)


@dataclass(frozen=True, slots=True)
class DataSet:
    """A dataset of record 2: the record's field, exiv2's name for it, its number and its bytes."""

    field: str
    name: str
    number: int
    limit: int


DATA_SETS = (
    DataSet("title", "ObjectName", 5, 64),
    DataSet("keywords", "Keywords", 25, 64),
    DataSet("rights.starts", "ReleaseDate", 30, 8),
    DataSet("rights.ends", "ExpirationDate", 37, 8),
    DataSet("instructions", "SpecialInstructions", 40, 256),
    DataSet("created", "DateCreated", 55, 8),
    DataSet("creator", "Byline", 80, 32),
    DataSet("creator_title", "BylineTitle", 85, 32),
    DataSet("job", "TransmissionReference", 103, 32),
    DataSet("headline", "Headline", 105, 256),
    DataSet("credit", "Credit", 110, 32),
    DataSet("source", "Source", 115, 32),
    DataSet("copyright", "Copyright", 116, 128),
    DataSet("caption", "Caption", 120, 2000),
    DataSet("caption_writer", "Writer", 122, 32),
)
PLACES = ("SubLocation", "City", "ProvinceState", "CountryName")
READ = (*(one.name for one in DATA_SETS), "TimeCreated", *PLACES, "CountryCode")
"""What is asked of exiv2."""

LIMITS = {one.field: one.limit for one in DATA_SETS}
_DATES = frozenset({"created", "rights.starts", "rights.ends"})
_TIME = 60


def written(data: Mapping[str, Json]) -> bytes:
    """Write what IIM can hold of a record's JSON; nothing where that is nothing."""
    sets = b""
    for one in DATA_SETS:
        for value in _values(one, data):
            if value and len(sets) + len(value) < _LARGEST_BLOCK:
                sets += _dataset(2, one.number, value)
    if time := _time(str(data.get("created", ""))):
        sets += _dataset(2, _TIME, time)
    head = _dataset(1, 90, UTF8_MARK) + _dataset(2, 0, b"\x00\x04")
    return head + sets if sets else b""


def _values(one: DataSet, data: Mapping[str, Json]) -> Iterator[bytes]:
    value = _at(data, one.field)
    for text in value if isinstance(value, list) else [value]:
        if isinstance(text, str):
            yield _date(text) if one.field in _DATES else cut(text, one.limit)


def _at(data: Mapping[str, Json], path: str) -> Json:
    first, _, rest = path.partition(".")
    value = data.get(first)
    return _at(value, rest) if rest and isinstance(value, dict) else None if rest else value


def _date(text: str) -> bytes:
    found = _DATE.match(text)
    if not found:
        return b""
    return f"{found[1]}{found[2] or '00'}{found[3] or '00'}".encode()


def _time(text: str) -> bytes:
    """Write the time of a moment; IIM asks for an offset, so a local time has none to give."""
    found, offset = _DATE.match(text), _OFFSET.search(text.replace("Z", "+00:00"))
    if not found or not found[4] or not offset:
        return b""
    return f"{found[4]}{found[5]}{found[6] or '00'}{offset[1]}{offset[2]}".encode()


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def read(block: bytes) -> dict[str, tuple[bytes, ...]]:
    """Read a block of ours back: values by exiv2's names; what follows damage is left out."""
    names = {one.number: one.name for one in DATA_SETS} | {_TIME: "TimeCreated"}
    found: dict[str, tuple[bytes, ...]] = {}
    for record, number, value in _datasets(block):
        if record == 2 and number in names:
            name = names[number]
            found[name] = (*found.get(name, ()), value)
    return found


def _datasets(block: bytes) -> Iterable[tuple[int, int, bytes]]:
    place = 0
    while place + 5 <= len(block) and block[place] == 0x1C:
        record, number, length = struct.unpack_from(">BBH", block, place + 1)
        yield record, number, block[place + 5 : place + 5 + length]
        place += 5 + length
