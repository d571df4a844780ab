"""Shapes that programs and sites give to lists, notes, pictures and words, each by itself."""

from __future__ import annotations

import base64

import pytest

from newsroom.markup.paste.reading import read_html
from newsroom.markup.writer import write

_DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
_IGNORED = "<span style='mso-list:Ignore'>{sign}<span>&nbsp; </span></span>"
_LINE = "<p style='mso-list:l0 level1 lfo1'>" + _IGNORED + "{words}</p>"


def _markdown(html: str) -> str:
    return write(read_html(html).without_pictures())


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ol><ol><li>a</ol><li>b</ol>", "1. a\n2. b\n"),
        ("<ol><ul><li>a</ul><li>b</ol>", "- a\n\n1. b\n"),
        ("<ul><li>a</ul><ol><ol><li>b</ol></ol>", "- a\n    1. b\n"),
        ("<ul><li>a</ul><ol><ol><li>b</ol></ol><ul><li>c</ul>", "- a\n    1. b\n- c\n"),
        ("<ul><li>a</ul><ol><ol><li>b</ol></ol><ol><li>c</ol>", "- a\n    1. b\n\n1. c\n"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b\n"),
        ("<ul><li>a</ul>x<ol><ol><li>b</ol></ol>", "- a\n\nx\n\n1. b\n"),
        (
            "<ul><li>a</ul><ul><ul><ul><li>b</ul></ul></ul><ul><ul><li>c</ul></ul>",
            "- a\n    - b\n    - c\n",
        ),
        ("<ul><li>a<li style='list-style:none'><ul><li>b</ul><li>c</ul>", "- a\n    - b\n- c\n"),
        ("<ol><li>a<li><ol><li>b</ol><li>c</ol>", "1. a\n2.\n    1. b\n3. c\n"),
        (
            "<ul data-indent=0><li>a</ul><ul data-indent=1><li>b</ul><ul data-indent=0><li>c</ul>",
            "- a\n    - b\n- c\n",
        ),
        ("<ul><li style='list-style-type:none'><ul><li>a</ul></ul>", "- a\n"),
    ],
)
def test_a_list_without_an_item_above_it_finds_its_place(html: str, markdown: str) -> None:
    assert _markdown(html) == markdown


@pytest.mark.parametrize(
    ("sign", "markdown"),
    [
        ("·", "- words\n"),
        ("o", "- words\n"),
        ("§", "- words\n"),
        ("3.", "3. words\n"),
        ("(b)", "2. words\n"),
        ("iv.", "1. words\n"),
        ("1.2.", "2. words\n"),
        ("Article 1.", "- Article 1. words\n"),
        ("§ 5", "- § 5 words\n"),
        ("Q1:", "- Q1: words\n"),
    ],
)
def test_the_sign_of_a_word_item_stays_where_it_says_more(sign: str, markdown: str) -> None:
    assert _markdown(_LINE.format(sign=sign, words="words")) == markdown


_FILLER = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;\n</span>"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>·{}a</p><p>·{}b</p>", "- a\n- b\n"),
        ("<p class=m_1MsoListParagraph><u></u><b><i>2.{}</i></b>a</p><p>3.{}b</p>", "2. a\n3. b\n"),
        (
            "<p style='margin-left:.5in'>1){}a</p><p style='margin:0cm 0cm 0cm 72pt'>o{}b</p>",
            "1. a\n    - b\n",
        ),
        (
            "<p class=gmail-m_-1MsoListParagraph>·{}a</p><p class=gmail-m_-1MsoListParagraph>b</p>",
            "- a\\\n    b\n",
        ),
        ("<h2>1.{}a</h2>", "## 1. a\n"),
        ("<p>words{}a</p>", "- words a\n"),
        ("<p>many more words{}a</p>", "many more words a\n"),
        ("<p><b>a</b> b{}c</p>", "**a** b c\n"),
        ("<p>{}a</p>", "a\n"),
    ],
)
def test_a_list_of_word_is_one_where_its_styles_were_lost(html: str, markdown: str) -> None:
    assert _markdown(html.replace("{}", _FILLER)) == markdown


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("mso-symbol-font-family:Wingdings'>à", "→"),
        ("mso-symbol-font-family:Wingdings'>J", "☺"),
        ("font-family:Wingdings,serif'>\uf0fc", "✓"),
        ("font-family:Symbol'>a", "α"),
        ("font-family:Wingdings'><b style='font-family:Arial'>à</b>", "**à**"),
        ("font-family:Arial,Wingdings'>à", "à"),
    ],
)
def test_a_letter_of_a_font_of_signs_is_what_is_seen(said: str, seen: str) -> None:
    assert _markdown(f"<p>a <span style='{said}</span> b") == f"a {seen} b\n"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<a href='https://a.example/1'>a</a><a href='https://a.example/2'>b</a>", "{a} {b}"),
        ("<a href='https://a.example/1'>a</a>, <a href='https://a.example/2'>b</a>", "{a}, {b}"),
        ("<a href='https://a.example/1'>東</a><a href='https://a.example/2'>京</a>", "{東}{京}"),
        ("by<time>12:00</time>x", "by 12:00 x"),
        ("(<time>12:00</time>), x", "(12:00), x"),
        ("<x-a>a</x-a><x-b>b</x-b>.", "a b."),
        ("<p style='display:flex'><span>a</span><span>b</span></p>", "a b"),
        ("<span style='display:inline-grid'><i>a</i><i>b</i></span>", "*a* *b*"),
        (
            "<a href='https://a.example/1' style='display:inline-block'>a</a>b",
            "{a} b",
        ),
        ("<b>a</b>b<span>c</span>", "**a**bc"),
    ],
)
def test_words_in_boxes_of_their_own_are_parted(html: str, markdown: str) -> None:
    expected = markdown
    for number, word in enumerate([word for word in "ab東京" if f"{{{word}}}" in markdown], 1):
        expected = expected.replace(f"{{{word}}}", f"[{word}](https://a.example/{number})")
    assert _markdown(html) == f"{expected}\n"


@pytest.mark.parametrize(
    "html",
    [
        "<span class='sr-only'>no</span>x",
        "<span style='position:absolute;clip:rect(0px, 0px, 0px, 0px)'>no</span>x",
        "<span style='position:absolute;clip-path:inset(50%)'>no</span>x",
        "<span class='katex-mathml'><math><mi>no</mi></math></span>x",
        "<span class=msoDel><del cite='mailto:A' datetime='2024'>no</del></span>x",
        "<del cite='mailto:A' datetime='2024'>no</del>x",
    ],
)
def test_what_no_reader_sees_stays_out(html: str) -> None:
    assert _markdown(html) == "x\n"
    assert _markdown(f"<pre>{html}</pre>") == "```\nx\n```\n"


def test_words_taken_out_in_word_are_told_apart_from_words_struck_on_a_page() -> None:
    word = read_html("<p>a<span class=msoDel><del cite='mailto:A' datetime='2'>no</del></span></p>")
    page = read_html("<p>a<del datetime='2'>yes</del></p>")
    assert (word.erased, word.deleted, page.erased, page.deleted) == (True, False, False, True)
    assert write(page.document) == "a~~yes~~\n"


@pytest.mark.parametrize(
    "call",
    [
        "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>[1]</a>",
        "<a style='mso-footnote-id:ftn1' href='file:///C:/clip.htm#_ftn1'>[1]</a>",
        "<a style='mso-footnote-id:ftn1'>[1]</a>",
    ],
)
@pytest.mark.parametrize(
    "back", ["<a href='#_ftnref1' name='_ftn1'>[1]</a> ", "<a>[1]</a>", "[1] ", ""]
)
def test_a_note_of_word_is_found_with_or_without_its_anchors(call: str, back: str) -> None:
    notes = f"<div style='mso-element:footnote' id=ftn1><p>{back}Note.</p></div>"
    assert _markdown(f"<p>a{call} b</p>{notes}") == "a[^1] b\n\n[^1]: Note.\n"


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ("<img src='{dot}' data-src='https://a.example/1.jpg'>", "https://a.example/1.jpg"),
        ("<img src='{dot}' data-lazy-src='https://a.example/1.jpg'>", "https://a.example/1.jpg"),
        (
            "<img src='https://a.example/blank.gif' data-original='//a.example/1.jpg'>",
            "https://a.example/1.jpg",
        ),
        (
            "<img srcset='https://a.example/s,1.jpg 400w, https://a.example/l.jpg 800w'>",
            "https://a.example/l.jpg",
        ),
        ("<img src='{dot}' data-srcset='https://a.example/1.jpg'>", "https://a.example/1.jpg"),
        (
            "<picture><source srcset='https://a.example/1.webp 1x,https://a.example/2.webp 2x'>"
            "<img src='{dot}'></picture>",
            "https://a.example/2.webp",
        ),
        (
            "<picture><source srcset='https://a.example/no.webp'></picture>"
            "<img src='https://a.example/1.jpg' data-src='https://a.example/no.jpg'>",
            "https://a.example/1.jpg",
        ),
    ],
)
def test_a_picture_that_loads_late_is_found(html: str, address: str) -> None:
    assert [one.address for one in read_html(html.format(dot=_DOT)).pictures] == [address]


@pytest.mark.parametrize(
    "html",
    [
        f"<img src='{_DOT}'>",
        "<img aria-roledescription=checkbox alt=checked src='https://a.example/box.png'>",
        "<img class='mwe-math-fallback-image-inline' src='https://a.example/1.svg'>",
    ],
)
def test_what_only_looks_like_a_picture_is_offered_to_nobody(html: str) -> None:
    assert read_html(f"a {html}").pictures == ()


@pytest.mark.parametrize(
    ("html", "pictures"),
    [
        ("{shape}", 1),
        ("<!--[if gte vml 1]>{shape}<![endif]--><![if !vml]><img src='file:///C:/1.jpg'>", 1),
        ("<v:shape alt='A \"boat\"'><v:fill src='no'/></v:shape>words", 0),
    ],
)
def test_a_picture_that_word_drew_comes_in_once(html: str, pictures: int) -> None:
    shape = (
        "<v:shapetype id=t75><v:path/></v:shapetype><v:shape type='#t75' alt='A > B'"
        " style='visibility:visible'>\n <v:imagedata src=\"file:///C:/Temp/1.jpg\"\n"
        "  o:title='boat'/>\n</v:shape>"
    )
    read = read_html(f"<p>a {html.format(shape=shape)}</p>")
    assert len(read.pictures) == pictures
    if html == "{shape}":
        assert read.pictures[0].address == "file:///C:/Temp/1.jpg"
        assert write(read.document) == "a\n\n![A > B](picture:pasted-0)\n"


def test_a_picture_that_was_sent_along_keeps_its_bytes() -> None:
    data = bytes(range(200))
    html = f"<img src='data:image/png;base64,{base64.b64encode(data).decode()}'>"
    assert [one.data for one in read_html(html).pictures] == [data]


@pytest.mark.parametrize("sign", ["😀", "1️⃣", "©️", "ℹ️", "🇰🇿", "👨‍👩‍👧‍👦", "Ⓜ️"])
def test_a_picture_of_an_emoji_is_its_sign(sign: str) -> None:
    assert _markdown(f"<p>a<img alt='{sign}' src='https://a.example/1.png'>b") == f"a{sign}b\n"


def test_a_smiley_that_has_a_name_is_its_name_and_other_short_words_are_none() -> None:
    named = "<p>a <img class='emoji' alt=':smile:' src='https://a.example/1.png'></p>"
    assert _markdown(named) == "a :smile:\n"
    assert len(read_html("<img alt='12' src='https://a.example/1.png'>").pictures) == 1


@pytest.mark.parametrize("mark", ["\ufeff", "", " "])
@pytest.mark.parametrize("body", ["<p>words</p>", "words"])
def test_the_header_of_windows_never_comes_in(mark: str, body: str) -> None:
    header = "Version:1.0\r\nStartHTML:00\r\nEndHTML:-1\r\nStartFragment:1\r\nEndFragment:2\r\n"
    assert _markdown(f"{mark}{header}{body}\0") == "words\n"
    assert _markdown(f"{mark}{header}SourceURL:https://a.example/\r\n\r\n{body}") == "words\n"


def test_a_line_about_versions_is_no_header() -> None:
    assert _markdown("Version:1.0 came out") == "Version:1.0 came out\n"
    assert _markdown("Version:1.0\nNotes: many") == "Version:1.0 Notes: many\n"


def test_a_caption_above_its_picture_is_its_caption() -> None:
    html = "<figure><figcaption>Cap</figcaption><img src='https://a.example/1.jpg'></figure>"
    assert write(read_html(html).document) == '![](picture:pasted-0 "Cap")\n'


def test_line_ends_count_however_a_browser_says_so() -> None:
    html = "<span style='white-space-collapse: preserve'>a\nb</span>"
    assert _markdown(html) == "a\\\nb\n"
