"""The head read back is the head that was written, whatever its words hold."""

from __future__ import annotations

from dataclasses import replace

from newsroom.domain.document import Figure
from newsroom.domain.shared import SharedPage
from newsroom.export.page import Page, PageStamp, render_page
from newsroom.export.shared import read_shared
from newsroom.export.theme import load_theme
from tests.support.rooms import RESOURCES
from tests.support.stories import PUBLISHED, a_house, a_picture, a_story

THEME = load_theme(RESOURCES / "themes" / "paper")
STAMP = PageStamp(PUBLISHED, PUBLISHED)


def shared_of(**fields: object) -> tuple[Page, SharedPage]:
    picture = a_picture()
    story = a_story(pictures=[picture], **{"lead": Figure(picture.id, "Ice & <water>"), **fields})
    page = render_page(story, a_house(), THEME, STAMP)
    return page, read_shared(page.html.decode())


def test_cards_are_told_what_the_page_says() -> None:
    page, shared = shared_of()
    assert shared.title == "Snowmelt closes two bridges — Courier"
    assert shared.headline == "Snowmelt closes two bridges"
    assert shared.description == "Drivers are sent round by the lake until the ice has gone."
    assert shared.site == "The Steppe Courier"
    assert shared.url.startswith("https://steppe-courier.example/news/2026/04/14/")
    assert shared.large
    assert (shared.width, shared.height) == (1200, 675)
    assert shared.alt == "Ice & <water>"
    assert shared.picture.rpartition("/")[2] in {one.name for _, one in page.renditions}


def test_signs_of_html_come_back_as_they_were_typed() -> None:
    odd = 'A "quoted" <b>head</b> & more </title><meta property="og:title" content="x">'
    _, shared = shared_of(headline=odd, standfirst=odd)
    assert shared.headline == odd
    assert shared.title == f"{odd} — Courier"
    assert shared.description == odd


def test_a_page_without_pictures_asks_for_a_small_card() -> None:
    page = render_page(a_story(), a_house(), THEME, STAMP)
    shared = read_shared(page.html.decode())
    assert not shared.large
    assert shared.picture == ""


def test_nothing_outside_the_head_is_read() -> None:
    page = render_page(a_story(), replace(a_house(), url=""), THEME, STAMP)
    later = page.html.decode() + '<title>x</title><meta property="og:image" content="y">'
    shared = read_shared(later)
    assert shared.picture == ""
    assert shared.title == "Snowmelt closes two bridges — Courier"
    assert shared.url == ""
