"""Files that only their owner may read, put in place whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from newsroom.domain.errors import Unavailable


def write_private(path: Path, data: bytes) -> None:
    """Write a file of mode 0600 in a folder of mode 0700; raises `Unavailable` if that fails."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        _replace(path, data)
    except OSError as error:
        raise Unavailable(
            f"Your signing key cannot be saved in {path.parent}: {error.strerror}.",
            hint="Check that the disk is not full and the folder is yours.",
        ) from error


def _replace(path: Path, data: bytes) -> None:
    # mkstemp makes the file with mode 0600 from its first moment.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".key-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Put the new name on disk too; Windows has no such call and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
