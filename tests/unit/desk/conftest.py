"""A room for each test of a deed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.desk.room import Desk
from tests.support.rooms import Rooms


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    rooms = Rooms(tmp_path)
    yield rooms
    rooms.close()


@pytest.fixture
def desk(rooms: Rooms) -> Desk:
    return rooms.begin()
