"""The promise of the footer, tested on bytes: what the browser is served is what the export writes.

The bytes are fetched by the browser itself, from the address that it shows; the page that stands
there after any number of patches is compared, node by node, with the exported file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from newsroom.desk import browsing, drafting, illustrating, previewing, publishing, reviewing
from newsroom.domain.article import Content, Story
from newsroom.domain.canonical import sha256_of
from newsroom.domain.document import Figure
from newsroom.domain.ids import ArticleId
from newsroom.ui.look.tokens import Family
from newsroom.ui.preview.patching import Shown
from newsroom.ui.preview.proof import SAME, UPDATING
from newsroom.ui.spot import BODY, Spot
from tests.support.images import encoded, scene
from tests.support.stories import a_content
from tests.ui.preview.conftest import Bench, Screen
from tests.ui.preview.test_patching import DOM

FETCH = """
(() => {
  const asked = new XMLHttpRequest();
  asked.open("GET", %s, false);
  asked.overrideMimeType("text/plain; charset=x-user-defined");
  asked.send();
  return [...asked.responseText].map(one => one.charCodeAt(0) & 255).join();
})()
"""


BODY_TEXT = "The river rose.\n\nРека поднялась. Өзен көтерілді.\n"


def fetched(ask: Callable[[str], object], address: str = "location.href") -> bytes:
    """Fetch bytes as the page's own requests are answered."""
    return bytes(map(int, str(ask(FETCH % address)).split(",")))


def written(bench: Bench) -> Content:
    added = illustrating.add_picture_bytes(
        bench.desk, encoded(scene(640, 480)), "river.jpg", {"credit": "Daniyar Kenes"}
    )
    figure = Figure(added.picture.id, "A river", "The river on Tuesday.")
    return a_content(body=BODY_TEXT, lead=figure)


def kept(bench: Bench, content: Content) -> tuple[ArticleId, Story]:
    article = drafting.new_article(bench.desk).article
    drafting.save_draft(bench.desk, article, content)
    return article, browsing.story(bench.desk, article)


def approved(bench: Bench, article: ArticleId) -> None:
    reviewing.submit(bench.desk, article)
    reviewing.approve(bench.desk, article)


def test_what_the_browser_is_served_is_what_the_export_writes(bench: Bench, tmp_path: Path) -> None:
    article, story = kept(bench, written(bench))
    bench.wait_for(bench.pane.show_story(story))
    approved(bench, article)
    (page,) = publishing.export(bench.desk, [article], tmp_path / "site").pages
    assert fetched(bench.ask) == page.read_bytes()
    bench.hands.until(lambda: bench.pane.proof.fingerprint)
    assert bench.pane.proof.fingerprint == sha256_of(page.read_bytes())


def test_a_page_reached_by_patches_and_looked_at_is_the_exported_one(
    bench: Bench, screens: Callable[[], Screen], tmp_path: Path
) -> None:
    content = written(bench)
    article, story = kept(bench, content)
    bench.wait_for(bench.pane.show_story(replace(story, content=replace(content, headline="Old"))))
    bodies = ("One.\n", "One.\n\n## Two\n\nThree[^1].\n\n[^1]: Note.\n", content.body)
    for body in bodies:
        drafting.save_draft(bench.desk, article, replace(content, body=body))
        bench.wait_for(bench.pane.show_story(browsing.story(bench.desk, article)))
        bench.pane.reveal(Spot(BODY, 1))
    approved(bench, article)
    (page,) = publishing.export(bench.desk, [article], tmp_path / "site").pages
    assert fetched(bench.ask) == page.read_bytes()
    fresh = screens()
    fresh.show(Shown(page.read_text("utf-8"), (), ""))
    assert bench.ask(DOM) == fresh.ask(DOM)


def test_a_draft_is_shown_in_the_bytes_of_its_export(
    bench: Bench, screen: Screen, tmp_path: Path
) -> None:
    article, story = kept(bench, written(bench))
    made = previewing.preview(bench.desk, story, draft=True)
    screen.show(Shown(made.before, made.blocks, made.after, made.data))
    (page,) = publishing.export(bench.desk, [article], tmp_path / "site", draft=True).pages
    assert fetched(screen.ask) == page.read_bytes()
    assert "noindex" in page.read_text("utf-8")
    assert previewing.preview(bench.desk, story).html != page.read_bytes()


def test_pictures_and_styles_are_served_as_they_are_written(bench: Bench, tmp_path: Path) -> None:
    article, story = kept(bench, written(bench))
    bench.wait_for(bench.pane.show_story(story))
    approved(bench, article)
    (page,) = publishing.export(bench.desk, [article], tmp_path / "site").pages
    for address in (
        "document.querySelector('.picture img').currentSrc",
        "document.querySelector('link[rel=stylesheet]').href",
        "document.querySelector('.nameplate img').src",
    ):
        bench.hands.until(lambda address=address: bench.ask(address))
        relative = bench.ask(f"decodeURI(new URL({address}).pathname)")
        found = next(p for p in (tmp_path / "site").rglob(Path(str(relative)).name))
        assert fetched(bench.ask, address) == found.read_bytes()
    assert page.is_file()


def test_nothing_is_vouched_for_while_the_words_are_on_their_way(bench: Bench) -> None:
    _, story = kept(bench, written(bench))
    said = bench.pane.proof
    bench.wait_for(bench.pane.show_story(story))
    bench.hands.until(lambda: said.fingerprint)
    assert said.words == SAME
    bench.pane.await_story()
    assert (said.words, said.fingerprint) == (UPDATING, "")
    number = bench.pane.show_story(replace(story, content=replace(story.content, headline="New")))
    assert (said.words, said.fingerprint) == (UPDATING, "")
    bench.wait_for(number)
    bench.hands.until(lambda: said.fingerprint)
    preview = bench.pane.preview
    assert preview is not None
    assert said.fingerprint == sha256_of(fetched(bench.ask)) == preview.fingerprint


@pytest.mark.parametrize("key", [False, True])
def test_the_fingerprint_can_be_heard_and_copied(bench: Bench, key: bool) -> None:
    _, story = kept(bench, written(bench))
    bench.wait_for(bench.pane.show_story(story))
    bench.hands.until(lambda: bench.pane.proof.fingerprint)
    whole = bench.pane.proof.fingerprint
    mark = bench.hands.part(
        bench.pane, f"Fingerprint of the page, {whole[:6]}. Copy it", QAbstractButton
    )
    assert whole in mark.accessibleDescription()
    assert whole in mark.toolTip()
    assert mark.font().family() == Family.MONO.value
    if key:
        mark.setFocus()
        bench.hands.key(mark, "Space")
    else:
        bench.hands.click(mark)
    assert QGuiApplication.clipboard().text() == whole
    bench.hands.until(lambda: bench.pane.proof.words == SAME)
