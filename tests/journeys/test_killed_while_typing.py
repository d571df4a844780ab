"""kill -9 while somebody types: at most the last second is lost, and the library is whole."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import time
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from newsroom.desk import browsing
from newsroom.domain.ids import ArticleId
from newsroom.ui.keeping.session import KEY, session_from_text
from tests.journeys import typist
from tests.support.ledger import dump
from tests.support.stories import a_house

KILLS = 20
SEED = 20260502
LOST = 1.0
"""Seconds of typing that may be lost."""
READY = 60.0


@dataclass
class Typing:
    """One person typing, in a process of its own."""

    library: Path
    seed: int
    process: BaseProcess
    told: Connection
    moments: list[float] = field(default_factory=list)

    def kill(self, after: float) -> tuple[ArticleId, float]:
        """Kill the process so many seconds after its first key; give the article and the moment."""
        assert self.told.poll(READY), "The window never opened"
        article = ArticleId(str(self.told.recv()))
        assert self.told.poll(READY)
        first = float(self.told.recv())
        self.moments.append(first)
        self.read_until(first + after)
        killed = time.monotonic()
        typist.kill(self.process)
        self.read_until(float("inf"))
        return article, killed

    def read_until(self, moment: float) -> None:
        """Read what is told until a moment, or until nobody can tell any more."""
        try:
            while self.told.poll(max(0.0, min(moment - time.monotonic(), 3600))):
                self.moments.append(float(self.told.recv()))
                if time.monotonic() >= moment:
                    return
        except EOFError:
            return

    def promised(self, killed: float) -> str:
        """Give what must be on disk.

        Where the whole machine stood still for a while, nobody could save: the longest time that
        passed between two of the last keys is taken from what is promised.
        """
        last = [one for one in self.moments if one > killed - 2 * LOST]
        stood_still = max((b - a for a, b in pairwise(last)), default=0.0)
        safe = sum(one <= killed - LOST - stood_still for one in self.moments)
        return words(typist.text(self.seed)[:safe])


def words(text: str) -> str:
    """Give a text without its white space, which the dialect sets in its own way."""
    return "".join(text.split())


def begin(context: ForkServerContext, library: Path, seed: int) -> Typing:
    """Let somebody begin to type in a library."""
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=typist.type_on, args=(library, seed, theirs), daemon=True)
    process.start()
    theirs.close()
    return Typing(library, seed, process, ours)


def after(library: Path, article: ArticleId) -> tuple[str, int]:
    """Open the library again; it is whole, and a rebuild changes nothing. Give body and caret."""
    with sqlite3.connect(library / "library.sqlite3") as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    plain.close()
    desk = typist.composition(library.parent).open_desk(library)
    body = browsing.story(desk, article).content.body
    before = dump(desk.library)
    desk.library.rebuild()
    assert dump(desk.library) == before
    assert browsing.story(desk, article).content.body == body
    session = session_from_text(browsing.remembered(desk, KEY))
    desk.close()
    return words(body), session.cursor if session.article == article else 0


@pytest.mark.timeout(300)
def test_at_most_the_last_second_is_lost(tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["newsroom.ui.room", "tests.journeys.typist"])
    libraries = [tmp_path / name / "library" for name in ("first", "second")]
    for library in libraries:
        house = a_house()
        typist.composition(library.parent).begin(library, house, "Aigerim Sadykova").close()
    chance = random.Random(SEED)
    kept = 0
    following = begin(context, libraries[0], SEED)
    for number in range(KILLS):
        # The next window opens while this one is typed into; no library is open twice.
        typing = following
        if number + 1 < KILLS:
            following = begin(context, libraries[(number + 1) % 2], SEED + number + 1)
        article, killed = typing.kill(after=chance.uniform(0.1, 2.6))
        body, caret = after(typing.library, article)
        assert words(typist.text(typing.seed)).startswith(body)
        promised = typing.promised(killed)
        assert body.startswith(promised), f"Kill {number} lost more than a second"
        before = words(typist.text(typing.seed)[:caret])
        assert before.startswith(promised), f"Kill {number} took the caret back"
        kept += len(body)
    assert kept > 0
