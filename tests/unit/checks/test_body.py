"""Remarks on the body, its links and its footnotes."""

from __future__ import annotations

import pytest

from newsroom.checks.rules import RULES
from newsroom.domain.article import Story
from newsroom.domain.document import (
    Document,
    Embed,
    Footnote,
    FootnoteRef,
    Heading,
    Opaque,
    Paragraph,
    PullQuote,
    Rule,
    Text,
)
from newsroom.domain.house import DEFAULT_REQUIRED
from tests.support.judging import run
from tests.support.stories import (
    AN_ARTICLE,
    a_content,
    a_figure,
    a_house,
    a_line,
    a_paragraph,
    a_picture,
    a_story,
)


def found(story: Story, rule: str) -> list[str]:
    return [finding.where for finding in run(story, a_house()) if finding.rule == rule]


@pytest.mark.parametrize(
    "document",
    [
        Document(),
        Document((Paragraph(),)),
        Document((a_paragraph(" \u00a0"), Rule())),
        Document((Heading(2, a_line("…")),)),
    ],
)
def test_body_without_a_word_is_empty(document: Document) -> None:
    assert found(Story(AN_ARTICLE, a_content(), document), "body-empty") == ["body"]


def test_body_of_one_word_is_not_empty() -> None:
    assert found(a_story("Жабық"), "body-empty") == []


def test_picture_story_is_not_empty() -> None:
    picture = a_picture()
    assert found(a_story(a_figure(picture), pictures=[picture]), "body-empty") == []


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://steppe-courier.example/",
        "//steppe-courier.example/a",
        "www.steppe-courier.example",
        "steppe-courier.example/a",
        "https://",
        "https:///a",
        "https://https://steppe-courier.example",
        "https://steppe courier.example",
        "https://steppe-courier.example:port/",
        "https://nowhere",
        "https://.example/",
        "http:steppe-courier.example",
        "https://[::1",
        "mailto:",
        "mailto:desk",
        "tel:",
        "#",
        "picture:abc",
    ],
)
def test_broken_links(url: str) -> None:
    assert found(a_story("Fine.", a_paragraph("here", url)), "link-broken") == ["body:1"]


@pytest.mark.parametrize(
    "url",
    [
        "https://steppe-courier.example",
        "http://steppe-courier.example:8080/a?b=c#d",
        "https://қазақстан.қаз/жаңалық",
        "https://пример.испытание/",
        "https://xn--80aaxgrpt.xn--80ao21a/",
        "https://192.0.2.7/a",
        "https://[2001:db8::1]/a",
        "mailto:desk@steppe-courier.example?subject=Ice",
        "tel:+7-727-000-00-00",
        "/about/",
        "#part-two",
    ],
)
def test_links_that_work(url: str) -> None:
    assert found(a_story(a_paragraph("here", url)), "link-broken") == []


def test_a_script_is_called_by_its_name() -> None:
    message = next(one.message for one in run(a_story(a_paragraph("x", "javascript:a")), a_house()))
    assert "run a script" in message


def test_broken_link_is_named_once_per_block() -> None:
    twice = Paragraph(
        (*a_line("one", "www.x.example"), Text(" and "), *a_line("b", "www.x.example"))
    )
    assert found(a_story(twice, a_paragraph("c", "www.x.example")), "link-broken") == [
        "body:0",
        "body:1",
    ]


def test_embed_that_leads_nowhere() -> None:
    story = a_story("Fine.", Embed("javascript:alert(1)"), Embed("https://video.example/1"))
    assert found(story, "link-broken") == ["body:1"]


def test_link_in_an_attribution() -> None:
    story = a_story(PullQuote(a_line("Ice."), a_line("her page", "www.x.example")))
    assert found(story, "link-broken") == ["body:0"]


def test_footnote_mark_without_its_note() -> None:
    marked = Paragraph((Text("Ice"), FootnoteRef("1"), Text(" and mud"), FootnoteRef("2")))
    assert found(a_story(marked, Footnote("1", a_line("A note."))), "footnote-missing") == [
        "body:0"
    ]


def test_note_without_its_mark() -> None:
    story = a_story("Ice.", Footnote("1", a_line("A note.")))
    assert found(story, "footnote-unused") == ["body:1"]
    assert found(story, "footnote-missing") == []


def test_note_marked_from_another_note_is_in_use() -> None:
    story = a_story(
        Paragraph((Text("Ice"), FootnoteRef("1"))),
        Footnote("1", (Text("See"), FootnoteRef("2"))),
        Footnote("2", a_line("A note.")),
    )
    assert run(story, a_house()) == ()


def test_opaque_source() -> None:
    story = a_story("Fine.", Opaque("<video></video>"))
    assert found(story, "opaque-block") == ["body:1"]


def test_ids_are_kebab_case_and_given_once() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(one == one.lower() and one.replace("-", "").isalpha() for one in ids)


def test_what_a_house_requires_by_default_exists() -> None:
    assert {rule.id for rule in RULES} >= DEFAULT_REQUIRED


def heading(level: int) -> Heading:
    return Heading(level, (Text("A heading"),))


@pytest.mark.parametrize(
    ("levels", "places"),
    [
        ((2, 3, 4, 2, 3), []),
        ((2, 4), ["body:1"]),
        ((3,), ["body:0"]),
        ((2, 3, 2, 4, 4), ["body:3"]),
    ],
)
def test_a_heading_may_go_down_one_level_at_a_time(
    levels: tuple[int, ...], places: list[str]
) -> None:
    story = a_story(*map(heading, levels))
    found = [one.where for one in run(story, a_house()) if one.rule == "heading-skips"]
    assert found == places
