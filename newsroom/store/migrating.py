"""Moving a library's file from one schema to another, by Alembic."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from newsroom.store.schema import APPLICATION_ID, HEAD

_SCRIPTS = Path(__file__).with_name("migrations")


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Move to a newer schema, in the caller's transaction; the views are left to be replayed."""
    command.upgrade(scripts(connection), to)
    _mark(connection, to)


def downgrade(connection: Connection, to: str) -> None:
    """Move back to an older schema, in the caller's transaction."""
    command.downgrade(scripts(connection), to)
    _mark(connection, to)


def scripts(connection: Connection) -> Config:
    """Point Alembic at our steps and at one connection, without a settings file."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _mark(connection: Connection, revision: str) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={int(revision)}")


def copy_before(file: Path, schema: int) -> Path:
    """Copy the library's file, whole and consistent, next to itself; give the copy's path.

    A copy made earlier from the same schema is replaced: the newest one is what a person needs.
    """
    target = file.with_name(f"library.before-schema-{schema:04d}.sqlite3")
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target
