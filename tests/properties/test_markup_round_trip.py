"""The spelling of a body is a fixed point, and reading loses no visible character."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from newsroom.domain.document import (
    Block,
    Document,
)
from newsroom.markup.reader import read
from newsroom.markup.writer import write
from tests.support.documents import documents, hostile_text


@settings(max_examples=600)
@given(documents())
def test_writing_what_was_read_back_changes_nothing(document: Document) -> None:
    written = write(document)
    assert write(read(written)) == written


@settings(max_examples=1500)
@given(hostile_text())
def test_any_text_has_one_spelling_after_one_reading(source: str) -> None:
    written = write(read(source))
    assert write(read(written)) == written


@settings(max_examples=1500)
@given(hostile_text())
def test_reading_loses_no_letter(source: str) -> None:
    lost = _letters(source) - _letters(_everything(read(source)))
    assert not lost


def _letters(text: str) -> Counter[str]:
    """Count letters; digits are left out, as those of a list may number it."""
    return Counter(letter for letter in text if letter.isalpha())


def _everything(document: Document) -> str:
    return "".join(_all_of(block) for block in document.blocks)


def _all_of(block: Block) -> str:
    return repr(block)
