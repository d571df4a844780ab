"""A comparison speaks as the house does, and sets every part as what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from newsroom.desk.comparing import compare
from newsroom.domain.article import Content, Story
from newsroom.domain.comparison import Comparison, Part
from newsroom.domain.framing import UNFRAMED, Crop, Shape, cropped, focused
from newsroom.domain.house import House, Section
from newsroom.markup.reader import read
from tests.support.stories import AN_ARTICLE, PUBLISHED, a_figure, a_house, a_picture, a_story

BEFORE = Content(headline="Ice", section="news", language="en", published=PUBLISHED)


def story(content: Content, body: str = "") -> Story:
    return Story(AN_ARTICLE, content, read(body))


def detail(found: Comparison, label: str) -> list[str]:
    return [piece.text for one in found.passages if one.label == label for piece in one.pieces]


def test_sections_languages_and_dates_are_told_in_words() -> None:
    after = replace(BEFORE, section="regions", language="ru")
    found = compare(story(BEFORE), story(after), a_house())
    assert detail(found, "Section") == ["Новости", "Regions"]
    assert detail(found, "Language") == ["English", "Russian"]
    assert detail(found, "Date") == ["14 апреля, 2026 | 09:30"]


def test_words_never_hide_a_difference() -> None:
    house = House("A", "", "en", sections=(Section("a", "News"), Section("b", "News")))
    house = replace(house, date_format="%d %B")
    later = replace(BEFORE, section="b", published=PUBLISHED + timedelta(minutes=1))
    found = compare(story(replace(BEFORE, section="a")), story(later), house)
    assert detail(found, "Section") == ["a", "b"]
    assert "2026-04-14 09:" in "".join(detail(found, "Date"))
    assert found.changes == 2


def test_how_a_picture_is_cut_is_told() -> None:
    picture = a_picture()
    cut = cropped(focused(UNFRAMED, 2_000, 8_000), Crop(Shape.SQUARE, 0, 1_000, 5_000, 7_500))
    after = replace(picture, framing=cut)
    lead = a_figure(picture)
    stories = [a_story(pictures=[one], lead=lead) for one in (picture, after)]
    found = compare(*stories, a_house())
    assert detail(found, "Crop") == [
        "in focus at 20 % and 80 %; 1:1 from 0 % and 10 %, 50 % wide, 75 % high"
    ]
    assert found.changes == 1
    assert detail(compare(stories[0], stories[0], a_house()), "Crop") == []


def test_who_said_a_quotation_is_a_part_of_its_own() -> None:
    found = compare(None, story(BEFORE, "> We kept it.\n>\n> -- Somebody, pilot\n"))
    told = [(one.part, "".join(piece.text for piece in one.pieces)) for one in found.passages]
    assert told[-2:] == [(Part.QUOTE, "We kept it."), (Part.ATTRIBUTION, "Somebody, pilot")]


def test_items_of_lists_keep_their_markers() -> None:
    found = compare(None, story(BEFORE, "- One\n    3. Deep\n    4. Deeper\n- Two\n"))
    text = "".join(piece.text for piece in found.passages[-1].pieces)
    assert text == "• One\n\u20033. Deep\n\u20034. Deeper\n• Two"
