"""A watch ends what lasts too long, and leaves alone what does not."""

from __future__ import annotations

import threading
from time import monotonic

from newsroom.pictures.watch import Watch

MOST = 0.2


def test_what_lasts_too_long_is_ended_in_its_time() -> None:
    rung = threading.Event()
    watch = Watch(rung.set, MOST)
    begun = monotonic()
    with watch.over():
        assert rung.wait(20)
    assert monotonic() - begun >= MOST
    watch.end()


def test_waits_that_are_short_ring_nothing_however_many() -> None:
    rung = threading.Event()
    watch = Watch(rung.set, 30)
    for _ in range(1000):
        with watch.over():
            pass
    watch.end()
    assert not rung.is_set()


def test_time_between_waits_does_not_count() -> None:
    rung, idle = threading.Event(), threading.Event()
    watch = Watch(rung.set, MOST)
    with watch.over():
        pass
    # Nothing comes of it, but it lasts longer than a watched wait may.
    assert not idle.wait(3 * MOST)
    assert not rung.is_set()
    watch.end()
