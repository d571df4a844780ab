"""A page carries every row that a reader expects, each in its own place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.domain.document import Figure, Paragraph
from newsroom.domain.house import Logo, Wording
from newsroom.domain.lines import dateline
from newsroom.export.keeping import BlockCache
from newsroom.export.page import PageStamp, render_page
from tests.unit.export.reading import meta, read
from tests.unit.export.samples import (
    HEADLINE,
    INLINE,
    KINDS,
    LEAD,
    MOMENT,
    STANDFIRST,
    ferry_post,
    night_buses,
    page_of,
    paper,
    words,
)


def test_the_first_link_leads_past_the_masthead_to_the_story() -> None:
    page = read(page_of())
    skip = page.all("a")[0]
    assert skip.text == "Skip to the story"
    assert page.one("main")["id"] == skip["href"].removeprefix("#")


def test_the_masthead_holds_logo_and_tagline() -> None:
    masthead = read(page_of()).one("header", class_="masthead")
    assert masthead.one("img")["alt"] == "FerryPost logo"
    assert "The Ferry Post" in masthead.text
    assert "News from both banks of the river" in masthead.text


def test_social_links_keep_the_order_of_the_house_and_end_with_the_feed() -> None:
    masthead = read(page_of()).one("header", class_="masthead")
    links = masthead.one("ul", class_="social").all("a")
    assert [link["href"] for link in links] == [
        *(f"https://{kind}.example/ferry" for kind in KINDS),
        "https://ferrypost.example/feed.xml",
    ]
    assert [link.text for link in links] == [
        "FerryPost on Facebook",
        "FerryPost on Instagram",
        "FerryPost on TikTok",
        "FerryPost on Twitter",
        "FerryPost on Telegram",
        "FerryPost on YouTube",
        "RSS",
    ]
    assert all(link.one("svg")["aria-hidden"] == "true" for link in links)


def test_the_breadcrumb_leads_home_and_to_the_section_and_ends_here() -> None:
    crumbs = read(page_of()).one("nav", class_="breadcrumb").one("ol").all("li")
    assert [crumb.text for crumb in crumbs] == ["Main Page", "News", HEADLINE]
    assert [crumb.one("a")["href"] for crumb in crumbs[:2]] == [
        "https://ferrypost.example/",
        "https://ferrypost.example/news/",
    ]
    assert crumbs[2].one("span")["aria-current"] == "page"


def test_the_dateline_marks_only_its_date_as_a_time() -> None:
    line = read(page_of()).one("p", class_="dateline")
    assert line.text == "Astana, Kazakhstan • 02 May, 2023 | 14:07"
    time = line.one("time")
    assert time.text == "02 May, 2023 | 14:07"
    assert time["datetime"] == "2023-05-02T14:07:00+06:00"


@pytest.mark.parametrize("form", ["{place} • {date}", "{date} / {place}", "({place}) {date}."])
@pytest.mark.parametrize("place", ["Astana", "", "02 May"])
def test_the_dateline_reads_as_the_house_writes_it(form: str, place: str) -> None:
    house = ferry_post(dateline=form)
    page = page_of(night_buses(place=place), house)
    expected = dateline(place, MOMENT, house, "en")
    assert read(page).one("p", class_="dateline").text == expected


def test_reading_time_counts_the_words_of_the_body() -> None:
    long = Paragraph(words("word " * 480))
    assert read(page_of(night_buses(long))).one("p", class_="minutes").text == "2 min read"
    assert read(page_of(night_buses())).one("p", class_="minutes").text == "1 min read"


def test_headline_standfirst_and_byline_stand_above_the_body() -> None:
    opening = read(page_of()).one("main").one("header", class_="opening")
    assert opening.one("h1").text == HEADLINE
    assert opening.one("p", class_="standfirst").text == STANDFIRST
    byline = opening.one("p", class_="byline")
    assert byline.text == "By Daniyar Kenes and Aigerim Sadykova"
    assert byline.all("img") == []


def test_the_house_s_own_byline_shows_its_logo() -> None:
    byline = read(page_of(night_buses(byline="FerryPost"))).one("p", class_="byline")
    assert byline.text == "By FerryPost"
    assert byline.one("img")["alt"] == "FerryPost logo"


def test_the_lead_comes_before_the_body_with_its_credit_and_no_caption() -> None:
    story = read(page_of()).one("article")
    lead = story.one("figure", class_="picture-lead")
    assert lead.one("figcaption").text == "Credit: Regional Transport Office"
    assert lead.one("img")["alt"] == "Coaches wait in a row under street lamps"
    assert lead.one("img")["fetchpriority"] == "high"
    assert "loading" not in lead.one("img").attributes
    assert story.one("div", class_="body").all("figure", class_="picture-lead") == []


def test_a_figure_shows_caption_and_credit_and_its_own_alt_text() -> None:
    figure = read(page_of()).one("div", class_="body").one("figure", class_="picture")
    assert figure.one("span", class_="caption").text == "The coach on Thursday evening."
    assert figure.one("span", class_="credit").text == "Credit: Saule Nur / The Ferry Post"
    assert figure.one("img")["alt"] == "A red coach at a stop"
    assert figure.one("img")["loading"] == "lazy"


def test_a_missing_alt_text_stays_empty_beside_caption_and_credit() -> None:
    story = night_buses(Figure(LEAD.id, caption="Coaches at dusk."), lead=None)
    figure = read(page_of(story)).one("figure")
    assert figure.one("img").attributes["alt"] == ""


def test_a_picture_without_credit_and_caption_has_no_empty_line_under_it() -> None:
    bare = replace(INLINE, record=replace(INLINE.record, credit=""))
    story = replace(night_buses(Figure(INLINE.id), lead=None), pictures={INLINE.id: bare})
    assert read(page_of(story)).one("figure").all("figcaption") == []


def test_pictures_come_in_three_formats_with_their_size() -> None:
    figure = read(page_of()).one("figure", class_="picture-lead")
    sources = figure.all("source")
    assert [source["type"] for source in sources] == ["image/avif", "image/webp"]
    image = figure.one("img")
    assert (image["width"], image["height"]) == ("800", "480")
    for element in (*sources, image):
        assert [part.split()[1] for part in element["srcset"].split(", ")] == ["480w", "800w"]
        assert element["sizes"]


def test_every_file_the_page_shows_is_one_it_asks_to_be_made() -> None:
    page = page_of()
    shown = {
        part.split()[0].rpartition("/")[2]
        for element in (*read(page).all("source"), *read(page).all("figure")[0].all("img"))
        for part in element["srcset"].split(", ")
    }
    assert shown <= {rendition.name for _, rendition in page.renditions}
    assert {name for name, _ in page.renditions} == {LEAD.id, INLINE.id}


def test_sources_and_topics_follow_the_body() -> None:
    closing = read(page_of()).one("footer", class_="closing")
    sources = closing.one("section", class_="sources")
    assert [item.text for item in sources.all("li")] == ["Regional Transport Office", "Timetable"]
    assert sources.one("a")["href"] == "https://transport.example/table"
    assert [item.text for item in closing.one("section", class_="topics").all("li")] == [
        "buses",
        "night",
    ]


def test_the_republication_notice_is_the_house_s_sentence() -> None:
    aside = read(page_of()).one("aside", class_="aside")
    assert aside.one("h2").text == "Republishing this story"
    assert aside.one("p").text == "A third of this text may be reprinted with a link to this page."


def test_a_house_with_a_share_and_no_sentence_gets_the_theme_s() -> None:
    aside = read(page_of(house=ferry_post(notice="", share=45))).one("aside", class_="aside")
    assert "45%" in aside.one("p").text
    assert read(page_of(house=ferry_post(notice="", share=0))).all("aside", class_="aside") == []


def test_the_foot_names_sections_and_languages() -> None:
    foot = read(page_of()).one("footer", class_="foot")
    assert [link.text for link in foot.one("nav", **{"aria-labelledby": "foot-sections"}).all("a")]
    spoken = foot.one("section").all("li")
    assert [(item["lang"], item.text) for item in spoken] == [
        ("en", "English"),
        ("ru", "Русский"),
        ("kk", "Қазақша"),
    ]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("ru", ("Перейти к тексту", "1 мин чтения", "Автор: Дана")),
        ("kk", ("Мәтінге өту", "1 мин оқу", "Авторы: Дана")),
    ],
)
def test_the_page_speaks_the_story_s_language(language: str, labels: tuple[str, ...]) -> None:
    house = ferry_post(wordings={language: Wording(credit_prefix="© ", home_label="⌂")})
    page = read(page_of(night_buses(language=language, byline="Дана"), house))
    assert page.one("html")["lang"] == language
    assert (
        page.one("a", class_="skip").text,
        page.one("p", class_="minutes").text,
        page.one("p", class_="byline").text,
    ) == labels
    assert page.all("span", class_="credit")[0].text == "© Regional Transport Office"
    assert page.one("nav", class_="breadcrumb").all("li")[0].text == "⌂"


def test_a_draft_says_so_and_is_kept_from_search_engines() -> None:
    page = page_of(draft=True)
    assert read(page).one("p", class_="ribbon").text == "Draft. Not for publication."
    assert meta(page, "robots") == ["noindex, nofollow"]
    assert read(page_of()).all("p", class_="ribbon") == []


def test_a_later_change_is_dated() -> None:
    later = MOMENT + timedelta(days=1)
    updated = read(page_of(modified=later)).one("p", class_="updated")
    assert updated.text == "Updated 03 May, 2023 | 14:07"
    assert updated.one("time")["datetime"] == "2023-05-03T14:07:00+06:00"
    assert read(page_of()).all("p", class_="updated") == []


def test_the_same_arguments_give_the_same_bytes_with_a_cache_or_without() -> None:
    stamp = PageStamp(MOMENT, MOMENT)
    cache: BlockCache = {}
    plain = render_page(night_buses(), ferry_post(), paper(), stamp)
    first = render_page(night_buses(), ferry_post(), paper(), stamp, cache)
    again = render_page(night_buses(), ferry_post(), paper(), stamp, cache)
    assert plain.html == first.html == again.html
    assert plain.fingerprint == again.fingerprint
    assert cache


def test_a_cache_never_hands_out_an_old_credit_or_another_page_s_links() -> None:
    cache: BlockCache = {}
    stamp = PageStamp(MOMENT, MOMENT)
    render_page(night_buses(), ferry_post(), paper(), stamp, cache)
    renamed = replace(LEAD, record=replace(LEAD.record, credit="Somebody else"))
    story = replace(night_buses(), pictures={LEAD.id: renamed, INLINE.id: INLINE})
    short = replace(story, content=replace(story.content, section=""))
    cached = render_page(short, ferry_post(credit_prefix="By "), paper(), stamp, cache)
    fresh = render_page(short, ferry_post(credit_prefix="By "), paper(), stamp)
    assert cached.html == fresh.html
    assert b"By Somebody else" in cached.html


def test_the_parts_make_up_the_page_and_one_block_is_one_part() -> None:
    page = page_of()
    assert page.html.decode() == page.before + "\n".join(page.blocks) + page.after
    story = night_buses()
    edited = list(story.document.blocks)
    edited[0] = Paragraph(words("Drivers tried the route thrice."))
    other = page_of(night_buses(*edited))
    assert [old == new for old, new in zip(page.blocks, other.blocks, strict=True)] == [
        False,
        *[True] * (len(page.blocks) - 1),
    ]
    assert page.before == other.before
    assert page.after.replace(page.data, "") == other.after.replace(other.data, "")


def test_a_story_that_is_not_written_yet_makes_a_page_too() -> None:
    bare = night_buses(
        headline="", standfirst="", section="", place="", byline="", lead=None, tags=(), sources=()
    )
    bare = replace(bare, document=replace(bare.document, blocks=()), pictures={})
    page = read(page_of(bare, draft=True))
    assert page.one("h1").text == "Untitled story"
    assert page.one("p", class_="dateline").text == "02 May, 2023 | 14:07"


def test_the_page_holds_no_script_and_no_style_of_its_own() -> None:
    page = read(page_of())
    assert {one["type"] for one in page.all("script")} == {"application/ld+json"}
    assert page.all("style") == []
    assert len(page.all("link", rel="stylesheet")) == 1


def test_what_the_page_loads_is_relative_and_named_by_its_bytes() -> None:
    page = page_of()
    root = "../" * 5
    loaded = [
        *(one["href"] for one in read(page).all("link", rel="stylesheet")),
        *(one["src"] for one in read(page).all("img")),
    ]
    assert all(link.startswith(f"{root}assets/") for link in loaded)
    known = {f"{root}{asset.path}" for asset in page.assets}
    assert read(page).one("link", rel="stylesheet")["href"] in known


def test_the_house_s_logo_is_shown_where_it_has_one() -> None:
    logo = Logo("image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    page = page_of(house=ferry_post(logo=logo))
    assert [asset.data for asset in page.assets if "logo" in asset.path.name] == [logo.data]
