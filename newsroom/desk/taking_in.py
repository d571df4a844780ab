"""Take in: the picture files of folders, many at once, each told with what became of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk import illustrating
from newsroom.desk.illustrating import Added, Arrival
from newsroom.domain.changes import Changes
from newsroom.domain.errors import NewsroomError
from newsroom.domain.picture import Cleaned

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".avif", ".gif", ".heic", ".heif"}
)
"""How the names of the files end that are looked at in a folder; a file named by itself is looked
at whatever its name."""

_LANES = 8


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A picture that came in, or was here already, and what cleaning did to its record."""

    added: Added
    cleaned: tuple[Cleaned, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of some arrivals, in their order."""

    outcomes: tuple[TakenIn | NewsroomError, ...]
    changes: Changes


def files_in(paths: Iterable[Path]) -> list[Path]:
    """List the files to look at: those named, and the pictures in the folders, by name.

    What is hidden in a folder stays out, and so does what lies behind a link to another folder.
    """
    return list(chain.from_iterable(_files(path) for path in paths))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(folder) / name


def take_in(desk: Desk, arrivals: Sequence[Arrival | NewsroomError]) -> Batch:
    """Add pictures that were looked at, in one unit of work; an error stays in its place.

    Where the unit of work fails none of them is in the library.
    """
    _keep(desk, [one.data for one in arrivals if isinstance(one, Arrival)])
    changes = Changes()
    outcomes: list[TakenIn | NewsroomError] = []
    with desk.library.writing() as work:
        for one in arrivals:
            if isinstance(one, NewsroomError):
                outcomes.append(one)
                continue
            added = illustrating.take_in(desk, work, one, {})
            versions = work.picture_history(added.picture.id) if added.changes else ()
            outcomes.append(TakenIn(added, versions[-1].cleaned if versions else ()))
            changes |= added.changes
        work.commit()
    return Batch(tuple(outcomes), changes)


def _keep(desk: Desk, originals: Sequence[bytes]) -> None:
    """Keep bytes beside each other: most of the time is waiting for the disk, which takes several
    in one go."""
    with ThreadPoolExecutor(_LANES, thread_name_prefix="newsroom-originals") as lanes:
        for _ in lanes.map(desk.library.originals.put, originals):
            pass
