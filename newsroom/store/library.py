"""A library: the folder on a laptop in which a newsroom is kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection

from newsroom.store import connection as connections
from newsroom.store import folder as folders
from newsroom.store.draft_texts import DraftTexts
from newsroom.store.originals import Originals, sync_folder
from newsroom.store.rebuilding import rebuild
from newsroom.store.reprojecting import Parse
from newsroom.store.schema import SCHEMA
from newsroom.store.trouble import plain_words
from newsroom.store.view import View
from newsroom.store.work import UnitOfWork

_PARSED = 32
"""Bodies kept parsed: the story at hand is read again on every save, decision and preview."""


class Library:
    """An open library. Any thread may read and write; one write at a time."""

    def __init__(self, folder: Path, parse: Parse) -> None:
        """Take a folder that `open` or `create` has found good."""
        self.folder = folder
        self.originals = Originals(folder / folders.PICTURES)
        self._file = folder / folders.FILE
        self._parse: Parse = lru_cache(maxsize=_PARSED)(parse)
        self._writer = connections.writer(self._file)
        self._readers = connections.readers(self._file)
        self._drafts = DraftTexts()
        self._lane = threading.Lock()
        self._writing_thread: int | None = None

    @classmethod
    def create(cls, folder: Path, parse: Parse) -> Library:
        """Make a library in a new or empty folder, and open it. `parse` reads a body.

        Raises `Refused` for a folder that holds something, `Unavailable` when the disk refuses.
        """
        from newsroom.store import migrating

        unfinished = folders.prepare(folder)
        with plain_words(folder):
            engine = connections.writer(unfinished)
            try:
                with engine.begin() as connection:
                    migrating.upgrade(connection)
            finally:
                engine.dispose()
        # The file gets its name when it is whole, so half a library is never found.
        unfinished.replace(folder / folders.FILE)
        sync_folder(folder)
        return cls(folder, parse)

    @classmethod
    def open(cls, folder: Path, parse: Parse) -> Library:
        """Open a library, moved to this version's schema if it is older. `parse` reads a body.

        Raises `NotFound`, `Refused` (not a library, or of a newer version) or `Unavailable`
        (damaged, read-only, busy); in all of them nothing was changed.
        """
        file = folders.locate(folder)
        with plain_words(folder):
            schema = folders.schema_of(file)
            library = cls(folder, parse)
            if schema < SCHEMA:
                library._upgrade(schema)
        return library

    @contextmanager
    def reading(self) -> Iterator[View]:
        """Ask about one moment of the library, from any thread, while others write."""
        with plain_words(self.folder), self._readers.connect() as connection:
            yield View(connection, self._parse, self._drafts)

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Open a unit of work on the one write lane; it rolls back unless committed."""
        with self._write_lane() as connection:
            yield UnitOfWork(connection, self._parse, self._file)

    def rebuild(self) -> None:
        """Make every view again from the ledger; drafts and local state stay."""
        with self._write_lane() as connection:
            rebuild(connection, self._parse)
            connection.commit()

    def close(self) -> None:
        """Let go of the file. The library is not to be used afterwards."""
        self._readers.dispose()
        self._writer.dispose()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _write_lane(self) -> Iterator[Connection]:
        me = threading.get_ident()
        if self._writing_thread == me:
            raise RuntimeError("a unit of work is already open in this thread")
        with self._lane, plain_words(self.folder), self._writer.connect() as connection:
            self._writing_thread = me
            try:
                yield connection
            finally:
                self._writing_thread = None

    def _upgrade(self, schema: int) -> None:
        from newsroom.store import migrating

        try:
            migrating.copy_before(self._file, schema)
            with self._writer.begin() as connection:
                migrating.upgrade(connection)
                rebuild(connection, self._parse)
        except BaseException:
            self.close()
            raise
