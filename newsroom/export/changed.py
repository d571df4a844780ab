"""A picture file that is not the one that was written: what of it differs, as the file tells.

What its page says too is compared with the page (`credits`, `described`). A caption, a headline or
keywords stand in no exported file, whatever the record holds: those came in afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.domain.canonical import Json
from newsroom.domain.errors import Refused
from newsroom.domain.picture import CreditRecord, record_to_json
from newsroom.pictures.embedding import exported, look_inside
from newsroom.pictures.properties import NAMES, at


def differing_words(data: bytes) -> str:
    """Say in whole sentences what came into an image file; empty where it does not tell."""
    try:
        record = look_inside(data).record
    except Refused:
        return "It cannot be read as a picture any more."
    came = list(_never_exported(record))
    return f"It says what no export writes: {'; '.join(came)}." if came else ""


def _never_exported(record: CreditRecord) -> Iterator[str]:
    said = record_to_json(record)
    written = record_to_json(exported(record, record.alt))
    for path, name in NAMES.items():
        value = at(said, path)
        if value and value != at(written, path):
            yield f"{path.replace('_', ' ').replace('.', ' ')} ({name}) {_shown(value)}".strip()


def _shown(value: Json) -> str:
    match value:
        case str():
            return repr(value)
        case list():
            return ", ".join(map(_shown, value))
        case dict():
            return ", ".join(map(_shown, value.values()))
        case _:
            return ""
