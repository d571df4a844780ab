"""Remarks on what may be done with a picture, and what people answer for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from newsroom.checks.rights import LEAST_LEAD
from newsroom.domain.article import Story
from newsroom.domain.findings import Severity
from newsroom.domain.framing import UNFRAMED, WHOLE, Crop, Shape, cropped
from newsroom.domain.house import House
from newsroom.domain.house_pictures import PictureRules
from newsroom.domain.ids import EntryId, MemberId
from newsroom.domain.override import Override, subject_of
from newsroom.domain.picture import Releases, RightsPeriod
from newsroom.domain.vocabularies import Channel, ModelRelease, PropertyRelease, SourceType
from tests.support.judging import TODAY, run
from tests.support.stories import (
    AN_ARTICLE,
    PUBLISHED,
    a_figure,
    a_house,
    a_picture,
    a_story,
    an_illustrated_story,
)

WANTING = a_house(
    wanted=frozenset(
        {"release-missing", "source-type-missing", "caption-undated", "caption-names-nobody"}
    )
)
PLACE = f"picture:{a_picture().id}"
USE = f"body:1:{PLACE}"


def found(story: Story, rule: str, house: House = WANTING, today: date = TODAY) -> list[str]:
    return [one.where for one in run(story, house, today) if one.rule == rule]


def with_rights(**rights: Any) -> Story:
    return an_illustrated_story(a_picture(rights=RightsPeriod(**rights)))


@pytest.mark.parametrize("rights", [{"ends": "31.12.2020"}, {"ends": "2020-12"}, {"starts": "now"}])
def test_a_limit_of_rights_that_is_no_day_is_told(rights: dict[str, str]) -> None:
    story = with_rights(**rights)
    (told,) = [one for one in run(story, WANTING, TODAY) if one.rule == "rights-ended"]
    assert told.where == PLACE
    assert f"“{next(iter(rights.values()))}”, which is not a day" in told.message


def test_the_day_on_which_rights_end_or_begin_is_told_in_words() -> None:
    for rights, words in (
        ({"ends": "2020-05-01"}, "ended on 1 May 2020"),
        ({"starts": "2099-12-31"}, "begin on 31 December 2099"),
    ):
        messages = [one.message for one in run(with_rights(**rights), WANTING, TODAY)]
        assert any(words in message for message in messages)


@pytest.mark.parametrize(
    ("ends", "ended", "ending"),
    [
        (-1, True, False),
        (0, False, True),
        (14, False, True),
        (15, False, False),
    ],
)
def test_rights_end_on_their_last_day(ends: int, ended: bool, ending: bool) -> None:
    story = with_rights(ends=(TODAY + timedelta(days=ends)).isoformat())
    assert found(story, "rights-ended") == [PLACE] * ended
    assert found(story, "rights-ending") == [PLACE] * ending


def test_rights_that_have_not_begun_count_as_none() -> None:
    story = with_rights(starts=(TODAY + timedelta(days=1)).isoformat())
    assert found(story, "rights-ended") == [PLACE]
    assert found(story, "rights-ended", today=TODAY + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("allowed", "published", "remarked"),
    [
        ((), (Channel.WEB,), False),
        ((Channel.WEB,), (Channel.WEB,), False),
        ((Channel.SOCIAL,), (Channel.WEB,), True),
        (("print",), (Channel.WEB,), True),
        ((Channel.WEB,), (Channel.WEB, Channel.SYNDICATION), True),
        ((Channel.WEB,), (Channel.WEB, Channel.SOCIAL), False),
    ],
)
def test_channels(allowed: tuple[str, ...], published: tuple[str, ...], remarked: bool) -> None:
    house = a_house(pictures=PictureRules(channels=published))
    assert found(with_rights(channels=allowed), "channel-not-allowed", house) == [PLACE] * remarked


def test_the_lead_goes_with_every_link_to_the_story() -> None:
    picture = a_picture(rights=RightsPeriod(channels=(Channel.WEB,)))
    house = a_house(pictures=PictureRules(channels=(Channel.WEB, Channel.SOCIAL)))
    story = a_story(pictures=[picture], lead=a_figure(picture))
    assert found(story, "channel-not-allowed", house) == [PLACE]


@pytest.mark.parametrize(
    ("allowed", "published", "remarked"),
    [
        ((), (), False),
        (("KZ",), (), True),
        (("KZ",), ("KZ",), False),
        (("KZ", "KG"), ("KZ",), False),
        (("KZ",), ("KZ", "KG"), True),
    ],
)
def test_countries(allowed: tuple[str, ...], published: tuple[str, ...], remarked: bool) -> None:
    house = a_house(pictures=PictureRules(territories=published))
    story = with_rights(territories=allowed)
    assert found(story, "territory-not-allowed", house) == [PLACE] * remarked


@pytest.mark.parametrize("width", [LEAST_LEAD - 1, LEAST_LEAD])
def test_a_small_lead(width: int) -> None:
    picture = a_picture(width=width)
    lead = a_story(pictures=[picture], lead=a_figure(picture))
    assert found(lead, "lead-small") == [f"lead:{PLACE}"] * (width < LEAST_LEAD)
    assert found(an_illustrated_story(picture), "lead-small") == []


def test_a_lead_is_as_small_as_what_is_shown_of_it() -> None:
    half = cropped(UNFRAMED, Crop(Shape.FREE, 0, 0, WHOLE // 2, WHOLE))
    picture = replace(a_picture(width=2 * LEAST_LEAD - 2), framing=half)
    story = a_story(pictures=[picture], lead=a_figure(picture))
    (told,) = [one for one in run(story, WANTING, TODAY) if one.rule == "lead-small"]
    assert f"{LEAST_LEAD - 1:,} pixels wide" in told.message


@pytest.mark.parametrize(
    ("releases", "people", "remarked"),
    [
        (Releases(), (), True),
        (Releases(ModelRelease.NOT_APPLICABLE), (), False),
        (Releases(property=PropertyRelease.UNLIMITED), (), False),
        (Releases(property=PropertyRelease.UNLIMITED), ("Somebody",), True),
        (Releases(ModelRelease.LIMITED), ("Somebody",), True),
        (Releases(ModelRelease.UNLIMITED), ("Somebody",), False),
    ],
)
def test_releases(releases: Releases, people: tuple[str, ...], remarked: bool) -> None:
    story = an_illustrated_story(a_picture(releases=releases, people=people))
    assert found(story, "release-missing") == [PLACE] * remarked


def test_how_a_picture_was_made() -> None:
    story = an_illustrated_story(a_picture(source_type=SourceType.AI))
    assert found(story, "source-type-missing") == []
    assert found(an_illustrated_story(), "source-type-missing") == [PLACE]


@pytest.mark.parametrize("rule", sorted(WANTING.wanted))
def test_some_rules_look_only_where_a_house_asks(rule: str) -> None:
    story = an_illustrated_story(caption="a grey bridge")
    assert found(story, rule)
    assert found(story, rule, a_house()) == []
    required = a_house(required=frozenset({rule}))
    assert {one.severity for one in run(story, required) if one.rule == rule} == {Severity.ERROR}


@pytest.mark.parametrize(
    "alt",
    [
        "Photo of a bridge",
        "A photograph showing a bridge",
        "An aerial photo of a bridge",
        "The image shows a bridge",
        "Фото моста",
        "Фотография: мост",
        "На снимке мост",
        "На фото — мост",
        "Изображение моста",
        "Суретте көпір көрінеді",
        "Фотосурет: көпір",
        "Фотода көпір",
    ],
)
def test_an_alt_text_that_says_it_is_a_picture(alt: str) -> None:
    assert found(an_illustrated_story(alt=alt), "alt-photo-of") == [USE]


@pytest.mark.parametrize(
    "alt",
    [
        "A bridge with a photographer on it",
        "Photographers on a bridge",
        "Picturesque hills",
        "Фотограф на мосту",
        "Фотографы",
        "Суретші көпірде тұр",
        "A woman holds a photo of her son",
        "",
    ],
)
def test_an_alt_text_that_only_speaks_of_pictures(alt: str) -> None:
    assert found(an_illustrated_story(alt=alt), "alt-photo-of") == []


@pytest.mark.parametrize(
    ("caption", "dated"),
    [
        ("Ice under the bridge on Tuesday.", True),
        ("Ice under the bridge, 14 April.", True),
        ("Ice, April 14", True),
        ("Ice in 2026.", True),
        ("Лёд под мостом, 14 апреля.", True),
        ("Лёд под мостом во вторник", True),
        ("Көпір астындағы мұз, 14 сәуір", True),
        ("Бейсенбі күнгі мұз", True),
        ("Ice under the bridge.", False),
        ("It may rain in march time.", False),
        ("Лёд под мостом.", False),
        ("Мұз.", False),
        ("", True),
    ],
)
def test_a_date_in_a_caption(caption: str, dated: bool) -> None:
    assert found(an_illustrated_story(caption=caption), "caption-undated") == [USE] * (not dated)


@pytest.mark.parametrize(
    ("caption", "people", "named"),
    [
        ("The bridge near Zharkent.", (), True),
        ("The grey bridge.", (), False),
        ("Смотритель Айдар Ким.", (), True),
        ("Смотритель моста.", (), False),
        ("Мэр Алматы.", ("Айдар Ким",), False),
        ("Слово дали Айдару Киму.", ("Айдар Ким",), True),
        ("Minister Aidar Kim speaks.", ("Aidar Kim",), True),
    ],
)
def test_a_name_in_a_caption(caption: str, people: tuple[str, ...], named: bool) -> None:
    story = an_illustrated_story(a_picture(people=people), caption=caption)
    assert found(story, "caption-names-nobody") == [USE] * (not named)


def an_override(rule: str, subject: str) -> Override:
    return Override(
        EntryId("1" * 64), AN_ARTICLE, rule, subject, "Agreed by phone", MemberId("2"), PUBLISHED
    )


def test_a_finding_that_somebody_answers_for_blocks_nothing_and_says_why() -> None:
    story = with_rights(ends="2020-01-01")
    house = a_house(required=frozenset({"rights-ended"}))
    (before,) = [one for one in run(story, house) if one.rule == "rights-ended"]
    assert (before.severity, before.overridable, before.reason) == (Severity.ERROR, True, "")
    said = [an_override("rights-ended", PLACE)]
    (after,) = [one for one in run(story, house, overrides=said) if one.rule == "rights-ended"]
    assert (after.severity, after.reason) == (Severity.WARNING, "Agreed by phone")


def test_a_house_says_what_nobody_may_answer_for() -> None:
    story = with_rights(ends="2020-01-01")
    house = a_house(required=frozenset({"rights-ended"}), overridable=frozenset())
    said = [an_override("rights-ended", PLACE)]
    (one,) = [one for one in run(story, house, overrides=said) if one.rule == "rights-ended"]
    assert (one.severity, one.overridable, one.reason) == (Severity.ERROR, False, "")


def test_an_override_keeps_its_subject_when_blocks_move() -> None:
    assert subject_of("body:3:picture:ab") == subject_of("lead:picture:ab") == "picture:ab"
    assert subject_of("headline") == "headline"
