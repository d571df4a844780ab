"""The pane: widths, numbers, late answers, the way to a browser, and what it says of itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton

from newsroom.desk import drafting, publishing, reviewing
from newsroom.domain.article import Story
from newsroom.domain.house import House
from newsroom.ui.lanes import READERS
from newsroom.ui.look.labels import Label
from newsroom.ui.preview.device_stage import DEVICES, Device
from newsroom.ui.spot import BODY, Spot
from tests.support.stories import a_house, a_story
from tests.ui.preview.conftest import Bench


def named(story: Story, headline: str) -> Story:
    return replace(story, content=replace(story.content, headline=headline))


def said(bench: Bench) -> list[str]:
    return [one.text() for one in bench.pane.findChildren(Label)]


def headline(bench: Bench) -> object:
    return bench.ask("document.querySelector('h1').textContent.trim()")


def test_the_bytes_on_show_are_those_of_the_export(bench: Bench, tmp_path: Path) -> None:
    article = drafting.new_article(bench.desk).article
    drafting.save_draft(bench.desk, article, a_story().content)
    story = drafting.open_article(bench.desk, article).story
    bench.wait_for(bench.pane.show_story(story))
    preview = bench.pane.preview
    assert preview is not None
    reviewing.submit(bench.desk, article)
    reviewing.approve(bench.desk, article)
    (page,) = publishing.export(bench.desk, [article], tmp_path / "site").pages
    assert page.read_bytes() == preview.html
    bench.hands.until(lambda: bench.pane.proof.fingerprint == preview.fingerprint)
    assert "Same bytes as the export" in said(bench)


@pytest.mark.parametrize("device", DEVICES, ids=lambda one: one.key)
@pytest.mark.parametrize("width", [390, 420, 900, 1500])
def test_a_page_is_as_wide_as_its_device(bench: Bench, device: Device, width: int) -> None:
    bench.pane.resize(width, 800)
    bench.pane.choose_form(device.key)
    bench.wait_for(bench.pane.show_story(a_story(*["A paragraph of some words."] * 60)))
    near = f"Math.abs(innerWidth - {device.width}) <= {device.width} / 200"
    bench.hands.until(lambda: bench.ask(near) is True)
    if not device.bars:
        assert bench.ask("document.documentElement.clientWidth === innerWidth") is True
    assert bench.ask("document.documentElement.scrollWidth <= innerWidth") is True


def test_the_device_is_chosen_with_the_mouse(bench: Bench) -> None:
    bench.pane.resize(900, 800)
    bench.wait_for(bench.pane.show_story(a_story()))
    bench.hands.press(bench.pane, "Tablet")
    bench.hands.until(lambda: abs(float(str(bench.ask("innerWidth"))) - 768) < 4)


def test_only_the_newest_of_many_stories_is_shown(bench: Bench) -> None:
    story = a_story()
    numbers = [bench.pane.show_story(named(story, f"Number {one}")) for one in range(20)]
    bench.wait_for(numbers[-1])
    assert headline(bench) == "Number 19"
    assert bench.shown == [numbers[-1]]


def test_an_answer_that_comes_late_is_dropped(bench: Bench) -> None:
    story = a_story()
    bench.wait_for(bench.pane.show_story(story))
    gates = [Event() for _ in range(READERS)]
    for gate in gates:
        bench.link.read(lambda _, gate=gate: gate.wait(60), lambda _: None)
    late = bench.pane.show_story(named(story, "Late"))
    newest = bench.pane.show_story(named(story, "Newest"))
    for gate in gates:
        gate.set()
    bench.wait_for(newest)
    bench.hands.until(lambda: not bench.lanes.busy)
    assert headline(bench) == "Newest"
    assert late not in bench.shown


def test_words_stay_where_they_are_read_and_another_story_begins_at_its_top(bench: Bench) -> None:
    long = a_story(*[f"Paragraph {number}." for number in range(80)])
    bench.wait_for(bench.pane.show_story(long))
    bench.ask("scrollTo(0, 900)")
    bench.hands.until(lambda: bench.ask("scrollY") == 900)
    seen = "Math.round([...document.querySelectorAll('#body > p')][30].getBoundingClientRect().top)"
    before = bench.ask(seen)
    bench.wait_for(bench.pane.show_story(named(long, "Renamed")))
    assert abs(float(str(bench.ask(seen))) - float(str(before))) <= 3
    other = replace(long, id=drafting.new_article(bench.desk).article)
    bench.wait_for(bench.pane.show_story(other))
    bench.hands.until(lambda: bench.ask("scrollY") == 0)


def test_a_spot_that_its_page_does_not_show_yet_is_sought_when_it_has_come(bench: Bench) -> None:
    lines = [f"Paragraph {number}." for number in range(60)]
    short = a_story(*lines[:2])
    bench.wait_for(bench.pane.show_story(short))
    long = replace(a_story(*lines), id=short.id)
    number = bench.pane.show_story(long)
    bench.pane.reveal(Spot(BODY, 30), beside=Spot(BODY, 1))
    bench.pane.reveal(Spot(BODY, 59), beside=Spot(BODY, 30))
    bench.wait_for(number)
    last = "[...document.querySelectorAll('#body > p')][59].getBoundingClientRect()"
    bench.hands.until(lambda: bench.ask(f"{last}.bottom <= innerHeight && {last}.top > 0"))


@pytest.mark.parametrize("reason", ["TabFocusReason", "BacktabFocusReason"])
def test_the_page_stays_where_it_is_read_when_the_keyboard_comes(bench: Bench, reason: str) -> None:
    """Qt passes the keyboard on as if by Tab when a popover is put away."""
    pane, view = bench.pane, bench.pane.view
    pane.activateWindow()
    bench.wait_for(pane.show_story(a_story(*[f"Paragraph {number}." for number in range(80)])))
    bench.ask("scrollTo({top: 900, behavior: 'instant'})")
    bench.hands.until(lambda: bench.ask("scrollY") == 900)
    view.setFocus(Qt.FocusReason[reason])
    bench.hands.until(lambda: bench.ask("document.hasFocus()"))
    assert bench.ask("document.activeElement === document.body && scrollY") == 900


def test_a_page_that_cannot_be_made_says_why(open_bench: Callable[[House], Bench]) -> None:
    bench = open_bench(a_house(theme="velvet"))
    bench.pane.show_story(a_story())
    bench.hands.until(lambda: any("velvet" in words for words in said(bench)))


@dataclass
class Browser:
    """The person's browser, as far as the desktop knows of it."""

    opened: list[Path] = field(default_factory=list)


class _Handler(QObject):
    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self._browser = browser

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self._browser.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    handler = _Handler(made)
    QDesktopServices.setUrlHandler("file", handler, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_the_page_opens_in_a_browser_as_a_draft(bench: Bench, browser: Browser) -> None:
    button = bench.hands.part(bench.pane, "Open the page in a browser", QAbstractButton)
    assert not button.isEnabled()
    bench.wait_for(bench.pane.show_story(a_story(headline="Seen elsewhere")))
    bench.hands.press(bench.pane, "Open the page in a browser")
    bench.hands.until(lambda: browser.opened)
    (page,) = browser.opened
    html = page.read_text(encoding="utf-8")
    assert "Seen elsewhere" in html
    assert "noindex" in html
    assert page.is_relative_to(bench.desk.tools.cache)
    bench.hands.until(button.isEnabled)
    bench.hands.press(bench.pane, "Open the page in a browser")
    bench.hands.until(lambda: len(browser.opened) == 2)
    assert bench.errors == []


def test_a_disk_that_takes_no_page_is_told(bench: Bench, browser: Browser) -> None:
    bench.desk.tools.cache.parent.mkdir(exist_ok=True)
    bench.desk.tools.cache.write_text("a file where a folder should be")
    bench.wait_for(bench.pane.show_story(a_story()))
    bench.hands.press(bench.pane, "Open the page in a browser")
    bench.hands.until(lambda: bench.errors)
    assert browser.opened == []


def test_the_browser_is_covered_until_its_first_page_comes(bench: Bench) -> None:
    words = "The page of the article that is open is shown here."
    assert words in said(bench)
    view = bench.pane.view
    assert not view.isEnabled()

    def is_seen() -> bool:
        return view.isAncestorOf(view.parentWidget().childAt(view.geometry().center()))

    assert not is_seen()
    bench.wait_for(bench.pane.show_story(a_story()))
    assert words not in said(bench)
    assert view.isEnabled()
    assert is_seen()
    bench.wait_for(bench.pane.show_story(named(a_story(), "Another")))


def test_the_cover_says_why_no_page_comes(bench: Bench) -> None:
    library = bench.desk.library.folder / "library.sqlite3"
    with closing(sqlite3.connect(library)) as plain:
        plain.execute("ALTER TABLE decisions RENAME TO lost")
    bench.pane.show_story(a_story())
    bench.hands.until(lambda: "is damaged" in bench.pane.proof.words)
    assert said(bench).count(bench.pane.proof.words) == 2
    assert not bench.pane.view.isEnabled()
