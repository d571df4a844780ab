"""What Telegram Desktop copies: words, and their marks beside them."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.document import plain_text
from newsroom.markup.paste.telegram import telegram_document
from newsroom.markup.writer import write

Tag = tuple[int, int, str]


def _tags(*tags: Tag) -> bytes:
    data = struct.pack(">i", len(tags))
    for start, length, name in tags:
        coded = name.encode("utf-16-be")
        data += struct.pack(">iiI", start, length, len(coded)) + coded
    return data


@pytest.mark.parametrize(
    ("words", "tags", "markdown"),
    [
        ("a b", [(0, 1, "**"), (2, 1, "__")], "**a** *b*\n"),
        ("😀 bold", [(3, 4, "**\\~~")], "😀 **~~bold~~**\n"),
        ("a link", [(2, 4, "https://a.example/?utm_source=x&id=1")], "a [link](https://a.example/?id=1)\n"),
        ("a link", [(2, 4, "https://t.me/iv?url=https%3A%2F%2Fa.example%2F")], "a [link](https://a.example/)\n"),
        ("a @name", [(2, 5, "mention://user.1")], "a @name\n"),
        ("a 😀", [(2, 2, "custom-emoji://1?2")], "a 😀\n"),
        ("one\ntwo\nthree\nend", [(4, 9, ">")], "one\n\n> two\n>\n> three\n\nend\n"),
        ("one\ntwo", [(0, 3, ">^")], "> one\n\ntwo\n"),
        ("x = 1\n\n  y\nend", [(0, 10, "```python")], "```\nx = 1\n\n  y\n```\n\nend\n"),
        ("use x here", [(4, 1, "`")], "use `x` here\n"),
        ("😀 word", [(1, 1, "**"), (0, 1, "__")], "**😀** word\n"),
        ("||", [(0, 2, "||")], "\\||\n"),
    ],
)  # fmt: skip
def test_marks_links_quotations_and_code_are_kept(
    words: str, tags: list[Tag], markdown: str
) -> None:
    assert write(telegram_document(words.encode(), _tags(*tags))) == markdown


@pytest.mark.parametrize("data", [b"", b"\0", _tags((0, 1, "**"))[:-1], b"\xff" * 40])
def test_marks_that_are_broken_lose_no_words(data: bytes) -> None:
    assert plain_text(telegram_document(b"some words", data)) == "some words"


_PLACES = st.tuples(
    st.integers(-3, 40),
    st.integers(-3, 40),
    st.sampled_from(("**", "__\\>", ">", "```", "https://a.example/", "?")),
)


@given(st.text(alphabet="ab \n😀", max_size=30), st.lists(_PLACES, max_size=6))
def test_every_letter_stays_whatever_the_marks_say(words: str, tags: list[Tag]) -> None:
    read = plain_text(telegram_document(words.encode(), _tags(*tags)))
    assert [one for one in read if one in "ab😀"] == [one for one in words if one in "ab😀"]
