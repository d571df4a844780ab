"""Connections to the library's file: one lane for writing, as many as needed for reading."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT = 5000
"""Milliseconds to wait for another program's transaction."""

_COMMON = (f"PRAGMA busy_timeout={BUSY_TIMEOUT}", "PRAGMA foreign_keys=ON")
_WRITER = (*_COMMON, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL")
_READER = (*_COMMON, "PRAGMA query_only=ON")


def writer(file: Path) -> Engine:
    """Make the write lane: one connection, whose transactions start as `BEGIN IMMEDIATE`."""
    return _engine(file, _WRITER, "BEGIN IMMEDIATE", most=1)


def readers(file: Path) -> Engine:
    """Make the pool for reading: a transaction sees one moment, and can write nothing."""
    return _engine(file, _READER, "BEGIN", most=None)


def _engine(file: Path, pragmas: Sequence[str], begin: str, *, most: int | None) -> Engine:
    # The driver's own transaction control is off: it would begin too late and too weakly.
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        connect_args={"isolation_level": None},
        # What goes wrong is logged, and the log holds no word that somebody wrote.
        hide_parameters=True,
        pool_size=most or 4,
        max_overflow=0 if most else -1,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: SqliteConnection, _record: ConnectionPoolEntry) -> None:
        for pragma in pragmas:
            connection.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def flush_log(file: Path) -> None:
    """Force what was committed to the disk, as `synchronous=FULL` would have done.

    Whether a transaction holds an entry or a draft is known only in its middle, where SQLite no
    longer lets the pragma change; so those pay one fsync, right after their commit, and what can be
    made again pays nothing.
    """
    log = file.with_name(f"{file.name}-wal")
    if not log.exists():
        return
    with log.open("rb+") as handle:
        os.fsync(handle.fileno())
