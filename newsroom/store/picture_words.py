"""Words of pictures: which pictures hold a piece of text, out of any number.

An index of any three characters in a row (FTS5, trigram) over `PictureRow.words`, by its `key`. It
answers for what stands in few pictures. What stands in many is found soon by leafing through them,
newest first, and so is what is shorter than three characters.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection

from newsroom.domain.ids import PictureId
from newsroom.store.models import PICTURE_WORDS, PICTURE_WORDS_FORM

FEW = 6000
"""Pictures. So many are fetched and put in order in a hundredth of a second."""

_GRAM = 3


def key_of(picture: PictureId) -> int:
    """Give a picture's number: 63 bits of a hash, the same on every laptop."""
    return int.from_bytes(hashlib.sha256(picture.encode()).digest()[:8]) >> 1


def put(connection: Connection, key: int, before: str, now: str) -> None:
    """Index the words of a picture in place of those before, which the index wants to be told."""
    if before == now:
        return
    if before:
        connection.exec_driver_sql(
            f"INSERT INTO {PICTURE_WORDS}({PICTURE_WORDS}, rowid, words) VALUES ('delete', ?, ?)",
            (key, before),
        )
    if now:
        connection.exec_driver_sql(
            f"INSERT INTO {PICTURE_WORDS}(rowid, words) VALUES (?, ?)", (key, now)
        )


def keys_with(connection: Connection, words: Sequence[str]) -> list[int] | None:
    """Give the keys of the pictures that hold each of some folded words; None where that cannot be
    told, or they are more than `FEW`.

    Words shorter than three characters are left out of the question.
    """
    asked = " ".join(f'"{word.replace(chr(34), chr(34) * 2)}"' for word in words if _is_long(word))
    if not asked:
        return None
    found = connection.exec_driver_sql(
        f"SELECT rowid FROM {PICTURE_WORDS} WHERE {PICTURE_WORDS} MATCH ? LIMIT ?",
        (asked, FEW + 1),
    )
    keys = [*found.scalars()]
    return keys if len(keys) <= FEW else None


def _is_long(word: str) -> bool:
    return len(word) >= _GRAM and "\0" not in word


def recreate(connection: Connection) -> None:
    """Make the index anew and empty."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {PICTURE_WORDS}")
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE {PICTURE_WORDS} USING fts5({PICTURE_WORDS_FORM})"
    )
