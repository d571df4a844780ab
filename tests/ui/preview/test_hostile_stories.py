"""A story and a house full of traps: the page that the desk makes of them asks for nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import illustrating, wording
from newsroom.domain.article import Story
from newsroom.domain.document import (
    Document,
    Embed,
    FactBox,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    Paragraph,
    PullQuote,
    Quote,
    Table,
    Text,
)
from newsroom.domain.house import House, Logo, Section, SocialLink, Wording
from newsroom.domain.picture import Picture
from tests.support.images import encoded, scene
from tests.support.stories import a_house, a_record, a_story
from tests.ui.preview.conftest import Bench, Outside

OWNED = "'owned' in document.documentElement.dataset"
ASKING = "img, source, link, iframe, object, embed, video, audio, use, image, input, base, meta"
ADDRESSES = f"""
[...document.querySelectorAll({ASKING!r})].flatMap(one =>
  [one.currentSrc, one.src, one.srcset, one.poster, one.data,
   one.rel === "stylesheet" || one.rel === "icon" ? one.href : "",
   one.httpEquiv === "refresh" ? one.content : ""])
  .filter(Boolean).join(" ")
"""
LINKS = "[...document.querySelectorAll('a, area, form')].map(one => one.href || one.action).join()"


def traps(there: str, secret: str) -> tuple[str, ...]:
    """List what somebody could type or paste into any field."""
    mark = "document.documentElement.dataset.owned=1"
    return (
        f"</title></style></script></textarea><script>{mark}</script>",
        f'"><img src=x onerror="{mark}"><a b="',
        f"'><svg/onload={mark}>",
        f'<img src="{there}/a.png"><img src="{secret}">',
        f'<iframe src="{there}/f"></iframe><object data="{secret}"></object>',
        f'<meta http-equiv="refresh" content="0;url={there}/away"><base href="{there}/">',
        f'<style>@import "{there}/s.css"; * {{ background: url({there}/b.png) }}</style>',
        f'<link rel="stylesheet" href="{there}/l.css">',
        f"--></script><!--<script>{mark}</script>",
        f"]]> &lt;script&gt;{mark}&lt;/script&gt; {{{{7*7}}}} %}} ${{{mark}}}",
    )


def markdown(there: str, secret: str) -> str:
    """Write a body in which every form of the dialect leads to a trap."""
    return "\n\n".join(
        (
            *traps(there, secret),
            "[a](javascript:document.documentElement.dataset.owned=1)",
            "[b](JaVaScRiPt&colon;alert(1)) [c](data:text/html,<script>1</script>)",
            f"[d]({secret}) <javascript:alert(1)> [e](vbscript:x) [f]( javascript:alert(1))",
            f"![g]({there}/g.png) ![h]({secret}) ![i](javascript:alert(1))",
            f"![j](picture:../../../etc/passwd) ![k](picture:{there}/k.png)",
            f"[l]: {there}/l\n\n[l]",
            f"| <img src={there}/t.png> | b |\n| --- | --- |\n| <svg onload=alert(1)> | `</td>` |",
            f"::: facts <script>alert(1)</script>\n\n<img src={there}/x.png>\n\n:::",
            f"x[^1]\n\n[^1]: <img src={there}/n.png onerror=alert(1)>",
        )
    )


def by_hand(text: str, picture: Picture) -> Document:
    """Put a text into every place of a document, past the reader of Markdown."""
    line = (Text(text, link=text), FootnoteRef(text))
    return Document(
        (
            Paragraph(line),
            Heading(2, line),
            Quote((line,), line),
            PullQuote(line, line),
            FactBox(line, (Paragraph(line),)),
            Figure(picture.id, text, text),
            Table((line,), ((line,),)),
            Embed(text, text),
            Footnote(text, line),
        )
    )


def stories(text: str, body: str, picture: Picture) -> tuple[Story, ...]:
    fields = {
        "headline": text,
        "standfirst": text,
        "place": text,
        "byline": text,
        "sources": (text, text),
        "tags": (text,),
        "section": "news",
        "lead": Figure(picture.id, text, text),
    }
    story = a_story(pictures=[picture], **fields)
    return (
        replace(story, document=wording.read_body(body)),
        replace(story, document=by_hand(text, picture)),
    )


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "secret.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>')
    return path.as_uri()


def hostile_house(text: str, there: str, secret: str) -> House:
    """Build a house whose every field holds a text, and a logo that would like to fetch."""
    logo = f"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
    <style>@import "{there}/logo.css"; rect {{ fill: url({there}/logo.svg#x) }}</style>
    <image href="{there}/logo.png" width="9" height="9"/>
    <image href="{secret}" width="9" height="9"/><rect width="9" height="9"/></svg>"""
    return a_house(
        name=text,
        short_name=text,
        tagline=text,
        home_label=text,
        dateline="{place}" + text.replace("{", "").replace("}", "") + "{date}",
        credit_prefix=text,
        notice=text,
        feed="feed.xml",
        social=(SocialLink("telegram", "javascript:alert(1)"), SocialLink(text, there)),
        sections=(Section("news", text),),
        logo=Logo("image/svg+xml", logo.encode()),
        wordings={"ru": Wording(tagline=text, sections={"news": text})},
    )


@pytest.mark.parametrize("number", range(10))
def test_a_story_full_of_traps_asks_for_nothing(
    open_bench: Callable[[House], Bench], outside: Outside, secret: str, number: int
) -> None:
    text = traps(outside.address, secret)[number]
    bench = open_bench(hostile_house(text, outside.address, secret))
    record = a_record(
        creator=(text,), credit=text, source=text, copyright=text, alt=text, caption=text,
        usage_terms=text, web_statement=text, place=text,
    )  # fmt: skip
    added = illustrating.add_picture_bytes(bench.desk, encoded(scene(640, 480)), "a.jpg")
    illustrating.edit_record(bench.desk, added.picture.id, record)
    picture = replace(added.picture, record=record)
    body = markdown(outside.address, secret)
    for story in stories(text, body, picture):
        bench.wait_for(bench.pane.show_story(story))
        bench.hands.until(
            lambda: bench.ask("[...document.images].every(one => one.complete)") is True
        )
        assert bench.ask("document.images[1].naturalWidth") > 0
        headline = str(bench.ask("document.querySelector('h1').textContent"))
        assert "".join(headline.split()) == "".join(text.split())
        addresses = str(bench.ask(ADDRESSES))
        assert outside.address not in addresses
        assert "file:" not in addresses
        assert "http" not in addresses
        links = str(bench.ask(LINKS)).lower()
        assert "javascript:" not in links
        assert "data:" not in links
        assert "file:" not in links
    assert not bench.ask(OWNED)
    assert bench.pane.view.guard.blocked == []
    bench.close()
    assert outside.heard == []
    assert bench.errors == []
