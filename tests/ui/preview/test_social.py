"""The cards say what the exported head says, while it is typed, and keep their own colours."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.desk import browsing, illustrating
from newsroom.domain.document import Figure
from newsroom.domain.framing import UNFRAMED, Crop, Shape, cropped, focused
from newsroom.settings import Appearance
from newsroom.ui.look.fonts import font
from newsroom.ui.look.tokens import BASE
from newsroom.ui.preview.preview_pane import SOCIAL
from newsroom.ui.preview.sheet import broken
from tests.support.images import encoded, scene
from tests.support.stories import a_story
from tests.ui.preview.conftest import Bench


def names(bench: Bench) -> list[str]:
    return [card.accessibleName() for card in bench.pane.social.cards]


def test_the_cards_follow_the_words(bench: Bench) -> None:
    story = a_story(headline="Ice closes a bridge")
    bench.hands.press(bench.pane, "Social")
    bench.wait_for(bench.pane.show_story(story))
    bench.hands.until(lambda: names(bench)[0] == "Search result: Ice closes a bridge")
    assert names(bench)[1:] == [
        "Telegram: Ice closes a bridge",
        "Facebook: Ice closes a bridge",
        "X: Ice closes a bridge",
    ]
    assert any("no lead picture" in said for said in bench.pane.social.hints)
    longer = replace(story, content=replace(story.content, headline="Ice closes " + "two " * 20))
    bench.wait_for(bench.pane.show_story(longer))
    bench.hands.until(lambda: "two two" in names(bench)[3])
    bench.hands.until(lambda: any("characters" in said for said in bench.pane.social.hints))


def test_a_screen_reader_hears_description_and_picture(bench: Bench) -> None:
    picture = illustrating.add_picture_bytes(bench.desk, encoded(scene(640, 480)), "a.jpg").picture
    story = a_story(pictures=[picture], lead=Figure(picture.id, "Floes between the piers"))
    bench.pane.choose_form(SOCIAL)
    bench.wait_for(bench.pane.show_story(story))
    card = bench.pane.social.cards[2]
    bench.hands.until(lambda: "Floes" in card.accessibleDescription())
    heard = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Description)
    assert "Drivers are sent round by the lake" in heard
    assert any("640 × 360" in said for said in bench.pane.social.hints)


def test_the_cards_show_the_copy_that_the_page_names_and_no_more_of_the_picture(
    bench: Bench,
) -> None:
    halves = Image.new("RGB", (2000, 1000), "#C02020")
    halves.paste("#2020C0", (1000, 0, 2000, 1000))
    added = illustrating.add_picture_bytes(bench.desk, encoded(halves), "halves.jpg").picture
    right = cropped(UNFRAMED, Crop(Shape.WIDE, 5200, 0, 4800, 5400))
    illustrating.frame(bench.desk, added.id, right)
    bench.pane.choose_form(SOCIAL)
    for framing, colour in ((right, (32, 32, 192)), (focused(UNFRAMED, 0, 0), (192, 32, 32))):
        illustrating.frame(bench.desk, added.id, framing)
        picture = browsing.picture(bench.desk, added.id)
        story = a_story(pictures=[picture], lead=Figure(picture.id, "Two halves"))
        bench.wait_for(bench.pane.show_story(story))
        facebook = bench.pane.social.cards[2]
        place = QPoint(20, 60)
        near = partial(_is_near, facebook, place, colour)
        bench.hands.until(near)


def _is_near(card: QWidget, place: QPoint, colour: tuple[int, int, int]) -> bool:
    found = card.grab().toImage().pixelColor(place).getRgb()[:3]
    return all(abs(one - other) < 12 for one, other in zip(found, colour, strict=True))


def test_the_cards_stay_as_they_are_in_the_dark(bench: Bench) -> None:
    bench.pane.choose_form(SOCIAL)
    bench.wait_for(bench.pane.show_story(a_story()))
    bench.hands.until(lambda: bench.pane.social.hints)
    light = [card.grab().toImage() for card in bench.pane.social.cards]
    bench.theme.choose(Appearance.DARK)
    assert [card.grab().toImage() for card in bench.pane.social.cards] == light


def test_what_is_written_while_the_page_is_on_show_is_there_when_the_cards_come(
    bench: Bench,
) -> None:
    bench.wait_for(bench.pane.show_story(a_story(headline="Before")))
    bench.wait_for(bench.pane.show_story(a_story(headline="After")))
    bench.pane.choose_form(SOCIAL)
    bench.hands.until(lambda: names(bench)[0] == "Search result: After")
    bench.pane.show_page()
    assert bench.pane.view.isVisible()


@pytest.mark.parametrize(
    "words", ["", "one", "Снег 😀 идёт " * 30, "x" * 400, "два\u00a0слова " * 9]
)
@pytest.mark.parametrize("most", [1, 2, 4])
def test_words_stand_in_so_many_lines_at_most(qapp: QApplication, words: str, most: int) -> None:
    lines = broken(words, font(BASE), 180, most)
    assert len(lines) <= most
    shown = "".join("".join(lines).rstrip("…").split())
    assert "".join(words.split()).startswith(shown)
