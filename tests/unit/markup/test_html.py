"""What a page gets: notes that link both ways, and nothing that can run."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from newsroom.domain.document import (
    Block,
    Document,
    Embed,
    Figure,
    Footnote,
    FootnoteRef,
    Opaque,
    Paragraph,
    Table,
    Text,
)
from newsroom.markup.html import BodyLabels, block_html, body_html
from newsroom.markup.notes import number_notes
from newsroom.markup.reader import read

LABELS = BodyLabels(footnotes="Сноски", note="Сноска", back="К тексту", table="Таблица")
HOSTILE = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    'https://a.example/" onclick="alert(1)',
)


def figure(use: Figure) -> str:
    return f"<figure>{use.picture}</figure>"


class _Page(HTMLParser):
    """Collects the tags and attributes that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def values(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.seen if name in attrs]


def page(*blocks: Block) -> _Page:
    return _Page("\n".join(body_html(Document(blocks), figure, LABELS)))


def test_notes_are_numbered_by_their_first_reference() -> None:
    one = Paragraph((Text("a"), FootnoteRef("x"), FootnoteRef("y"), FootnoteRef("x")))
    notes = (Footnote("y", (Text("Y"),)), Footnote("x", (Text("X"),)), Footnote("z", (Text("Z"),)))
    html = body_html(Document((notes[0], one, *notes[1:])), figure, LABELS)
    assert html[:2] == (
        "",
        '<p>a<sup class="note"><a href="#note-1" id="note-1-1" aria-label="Сноска 1">1</a></sup>'
        '<sup class="note"><a href="#note-2" id="note-2-1" aria-label="Сноска 2">2</a></sup>'
        '<sup class="note"><a href="#note-1" id="note-1-2" aria-label="Сноска 1">1</a></sup></p>',
    )
    assert html[-1] == (
        '<section class="footnotes"><h2>Сноски</h2><ol>'
        '<li id="note-1"><p>X'
        ' <a class="back" href="#note-1-1" aria-label="К тексту: Сноска 1 (1)">↩</a>'
        ' <a class="back" href="#note-1-2" aria-label="К тексту: Сноска 1 (2)">↩</a></p></li>'
        '<li id="note-2"><p>Y'
        ' <a class="back" href="#note-2-1" aria-label="К тексту: Сноска 2">↩</a></p></li>'
        '<li id="note-3"><p>Z</p></li></ol></section>'
    )


def test_every_block_has_its_place() -> None:
    document = read("a[^1]\n\n[^1]: b\n\n---")
    html = body_html(document, figure, LABELS)
    assert len(html) == len(document.blocks) + 1
    assert html[2] == "<hr>"


def test_a_block_alone_is_what_it_is_in_the_body() -> None:
    document = read("a[^1]\n\nb[^1] c[^2]\n\n[^1]: x\n\n[^2]: y")
    marks = number_notes(document).marks
    alone = tuple(
        block_html(block, figure, LABELS, one)
        for block, one in zip(document.blocks, marks, strict=True)
    )
    assert alone == body_html(document, figure, LABELS)[:-1]


def test_ids_are_unique_and_every_link_in_the_page_has_its_target() -> None:
    source = "a[^1] b[^1]\n\n[^1]: x[^2]\n\n[^1]: again\n\n[^2]: y[^1]\n\n[^3]: z"
    found = page(*read(source).blocks)
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in found.values("href")} <= set(ids)


@pytest.mark.parametrize("url", HOSTILE)
def test_a_link_that_is_not_safe_keeps_only_its_text(url: str) -> None:
    html = block_html(Paragraph((Text("text", link=url),)), figure, LABELS)
    assert html == "<p>text</p>"


@pytest.mark.parametrize("url", HOSTILE)
def test_an_embed_that_is_no_web_address_is_text(url: str) -> None:
    assert page(Embed(url, "caption")).values("href") == []


@pytest.mark.parametrize(
    "source",
    [
        '<script>alert(1)</script><img src="x" onerror="alert(1)">',
        "</code></pre><script>alert(1)</script>",
        '"><svg onload=alert(1)>',
        "[x](<javascript:alert(1)>)",
        "| <script> |\n| --- |\n| <img onerror=x> |",
        '![" onerror="x](<" onload="y>)',
        "[^<script>]\n\n::: facts <script>\n<iframe>\n:::",
    ],
)
def test_nothing_in_a_body_can_run(source: str) -> None:
    found = page(*read(source).blocks, Opaque(source), Paragraph((Text(source),)))
    assert not {tag for tag, _ in found.seen} & {"script", "img", "svg", "iframe", "object"}
    assert not [name for _, attrs in found.seen for name in attrs if name.startswith("on")]


def test_tables_have_names_of_their_own() -> None:
    tables = [Table(((Text(name),), ()), ()) for name in ('A "b"', "C")]
    assert page(*tables).values("aria-label") == ['Таблица: A "b"', "Таблица: C"]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ('https://a.example/"b"?c[]={d|e}', "https://a.example/%22b%22?c%5B%5D=%7Bd%7Ce%7D"),
        ("https://a.example/100%?q=%D0%B0", "https://a.example/100%25?q=%D0%B0"),
        ("http://[2001:db8::1]/қала", "http://[2001:db8::1]/қала"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_an_address_is_spelled_as_the_standard_wants(url: str, written: str) -> None:
    assert page(Paragraph((Text("text", link=url),))).values("href") == [written]
    assert page(Embed(url, "caption")).values("href") in ([written], [])
