"""Copies of pictures, encoded once and kept under the name that says how they were made."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord
from newsroom.pictures.renditions import Rendition, make

Originals = Callable[[PictureId], tuple[bytes, CreditRecord]]
"""Gives the bytes of an original and the credit record to write into its copies."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Gives copies out of a cache folder, which any number of threads and programs may share."""

    cache: Path
    originals: Originals

    def get(self, name: PictureId, rendition: Rendition) -> bytes:
        """Give a copy, made now if it was not kept."""
        kept = self.cache / rendition.name
        try:
            return kept.read_bytes()
        except OSError:
            data = make(rendition, *self.originals(name))
        keep(kept, data)
        return data


def keep(path: Path, data: bytes) -> None:
    """Put a file into a cache in one step; a disk that refuses only costs making it again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(data)
        Path(part.name).replace(path)
    except OSError:
        return
