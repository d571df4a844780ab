"""The spelling of a body is a fixed point, and reading loses no visible character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from hypothesis import given, settings

from newsroom.domain.document import (
    Block,
    Document,
    Embed,
    FactBox,
    Figure,
    Footnote,
    FootnoteRef,
    Inlines,
    PullQuote,
    Text,
    lines,
)
from newsroom.markup.characters import clean_source
from newsroom.markup.reader import read
from newsroom.markup.writer import write
from tests.support.documents import documents, hostile_text


@settings(max_examples=150)
@given(documents())
def test_writing_what_was_read_back_changes_nothing(document: Document) -> None:
    written = write(document)
    assert write(read(written)) == written


@settings(max_examples=150)
@given(documents())
def test_writing_loses_no_letter_of_a_document(document: Document) -> None:
    back = _letters(_said(read(write(document)), syntax=True))
    assert not _letters(clean_source(_said(document))) - back


@settings(max_examples=500)
@given(hostile_text())
def test_any_text_has_one_spelling_after_one_reading(source: str) -> None:
    written = write(read(source))
    assert write(read(written)) == written


@settings(max_examples=500)
@given(hostile_text())
def test_reading_loses_no_letter(source: str) -> None:
    lost = _letters(clean_source(source)) - _letters(_said(read(source), syntax=True))
    assert not lost


def _letters(text: str) -> Counter[str]:
    """Count letters; digits are left out, as those of a list number it."""
    return Counter(letter for letter in text if letter.isalpha())


def _said(document: Document, *, syntax: bool = False) -> str:
    return " ".join(part for block in document.blocks for part in _parts(block, syntax))


def _parts(block: Block, syntax: bool) -> Iterator[str]:
    """Give all that a block holds in letters; with `syntax` also the letters that spell it."""
    match block:
        case Figure(picture, alt, caption):
            yield f"{picture} {alt} {caption} {'picture' if syntax else ''}"
        case Embed(url, caption):
            yield f"{url} {caption} {'embed' if syntax else ''}"
        case Footnote(label, _):
            yield label
        case PullQuote() | FactBox():
            yield {PullQuote: "pull", FactBox: "facts"}[type(block)] if syntax else ""
        case _:
            pass
    if not isinstance(block, Figure | Embed):
        for line in lines((block,)):
            yield from (_inline(one) for one in line)
            yield " ".join(_links(line))


def _links(line: Inlines) -> Iterator[str]:
    """Give the addresses that a character carries, neighbours with the same one once."""
    linked = (one for one in line if isinstance(one, Text) and clean_source(one.text).strip())
    for link, _ in groupby(linked, lambda one: one.link):
        yield link


def _inline(one: object) -> str:
    match one:
        case Text(text=text):
            return text
        case FootnoteRef(label):
            return label
        case _:
            return ""
