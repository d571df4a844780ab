"""What typed signs mean, by the words before the caret."""

from __future__ import annotations

import pytest

from newsroom.domain.document import Mark
from newsroom.ui.body.line import Box, Line, Role
from newsroom.ui.body.patterns import Linked, Marked, beginning, linked, marked


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("## ", Line(Role.HEADING, 2)),
        ("- ", Line(Role.ITEM)),
        ("12. ", Line(Role.ITEM, ordered=True, start=12)),
        ("> ", Line(box=Box.QUOTE)),
        ("##", None),
        ("2024. ", None),
        (" ## ", None),
        ("a ", None),
        ("", None),
    ],
)
def test_beginnings(before: str, line: Line | None) -> None:
    assert beginning(before) == line


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("*a*", Marked(0, 1, (Mark.ITALIC,))),
        ("b **a**", Marked(2, 2, (Mark.BOLD,))),
        ("(*a*", Marked(1, 1, (Mark.ITALIC,))),
        ("**a*", None),
        ("**a *b**", Marked(0, 2, (Mark.BOLD,))),
        ("~~a~~", Marked(0, 2, (Mark.STRIKE,))),
        ("~a~", None),
        ("`a`", Marked(0, 1, (Mark.CODE,))),
        ("\\*a*", None),
        ("2*3*", None),
        ("*a *", None),
        ("* a*", None),
        ("a*", None),
        ("****", None),
        ("a", None),
    ],
)
def test_pairs(before: str, found: Marked | None) -> None:
    assert marked(before) == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("see [a b](https://a.example/)", Linked(4, 3, "https://a.example/")),
        ("[a](mailto:a@b.example)", Linked(0, 1, "mailto:a@b.example")),
        ("[a](https://a.example/b_(c)", None),
        ("[a](https://a.example/b_(c))", Linked(0, 1, "https://a.example/b_(c)")),
        ("[a](javascript:alert(1))", None),
        ("[ ](https://a.example/)", None),
        ("![a](https://a.example/)", None),
        ("[a](b)", None),
    ],
)
def test_links(before: str, found: Linked | None) -> None:
    assert linked(before) == found
