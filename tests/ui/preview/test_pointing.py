"""Clicks on the page: which part of the story was meant, and what becomes of links."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from newsroom.domain.article import Story
from newsroom.domain.document import (
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Text,
)
from newsroom.ui.preview.page_menu import page_menu
from newsroom.ui.preview.pointing import Place, Pointed, read_pointed, reveal_script
from newsroom.ui.spot import BODY, Spot
from tests.support.stories import a_figure, a_picture, a_story
from tests.ui.preview.conftest import Bench

MIDDLE = """
(() => {
  const whole = %s;
  whole.scrollIntoView({block: "center", behavior: "instant"});
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const at = node.data.indexOf(%s);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const area = range.getBoundingClientRect();
    return `${area.left + 1},${area.top + area.height / 2}`;
  }
  const area = whole.getBoundingClientRect();
  return `${area.left + area.width / 2},${area.top + area.height / 2}`;
})()
"""


def point(bench: Bench, element: str, word: str = "") -> QPoint:
    """Scroll to an element, and give the place of a word of it, or of its middle."""
    bench.hands.until(lambda: bench.ask("document.fonts.status") == "loaded")
    x, y = str(bench.ask(MIDDLE % (element, repr(word or "\0")))).split(",")
    scale = bench.pane.view.zoomFactor()
    return QPoint(round(float(x) * scale), round(float(y) * scale))


def a_long_story() -> Story:
    picture = a_picture()
    note = FootnoteRef("a")
    return a_story(
        "The river rose overnight.",
        Heading(2, (Text("What the road service says"),)),
        Paragraph(()),
        Paragraph((Text("A dam upstream "), note, Text("held, "), Text("it says", link="https://a.example/x"))),
        ListBlock(False, (ListItem((Text("First bridge"),)), ListItem((Text("Second bridge"),)))),
        a_figure(picture),
        Footnote("b", (Text("Nobody points here."),)),
        Footnote("a", (Text("It was built in 1974."),)),
        "The end.",
        pictures=[picture],
        lead=Figure(picture.id, "A bridge", "Ice under the bridge."),
    )  # fmt: skip


@pytest.fixture
def spots(bench: Bench) -> list[Spot]:
    found: list[Spot] = []
    bench.pane.spot_wanted.connect(found.append)
    bench.wait_for(bench.pane.show_story(a_long_story()))
    return found


def click(
    bench: Bench, at: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mouseClick(bench.pane.view.focusProxy(), Qt.MouseButton.LeftButton, held, at)


@pytest.mark.parametrize(
    ("element", "word", "spot"),
    [
        (("h1", 0), "closes", Spot("headline", 0, "Snowmelt ")),
        ((".standfirst", 0), "round", Spot("standfirst", 0, "Drivers are sent ")),
        ((".dateline", 0), "Kazakh", Spot("place", 0, "Zharkent, ")),
        ((".author", 0), "Kenes", Spot("byline", 0, "Daniyar ")),
        ((".picture-lead .caption", 0), "bridge", Spot("lead", 0, "Ice under the ")),
        ((".sources li", 0), "road", Spot("sources", 0, "SourcesRegional ")),
        ((".topics li", 0), "roads", Spot("tags", 0, "Topics")),
        (("#body p", 0), "rose", Spot(BODY, 0, "The river ")),
        (("#body h2", 0), "road", Spot(BODY, 1, "What the ")),
        (("#body > p", 1), "held", Spot(BODY, 3, "A dam upstream 1")),
        (("#body li", 1), "bridge", Spot(BODY, 4, "First bridgeSecond ")),
        (("#body .picture .caption", 0), "Ice", Spot(BODY, 5, "")),
        (("#body > p", 2), "end", Spot(BODY, 8, "The ")),
        ((".footnotes li", 0), "built", Spot(BODY, 7, "It was ")),
        ((".footnotes li", 1), "points", Spot(BODY, 6, "Nobody ")),
    ],
)  # fmt: skip
def test_a_click_names_the_place_in_the_story(
    bench: Bench, spots: list[Spot], element: tuple[str, int], word: str, spot: Spot
) -> None:
    selector, number = element
    click(bench, point(bench, f"document.querySelectorAll({selector!r})[{number}]", word))
    bench.hands.until(lambda: spots)
    (found,) = spots
    assert (found.part, found.block) == (spot.part, spot.block)
    assert "".join(found.before.split()) == "".join(spot.before.split())


def test_a_drag_that_selects_words_is_no_click(bench: Bench, spots: list[Spot]) -> None:
    start = point(bench, "document.querySelector('#body p')", "river")
    proxy = bench.pane.view.focusProxy()
    QTest.mousePress(proxy, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(proxy, start + QPoint(60, 0))
    QTest.mouseRelease(proxy, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    click(bench, point(bench, "document.querySelector('h1')", "closes"))
    bench.hands.until(lambda: spots)
    assert [one.part for one in spots] == ["headline"]


class _Outside(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def outside_browser() -> Iterator[list[str]]:
    made = _Outside()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made.opened
    QDesktopServices.unsetUrlHandler("https")


def test_a_click_on_a_link_puts_the_caret_and_ctrl_follows_it_outside(
    bench: Bench, spots: list[Spot], outside_browser: list[str]
) -> None:
    link = "document.querySelector('#body a[href^=http]')"
    click(bench, point(bench, link, "says"))
    bench.hands.until(lambda: spots)
    assert (spots[0].part, spots[0].block) == (BODY, 3)
    assert outside_browser == []
    click(bench, point(bench, link, "says"), Qt.KeyboardModifier.ControlModifier)
    bench.hands.until(lambda: outside_browser)
    assert outside_browser == ["https://a.example/x"]
    assert len(spots) == 1


def test_a_link_to_a_place_in_the_page_is_followed_and_moves_no_caret(
    bench: Bench, spots: list[Spot]
) -> None:
    click(bench, point(bench, "document.querySelector('#body a[href^=\"#\"]')", "1"))
    bench.hands.until(lambda: str(bench.ask("location.hash")).startswith("#note"))
    click(bench, point(bench, "document.querySelector('h1')", "closes"))
    bench.hands.until(lambda: spots)
    assert [one.part for one in spots] == ["headline"]


def test_nothing_is_written_into_the_page_by_a_click(bench: Bench, spots: list[Spot]) -> None:
    whole = "document.documentElement.outerHTML"
    before = bench.ask(whole)
    click(bench, point(bench, "document.querySelector('#body p')", "rose"))
    bench.hands.until(lambda: spots)
    bench.pane.reveal(Spot(BODY, 8))
    bench.hands.until(lambda: bench.ask("scrollY") != 0)
    assert bench.ask(whole) == before


def test_the_menu_offers_what_can_be_done_here_and_no_way_out(
    bench: Bench, spots: list[Spot], outside_browser: list[str]
) -> None:
    at = point(bench, "document.querySelector('#body p')", "rose")
    menu = page_menu(bench.pane.view, at)
    named = {action.text(): action for action in menu.actions()}
    assert list(named) == ["Write here", "Copy"]
    assert not named["Copy"].isEnabled(), "Nothing is selected"
    named["Write here"].trigger()
    bench.hands.until(lambda: spots)
    assert (spots[0].part, spots[0].block, spots[0].before) == (BODY, 0, "The river ")
    menu.deleteLater()
    link = point(bench, "document.querySelector('#body a[href^=http]')", "says")
    proxy = bench.pane.view.focusProxy()
    assert proxy is not None
    QTest.mouseClick(proxy, Qt.MouseButton.RightButton, pos=link)
    bench.hands.choose("Open the link in a browser")
    bench.hands.until(lambda: outside_browser)
    assert outside_browser == ["https://a.example/x"]


def test_the_page_glides_only_where_things_may_move() -> None:
    place = Place(BODY, 3, 0.5)
    assert '"smooth"' in reveal_script(place, smooth=True)
    assert '"instant"' in reveal_script(place, smooth=False)


@pytest.mark.parametrize("line", ["", "{", "[]", "null", '{"part": 1, "odd": 2}', '"x"'])
def test_a_line_that_cannot_be_read_points_at_nothing(line: str) -> None:
    assert read_pointed(line) == Pointed()
