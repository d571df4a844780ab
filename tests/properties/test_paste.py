"""Whatever is pasted, every word that a reader saw comes in, in its order, and none are fused."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.document import Document, Footnote, FootnoteRef, plain_text
from newsroom.domain.links import is_safe_link
from newsroom.markup.paste.reading import read_html
from newsroom.markup.reader import read
from newsroom.markup.writer import write
from tests.support.documents import hostile_text

WORDS = st.integers(min_value=0, max_value=999_999).map(lambda number: f"w{number:06}")
_WORD = re.compile(r"w\d{6}")
_UNSEEN = (
    "<span style='display:none'>hidden</span>",
    "<span class=sr-only>hidden</span>",
    "<span class=msoDel><del cite='mailto:A' datetime='2024'>hidden</del></span>",
    "<script>hidden</script><style>hidden</style><!-- hidden -->",
    "<span style='position:absolute;clip:rect(0,0,0,0)'><b>hidden</b></span>",
    "<a class=msocomanchor href='#_msocom_1'>hidden</a>",
)
_INLINE = ("b", "i", "span", "em", "a href='https://a.example/'", "sup", "u", "font", "code", "o:p")
_STYLES = ("font-weight:700", "display:inline !important", "white-space:pre-wrap", "color:red")
_HOLDERS = ("div", "section", "blockquote", "article", "center", "li", "details", "aside")


@st.composite
def inline(draw: st.DrawFn) -> str:
    """Draw words with marks around them."""
    runs = []
    for word in draw(st.lists(WORDS, min_size=1, max_size=4)):
        tag = draw(st.sampled_from(_INLINE))
        style = draw(st.sampled_from(_STYLES))
        end = tag.split()[0]
        runs.append(
            draw(
                st.sampled_from(
                    (word, f"<{tag}>{word}</{end}>", f'<{tag} style="{style}">{word}</{end}>')
                )
            )
        )
    runs = [draw(st.sampled_from(("", "", *_UNSEEN))) + run for run in runs]
    return draw(st.sampled_from((" ", "\n", "&nbsp;", "<br>", " <wbr>", "<br><br>"))).join(runs)


def _list(items: list[str], tag: str) -> str:
    return f"<{tag}>" + "".join(f"<li>{item}</li>" for item in items) + f"</{tag}>"


def _deep_list(items: list[str], tag: str) -> str:
    """Spell a list with the first items too deep, as LibreOffice and Google Docs do."""
    inner = f"<ol><ul><li>{items[0]}</li></ul><li style='list-style:none'>"
    return f"<{tag}>{inner}{_list(items[1:], 'ul')}</li></ol></{tag}>"


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _word_items(items: list[str]) -> str:
    return "".join(
        f"<p class=MsoListParagraph style='mso-list:l0 level{number % 3 + 1} lfo1'>"
        f"<![if !supportLists]><span style='mso-list:Ignore'>{number}.<span>&nbsp; </span></span>"
        f"<![endif]>{item}</p>"
        for number, item in enumerate(items, 1)
    )


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        some.map("".join),
        st.tuples(st.sampled_from(_HOLDERS), some).map(
            lambda drawn: f"<{drawn[0]}>{''.join(drawn[1])}</{drawn[0]}>"
        ),
        st.tuples(some, st.sampled_from(("ul", "ol"))).map(lambda drawn: _list(*drawn)),
        st.tuples(some, st.sampled_from(("ul", "ol"))).map(lambda drawn: _deep_list(*drawn)),
        st.lists(some, min_size=1, max_size=3).map(_table),
        some.map(lambda parts: "".join(f"<x-part>{part}</x-part> " for part in parts)),
        some.map(
            lambda parts: (
                "<div style='display:flex'>"
                + "".join(f"<span>{part}</span>" for part in parts)
                + "</div>"
            )
        ),
        st.tuples(inner, inline()).map(
            lambda drawn: f"<figure>{drawn[0]}<figcaption>{drawn[1]}</figcaption></figure>"
        ),
        st.tuples(inner, inline()).map(
            lambda drawn: f"<blockquote>{drawn[0]}<footer>{drawn[1]}</footer></blockquote>"
        ),
    )


def pages() -> st.SearchStrategy[str]:
    """Draw a page as programs put them on the clipboard, more or less well made."""
    leaf = st.one_of(
        inline().map(lambda text: f"<p>{text}</p>"),
        inline().map(lambda text: f"<div>{text}</div>"),
        st.tuples(st.integers(1, 6), inline()).map(
            lambda drawn: f"<h{drawn[0]}>{drawn[1]}</h{drawn[0]}>"
        ),
        inline().map(lambda text: f"<pre>{text}</pre>"),
        st.lists(inline(), min_size=1, max_size=4).map(_word_items),
        st.just("<hr>"),
        st.just("<img src='https://a.example/a.jpg' alt='alt'>"),
        inline().map(lambda text: f" {text} "),
    )
    return st.recursive(leaf, _blocks, max_leaves=8)


def _seen(html: str) -> list[str]:
    return _WORD.findall(html)


@settings(max_examples=120, deadline=None)
@given(pages())
def test_every_word_survives_in_its_order(html: str) -> None:
    assert _WORD.findall(plain_text(read_html(html).without_pictures())) == _seen(html)


@settings(max_examples=80, deadline=None)
@given(pages())
def test_nothing_that_is_hidden_comes_in(html: str) -> None:
    assert "hidden" not in plain_text(read_html(html).without_pictures())


@settings(max_examples=50, deadline=None)
@given(pages())
def test_words_in_different_blocks_are_never_fused(html: str) -> None:
    text = plain_text(read_html(html).without_pictures())
    assert not re.search(r"w\d{6}w\d{6}", text)


@settings(max_examples=50, deadline=None)
@given(pages())
def test_what_was_pasted_has_one_spelling(html: str) -> None:
    document = read_html(html).without_pictures()
    written = write(document)
    assert write(read(written)) == written
    assert _WORD.findall(written) == _WORD.findall(plain_text(document))


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(hostile_text(), st.text(), st.text(alphabet="<>/=\"'-![]&;aphtdrulbi \n\x00\ud800"))
)
def test_no_text_is_too_odd_to_paste(html: str) -> None:
    document = read_html(html).without_pictures()
    written = write(document)
    assert write(read(written)) == written
    assert all(is_safe_link(link) for link in _links(document))


def _links(document: Document) -> list[str]:
    return re.findall(r"\]\((\S+?)\)", write(document)) if "javascript" in write(document) else []


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4, unique_by=lambda pair: pair[0]))
def test_every_reference_finds_its_note(pairs: list[tuple[str, str]]) -> None:
    marks = "".join(
        f"<p>{word}<a href='#_ftn{number}' name='_ftnref{number}'>[{number}]</a></p>"
        for number, (word, _note) in enumerate(pairs, 1)
    )
    notes = "".join(
        f"<div style='mso-element:footnote' id=ftn{number}><p><a href='#_ftnref{number}'"
        f" name='_ftn{number}'>[{number}]</a> {note}</p></div>"
        for number, (_word, note) in enumerate(pairs, 1)
    )
    blocks = read_html(
        f"{marks}<div style='mso-element:footnote-list'>{notes}</div>"
    ).document.blocks
    said = [block for block in blocks if isinstance(block, Footnote)]
    assert [plain_text(Document((block,))) for block in said] == [note for _word, note in pairs]
    called = [
        one.label
        for block in blocks
        for one in getattr(block, "inlines", ())
        if isinstance(one, FootnoteRef)
    ]
    assert called == [block.label for block in said]
