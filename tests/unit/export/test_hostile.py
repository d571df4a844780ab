"""Whatever a story or a house holds stays text: it never becomes markup, script or a bad link."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from newsroom.domain.article import Story
from newsroom.domain.document import (
    Embed,
    FactBox,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    ListBlock,
    ListItem,
    Opaque,
    Paragraph,
    PullQuote,
    Quote,
    Table,
    Text,
)
from newsroom.domain.house import House, Logo, Section, SocialLink
from newsroom.export.page import Page
from tests.support.records import filled_record
from tests.unit.export.reading import Element, data_of, read
from tests.unit.export.samples import INLINE, LEAD, ferry_post, night_buses, page_of

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\u2028</ScRiPt\u2029><script>alert(1)//",
    "{{ 7 * 7 }}{% raw %}{{ house }}",
    "&lt;script&gt;&#60;script&#62;",
    "data:text/html,<script>alert(1)</script>",
]


def _tags(element: Element) -> list[str]:
    inner = [c for c in element.children if isinstance(c, Element)]
    return [one for c in inner for one in (c.tag, *_tags(c))]


def _every(element: Element) -> list[Element]:
    inner = [c for c in element.children if isinstance(c, Element)]
    return [one for c in inner for one in (c, *_every(c))]


def _require_harmless(page: Page) -> None:
    """See that a page has no script but data, no handler, and no link that runs."""
    root = read(page)
    for element in _every(root):
        for name, value in element.attributes.items():
            assert not name.startswith("on"), f"{element.tag} {name}={value}"
            if name in {"href", "src", "srcset"}:
                address = (value or "").strip().lower()
                assert not address.startswith(("javascript:", "data:", "vbscript:")), address
    assert {one["type"] for one in root.all("script")} <= {"application/ld+json"}
    for script in root.all("script"):
        json.loads(script.raw_text)
        assert not set("<>&\u2028\u2029") & set(script.raw_text)


def _hostile_story(text: str) -> Story:
    line = (Text(text), Text("link", link=text), FootnoteRef(text))
    blocks = (
        Paragraph(line),
        Heading(2, line),
        ListBlock(True, (ListItem(line, (ListBlock(False, (ListItem(line),)),)),)),
        Quote((line,), line),
        PullQuote(line, line),
        FactBox(line, (Paragraph(line),)),
        Figure(INLINE.id, alt=text, caption=text),
        Table((line,), ((line,),)),
        Embed(text, text),
        Opaque(text),
        Footnote(text, line),
    )
    record = filled_record(text)
    story = night_buses(
        *blocks,
        headline=text,
        standfirst=text,
        place=text,
        byline=text,
        sources=(text, f"Office {text}"),
        tags=(text, text),
        language=text,
        lead=Figure(LEAD.id, alt=text, caption=text),
        slug="safe",
    )
    pictures = {
        one.id: replace(one, record=record, file_name=text, media_type=text)
        for one in (LEAD, INLINE)
    }
    return replace(story, pictures=pictures)


def _hostile_house(text: str) -> House:
    return ferry_post(
        name=text,
        short_name=text,
        tagline=text,
        url=text,
        language=text,
        languages=(text, "en"),
        home_label=text,
        dateline=f"{text}{{place}}{{date}}",
        credit_prefix=text,
        credit_forms=(f"{text}{{creator}}{{credit}}",),
        social=(SocialLink(text, text), SocialLink("telegram", text)),
        feed=text,
        sections=(Section("news", text),),
        notice=text,
        logo=Logo("image/svg+xml", f"<svg>{text}</svg>".encode()),
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_field_of_a_story_becomes_markup(attack: str) -> None:
    harmless = page_of(_hostile_story("harmless text"))
    page = page_of(_hostile_story(attack))
    _require_harmless(page)
    # A comma in a byline parts two authors, and a text without an address is no link.
    varying = {"a", "meta"}
    assert [tag for tag in _tags(read(page)) if tag not in varying] == [
        tag for tag in _tags(read(harmless)) if tag not in varying
    ]
    assert not [one for one in read(page).all("meta") if "http-equiv" in one.attributes]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_field_of_a_house_becomes_markup(attack: str) -> None:
    page = page_of(house=_hostile_house(attack))
    _require_harmless(page)
    assert _tags(read(page)) == _tags(read(page_of(house=_hostile_house("harmless text"))))


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_looks_like_markup_is_shown_to_the_letter(attack: str) -> None:
    page = page_of(_hostile_story(attack))
    shown = " ".join(attack.split())
    assert read(page).one("h1").text == shown
    assert " ".join(data_of(page)["headline"].split()) == shown
    assert read(page).one("pre", class_="opaque").raw_text == attack


@pytest.mark.parametrize("attack", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
@pytest.mark.parametrize(
    "house",
    [
        lambda url: ferry_post(social=(SocialLink("x", url),)),
        lambda url: ferry_post(url=url),
        lambda url: ferry_post(feed=url),
    ],
)
def test_an_address_that_is_not_of_the_web_is_never_a_link(
    attack: str, house: Callable[[str], Any]
) -> None:
    links = [one.attributes.get("href") or "" for one in _every(read(page_of(house=house(attack))))]
    assert not [link for link in links if link.startswith(("javascript:", "data:", "//"))]


def test_characters_that_no_page_can_hold_are_marked_not_written() -> None:
    story = night_buses(
        Paragraph((Text("bad\x00\x1b\ud800\ufffe\U0010ffffend"),)), headline="a\x07b\udfff"
    )
    html = page_of(story).html.decode("utf-8")
    assert "bad\ufffd\ufffd\ufffd\ufffd\ufffdend" in html
    assert not {"\x00", "\x07", "\x1b", "\ufffe"} & set(html)


@pytest.mark.parametrize(
    "drawing",
    [
        b"<svg><script>alert(1)</script></svg>",
        b'<svg onload="alert(1)"></svg>',
        b'<svg><a href="javascript:alert(1)"></a></svg>',
        b"<svg><foreignObject><p/></foreignObject></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        b'<svg><a href="&#106;avascript:alert(1)"/></svg>',
        b"\xff\xfe<\x00s\x00c\x00r\x00i\x00p\x00t\x00",
        b'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:script/></svg:svg>',
    ],
)
def test_a_logo_that_could_run_a_script_gives_way_to_a_monogram(drawing: bytes) -> None:
    page = page_of(house=ferry_post(logo=Logo("image/svg+xml", drawing)))
    logo = next(one for one in page.assets if "logo" in one.path.name)
    assert logo.data != drawing
    assert b">FP</text>" in logo.data


def test_a_logo_of_an_unknown_kind_gives_way_to_a_monogram() -> None:
    page = page_of(house=ferry_post(logo=Logo("text/html", b"<script>")))
    assert not [one for one in page.assets if one.data == b"<script>"]
