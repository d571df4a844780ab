"""Pictures from before look-alikes were known are looked at while nobody waits."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from newsroom.desk import illustrating, likening
from newsroom.desk.room import Desk
from newsroom.ui.imprinting import Imprinting
from tests.support.images import encoded, scene
from tests.ui.shell.conftest import Stage

_MANY = 10


def unprinted(desk: Desk, count: int) -> None:
    """Enter pictures as a former version did, which took no prints."""
    for number in range(count):
        arrival = illustrating.look_at(encoded(scene(200 + number, 150)), f"{number}.jpg")
        desk.library.originals.put(arrival.data)
        with desk.library.writing() as work:
            work.add(illustrating.sign_picture(desk, work, arrival.picture))
            work.commit()


@pytest.fixture
def imprinting(stage: Stage) -> Iterator[list[Imprinting]]:
    made: list[Imprinting] = []
    yield made
    for one in made:
        one.stop()


def test_every_picture_is_looked_at_once(stage: Stage, imprinting: list[Imprinting]) -> None:
    unprinted(stage.desk, _MANY)
    imprinting.append(Imprinting(stage.link, 0, 0))
    stage.until(lambda: not likening.unprinted(stage.desk))
    stage.until(lambda: not stage.lanes.busy)
    assert imprinting[0].waiting == 0


def test_a_window_that_closes_waits_for_no_more_than_one_picture(
    stage: Stage, imprinting: list[Imprinting]
) -> None:
    unprinted(stage.desk, _MANY)
    gate = Event()
    for _ in range(2):
        stage.link.picture(lambda _: gate.wait(60), lambda _: None, lambda _: None)
    imprinting.append(Imprinting(stage.link, 0, 0))
    stage.until(lambda: 0 < imprinting[0].waiting < _MANY)
    imprinting[0].stop()
    gate.set()
    stage.until(lambda: not stage.lanes.busy)
    assert len(likening.unprinted(stage.desk)) == _MANY
