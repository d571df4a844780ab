"""Remarks on an article's fields."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.domain.article import Content, Story, content_from_json, content_to_json
from newsroom.domain.document import Document
from newsroom.domain.findings import Severity
from newsroom.domain.ids import ArticleId
from tests.support.judging import run
from tests.support.stories import a_house, a_picture, a_story, an_illustrated_story


def found(story: Story, rule: str) -> list[str]:
    return [finding.where for finding in run(story, a_house()) if finding.rule == rule]


def test_a_story_fit_to_print_gets_no_remark() -> None:
    assert run(an_illustrated_story(), a_house()) == ()


def test_an_empty_story_lacks_everything() -> None:
    story = Story(ArticleId("0" * 20), Content(), Document())
    assert [(finding.rule, finding.where) for finding in run(story, a_house())] == [
        ("headline-missing", "headline"),
        ("standfirst-missing", "standfirst"),
        ("section-missing", "section"),
        ("place-missing", "place"),
        ("byline-missing", "byline"),
        ("body-empty", "body"),
    ]


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("headline", "headline-missing"),
        ("standfirst", "standfirst-missing"),
        ("section", "section-missing"),
        ("place", "place-missing"),
        ("byline", "byline-missing"),
    ],
)
@pytest.mark.parametrize("blank", ["", " ", "\u00a0\n"])
def test_a_blank_field_is_missing(field: str, rule: str, blank: str) -> None:
    story = a_story()
    content = content_from_json({**content_to_json(story.content), field: blank})
    assert found(replace(story, content=content), rule) == [field]


def test_headline_of_110_characters_is_not_long() -> None:
    assert found(a_story(headline="х" * 110), "headline-long") == []


def test_headline_of_111_characters_is_long() -> None:
    story = a_story(headline="х" * 111)
    finding = next(one for one in run(story, a_house()) if one.rule == "headline-long")
    assert finding.where == "headline"
    assert "111 characters" in finding.message


def test_section_of_another_house_is_unknown() -> None:
    story = a_story(section="sport")
    finding = next(one for one in run(story, a_house()) if one.rule == "section-unknown")
    assert finding.where == "section"
    assert "news, regions" in finding.message


def test_section_is_not_unknown_in_a_house_without_sections() -> None:
    assert "section-unknown" not in {
        finding.rule for finding in run(a_story(section="sport"), a_house(sections=()))
    }


@pytest.mark.parametrize(
    "slug", ["../etc", "Snowmelt", "two words", "a--b", "a" * 81, "-a", "снег"]
)
def test_slug_that_cannot_stand_in_an_address(slug: str) -> None:
    assert found(a_story(slug=slug), "slug-unusable") == ["slug"]


@pytest.mark.parametrize(
    "headline",
    ["Snowmelt closes two bridges", "В Костанае сеют", "Ақтөбеде кітапхана ашылды", "2026", ""],
)
def test_slug_can_be_made_from_the_headline(headline: str) -> None:
    assert found(a_story(headline=headline), "slug-unusable") == []


def test_headline_that_gives_no_slug() -> None:
    assert found(a_story(headline="雪融け"), "slug-unusable") == ["slug"]


def test_headline_that_gives_no_slug_is_fine_beside_a_chosen_one() -> None:
    assert found(a_story(headline="雪融け", slug="snowmelt"), "slug-unusable") == []


def test_what_the_house_requires_is_an_error_and_the_rest_a_warning() -> None:
    story = a_story(headline="", place="")
    severities = {
        finding.rule: finding.severity
        for finding in run(story, a_house(required=frozenset({"place-missing"})))
    }
    assert severities == {
        "headline-missing": Severity.WARNING,
        "place-missing": Severity.ERROR,
    }


def test_every_message_is_a_sentence() -> None:
    story = Story(ArticleId("0" * 20), Content(section="x", slug="../x"), Document())
    bare = an_illustrated_story(a_picture(credit=""), alt="", caption="Two  spaces ,,")
    for finding in run(story, a_house()) + run(bare, a_house()):
        assert finding.message[0].isupper()
        assert finding.message.endswith((".", "”."))


def test_a_house_without_an_address_is_remarked_on_once() -> None:
    for url in ("", "https://example.org", "steppe-courier"):
        found = run(an_illustrated_story(), a_house(url=url))
        assert [(one.rule, one.where) for one in found] == [("house-address-missing", "house")]
