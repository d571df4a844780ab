"""A library of 100,000 articles, made once for each schema and kept between runs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import gettempdir

from newsroom.store.schema import HEAD
from tests.support.crowds import crowd
from tests.support.rooms import Rooms

ARTICLES = 100_000


def crowded_rooms() -> Rooms:
    """Give the folder with the library; a run that was broken off half made is begun anew."""
    folder = Path(gettempdir()) / f"newsroom-bench-{ARTICLES}-{HEAD}"
    whole = folder / "whole"
    if not whole.exists():
        sys.stderr.write(f"Making a library of {ARTICLES:,} articles in {folder}, once.\n")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        rooms = Rooms(folder)
        crowd(rooms.begin().library, ARTICLES)
        rooms.close()
        whole.touch()
    return Rooms(folder)
