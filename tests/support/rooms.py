"""Real rooms for tests: a library in a folder, a house, a person with a key, and a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from newsroom.desk import opening
from newsroom.desk.room import Desk, Tools
from newsroom.domain.house import House
from newsroom.identity.keys import KeyFile
from newsroom.identity.signing import generate, member_id
from tests.support.stories import a_house

RESOURCES = Path(__file__).parents[2] / "resources"
START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that goes on by a second each time it is asked."""

    now: datetime = START
    step: timedelta = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


def numbered_ids() -> Callable[[int], str]:
    """Give ids in order: 00…1, 00…2, so that a test can read them."""
    numbers = count(1)
    return lambda length: f"{next(numbers):0{length}x}"


def tools(folder: Path, clock: Callable[[], datetime] | None = None) -> Tools:
    """Give the tools of a room whose cache lies in a folder."""
    return Tools(
        clock=clock or Clock(),
        new_id=numbered_ids(),
        themes=RESOURCES / "themes",
        cache=folder / "cache",
    )


@dataclass
class Rooms:
    """Makes rooms under a folder and closes them at the end of a test."""

    folder: Path
    made: list[Desk] = field(default_factory=list)

    @property
    def cabinet(self) -> KeyFile:
        return KeyFile(self.folder / "keys", lambda: None)

    def begin(self, name: str = "library", house: House | None = None) -> Desk:
        """Begin a newsroom of one person."""
        desk = opening.begin(
            self.folder / name, house or a_house(), "Aigerim", self.cabinet, tools(self.folder)
        )
        self.made.append(desk)
        return desk

    def reopen(self, name: str = "library") -> Desk:
        """Open a newsroom that was begun before."""
        desk = opening.open_desk(self.folder / name, self.cabinet, tools(self.folder))
        self.made.append(desk)
        return desk

    def close(self) -> None:
        for desk in self.made:
            desk.close()


def a_member_key() -> str:
    """Give the public key of somebody who works elsewhere."""
    return member_id(generate())
