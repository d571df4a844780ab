"""Copies of pictures, encoded once and kept under the name that says how they were made."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.canonical import sha256_of
from newsroom.domain.ids import PictureId, Sha256
from newsroom.domain.picture import CreditRecord
from newsroom.pictures.renditions import Rendition, bare_name_of, encode_all, name_of, said_in

Originals = Callable[[PictureId], tuple[bytes, CreditRecord]]
"""Gives the bytes of an original and the credit record to write into its copies."""

_BARE = "bare"


@dataclass(frozen=True, slots=True)
class Copies:
    """Gives copies out of a cache folder, which any number of threads and programs may share."""

    cache: Path
    originals: Originals

    def get(self, name: PictureId, rendition: Rendition) -> bytes:
        """Give a copy, made now if it was not kept.

        A copy is kept only under its true name: a credit that was edited after the page was set
        gives another one.
        """
        kept = self.cache / rendition.name
        try:
            return kept.read_bytes()
        except OSError:
            return next(data for _, data in self._made(name, [rendition]))

    def each(
        self, name: PictureId, wanted: Sequence[Rendition]
    ) -> Generator[tuple[Rendition, bytes], None, None]:
        """Give copies of one picture; those that were not kept are made together."""
        missing = []
        for one in wanted:
            try:
                data = (self.cache / one.name).read_bytes()
            except OSError:
                missing.append(one)
            else:
                yield one, data
        if missing:
            yield from self._made(name, missing)

    def _made(
        self, name: PictureId, wanted: Sequence[Rendition]
    ) -> Iterator[tuple[Rendition, bytes]]:
        original, record = self.originals(name)
        hashed = sha256_of(original)
        for one, bare in self._bare(wanted, original, hashed):
            data = said_in(one, bare, record)
            if one.name == name_of(one, hashed, record):
                keep(self.cache / one.name, data)
            yield one, data

    def _bare(
        self, wanted: Sequence[Rendition], original: bytes, hashed: Sha256
    ) -> Iterator[tuple[Rendition, bytes]]:
        """Give the pixels of copies: what a page says of them may change, and they stay."""
        missing = []
        for one in wanted:
            try:
                bare = (self.cache / _BARE / bare_name_of(one, hashed)).read_bytes()
            except OSError:
                missing.append(one)
            else:
                yield one, bare
        for one, bare in encode_all(missing, original) if missing else ():
            keep(self.cache / _BARE / bare_name_of(one, hashed), bare)
            yield one, bare


def keep(path: Path, data: bytes) -> None:
    """Put a file into a cache in one step; a disk that refuses only costs making it again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(data)
            part.flush()
            # A name that lasts through a power cut while the bytes do not would stay spoilt.
            os.fsync(part.fileno())
        Path(part.name).replace(path)
    except OSError:
        return
