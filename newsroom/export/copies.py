"""Copies of pictures, encoded once and kept under the name that says how they were made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord
from newsroom.export.placing import Folder
from newsroom.pictures.renditions import Rendition, make

Originals = Callable[[PictureId], tuple[bytes, CreditRecord]]
"""Gives the bytes of an original and the credit record to write into its copies."""


def copy_of(cache: Folder, name: PictureId, rendition: Rendition, originals: Originals) -> bytes:
    """Give a copy of a picture out of the cache, made now if it is not there."""
    place = PurePosixPath(rendition.name)
    kept = cache.path(place)
    if kept.is_file():
        return kept.read_bytes()
    data = make(rendition, *originals(name))
    cache.place(place, data)
    return data
