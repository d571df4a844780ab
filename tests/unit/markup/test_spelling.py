"""Each block and mark, with its one spelling and its one HTML."""

from __future__ import annotations

import pytest

from newsroom.domain.document import (
    Alignment,
    Block,
    Break,
    Document,
    Embed,
    FactBox,
    Figure,
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
from newsroom.markup.html import BodyLabels, block_html
from newsroom.markup.reader import read
from newsroom.markup.writer import write, write_block

BOLD, ITALIC, STRIKE = Mark.BOLD, Mark.ITALIC, Mark.STRIKE


def run(text: str, *marks: Mark, link: str = "") -> Text:
    return Text(text, frozenset(marks), link)


def line(text: str) -> Inlines:
    return (Text(text),)


def figure(use: Figure) -> str:
    return f"[{use.picture}]"


def html(block: Block) -> str:
    return block_html(block, figure, BodyLabels())


BLOCKS: list[tuple[Block, str, str]] = [
    (Paragraph(line("A & <b>")), "A & \\<b>", "<p>A &amp; &lt;b&gt;</p>"),
    (
        Paragraph((Text("one"), Break(), Text("two"))),
        "one\\\ntwo",
        "<p>one<br>two</p>",
    ),
    (Heading(2, line("Head")), "## Head", "<h2>Head</h2>"),
    (Heading(4, line("In C#")), "#### In C\\#", "<h4>In C#</h4>"),
    (
        ListBlock(
            False,
            (
                ListItem(line("one"), (ListBlock(True, (ListItem(line("deep")),), 3),)),
                ListItem((Text("two"), Break(), Text("more"))),
            ),
        ),
        "- one\n    3. deep\n- two\\\n    more",
        '<ul><li>one<ol start="3"><li>deep</li></ol></li><li>two<br>more</li></ul>',
    ),
    (
        Quote((line("First."), line("Second.")), line("A person")),
        "> First.\n>\n> Second.\n>\n> -- A person",
        "<blockquote><p>First.</p><p>Second.</p>"
        "<footer><cite>A person</cite></footer></blockquote>",
    ),
    (
        PullQuote(line("Large."), line("A person")),
        "::: pull\nLarge.\n\n-- A person\n:::",
        '<figure class="pull"><blockquote><p>Large.</p></blockquote>'
        "<figcaption><cite>A person</cite></figcaption></figure>",
    ),
    (
        FactBox(
            (Text("The "), run("bridge", ITALIC)),
            (Paragraph(line("Built in 1958.")), ListBlock(False, (ListItem(line("long")),))),
        ),
        "::: facts The *bridge*\nBuilt in 1958.\n\n- long\n:::",
        '<aside class="facts"><h2>The <em>bridge</em></h2>'
        "<p>Built in 1958.</p><ul><li>long</li></ul></aside>",
    ),
    (
        Figure(PictureId("0a1b"), 'A [sign] "x"', 'Says "stop"'),
        '![A \\[sign\\] "x"](picture:0a1b "Says \\"stop\\"")',
        "[0a1b]",
    ),
    (Figure(PictureId("0a1b")), "![](picture:0a1b)", "[0a1b]"),
    (
        Table(
            (line("Town"), line("People")),
            ((line("A | B"), (run("1,000", BOLD),)), ((), line("2"))),
            (Alignment.NONE, Alignment.RIGHT),
        ),
        "| Town | People |\n| --- | --: |\n| A \\| B | **1,000** |\n|  | 2 |",
        '<div class="table" role="region" tabindex="0" aria-label="Table: Town, People"><table>'
        '<thead><tr><th scope="col">Town</th><th scope="col" class="align-right">People</th></tr>'
        "</thead><tbody><tr><td>A | B</td>"
        '<td class="align-right"><strong>1,000</strong></td></tr>'
        '<tr><td></td><td class="align-right">2</td></tr></tbody></table></div>',
    ),
    (
        Embed("https://video.example/1?a=b&c=d", "A film"),
        "::: embed https://video.example/1?a=b&c=d\nA film\n:::",
        '<p class="embed"><a href="https://video.example/1?a=b&amp;c=d" rel="noopener">A film</a>'
        "</p>",
    ),
    (Rule(), "---", "<hr>"),
    (
        Opaque("```py\nprint('<b>')\n\n# not a heading\n```"),
        "```py\nprint('<b>')\n\n# not a heading\n```",
        "<pre class=\"opaque\"><code>```py\nprint('&lt;b&gt;')\n\n# not a heading\n```"
        "</code></pre>",
    ),
    (
        Opaque('<div class="x">\n  <script>y()</script>\n</div>'),
        '<div class="x">\n  <script>y()</script>\n</div>',
        '<pre class="opaque"><code>&lt;div class="x"&gt;\n  &lt;script&gt;y()&lt;/script&gt;\n'
        "&lt;/div&gt;</code></pre>",
    ),
]


@pytest.mark.parametrize(("block", "markdown", "expected"), BLOCKS)
def test_a_block_has_one_spelling_and_one_html(block: Block, markdown: str, expected: str) -> None:
    assert write_block(block) == markdown
    assert read(markdown) == Document((block,))
    assert html(block) == expected


MARKS: list[tuple[Inlines, str, str]] = [
    ((run("b", BOLD),), "**b**", "<strong>b</strong>"),
    ((run("i", ITALIC),), "*i*", "<em>i</em>"),
    ((run("both", BOLD, ITALIC),), "***both***", "<strong><em>both</em></strong>"),
    ((run("gone", STRIKE),), "~~gone~~", "<s>gone</s>"),
    ((Text("H"), run("2", Mark.SUB), Text("O")), "H~2~O", "H<sub>2</sub>O"),
    ((Text("x"), run("a b", Mark.SUP)), "x^a\\ b^", "x<sup>a b</sup>"),
    ((run("a`b", Mark.CODE),), "``a`b``", "<code>a`b</code>"),
    (
        (run("see ", BOLD), run("this", BOLD, ITALIC), run(" now", BOLD)),
        "**see *this* now**",
        "<strong>see <em>this</em> now</strong>",
    ),
    ((run("a", BOLD), run("b", ITALIC)), "**a***b*", "<strong>a</strong><em>b</em>"),
    (
        (Text("go "), run("here", link="/about"), Text(".")),
        "go [here](/about).",
        'go <a href="/about">here</a>.',
    ),
    (
        (run("a ", link="https://x.example/"), run("b", BOLD, link="https://x.example/")),
        "[a **b**](https://x.example/)",
        '<a href="https://x.example/" rel="noopener">a <strong>b</strong></a>',
    ),
    (
        (run("see ", BOLD), run("here", BOLD, link="/a"), run(" now", BOLD)),
        "**see [here](/a) now**",
        '<strong>see </strong><a href="/a"><strong>here</strong></a><strong> now</strong>',
    ),
]


@pytest.mark.parametrize(("inlines", "markdown", "expected"), MARKS)
def test_marks_have_one_spelling_and_one_html(
    inlines: Inlines, markdown: str, expected: str
) -> None:
    paragraph = Paragraph(inlines)
    assert write_block(paragraph) == markdown
    assert read(markdown) == Document((paragraph,))
    assert html(paragraph) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "*starred*",
        "snake_case and _this_",
        "# no heading",
        "#hashtag",
        "1. no list",
        "2024. A year",
        "- no list",
        "+ plus",
        "> no quote",
        "[text](/url)",
        "![alt](picture:0a)",
        "[^1] and [^1]: x",
        "<https://a.example>",
        "&amp; &#x3C;",
        "C:\\ and \\* and \\",
        "`code`",
        "::: facts",
        "---",
        "===",
        ": definition",
        "| a | b |",
        "~100 and x^2",
        "-- a dash",
        "~~~",
        "<div>",
    ],
)
def test_signs_that_mean_nothing_survive(text: str) -> None:
    document = Document((Paragraph(line(text)), Paragraph((Text("x"), Break(), Text(text)))))
    assert read(write(document)) == document


def test_white_space_moves_out_of_marks() -> None:
    document = Document((Paragraph((Text("a"), run(" b ", BOLD), Text("c"))),))
    assert write(document) == "a **b** c\n"


def test_lists_that_follow_one_another_stay_apart() -> None:
    bullets = ListBlock(False, (ListItem(line("a")),))
    numbers = ListBlock(True, (ListItem(line("b")),))
    document = Document((bullets, bullets, bullets, numbers, numbers))
    assert write(document) == "- a\n\n* a\n\n- a\n\n1. b\n\n1) b\n"
    assert read(write(document)) == document


def test_blocks_without_content_are_left_out() -> None:
    empty = (Paragraph(), Heading(2), Quote(()), PullQuote(()), ListBlock(False, ()), Opaque(" "))
    assert write(Document(empty)) == ""
    assert read(" \n\n\t\n") == Document()


def test_an_opaque_block_that_would_read_as_something_else_gets_a_fence() -> None:
    assert write_block(Opaque("plain `` words")) == "```\nplain `` words\n```"


def test_a_reference_without_a_footnote_is_shown_as_text() -> None:
    assert html(Paragraph((Text("a"), FootnoteRef("<x>")))) == "<p>a[^&lt;x&gt;]</p>"
