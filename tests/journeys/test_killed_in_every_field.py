"""kill -9 while every field is typed into: none of them loses more than the last second."""

from __future__ import annotations

import json
import multiprocessing
import time
from dataclasses import dataclass, field, replace
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from newsroom.desk import browsing, drafting, illustrating, jotting, reviewing, sitting
from newsroom.desk.room import Desk
from newsroom.domain.document import Figure
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import CreditRecord
from tests.journeys import filler, typist
from tests.support.images import encoded, scene
from tests.support.stories import a_house

AFTER = 2.2
"""Seconds from the first key to the kill."""
LOST = 1.0
READY = 60.0
BY = "Aigerim Sadykova"


@dataclass
class Told:
    """When each key was struck, for each field."""

    keys: dict[str, list[float]] = field(default_factory=dict)

    def read(self, told: Connection, until: float) -> None:
        """Read until a moment, or until nobody can tell any more."""
        try:
            while told.poll(max(0.0, min(until - time.monotonic(), 3600))):
                name, moment = told.recv()
                self.keys.setdefault(str(name), []).append(float(moment))
                if time.monotonic() >= until:
                    return
        except EOFError:
            return

    def promised(self, name: str, killed: float) -> str:
        """Give what must be on disk of a field; a machine that stood still could save nothing."""
        every = sorted(one for moments in self.keys.values() for one in moments)
        last = [one for one in every if one > killed - 2 * LOST]
        stood_still = max((b - a for a, b in pairwise(last)), default=0.0)
        safe = sum(one <= killed - LOST - stood_still for one in self.keys[name])
        return filler.letters(0)[:safe]


@dataclass(frozen=True)
class Prepared:
    """A library with a story to write, one that waits for review, and a picture in both hands."""

    library: Path
    story: ArticleId
    waiting: ArticleId
    picture: PictureId


def prepare(folder: Path) -> Prepared:
    library = folder / "library"
    desk = typist.composition(folder).begin(library, a_house(), BY)
    picture = illustrating.add_picture_bytes(desk, encoded(scene(320, 240)), "river.jpg").picture.id
    story, waiting = (drafting.new_article(desk).article for _ in range(2))
    for article in (story, waiting):
        content = browsing.story(desk, article).content
        drafting.save_draft(desk, article, replace(content, lead=Figure(picture)))
    reviewing.submit(desk, waiting)
    desk.close()
    return Prepared(library, story, waiting, picture)


def kept(desk: Desk, made: Prepared) -> dict[str, str]:
    """Give what is on disk of each field."""
    content = browsing.story(desk, made.story).content
    lead = content.lead
    assert lead is not None
    record = json.loads(jotting.all_jotted(desk, "record:").get(made.picture, "{}"))
    signed = browsing.picture(desk, made.picture).record
    return {
        "headline": content.headline,
        "standfirst": content.standfirst,
        "place": content.place,
        "byline": content.byline.removeprefix(BY),
        "sources": "".join(content.sources),
        "tags": "".join(content.tags),
        "slug": content.slug,
        "lead caption": lead.caption,
        "lead alt": lead.alt,
        "body": content.body.strip(),
        "record caption": record.get("caption", signed.caption),
        "record credit": record.get("credit", signed.credit),
        "record e-mail": record.get("contact", {}).get("email", signed.contact.email),
        "record licensor": _licensor(record, signed),
        "note": jotting.jotted(desk, f"note:{made.waiting}"),
    }


def _licensor(jotted: dict[str, Any], signed: CreditRecord) -> str:
    if "licensor" in jotted:
        return str(jotted["licensor"][0]["name"])
    return signed.licensor[0].name if signed.licensor else ""


@pytest.mark.timeout(120)
def test_no_field_loses_more_than_the_last_second(tmp_path: Path) -> None:
    made = prepare(tmp_path)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["newsroom.ui.room", "tests.journeys.filler"])
    ours, theirs = context.Pipe(duplex=False)
    given = (made.library, made.story, made.waiting, made.picture, theirs)
    process = context.Process(target=filler.fill, args=given, daemon=True)
    process.start()
    theirs.close()
    told = Told()
    assert ours.poll(READY), "The window never opened"
    told.read(ours, time.monotonic() + AFTER)
    killed = time.monotonic()
    typist.kill(process)
    told.read(ours, float("inf"))
    desk = typist.composition(tmp_path).open_desk(made.library)
    for name, words in kept(desk, made).items():
        assert filler.letters(0).startswith(words), name
        assert words.startswith(told.promised(name, killed)), f"{name} lost more than a second"
        assert words, name
    ended = sitting.begin(desk)
    assert ended is not None
    assert [one.article for one in ended.articles] == [made.story]
    desk.close()
