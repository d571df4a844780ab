"""The originals of pictures: their bytes, as they arrived, in files named by their hash."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import NotFound, Unavailable
from newsroom.domain.ids import Sha256

_HASH = re.compile(r"[0-9a-f]{64}")


class Originals:
    """The folder `pictures/<first two digits>/<hash>` of a library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> Sha256:
        """Keep bytes whole or not at all, and give their hash; bytes that are there stay, and those
        that were changed since are put right.

        Raises `Unavailable` when the disk refuses.
        """
        name = sha256_of(data)
        target = self._target(name)
        if not _holds(target, data):
            try:
                _write(data, target)
            except OSError as error:
                raise Unavailable(
                    f"The picture could not be kept: {error.strerror}.",
                    hint="Check the disk's free space and that you may write to the library.",
                ) from error
        return name

    def path(self, sha256: Sha256) -> Path:
        """Give where the bytes lie. Raises `NotFound` when they are not on this laptop."""
        target = self._target(sha256)
        if not target.is_file():
            raise NotFound(
                f"The original of picture {sha256[:20]} is not in this library.",
                hint="Add the picture's file again, or take in a package that holds it.",
            )
        return target

    def read(self, sha256: Sha256) -> bytes:
        """Read the bytes. Raises `NotFound`, or `Unavailable` when the disk refuses."""
        target = self.path(sha256)
        try:
            return target.read_bytes()
        except OSError as error:
            raise Unavailable(
                f"The original of picture {sha256[:20]} could not be read: {error.strerror}.",
                hint="Check that the library's disk is connected and that you may read it.",
            ) from error

    def _target(self, sha256: Sha256) -> Path:
        # A hash may come from another hand; it must not lead out of the folder.
        if not _HASH.fullmatch(sha256):
            raise NotFound(f"{sha256!r} is not the hash of a picture.")
        return self._folder / sha256[:2] / sha256


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.read_bytes() == data
    except OSError:
        return False


def _write(data: bytes, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".arriving-")
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Force a folder's names to the disk, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
