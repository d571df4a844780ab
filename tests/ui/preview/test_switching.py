"""From one story to another: the old page stands until the new one stands whole, at its top."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from newsroom.desk import drafting, illustrating
from newsroom.domain.article import Story
from newsroom.domain.document import Figure
from tests.support.images import encoded, scene
from tests.support.stories import a_story
from tests.ui.preview.conftest import Bench

WATCH = """
(() => {
  globalThis.frames_seen = [];
  const look = () => {
    const lead = document.querySelector(".picture-lead img");
    frames_seen.push([
      document.querySelector("h1").textContent, Math.round(scrollY),
      lead ? lead.complete && lead.naturalWidth > 0 : null,
      document.querySelectorAll("#body > *").length,
      lead ? lead.alt : "",
    ]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()
"""


def illustrated(bench: Bench, headline: str, side: int) -> Story:
    picture = illustrating.add_picture_bytes(
        bench.desk, encoded(scene(side, 400)), f"{side}.jpg", {"credit": "Daniyar Kenes"}
    ).picture
    story = a_story(
        *[f"{headline}, paragraph {number}." for number in range(60)],
        headline=headline,
        lead=Figure(picture.id, headline),
        pictures=[picture],
    )
    return replace(story, id=drafting.new_article(bench.desk).article)


def frames(bench: Bench) -> list[list[Any]]:
    found = json.loads(str(bench.ask("JSON.stringify(frames_seen)")))
    assert isinstance(found, list)
    return found


def test_another_story_comes_whole_and_at_its_top(bench: Bench) -> None:
    first, second = illustrated(bench, "First", 900), illustrated(bench, "Second", 1300)
    for story in (second, first):  # Copies of pictures are encoded once, which takes longer.
        bench.wait_for(bench.pane.show_story(story))
        bench.hands.until(lambda: bench.ask("document.querySelector('.picture-lead img').complete"))
    bench.ask("scrollTo({top: 700, behavior: 'instant'})")
    bench.hands.until(lambda: bench.ask("scrollY") == 700)
    bench.ask(WATCH)
    bench.hands.until(lambda: frames(bench))
    bench.wait_for(bench.pane.show_story(second))
    bench.hands.until(lambda: frames(bench)[-1][0] == "Second")
    bench.hands.until(lambda: [one for one in frames(bench) if one[0] == "Second"][3:])
    seen = frames(bench)
    assert [one[0] for one in seen] == sorted(one[0] for one in seen), "Back and forth"
    for headline, scrolled, painted, blocks, alt in seen:
        assert scrolled == (700 if headline == "First" else 0)
        assert painted, "A frame without its picture"
        assert alt == headline, "A picture of the other story"
        assert blocks == 60


def test_the_newest_of_stories_chosen_quickly_is_the_one_that_comes(bench: Bench) -> None:
    stories = [illustrated(bench, f"Story {number}", 500 + number) for number in range(5)]
    bench.wait_for(bench.pane.show_story(stories[0]))
    bench.ask(WATCH)
    numbers = [bench.pane.show_story(story) for story in stories[1:]]
    bench.wait_for(numbers[-1])
    assert bench.ask("document.querySelector('h1').textContent") == "Story 4"
    assert bench.ask("scrollY") == 0


def test_a_picture_that_never_comes_does_not_hold_the_story_back(bench: Bench) -> None:
    first, second = illustrated(bench, "First", 900), illustrated(bench, "Second", 901)
    bench.wait_for(bench.pane.show_story(first))
    bench.desk.library.originals.path(next(iter(second.pictures.values())).sha256).unlink()
    bench.wait_for(bench.pane.show_story(second))
    bench.hands.until(lambda: bench.ask("document.querySelector('h1').textContent") == "Second")
