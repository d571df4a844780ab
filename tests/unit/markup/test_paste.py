"""What is on the clipboard of Google Docs, Word and web pages, as the dialect."""

from __future__ import annotations

import pytest

from newsroom.markup.paste import from_html
from newsroom.markup.writer import write

GOOGLE = (
    '<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-0">'
    '<h1 dir="ltr"><span style="font-weight:700">Title</span></h1>'
    '<p dir="ltr"><span style="font-weight:400;">Plain, </span>'
    '<span style="font-weight:700;">bold</span><span style="font-style:italic;"> slanted</span>'
    '<span style="text-decoration:line-through;"> struck</span> H'
    '<span><span style="vertical-align:sub;">2</span></span>O</p>'
    '<ul><li><p role="presentation"><span>one</span></p></li>'
    "<ul><li><p><span>inner</span></p></li></ul>"
    '<li><p>two</p><p>more</p></li></ul></b><br class="Apple-interchange-newline">'
)
WORD = (
    "<html><head><title>No</title><style>p{x}</style></head><body><!--StartFragment-->"
    "<p class=MsoNormal>Before<o:p></o:p></p>"
    "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'>"
    "<![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp; </span></span>"
    "<![endif]>Third</p>"
    "<p style='mso-list:l0 level2 lfo1'><span style='font-family:Symbol'>"
    "<span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span>Inner <b>bold</b></p>"
    "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>4.</span>Fourth</p>"
    "<p class=MsoNormal>&nbsp;</p><p>After</p><!--EndFragment--></body></html>"
)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            GOOGLE,
            "## Title\n\nPlain, **bold** *slanted* ~~struck~~ H~2~O\n\n"
            "- one\n    - inner\n- two\\\n    more\n",
        ),
        (WORD, "Before\n\n3. Third\n    - Inner **bold**\n4. Fourth\n\nAfter\n"),
        (
            "<h3>A</h3><h6>B</h6><p>c <a href='https://a.example/?x=1&amp;y=2'>d</a>",
            "### A\n\n#### B\n\nc [d](https://a.example/?x=1&y=2)\n",
        ),
        (
            "<blockquote><p>Said.</p><p>Twice.</p><footer>— <cite>Her</cite></footer></blockquote>",
            "> Said.\n>\n> Twice.\n>\n> -- — Her\n",
        ),
        (
            "<table><caption>Cap</caption><tr><th>A</th><th>B</th></tr>"
            "<tr><td>1|2</td></tr></table>",
            "Cap\n\n| A | B |\n| --- | --- |\n| 1\\|2 |  |\n",
        ),
        ("<table><tr><td><p>framed</p><h2>x</h2></td></tr></table>", "framed\n\n## x\n"),
        ("<div>one<div>two</div>three<br>four</div>", "one\n\ntwo\n\nthree\\\nfour\n"),
        ("<p> a \n b <b> c </b> d</p>", "a b **c** d\n"),
        ("<p>a&nbsp;b</p><p>&nbsp;</p>", "a\u00a0b\n"),
        ("<ol start=5><li>a<li>b<ul><li>c</ul></ol>", "5. a\n6. b\n    - c\n"),
        ("<pre>x\n  y</pre>", "```\nx\n  y\n```\n"),
        ("<hr>", "---\n"),
        ("1. not a list & <x> *y*", "1\\. not a list & \\*y\\*\n"),
        ("", ""),
    ],
)
def test_structure_is_kept_and_looks_are_dropped(html: str, markdown: str) -> None:
    assert write(from_html(html)) == markdown


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>x",
        "x<style>p{background:url(javascript:y)}</style>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='java&#10;script:alert(1)' onclick='y()'>x</a>",
        "<p onmouseover=y()>x</p><img src=a onerror=alert(1)>",
        "<svg><script>alert(1)</script></svg>x",
        "<iframe src='https://a.example'></iframe>x",
        "<math><mtext></mtext></math>x<!-- alert -->",
    ],
)
def test_nothing_pasted_can_run(html: str) -> None:
    assert write(from_html(html)) == "x\n"


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>"])
def test_a_deep_paste_keeps_its_text(opening: str) -> None:
    assert "deep" in write(from_html(opening * 1500 + "deep"))
