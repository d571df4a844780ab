"""A first look into a library, by the database's own driver.

The library that everything else here goes by takes longer to import than a window to open. So that
the window stands with its list while that is going on, the few questions of a first look are asked
here in plain SQL; a test holds every answer equal to what the opened library answers.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from newsroom.domain.errors import NewsroomError
from newsroom.domain.glance import Glance
from newsroom.domain.house_record import house_from_json
from newsroom.domain.ids import MemberId
from newsroom.domain.member import Member, Role
from newsroom.store.rows import SUMMARY_COLUMNS, summary_of
from newsroom.store.schema import APPLICATION_ID, SCHEMA

FILE = "library.sqlite3"
ROWS = 24
"""How many articles are looked at: what a window shows of a list."""

_BUSY_MS = 50
"""Milliseconds to wait for another program: who would wait longer does not need a first look."""

_AMISS = (OSError, sqlite3.Error, ValueError, LookupError, TypeError, AttributeError)
"""What comes of a disk that is away and of tables that hold something else than we write."""

_NEWEST = f"""
    SELECT {", ".join(SUMMARY_COLUMNS)} FROM articles
    WHERE binned = '' ORDER BY changed DESC, id DESC LIMIT {ROWS}
"""
_MEMBERS = "SELECT id, name, roles FROM members ORDER BY name, id"


def glance(folder: Path, me: str) -> Glance | None:
    """Look into a library; `me` is the key under which it keeps who works on this laptop.

    None where there is nothing to see at a glance: no library, one of another version, a damaged
    one. What is wrong with it is found, and told, when it is opened.
    """
    file = folder / FILE
    try:
        if not file.is_file():
            return None
        with closing(_connect(file)) as connection:
            return _look(connection, me) if _is_ours(connection) else None
    except (*_AMISS, NewsroomError):
        return None


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_BUSY_MS / 1000, isolation_level=None)
    connection.execute("PRAGMA query_only=ON")
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    return bool(mark == APPLICATION_ID and schema == SCHEMA)


def _look(connection: sqlite3.Connection, key: str) -> Glance | None:
    connection.execute("BEGIN")
    remembered = dict(connection.execute("SELECT key, value FROM local_state"))
    members = tuple(_members(connection.execute(_MEMBERS)))
    me = next((one for one in members if one.id == remembered.get(key)), None)
    house = connection.execute("SELECT house FROM house").fetchone()
    if me is None or house is None:
        return None
    (total,) = connection.execute("SELECT count(*) FROM articles WHERE binned = ''").fetchone()
    return Glance(
        house=house_from_json(json.loads(house[0])),
        me=me,
        members=members,
        articles=tuple(map(summary_of, connection.execute(_NEWEST))),
        total=total,
        remembered=remembered,
    )


def _members(rows: Iterable[tuple[str, str, str]]) -> Iterable[Member]:
    for name, words, roles in rows:
        yield Member(MemberId(name), words, frozenset(map(Role, json.loads(roles))))
