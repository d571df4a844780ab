"""The structured data: what a search engine reads of a story, its makers and its pictures."""

from __future__ import annotations

from typing import Any

from newsroom.domain.article import Story
from newsroom.domain.reading import word_count
from tests.unit.export.reading import data_of
from tests.unit.export.samples import (
    HEADLINE,
    STANDFIRST,
    ferry_post,
    night_buses,
    page_of,
)
from tests.unit.export.test_head import ADDRESS


def _article(story: Story | None = None, **house: Any) -> Any:
    return data_of(page_of(story, ferry_post(**house)))


def test_the_article_carries_the_story_s_facts() -> None:
    expected = {
        "@context": "https://schema.org",
        "headline": HEADLINE,
        "description": STANDFIRST,
        "inLanguage": "en",
        "datePublished": "2023-05-02T14:07:00+06:00",
        "dateModified": "2023-05-02T14:07:00+06:00",
        "dateline": "Astana, Kazakhstan",
        "articleSection": "News",
        "keywords": ["buses", "night"],
        "timeRequired": "PT1M",
        "mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS},
    }
    article = _article()
    assert {name: article[name] for name in expected} == expected
    assert article["wordCount"] == word_count(night_buses().document)


def test_each_author_is_an_object_of_its_own() -> None:
    assert _article()["author"] == [
        {"@type": "Person", "name": "Daniyar Kenes"},
        {"@type": "Person", "name": "Aigerim Sadykova"},
    ]


def test_the_house_signs_as_an_organization() -> None:
    house = {"@type": "Organization", "url": "https://ferrypost.example"}
    assert _article(night_buses(byline="FerryPost"))["author"] == [{**house, "name": "FerryPost"}]
    assert _article(night_buses(byline=""))["author"] == [{**house, "name": "The Ferry Post"}]


def test_the_publisher_is_the_house_with_its_logo() -> None:
    publisher = _article()["publisher"]
    assert publisher["@type"] == "NewsMediaOrganization"
    assert publisher["name"] == "The Ferry Post"
    assert publisher["logo"]["url"].startswith("https://ferrypost.example/assets/logo.")
    assert publisher["sameAs"][0] == "https://facebook.example/ferry"


def test_each_picture_carries_its_credit_and_licence() -> None:
    lead, *cards, inline = _article()["image"]
    assert lead["contentUrl"].startswith("https://ferrypost.example/assets/pictures/")
    assert (lead["width"], lead["height"]) == (800, 480)
    assert lead["creditText"] == "Regional Transport Office"
    assert lead["creator"] == [
        {"@type": "Person", "name": "Aliya Omar"},
        {"@type": "Person", "name": "Timur Bek"},
    ]
    assert lead["copyrightNotice"] == "© 2023 Regional Transport Office"
    assert lead["license"] == "https://transport.example/terms"
    assert lead["usageInfo"]["text"] == "Free for news"
    assert "caption" not in lead
    assert inline["caption"] == "The coach on Thursday evening."
    assert inline["creditText"] == "Saule Nur / The Ferry Post"
    assert "license" not in inline
    sizes = [(one["width"], one["height"]) for one in cards]
    assert sizes == [(1000, 562), (800, 600), (600, 600)]
    for one in cards:
        assert {**one, **{name: lead[name] for name in ("contentUrl", "width", "height")}} == lead


def test_sources_are_cited_and_terms_are_named() -> None:
    article = _article()
    assert article["citation"] == [
        {"@type": "CreativeWork", "name": "Regional Transport Office"},
        {"@type": "WebPage", "name": "Timetable", "url": "https://transport.example/table"},
    ]
    assert article["usageInfo"]["text"].startswith("A third of this text")


def test_the_breadcrumb_list_counts_from_one() -> None:
    items = data_of(page_of(), "BreadcrumbList")["itemListElement"]
    assert [(one["position"], one["name"], one["item"]) for one in items] == [
        (1, "Main Page", "https://ferrypost.example/"),
        (2, "News", "https://ferrypost.example/news/"),
        (3, HEADLINE, ADDRESS),
    ]


def test_what_is_not_known_is_left_out() -> None:
    article = _article(night_buses(place="", tags=(), sources=()), notice="", share=0)
    assert {"dateline", "keywords", "citation", "usageInfo"}.isdisjoint(article)
