"""Files put in their place whole or not at all, and never outside their folder."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsroom.domain.errors import Refused, Unavailable

PART_FOLDER = ".newsroom-part"
"""Where files lie until they are whole: on the same disk as their place, so that a rename is one
step. What a killed export leaves there is swept out by the next one."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to write into; `root` is its real path, links resolved."""

    root: Path

    @classmethod
    def open(cls, path: Path) -> Folder:
        """Make the folder where it is not there, and see that it can be written to.

        Raises `Unavailable` for a file, or a place that cannot be written.
        """
        try:
            if path.exists() and not path.is_dir():
                raise Unavailable(f"{path} is a file, not a folder.", hint="Choose a folder.")
            path.mkdir(parents=True, exist_ok=True)
            folder = cls(path.resolve(strict=True))
            folder._sweep()
        except OSError as error:
            raise _unavailable(path, error) from error
        return folder

    def close(self) -> None:
        """Leave no trace of unfinished files."""
        self._sweep()
        part = self.root / PART_FOLDER
        if part.is_dir() and not any(part.iterdir()):
            part.rmdir()

    def path(self, inside: PurePosixPath) -> Path:
        """Give the real path of a file of this folder.

        Raises `Refused` for a path that leads out of it, by its own parts or by a link on the way.
        """
        if inside.is_absolute() or ".." in inside.parts or not inside.parts:
            raise Refused(f"{str(inside)!r} lies outside the export folder.")
        target = self.root.joinpath(*inside.parts)
        if not target.resolve().is_relative_to(self.root):
            raise Refused(
                f"{str(inside)!r} leads out of the export folder through a link.",
                hint="Remove the link, or choose another folder.",
            )
        return target

    def place(self, inside: PurePosixPath, data: bytes) -> Path:
        """Put a file in its place in one step, flushed to disk; the same bytes are left alone.

        Raises `Unavailable` where the disk refuses.
        """
        target = self.path(inside)
        try:
            if not (target.is_file() and target.read_bytes() == data):
                self._replace(target, data)
        except OSError as error:
            raise _unavailable(target, error) from error
        return target

    def _replace(self, target: Path, data: bytes) -> None:
        part = self.root / PART_FOLDER
        part.mkdir(exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=part)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            # A temporary file is its maker's alone; a web server is somebody else.
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _flush_folder(target.parent)

    def _sweep(self) -> None:
        part = self.root / PART_FOLDER
        if part.is_dir() and not part.is_symlink():
            for left in part.iterdir():
                left.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system lets a folder be flushed."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unavailable(path: Path, error: OSError) -> Unavailable:
    reason = error.strerror or type(error).__name__
    return Unavailable(
        f"{path} cannot be written: {reason}.",
        hint="Choose another folder, or make room and try again. The old pages are untouched.",
    )
