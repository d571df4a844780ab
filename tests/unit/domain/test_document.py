"""Bodies: what is read in which order, and the flat form of a line."""

from __future__ import annotations

from newsroom.domain.article import Story
from newsroom.domain.document import (
    Break,
    Document,
    Embed,
    FactBox,
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
    figures,
    merged,
    plain,
    plain_text,
)
from tests.support.stories import AN_ARTICLE, a_content, a_document, a_figure, a_line, a_picture

BOLD = frozenset({Mark.BOLD})


def test_every_line_is_read_in_order() -> None:
    nested = ListBlock(True, (ListItem(a_line("3")),))
    document = Document(
        (
            Heading(2, a_line("1")),
            ListBlock(False, (ListItem(a_line("2"), (nested,)), ListItem(a_line("4")))),
            Quote((a_line("5"), a_line("6")), a_line("7")),
            PullQuote(a_line("8")),
            FactBox(a_line("9"), (Paragraph(a_line("10")), nested)),
            a_figure(caption="11"),
            a_figure(caption=""),
            Table((a_line("12"), ()), ((a_line("13"), a_line("14")),)),
            Embed("https://a.example", "15"),
            Rule(),
            Footnote("n", a_line("16")),
            Opaque("<i>17</i>"),
        )
    )
    expected = [*"12345678", "9", "10", "3", *[str(n) for n in range(11, 17)], "<i>17</i>"]
    assert plain_text(document).split("\n") == expected


def test_breaks_and_notes_in_plain_text() -> None:
    line = (Text("a"), Break(), Text("b", BOLD), FootnoteRef("1"))
    assert plain(line) == "a\nb"


def test_neighbours_of_one_form_are_one_run() -> None:
    line: Inlines = (
        Text("a"),
        Text(""),
        Text("b"),
        Text("c", BOLD),
        Text("d", BOLD, "/x"),
        Break(),
    )
    assert merged(line) == (Text("ab"), Text("c", BOLD), Text("d", BOLD, "/x"), Break())


def test_runs_on_both_sides_of_a_break_stay_apart() -> None:
    assert merged([Text("a"), Break(), Text("b")]) == (Text("a"), Break(), Text("b"))


def test_the_lead_is_the_first_figure() -> None:
    lead, inline = a_figure(a_picture("a.jpg")), a_figure(a_picture("b.jpg"))
    document = a_document("One.", inline, inline)
    assert figures(document) == (inline, inline)
    story = Story(AN_ARTICLE, a_content(lead=lead), document)
    assert story.figures == (lead, inline, inline)
