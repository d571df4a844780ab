"""Which schema this version writes, and how its file is known; read before anything is opened."""

from __future__ import annotations

HEAD = "0009"
"""The newest migration. A test holds it equal to what Alembic finds."""

SCHEMA = int(HEAD)
"""The schema's number, kept in the file as `user_version`, so that opening needs no Alembic."""

APPLICATION_ID = 0x4E575352
"""Marks a SQLite file as a Newsroom library: "NWSR"."""
