"""The folder of a library: what is in it, and whether a folder is one."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from newsroom.domain.errors import NotFound, Refused, Unavailable
from newsroom.store.schema import APPLICATION_ID, HEAD, SCHEMA
from newsroom.store.trouble import damaged, not_a_library, read_only, too_new

FILE = "library.sqlite3"
PICTURES = "pictures"
_UNFINISHED = f"{FILE}.new"
_STRAY = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})

_SYNCED = {
    "dropbox": "Dropbox",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "yandex.disk": "Yandex Disk",
    "yandexdisk": "Yandex Disk",
    "nextcloud": "Nextcloud",
}


def sync_warning(folder: Path) -> str:
    """Warn of a folder that a service copies while we write to it; empty when there is none."""
    for part in folder.expanduser().resolve().parts:
        for mark, service in _SYNCED.items():
            if part.casefold() == mark or part.casefold().startswith((f"{mark} ", f"{mark}-")):
                return (
                    f"This library lies in {service}, which copies files while they are being "
                    "written and can damage them. Move it to a folder of this computer only."
                )
    return ""


def prepare(folder: Path) -> Path:
    """Make or take an empty folder for a new library; give where to build its file.

    Raises `Refused` for a folder that holds anything, `Unavailable` when it cannot be made.
    """
    try:
        if (folder / FILE).exists():
            raise Refused(f"{folder} already holds a library.", hint="Open it instead.")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = {item.name for item in folder.iterdir()}
        if {name for name in held - _STRAY if not name.startswith(_UNFINISHED)}:
            raise Refused(f"{folder} is not empty.", hint="Choose a new or an empty folder.")
        for name in held - _STRAY:
            (folder / name).unlink()
        folder.chmod(0o700)
        (folder / PICTURES).mkdir(mode=0o700)
        unfinished = folder / _UNFINISHED
        unfinished.touch(mode=0o600)
    except FileExistsError as error:
        raise Refused(f"{folder} is a file.", hint="Choose a new or an empty folder.") from error
    except OSError as error:
        raise Unavailable(
            f"A library cannot be made in {folder}: {error.strerror}.",
            hint="Choose a folder that you may write to, on a disk with free space.",
        ) from error
    return unfinished


def locate(folder: Path) -> Path:
    """Find the library's file in a folder.

    Raises `NotFound` for no folder, `Refused` for another kind of folder, `Unavailable` for one
    that cannot be written or whose file is empty.
    """
    file = folder / FILE
    try:
        if not folder.exists():
            raise NotFound(
                f"There is no folder {folder}.",
                hint="Check its name, or make a new library there.",
            )
        if not folder.is_dir() or not file.is_file():
            raise not_a_library(folder)
        if not (_writable(folder) and _writable(file)):
            raise read_only(folder)
        if file.stat().st_size == 0:
            raise damaged(folder)
    except OSError as error:
        raise Unavailable(
            f"The folder {folder} cannot be looked into: {error.strerror}.",
            hint="Check that you may read it and that its disk is connected.",
        ) from error
    return file


def schema_of(file: Path) -> int:
    """Read the number of the schema of a library's file, after a look at its health.

    Raises `Refused` for a file of another program or of a newer version, `Unavailable` for a
    damaged one. Opens nothing but the file's header unless something is odd.
    """
    folder = file.parent
    with closing(sqlite3.connect(file)) as connection:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        if mark != APPLICATION_ID:
            raise not_a_library(folder)
        if schema > SCHEMA:
            raise too_new(folder)
        if schema == SCHEMA and _revision(connection) != HEAD:
            raise too_new(folder)
        if schema < 1 or (_too_short(connection, file) and not _sound(connection)):
            raise damaged(folder)
    return int(schema)


def _revision(connection: sqlite3.Connection) -> str:
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError:
        return ""
    return row[0] if row else ""


def _too_short(connection: sqlite3.Connection, file: Path) -> bool:
    """Whether the file holds fewer pages than it says, which a copy cut short does."""
    if file.with_name(f"{file.name}-wal").exists():
        return False
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return bool(file.stat().st_size < pages * size)


def _sound(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("PRAGMA quick_check(1)").fetchall()
    return bool(rows == [("ok",)])


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def abandon(folder: Path) -> None:
    """Take away a library that could not be begun: it holds nothing that anybody wrote."""
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        (folder / name).unlink(missing_ok=True)
    pictures = folder / PICTURES
    if pictures.is_dir() and not any(pictures.iterdir()):
        pictures.rmdir()
