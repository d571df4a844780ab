"""Whatever a body holds, its HTML is well made and can do nothing."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings

from newsroom.domain.document import Document, Figure
from newsroom.domain.links import is_safe_link
from newsroom.markup.html import BodyLabels, body_html
from newsroom.markup.paste.reading import read_html
from newsroom.markup.reader import read
from newsroom.markup.writer import write
from tests.support.documents import documents, hostile_text

VOID = {"br", "hr"}
ATTRIBUTES = {
    *("href", "rel", "id", "class", "aria-label", "role", "tabindex", "scope", "start"),
}


class _Strict(HTMLParser):
    """Fails on an element that is not closed, and on an attribute that was not meant."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= ATTRIBUTES
        found = dict(attrs)
        assert is_safe_link(found.get("href") or "#")
        self.ids += [found["id"] or ""] if "id" in found else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _figure(_: Figure) -> str:
    return "<figure></figure>"


@settings(max_examples=120)
@given(documents())
def test_html_is_well_formed_and_harmless(document: Document) -> None:
    page = _Strict()
    for html in body_html(document, _figure, BodyLabels()):
        page.feed(html)
        assert page.open == []
    page.close()
    assert len(page.ids) == len(set(page.ids))


@settings(max_examples=200)
@given(hostile_text())
def test_any_paste_becomes_a_body_with_one_spelling(html: str) -> None:
    document = read_html(f"<p>{html}</p><ul><li>{html}<table><td>{html}<td>x").without_pictures()
    for part in body_html(document, _figure, BodyLabels()):
        _Strict().feed(part)
    written = write(document)
    assert write(read(written)) == written
