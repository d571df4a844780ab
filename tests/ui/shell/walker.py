"""Somebody who walks through the real window in a process of their own until that is killed."""

from __future__ import annotations

import random
import time
import traceback
from dataclasses import replace
from itertools import count, pairwise
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

from PySide6.QtTest import QTest

from newsroom.app import draw_nowhere
from newsroom.desk.room import Desk
from newsroom.domain.ids import ArticleId
from newsroom.ui.rehearsal import enter, wait_for
from tests.journeys.typist import composition
from tests.ui.shell.walking import MEETING, WALK, Walk

LOST = 1.0
"""Seconds of work that may be lost."""
READY = 90.0
LONGEST_PAUSE_MS = 40
Words = tuple[str, str, str]


def walk_on(library: Path, article: ArticleId, number: int, told: Connection) -> None:
    """Open the article as it was left, compare it everywhere, and walk on until killed.

    Tells after each step when it was done, on the clock that the processes of a machine share, and
    what the editor holds then; or why it goes no further.
    """
    draw_nowhere()
    walk: Walk | None = None
    try:
        walk = _begin(library, article, random.Random(number))
        walk.meet()
        told.send((time.monotonic(), walk.words()))
        for taken in count(1):
            walk.step()
            told.send((time.monotonic(), walk.words()))
            QTest.qWait(walk.chance.randrange(LONGEST_PAUSE_MS))
            if taken % MEETING == 0:
                walk.meet()
    except BaseException:
        told.send(f"{traceback.format_exc()}\n{walk.taken if walk else 'Nothing done'}")
        raise


def _begin(library: Path, article: ArticleId, chance: random.Random) -> Walk:
    desks: list[Desk] = []
    program = composition(library.parent)
    opener = program.opener()

    def open_desk(folder: Path) -> Desk:
        desks.append(opener.open_desk(folder))
        return desks[0]

    visit, room = enter(replace(opener, open_desk=open_desk), program.settings, library)
    room.desk.open(article)
    wait_for("the article", lambda: room.panes.editor.article == article)
    visit.window.activateWindow()
    return Walk(room, desks[0], article, chance, lambda holds: wait_for("what holds", holds))


class Life:
    """One walk in a process, from its beginning to its end by a kill at a random step."""

    def __init__(
        self, context: ForkServerContext, library: Path, article: ArticleId, number: int
    ) -> None:
        self._chance = random.Random(-1 - number)
        self._ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(
            target=walk_on, args=(library, article, number, theirs), daemon=True
        )
        self._process.start()
        theirs.close()
        self._killed = 0.0
        self.told: list[tuple[float, Words]] = []

    def end(self) -> None:
        """Kill the process some while after a random step."""
        last = self._chance.randint(WALK // 2, WALK)
        while len(self.told) <= last:
            self._hear(READY)
        until = time.monotonic() + self._chance.uniform(0.0, 1.2)
        while (left := until - time.monotonic()) > 0:
            self._hear(left, must=False)
        self._killed = time.monotonic()
        self._process.kill()
        self._process.join()
        while self._hear(0.0, must=False):
            pass
        self._ours.close()

    def promised(self) -> list[Words]:
        """Give what may be on disk: what stood in the editor from the last second on.

        A machine that stood still could save nothing.
        """
        moments = [moment for moment, _ in self.told] + [self._killed]
        late = [(a, b) for a, b in pairwise(moments) if b > self._killed - 2 * LOST]
        stood_still = max((b - a for a, b in late), default=0.0)
        safe = sum(moment <= self._killed - LOST - stood_still for moment in moments)
        return [words for _, words in self.told[max(0, safe - 1) :]]

    def _hear(self, seconds: float, *, must: bool = True) -> bool:
        """Take what is told; give whether anything was."""
        if not self._ours.poll(seconds):
            assert not must, "The walk stands still"
            return False
        try:
            heard = self._ours.recv()
        except EOFError:
            assert not must, "The walk ended by itself"
            return False
        assert not isinstance(heard, str), heard
        moment, words = heard
        self.told.append((moment, words))
        return True
