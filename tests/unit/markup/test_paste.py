"""What is on the clipboard of Google Docs, Word and web pages, as the dialect."""

from __future__ import annotations

from time import thread_time

import pytest

from newsroom.markup.paste.reading import read_html
from newsroom.markup.paste.tracking import plain_address, with_plain_links
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
    assert write(read_html(html).without_pictures()) == markdown


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
    assert write(read_html(html).without_pictures()) == "x\n"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            "Version:0.9\r\nStartHTML:00\r\nSourceURL:https://a.example/x/y\r\n"
            "<html><body><!--StartFragment--><a href='../z?utm_id=1'>q</a></body></html>",
            "[q](https://a.example/z)\n",
        ),
        ("<base href='https://a.example/'><a href='b'>q</a>", "[q](https://a.example/b)\n"),
        ("<a href='/b'>q</a> <a href='#c'>r</a>", "q r\n"),
        ("<li>a</li><li>b</li>", "- a\n- b\n"),
        ("<tr><td>a</td><td>b</td></tr>", "| a | b |\n| --- | --- |\n"),
        (
            "<table><tr><th>a</th><th><b>b</b></th></tr><tr><td>c</td><td><b>d</b></td></tr>"
            "<tr height=0><td></td><td></td></tr></table>",
            "| a | b |\n| --- | --- |\n| c | **d** |\n",
        ),
        ("<button>a</button><button>b</button>", "a b\n"),
        ("<b><p>a</p><p>b</p></b>", "**a**\n\n**b**\n"),
        ("<p>a<br>b<br><br>c</p>", "a\\\nb\n\nc\n"),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", "- a\n    - b\\\n        c\n"),
        (
            "<p hidden>a</p><p style='visibility:hidden'>b<b style='visibility:visible'>c</b>",
            "**c**\n",
        ),
        ("<svg><title>t</title><text>one</text><text>two</text></svg>", "one two\n"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup><annotation>y</annotation></math>", "x2\n"),
        ("<h1>a</h1><h3>b</h3><h6>c</h6>", "## a\n\n### b\n\n#### c\n"),
        ("<h1>a</h1><h2>b</h2>", "## a\n\n### b\n"),
        ("<h5>a</h5><h6>b</h6>", "### a\n\n#### b\n"),
        (
            "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr>"
            "<tr><td>e</td><td>f</td></tr></table>",
            "| a b c | d |\n| --- | --- |\n| e | f |\n",
        ),
        (
            "<blockquote>a<ol start=3><li>b<ul><li>c</ul></ol>d</blockquote>",
            "> a\n\n3. b\n    - c\n\n> d\n",
        ),
        (
            "<blockquote>a<table><tr><td>b</td><td>c</td></tr></table>d</blockquote>",
            "> a\n\n| b | c |\n| --- | --- |\n\n> d\n",
        ),
    ],
)
def test_nothing_seen_is_lost_or_fused(html: str, markdown: str) -> None:
    assert write(read_html(html).without_pictures()) == markdown


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/url?q=https://a.example/x&sa=D&usg=1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Ffbclid%3D1&h=AT",
        "https://vk.com/away.php?to=https%3A%2F%2Fa.example%2Fx&cc_key=",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=1",
        "https://t.me/iv?url=https%3A%2F%2Fa.example%2Fx&rhash=1",
        "https://a.example/x?utm_source=a&utm_medium=b&fbclid=c&gclid=d&yclid=e&mc_eid=f",
        "https://a.example/x?igshid=1&_openstat=2&ysclid=3#utm_source=4",
        "https://a.example/x?__cft__[0]=1&erid=2&cmpid=3&wt_mc=4",
        "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9hLmV4YW1wbGUveA&ntb=1",
        "https://urldefense.com/v3/__https://a.example/x?utm_source=1__;!!a!b$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_x&d=1",
        "https://sba.yandex.ru/redirect?url=https%3A%2F%2Fa.example%2Fx&client=mail",
        "https://dzen.ru/away?to=https%3A%2F%2Fa.example%2Fx",
        "//a.example/x?utm_source=1",
    ],
)
def test_a_link_tells_nobody_who_followed_it(address: str) -> None:
    assert plain_address(address) == "https://a.example/x"


def test_a_link_keeps_what_the_page_needs() -> None:
    needed = "https://a.example/x?id=5&q=a%20b&page=2#part-3"
    assert plain_address(f"{needed[:24]}&utm_source=y{needed[24:]}") == needed


@pytest.mark.parametrize(
    "address", ["https://www.bing.com/ck/a?u=a1%FF", "https://urldefense.com/v3/__https:/a.example"]
)
def test_a_gate_that_hides_its_way_is_left_as_it_is(address: str) -> None:
    assert plain_address(address) == address


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("[a](https://a.example/?utm_id=1)", "[a](https://a.example/)"),
        ('[a](https://a.example/?utm_id=1 "b")', '[a](https://a.example/ "b")'),
        ("<https://a.example/?fbclid=1>", "<https://a.example/>"),
        ("as it stands https://a.example/?fbclid=1", "as it stands https://a.example/?fbclid=1"),
    ],
)
def test_links_in_markdown_tell_nobody_either(markdown: str, plain: str) -> None:
    assert with_plain_links(markdown) == plain


@pytest.mark.parametrize("address", ["javascript:x", "vbscript:x", "data:text/html,x", "file:///x"])
def test_an_address_that_no_reader_may_be_sent_to_is_none(address: str) -> None:
    assert plain_address(address, "https://a.example/") == ""


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>"])
def test_a_deep_paste_keeps_its_text(opening: str) -> None:
    assert "deep" in write(read_html(opening * 1500 + "deep").without_pictures())


SWELLING = {
    "runs of one form": lambda n: "<p>" + "<span>wort </span>" * n,
    "a table of contents": lambda n: (
        "<div>"
        + "".join(f'<a href="#s{i}">{i % 100}</a> ' for i in range(n))
        + "".join(f'<h2 id="s{i}">a</h2>' for i in range(n))
    ),
    "tags that nobody ends": lambda n: '<a href="' * n,
    "lists that begin too deep": lambda n: "<ul><li>a</ul><ul><ul><li>b</ul></ul>" * n,
    "fillers of Word": lambda n: "<p>" + "a<span style='font:7pt times new roman'> </span>" * n,
    "pictures of Word": lambda n: "<v:shape alt='a" * n + "<v:imagedata src='a'>" * n,
    "lines in many quotations": lambda n: "<blockquote>" * 40 + "<p>a</p>" * n,
}


@pytest.mark.parametrize("kind", SWELLING)
def test_no_text_takes_longer_than_its_length(kind: str) -> None:
    """Eightfold, not sixty-four fold; the bound lies between, so that a busy machine is no fault.

    Time is that of this thread alone.
    """
    few, many = (_least_time(SWELLING[kind](n)) for n in (500, 4000))
    assert many < 30 * few + 0.05


def _least_time(html: str) -> float:
    times = []
    for _ in range(3):
        begun = thread_time()
        read_html(html)
        times.append(thread_time() - begun)
    return min(times)
