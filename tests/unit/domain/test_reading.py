"""The one count of words and minutes."""

from __future__ import annotations

import pytest

from newsroom.domain.document import (
    Break,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Rule,
    Table,
    Text,
)
from newsroom.domain.ids import PictureId
from newsroom.domain.reading import count_words, read_minutes, word_count
from tests.support.stories import a_document, a_line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  — … ! ", 0),
        ("one", 1),
        ("a well-known reporter’s day isn't over", 6),
        ("Жарты-жартылай, екіұдай", 2),
        ("в 2026 году — 14 тысяч", 5),
        ("non‑breaking", 1),
        ("a/b", 2),
        ("line\nbreak", 2),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_every_line_of_a_body_counts() -> None:
    document = a_document(
        Heading(2, a_line("Two words")),
        Paragraph((Text("one"), Break(), Text("two"))),
        ListBlock(
            False, (ListItem(a_line("one"), (ListBlock(True, (ListItem(a_line("two")),)),)),)
        ),
        Table((a_line("one"), a_line("two")), ((a_line("three"), ()),)),
        Figure(PictureId("0" * 20), alt="not counted", caption="a caption"),
        Rule(),
    )
    assert word_count(document) == 2 + 2 + 2 + 3 + 2
    assert word_count(Document()) == 0


@pytest.mark.parametrize(
    ("words", "language", "minutes"),
    [
        (0, "en", 1),
        (356, "en", 1),
        (357, "en", 2),
        (423, "en", 2),
        (287, "ru", 1),
        (288, "ru", 2),
        (259, "kk", 1),
        (260, "kk", 2),
        (357, "xx", 2),
        (23_800, "en", 100),
    ],
)
def test_minutes_are_rounded_to_the_nearest_and_never_none(
    words: int, language: str, minutes: int
) -> None:
    assert read_minutes(words, language) == minutes
