"""What SQLite and the disk complain of, in words that say what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from newsroom.domain.errors import NewsroomError, Refused, Unavailable

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_MISSING = "no such table"
"""The schema's number was read before, so a table that is not there was taken away."""

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_DISK = _NO_ROOM | {errno.EIO}
"""What a disk answers when it cannot take what is forced onto it."""

_CLOSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


@contextmanager
def plain_words(folder: Path) -> Iterator[None]:
    """Turn trouble with the library's file into `Unavailable`; a bug of ours passes as it is."""
    try:
        yield
    except DBAPIError as error:
        known = _explain(error.orig, folder)
        if known is None:
            raise
        raise known from error
    except sqlite3.Error as error:
        known = _explain(error, folder)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        if error.errno not in _DISK:
            raise
        raise (_full(folder) if error.errno in _NO_ROOM else _unreadable(folder)) from error


def _full(folder: Path) -> Unavailable:
    return Unavailable(
        f"The disk with {folder} is full.",
        hint="Free some space. What was saved before is safe.",
    )


def _unreadable(folder: Path) -> Unavailable:
    return Unavailable(
        f"The disk with {folder} could not be read or written.",
        hint="Check that the disk is connected, then try again.",
    )


def _explain(error: BaseException | None, folder: Path) -> NewsroomError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    primary = code & 0xFF
    if primary in _DAMAGED or (primary == sqlite3.SQLITE_ERROR and _MISSING in str(error)):
        return damaged(folder)
    if primary in _CLOSED:
        return read_only(folder)
    if primary in _BUSY:
        return Unavailable(
            "Another program is writing to this library.",
            hint="Nothing is lost. Try again in a moment.",
        )
    if primary == sqlite3.SQLITE_FULL:
        return _full(folder)
    if primary == sqlite3.SQLITE_IOERR:
        return _unreadable(folder)
    return None


def damaged(folder: Path) -> Unavailable:
    """Say that the library's file cannot be read as one."""
    return Unavailable(
        f"The library in {folder} is damaged.",
        hint="Nothing was changed. Copy the whole folder to a safe place, then go back to your "
        "newest backup.",
    )


def read_only(folder: Path) -> Unavailable:
    """Say that the library may be read but not written."""
    return Unavailable(
        f"The library in {folder} cannot be written to.",
        hint="Check that you may write to this folder and that its disk is not write-protected.",
    )


def not_a_library(folder: Path) -> Refused:
    """Say that a folder is something else."""
    return Refused(
        f"{folder} is not a Newsroom library.",
        hint="Choose a folder with a file named library.sqlite3, or make a new library.",
    )


def too_new(folder: Path) -> Refused:
    """Say that a newer version of the program made the library."""
    return Refused(
        f"The library in {folder} was made by a newer version of Newsroom.",
        hint="Install the newest version to open it. Nothing was changed.",
    )
