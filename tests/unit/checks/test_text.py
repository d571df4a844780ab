"""Remarks on spacing and punctuation: what is a slip, and what only looks like one."""

from __future__ import annotations

import pytest

from newsroom.domain.article import Story
from newsroom.domain.document import (
    Break,
    Embed,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Opaque,
    Paragraph,
    Quote,
    Table,
    Text,
)
from tests.support.judging import run
from tests.support.stories import a_figure, a_house, a_line, a_picture, a_story


def found(story: Story, rule: str) -> list[str]:
    return [finding.where for finding in run(story, a_house()) if finding.rule == rule]


@pytest.mark.parametrize(
    "text",
    [
        "The road  is closed.",
        "The road is closed.  It opens on Friday.",
        "The road is closed , again.",
        "The road is closed .",
        "The road is closed !",
        "Is the road closed ?",
        "Two things : ice and mud.",
        "The road\u00a0 is closed.",
        "Дорога закрыта , но ненадолго.",
        "Дорога  закрыта.",
        "«Дорога закрыта ,» — сказали нам.",
        "Жол жабық , көпір де.",
        "Жол  жабық.",
        "Closed ;reopened.",
    ],
)
def test_spacing_that_slipped(text: str) -> None:
    assert found(a_story(text), "spacing") == ["body:0"]


@pytest.mark.parametrize(
    "text",
    [
        "The road is closed.",
        "Wait ... it opens on Friday.",
        "Wait . . . it opens on Friday.",
        "Wait …",
        "The .kz domain grew by .5 percent.",
        "Written in .NET, they said.",
        "He sent a smile :) and left.",
        "Open 9:00, 10:30 — every day.",
        "Дорога закрыта — надолго.",
        "Дорога\u00a0закрыта: лёд.",
        "Жол жабық: мұз.",
        "Files live in ./drafts or ../drafts here.",
        "See https://steppe-courier.example/a,,b today.",
    ],
)
def test_spacing_that_is_meant(text: str) -> None:
    assert found(a_story(text), "spacing") == []


@pytest.mark.parametrize(
    "text",
    [
        "They agreed on three things..: ice, mud and snow.",
        "The road is closed.. It opens on Friday.",
        "The road,, they said, is closed.",
        "The road is closed!.",
        "Is the road closed?.",
        "The road,. which is closed",
        "The road;; the bridge.",
        "The bridge:. closed",
        "The roads reopened., they said",
        "Дорога закрыта.. Откроют в пятницу.",
        "Договорились о трёх вещах..: лёд, грязь и снег.",
        "Жол жабық,, көпір де.",
        "Көпір жабылды..",
    ],
)
def test_punctuation_that_strayed(text: str) -> None:
    assert found(a_story(text), "punctuation") == ["body:0"]


@pytest.mark.parametrize(
    "text",
    [
        "Wait... it opens on Friday.",
        "Wait.... It opens on Friday.",
        "Wait…",
        "Closed?! Again!!!",
        "Closed!? Again???",
        "Salt, sand, etc., were used.",
        "Steppe Roads Inc., which cleared it, left at 5 p.m.; nobody saw.",
        "He asked, “Closed?”, and left.",
        "“When...?” she asked.",
        "Зачем?.. Никто не знает!.. Ну и ну...",
        "Соль, песок и т. д., всего 20 тыс., привезли.",
        "Если лёд..., то мост закроют.",
        "Неужели?..",
        "Тұз, құм, т.б., әкелінді.",
        "Неге?..",
        "The module std::vector and the path ../drafts are named.",
        "See https://steppe-courier.example/a..b,,c for more.",
        "Write to news..desk@steppe-courier.example now.",
        "The show “Who?”, staged in 2026, and Yahoo!, its sponsor.",
        "From 09:30. To 10:30.",
    ],
)
def test_punctuation_that_is_meant(text: str) -> None:
    assert found(a_story(text), "punctuation") == []


def test_code_is_not_prose() -> None:
    code = Text("a  b ,, c..:", frozenset({Mark.CODE}))
    story = a_story(Paragraph((Text("Type "), code, Text(" and wait."))))
    assert run(story, a_house()) == ()


def test_opaque_source_is_not_prose() -> None:
    assert found(a_story(Opaque("<b>a  b ,, c..:</b>")), "spacing") == []


def test_spaces_on_both_sides_of_a_mark_count_together() -> None:
    bold = Text("road ", frozenset({Mark.BOLD}))
    assert found(a_story(Paragraph((Text("The "), bold, Text(" is closed.")))), "spacing") == [
        "body:0"
    ]


def test_a_break_is_not_a_space() -> None:
    story = a_story(Paragraph((Text("Line one"), Break(), Text("line two"))))
    assert found(story, "spacing") == []


def test_each_field_is_read() -> None:
    slip = "A  slip"
    story = a_story(headline=slip, standfirst=slip, place=slip, byline=slip, sources=("Fine", slip))
    assert found(story, "spacing") == ["headline", "standfirst", "place", "byline", "sources"]


def test_each_kind_of_block_is_read() -> None:
    slip = a_line("A  slip")
    story = a_story(
        Heading(2, slip),
        ListBlock(False, (ListItem(a_line("Fine"), (ListBlock(True, (ListItem(slip),)),)),)),
        Quote((a_line("Fine"),), slip),
        Table((slip,), ((a_line("Fine"),),)),
        Embed("https://steppe-courier.example/", "A  slip"),
    )
    assert found(story, "spacing") == ["body:0", "body:1", "body:2", "body:3", "body:4"]


def test_caption_and_alt_text_are_read_where_they_are_used() -> None:
    picture = a_picture()
    lead, inline = a_figure(picture, caption="A  slip"), a_figure(picture, alt="A slip ,")
    story = a_story("One.", inline, pictures=[picture], lead=lead)
    assert found(story, "spacing") == [f"lead:picture:{picture.id}", f"body:1:picture:{picture.id}"]


def test_the_message_shows_the_neighbourhood() -> None:
    story = a_story("For weeks the long road to Zharkent..: has been under water and mud.")
    message = next(one.message for one in run(story, a_house()))
    assert message == (
        "The marks “..:” do not belong together in “…g road to Zharkent..: has been under wa…”."
    )
