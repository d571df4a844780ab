"""A long walk through the window: the editor, the disk and the preview always say the same.

A walk is drawn from its number, so one that fails can be taken again alone. Walks are taken in this
process, to go back over every step, and in others that are killed on the way. How many steps are
taken is said in CONTRIBUTING.
"""

from __future__ import annotations

import multiprocessing
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import browsing, drafting
from newsroom.domain.ids import ArticleId
from tests.journeys import typist
from tests.support.stories import a_house
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.walker import Life
from tests.ui.shell.walking import BODIES, MEETING, WALK, Walk

STEPS = int(os.environ.get("NEWSROOM_STEPS", "200"))
FIRST = int(os.environ.get("NEWSROOM_WALK", "0"))
"""The number of the first walk."""
END = FIRST + max(1, STEPS // WALK)
LIVES = 5
"""How often one article is walked on with before another is begun: its text grows."""


@pytest.mark.parametrize("number", range(FIRST, END))
def test_editor_disk_and_preview_say_the_same(stage: Stage, number: int) -> None:
    article = write(stage.desk, "A walk", body=BODIES[0])
    stage.open(article)
    walk = Walk(stage.room, stage.desk, article, random.Random(number), stage.until)
    try:
        for count in range(1, WALK + 1):
            walk.step()
            if count % MEETING == 0:
                walk.meet()
        walk.go_back()
        walk.meet()
        stage.open(write(stage.desk, "Another", body="Other.\n"))
        assert not stage.room.panes.editor.body.document().isUndoAvailable()
        stage.open(article)
        walk.meet()
    except Exception as error:
        error.add_note(f"Walk {number}: {walk.taken}")
        raise


@pytest.mark.timeout(300)
@pytest.mark.parametrize("first", range(FIRST, END, LIVES))
def test_a_walk_goes_on_after_every_kill(tmp_path: Path, first: int) -> None:
    """Kill the walker at a random step of each walk; the next one finds what the last one left."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["newsroom.ui.room", "tests.ui.shell.walker"])
    library = tmp_path / "library"
    typist.composition(tmp_path).begin(library, a_house(), "Aigerim Sadykova").close()
    article = _begin(tmp_path, library)
    for number in range(first, min(first + LIVES, END)):
        life = Life(context, library, article, number)
        life.end()
        kept = _kept(tmp_path, library, article)
        assert kept in life.promised(), (number, kept, life.told[-3:])
        assert len(life.told) > WALK // 2


def _begin(folder: Path, library: Path) -> ArticleId:
    desk = typist.composition(folder).open_desk(library)
    article = drafting.new_article(desk).article
    content = browsing.story(desk, article).content
    drafting.save_draft(desk, article, replace(content, headline="A walk", body=BODIES[0]))
    desk.close()
    return article


def _kept(folder: Path, library: Path, article: ArticleId) -> tuple[str, str, str]:
    """Give what is on disk of an article; opening the library finds it whole."""
    desk = typist.composition(folder).open_desk(library)
    content = browsing.story(desk, article).content
    desk.close()
    return content.headline, content.standfirst, content.body
