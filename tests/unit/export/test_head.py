"""The head of a page says of the story what its text says."""

from __future__ import annotations

from datetime import timedelta

from newsroom.domain.document import Paragraph
from tests.unit.export.reading import meta, read
from tests.unit.export.samples import (
    HEADLINE,
    MOMENT,
    STANDFIRST,
    ferry_post,
    night_buses,
    page_of,
    words,
)

ADDRESS = "https://ferrypost.example/news/2023/05/02/six-towns-share-one-timetable-for-night-buses/"


def test_title_description_and_canonical_address() -> None:
    page = page_of()
    assert read(page).one("title").text == f"{HEADLINE} — FerryPost"
    assert meta(page, "description") == [STANDFIRST]
    assert read(page).one("link", rel="canonical")["href"] == ADDRESS
    assert meta(page, "robots") == ["max-image-preview:large"]


def test_without_a_standfirst_the_first_paragraph_describes_cut_between_words() -> None:
    story = night_buses(Paragraph(words("Coach after coach " * 40)), standfirst="")
    description = meta(page_of(story), "description")[0]
    assert len(description) <= 200
    assert description.startswith("Coach after coach")
    assert description.endswith(("Coach…", "after…", "coach…"))


def test_open_graph_describes_an_article() -> None:
    page = page_of(modified=MOMENT + timedelta(hours=2))
    expected = {
        "og:type": ["article"],
        "og:title": [HEADLINE],
        "og:description": [STANDFIRST],
        "og:url": [ADDRESS],
        "og:site_name": ["The Ferry Post"],
        "og:locale": ["en_US"],
        "og:image:width": ["1000"],
        "og:image:height": ["562"],
        "og:image:alt": ["Coaches wait in a row under street lamps"],
        "article:published_time": ["2023-05-02T14:07:00+06:00"],
        "article:modified_time": ["2023-05-02T16:07:00+06:00"],
        "article:section": ["News"],
        "article:author": ["Daniyar Kenes", "Aigerim Sadykova"],
        "article:tag": ["buses", "night"],
    }
    assert {name: meta(page, name) for name in expected} == expected


def test_the_shared_image_is_a_full_address_of_a_file_that_is_made() -> None:
    page = page_of()
    image = meta(page, "og:image")[0]
    assert image.startswith("https://ferrypost.example/assets/pictures/")
    assert image.rpartition("/")[2] in {one.name for _, one in page.renditions}
    assert meta(page, "twitter:image") == [image]


def test_the_card_is_large_only_where_there_is_a_picture() -> None:
    assert meta(page_of(), "twitter:card") == ["summary_large_image"]
    bare = night_buses(Paragraph(words("No pictures here.")), lead=None)
    assert meta(page_of(bare), "twitter:card") == ["summary"]
    assert meta(page_of(bare), "og:image") == []


def test_languages_are_spelled_as_open_graph_wants_them() -> None:
    assert meta(page_of(night_buses(language="kk")), "og:locale") == ["kk_KZ"]
    assert meta(page_of(night_buses(language="ru")), "og:locale") == ["ru_RU"]


def test_the_feed_is_announced() -> None:
    feed = read(page_of()).one("link", rel="alternate")
    assert (feed["type"], feed["href"]) == (
        "application/rss+xml",
        "https://ferrypost.example/feed.xml",
    )
    assert read(page_of(house=ferry_post(feed=""))).all("link", rel="alternate") == []


def test_a_house_without_a_web_address_names_none() -> None:
    page = page_of(house=ferry_post(url="ferrypost"))
    assert read(page).all("link", rel="canonical") == []
    assert meta(page, "og:url") == []
    assert "ferrypost/" not in page.html.decode()
