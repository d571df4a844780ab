"""A text on one line, and without the signs that nobody sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.unseen import on_one_line, without_idle


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One\r\ntwo\u2028three\tfour\x0bfive\n\n", "One two three four five"),
        ("5\u00a0000\u00a0km", "5\u00a0000\u00a0km"),
        ("a \u00a0 b\u00a0\u00a0c", "a b c"),
        ("so\u00adft \u200b wide\ufeff nul\x00", "soft wide nul"),
        ("👩\u200d🚀 می\u200cخواهم", "👩\u200d🚀 می\u200cخواهم"),
        (" \n ", ""),
    ],
)
def test_a_text_is_put_on_one_line(text: str, line: str) -> None:
    assert on_one_line(text) == line


@given(st.text())
def test_one_line_is_one_line_and_stays_so(text: str) -> None:
    line = on_one_line(text)
    assert len(line.splitlines()) < 2
    assert on_one_line(line) == line


@given(st.text(alphabet="ab \n\u00ad\u200b"))
def test_only_what_is_not_seen_is_taken_out(text: str) -> None:
    kept = without_idle(text)
    assert kept.replace("\u200b", "") == text.replace("\u200b", "").replace("\u00ad", "")
