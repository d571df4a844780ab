"""What the reader makes of the ways in which people write Markdown."""

from __future__ import annotations

import pytest

from newsroom.domain.document import (
    Break,
    Document,
    Embed,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Opaque,
    Paragraph,
    Quote,
    Text,
    plain_text,
)
from newsroom.domain.ids import PictureId
from newsroom.markup.reader import read
from newsroom.markup.targets import image_targets, replace_targets
from newsroom.markup.writer import write


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("# Top\n\n##### Deep ##", "## Top\n\n#### Deep\n"),
        ("Top\n===\nSub\n---", "## Top\n\n## Sub\n"),
        ("one\ntwo  \nthree", "one two\\\nthree\n"),
        ("__b__ and _i_", "**b** and *i*\n"),
        ("* a\n* b\n  * c\n    * d", "- a\n- b\n    - c\n        - d\n"),
        ("+ a\n\n+ b\n\n  more", "- a\n- b\\\n    more\n"),
        ("3) a\n4) b", "3. a\n4. b\n"),
        ("-\ta\n\t- b", "- a\n    - b\n"),
        ("Topics:\n- a\n- b", "Topics:\n\n- a\n- b\n"),
        ("in May\n2023. Then", "in May 2023. Then\n"),
        ("> a\n> b\n>\n> c\n> -- Me", "> a b\n>\n> c\n>\n> -- Me\n"),
        ("a | b\n--|:-:\n1 | 2", "| a | b |\n| --- | :-: |\n| 1 | 2 |\n"),
        ("<https://a.example/x_y>", "[https://a.example/x_y](https://a.example/x_y)\n"),
        ('[t](</a b> "Title")', "[t](</a b>) (Title)\n"),
        ("a\r\nb\r\n\r\nc\x00\x02klzzwxh:0000\x03", "a b\n\ncklzzwxh:0000\n"),
        ("\ufeffa\u2028b", "a b\n"),
        ("***", "---\n"),
        ("a[^1]\n\n[^1]: one\n    two\n\n    three", "a[^1]\n\n[^1]: one two\\\n    three\n"),
        ("[^a]: x\n[^b]: y", "[^a]: x\n\n[^b]: y\n"),
    ],
)
def test_other_spellings_become_the_canonical_one(source: str, canonical: str) -> None:
    assert write(read(source)) == canonical


@pytest.mark.parametrize(
    "source",
    [
        "```\ncode\n\n- x\n```",
        "~~~ py\ncode\n~~~",
        "    indented\n\n    code",
        "<!-- a\n\ncomment -->",
        "<script>\n\nalert(1)\n</script>",
        "Term\n: definition",
        "> a\n> - list in a quote",
        "> > nested",
        "- item\n\n    > quote in a list",
        "- item\n    ```\n    code\n    ```",
        "- a\n    - b\n\n    text after a nested list",
        "::: unknown\ntext\n:::",
        "::: facts T\n## Heading in a box\n:::",
        "::: facts T\n\n```\ncode\n```\n:::",
        "::: embed not an address\n:::",
        "[^1]: note\n\n    - list in a note",
        '![alt](meeting.jpg "caption")',
        "- " * 500 + "x",
    ],
)
def test_what_the_dialect_lacks_is_kept_to_the_letter(source: str) -> None:
    assert read(source) == Document((Opaque(source),))
    assert write(read(source)) == source + "\n"


@pytest.mark.parametrize(
    "source",
    [
        ">" * 3000 + " x",
        "[" * 3000 + "x",
        "![" * 3000 + "x" + "](a)" * 3000,
        "*a _b " * 2000 + "x",
        "<!--\n\n" * 2000 + "x",
        "::: a\n" * 2000 + "x",
        "\n".join(" " * depth + "- x" for depth in range(500)),
        "`" * 1999 + "a`" * 1000 + "x",
        "[a](b" * 3000 + "x",
    ],
)
def test_deep_and_unfinished_source_keeps_its_text(source: str) -> None:
    assert "x" in plain_text(read(source))


def test_raw_html_in_a_line_is_text() -> None:
    document = read('A <b onclick="x()">bold</b> &amp; word')
    assert document == Document((Paragraph((Text('A <b onclick="x()">bold</b> &amp; word'),)),))


def test_a_table_row_with_too_many_cells_is_no_table() -> None:
    assert "| 3 |" in plain_text(read("| a |\n| --- |\n| 1 | 2 | 3 |"))


def test_a_picture_divides_its_paragraph() -> None:
    assert read('before ![a](picture:0a "c") after') == Document(
        (
            Paragraph((Text("before"),)),
            Figure(PictureId("0a"), "a", "c"),
            Paragraph((Text("after"),)),
        )
    )


def test_an_image_that_is_no_picture_stays_in_its_line() -> None:
    assert plain_text(read("a ![b](c.jpg) d")) == "a ![b](c.jpg) d"


def test_import_gives_images_their_pictures() -> None:
    source = '![A](one.jpg "C")\n\n![B](picture:0b)\n\n![D](two.jpg)\n\n```\n![no](one.jpg)\n```\n'
    assert image_targets(source) == ("one.jpg", "two.jpg")
    known = {"one.jpg": PictureId("0a")}
    assert replace_targets(source, known.get) == source.replace(
        '![A](one.jpg "C")', '![A](picture:0a "C")'
    )


def test_a_footnote_keeps_its_marks() -> None:
    bold = Text("x", frozenset({Mark.BOLD}))
    assert read("a[^n]\n\n[^n]: **x**") == Document(
        (Paragraph((Text("a"), FootnoteRef("n"))), Footnote("n", (bold,)))
    )


def test_an_embed_keeps_its_caption_as_it_is() -> None:
    for caption in ("a *b* [c](d)", "::: x", "\\back", "1. one"):
        document = Document((Embed("https://a.example/", caption),))
        assert read(write(document)) == document


def test_a_loose_list_is_one_list() -> None:
    items = (ListItem((Text("a"),)), ListItem((Text("b"), Break(), Text("c"))))
    assert read("1. a\n\n2. b\n\n    c") == Document((ListBlock(True, items),))


def test_two_quotes_stay_two() -> None:
    document = Document((Quote(((Text("a"),),)), Quote(((Text("b"),),))))
    assert read(write(document)) == document


def test_no_break_spaces_and_reading_marks_survive() -> None:
    text = "«a»\u00a0— b\u200fc\u200d"
    assert read(text) == Document((Paragraph((Text(text),)),))


def test_a_lone_surrogate_cannot_reach_a_file() -> None:
    assert write(read("a\ud800b")).encode() == "a\ufffdb\n".encode()


def test_headings_without_text_are_dropped_and_others_are_kept() -> None:
    assert read("##\n\n## a") == Document((Heading(2, (Text("a"),)),))
