"""Copies of pictures, encoded once and kept under the name that says how they were made."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.canonical import sha256_of
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord
from newsroom.pictures.renditions import Rendition, make, make_all, name_of

Originals = Callable[[PictureId], tuple[bytes, CreditRecord]]
"""Gives the bytes of an original and the credit record to write into its copies."""


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
            original, record = self.originals(name)
        data = make(rendition, original, record)
        if rendition.name == name_of(rendition, sha256_of(original), record):
            keep(kept, data)
        return data

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
        if not missing:
            return
        original, record = self.originals(name)
        hashed = sha256_of(original)
        for one, data in make_all(missing, original, record):
            if one.name == name_of(one, hashed, record):
                keep(self.cache / one.name, data)
            yield one, data


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
