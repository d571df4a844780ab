"""Hypothesis strategies for bodies: every block and mark of the dialect, and hostile characters."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from newsroom.domain.document import (
    Alignment,
    Block,
    Break,
    Document,
    Embed,
    FactBox,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Mark,
    Opaque,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Text,
)
from newsroom.domain.ids import PictureId

SYNTAX = "\\`*_~^[]()<>!|#+-.:=\"' \n\t1a&;{}"
ODD = "\x00\x02\x03\x85\u00a0\u200b\u200f\u2028\u2029\ufeff\ud800қЁש\U0001f600"
SNIPPETS = (
    "**", "***", "~~", "](", "[^1]", "[^1]: ", "![", "](picture:0a \"b\")", "::: facts ", ":::",
    "::: pull", "```", "~~~", "<div>", "<!--", "-->", "<script>", "&amp;", "&#x3C;", "- ", "1. ",
    "> ", "-- ", "---", "===", "| a | b |\n| --- | --- |\n", "## ", "    ", "\\\n", "\n\n",
    "<https://a.example/b_c>", "word", "слово", "\n    - ",
)  # fmt: skip


def hostile_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Draw text in which syntax, odd characters and words meet."""
    piece = st.one_of(
        st.sampled_from(SNIPPETS), st.sampled_from(SYNTAX + ODD), st.characters(codec=None)
    )
    return st.lists(piece, max_size=max_size).map("".join)


def short_texts() -> st.SearchStrategy[str]:
    """Draw a short text, mostly of words and signs."""
    return st.one_of(
        st.sampled_from(("word", "two words", " led", "trailed ", "a*b", "snake_case", "1.", "-")),
        hostile_text(max_size=4),
    )


def links() -> st.SearchStrategy[str]:
    """Draw a link: none, mostly; safe, odd or hostile."""
    return st.sampled_from(
        ("", "", "", "https://a.example/b_(c)?d=1&e=2", "/about", "mailto:a@b.example",
         "javascript:alert(1)", "https://a.example/with space|pipe", "a\\b<c>`]\"")
    )  # fmt: skip


def labels() -> st.SearchStrategy[str]:
    """Draw a footnote's label."""
    return st.sampled_from(("1", "2", "note", "a b"))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Draw a run."""
    marks = draw(st.frozensets(st.sampled_from(tuple(Mark)), max_size=3))
    return Text(draw(short_texts()), marks, draw(links()))


def inlines() -> st.SearchStrategy[Inlines]:
    """Draw a line of inline text, not in normal form."""
    piece = st.one_of(texts(), texts(), st.just(Break()), labels().map(FootnoteRef))
    return st.lists(piece, max_size=5).map(tuple)


def items(depth: int) -> st.SearchStrategy[ListItem]:
    """Draw a list item with lists nested up to a depth."""
    sublists: st.SearchStrategy[Sequence[ListBlock]] = (
        st.lists(lists(depth - 1), max_size=2) if depth else st.just([])
    )
    return st.builds(ListItem, inlines(), sublists.map(tuple))


def lists(depth: int = 2) -> st.SearchStrategy[ListBlock]:
    """Draw a list."""
    return st.builds(
        ListBlock,
        st.booleans(),
        st.lists(items(depth), max_size=3).map(tuple),
        st.sampled_from((1, 1, 0, 7, 10, 123456789)),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table whose rows are as wide as its header."""
    width = draw(st.integers(min_value=1, max_value=3))
    row = st.lists(inlines(), min_size=width, max_size=width).map(tuple)
    alignments = st.lists(st.sampled_from(tuple(Alignment)), min_size=width, max_size=width)
    return Table(draw(row), tuple(draw(st.lists(row, max_size=2))), tuple(draw(alignments)))


def pictures() -> st.SearchStrategy[PictureId]:
    """Draw a picture's id, sometimes the name of a file."""
    return st.sampled_from(("0123456789abcdef0123", "a file (1).jpg")).map(PictureId)


def blocks() -> st.SearchStrategy[Block]:
    """Draw a block of any kind."""
    aside = st.one_of(st.builds(Paragraph, inlines()), lists(1))
    return st.one_of(
        st.builds(Paragraph, inlines()),
        st.builds(Heading, st.sampled_from((2, 3, 4)), inlines()),
        lists(),
        st.builds(Quote, st.lists(inlines(), max_size=2).map(tuple), inlines()),
        st.builds(PullQuote, inlines(), inlines()),
        st.builds(FactBox, inlines(), st.lists(aside, max_size=3).map(tuple)),
        st.builds(Figure, pictures(), short_texts(), short_texts()),
        tables(),
        st.builds(Embed, links(), short_texts()),
        st.just(Rule()),
        st.builds(Footnote, labels(), inlines()),
        st.builds(Opaque, hostile_text(max_size=6)),
    )


def documents(max_blocks: int = 4) -> st.SearchStrategy[Document]:
    """Draw a body."""
    return st.lists(blocks(), max_size=max_blocks).map(lambda drawn: Document(tuple(drawn)))
