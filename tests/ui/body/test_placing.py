"""Where pasted words and blocks find their place, and what one step of undo takes back."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Mark, Text
from newsroom.ui.body.body_clipboard import PasteReport
from newsroom.ui.body.body_edit import BodyEdit
from tests.ui.body.conftest import markdown, put_caret, select

Show = Callable[..., BodyEdit]

_CTRL = Qt.KeyboardModifier.ControlModifier
_BLOCKS = "<p>first</p><h2>Head</h2><ul><li>item</li></ul><p>last</p>"


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard for the next test."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def placed(show: Show, qtbot: QtBot) -> Callable[[str, str, str], BodyEdit]:
    """Paste HTML before some words of a body."""

    def pasted(body: str, at: str, html: str) -> BodyEdit:
        edit = show(body, at)
        _paste(edit, html, qtbot)
        return edit

    return pasted


def _paste(edit: BodyEdit, html: str, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(edit, Qt.Key.Key_V, _CTRL)


def _paste_text(edit: BodyEdit, text: str, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText(text)
    QApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(edit, Qt.Key.Key_V, _CTRL)


@pytest.mark.parametrize(
    ("body", "at", "html", "expected"),
    [
        ("One two\n", "two", "<b>bold</b> ", "One **bold**two\n"),
        (
            "One two\n",
            "two",
            _BLOCKS,
            "One first\n\n## Head\n\n- item\n\nlast@two\n",
        ),
        ("One\n", "One", "<h2>Head</h2>", "## Head@\n\nOne\n"),
        ("## One two\n", "two", "<p>x</p>", "## One x@two\n"),
        ("## One two\n", "two", "<h3>x</h3>", "## One x@two\n"),
        ("## One two\n", "two", "<p>x</p><p>y</p>", "## One x\n\ny@two\n"),
        ("- one\n- two\n", "two", "<ul><li>x</li><li>y</li></ul>", "- one\n- x\n- y@two\n"),
        (
            "- one\n    - two\n",
            "two",
            "<ol><li>x<ol><li>y</li></ol></li><li>z</li></ol>",
            "- one\n    - x\n        1. y\n    - z@two\n",
        ),
        ("- one two\n- three\n", "two", "<h2>x</h2>", "- one\n\n## x@\n\n- two\n- three\n"),
        ("> Said. More.\n", "More", "<blockquote>x</blockquote>", "> Said. x@More.\n"),
        ("> Said. More.\n", "More", "<p>x</p><p>y</p>", "> Said. x\n>\n> y@More.\n"),
        (
            "| a | b |\n| --- | --- |\n| c | d |\n",
            "d",
            "<p>x</p><ul><li>y</li></ul>",
            "| a | b |\n| --- | --- |\n| c | x y@d |\n",
        ),
        (
            "One two\n",
            "two",
            "<table><tr><td>a</td><td>b</td></tr></table>",
            "One\n\n| a | b |\n| --- | --- |\n\n@two\n",
        ),
    ],
)
def test_words_flow_and_blocks_divide(
    placed: Callable[[str, str, str], BodyEdit], body: str, at: str, html: str, expected: str
) -> None:
    edit = placed(body, at, html)
    before, caret, _after = expected.partition("@")
    assert markdown(edit) == expected.replace("@", "")
    if caret:
        edit.textCursor().insertText("@")
        assert markdown(edit) == expected
        edit.undo()
    edit.undo()
    assert markdown(edit) == body
    edit.redo()
    assert markdown(edit).startswith(before.rstrip())


def test_notes_get_free_numbers_and_go_below(show: Show, qtbot: QtBot) -> None:
    edit = show("One[^1] two\n\nAfter\n\n[^1]: Old\n", "After")
    _paste(
        edit,
        "<p>new<a href='#_ftn1' name='_ftnref1'>[1]</a></p><div id=ftn1>"
        "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> Note</p></div>",
        qtbot,
    )
    assert markdown(edit) == "One[^1] two\n\nnew[^2]After\n\n[^1]: Old\n\n[^2]: Note\n"
    edit.undo()
    assert markdown(edit) == "One[^1] two\n\nAfter\n\n[^1]: Old\n"


def test_one_can_write_on_between_a_pasted_picture_and_the_notes(show: Show, qtbot: QtBot) -> None:
    edit = show("One[^1]\n\n[^1]: Note\n")
    put_caret(edit, "One", after=True)
    edit.moveCursor(edit.textCursor().MoveOperation.EndOfBlock)
    _paste(edit, "<h2>Head</h2><p><img src='https://a.example/a.jpg'></p>", qtbot)
    _paste(edit, "<p>on</p>", qtbot)
    assert markdown(edit) == "One[^1]\n\n## Head\n\non\n\n[^1]: Note\n"
    edit.undo()
    edit.undo()
    assert markdown(edit) == "One[^1]\n\n[^1]: Note\n"


def test_a_paste_takes_the_place_of_the_selection(show: Show, qtbot: QtBot) -> None:
    edit = show("One two three\n")
    select(edit, "two")
    _paste(edit, "<i>x</i>", qtbot)
    assert markdown(edit) == "One *x* three\n"


def test_the_words_alone_come_as_plain_text(show: Show, qtbot: QtBot) -> None:
    edit = show("One\n", "One")
    mime = QMimeData()
    mime.setHtml("<h2>Head <b>b</b></h2>")
    mime.setText("Head b\n- x\n- y")
    QApplication.clipboard().setMimeData(mime)
    edit.paste_plain()
    assert markdown(edit) == "Head b\n\n\\- x\n\n\\- yOne\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Say:\n• one\n• two\n   • three\nEnd", "Say:\n\n- one\n- two\n    - three\n\nEnd\n"),
        ("1. one\n2. two\n\n3. three", "1. one\n2. two\n\n\\3. three\n"),
        ("- a lone dash", "\\- a lone dash\n"),
        ("2. a lone number", "2\\. a lone number\n"),
        ("## Head\n\nSee **it**.\n\n- a\n- b", "## Head\n\nSee **it**.\n\n- a\n- b\n"),
        (
            "A letter that was broken at sixty signs a line, as they are\n"
            "when a program sends plain text, comes in whole again and\nnobody sees it.\n\nBye",
            "A letter that was broken at sixty signs a line, as they are "
            "when a program sends plain text, comes in whole again and nobody sees it.\n\nBye\n",
        ),
    ],
)
def test_plain_text_keeps_what_its_signs_mean(
    show: Show, qtbot: QtBot, text: str, expected: str
) -> None:
    edit = show("")
    _paste_text(edit, text, qtbot)
    assert markdown(edit).replace("3\\.", "\\3.") == expected


def test_telegram_says_its_marks_beside_the_words(show: Show, qtbot: QtBot) -> None:
    edit = show("")
    words = "\U0001f600 bold and link\nnext"
    tags = struct.pack(">i", 2)
    for start, length, name in ((3, 4, "**\\__"), (12, 4, "https://a.example/")):
        coded = name.encode("utf-16-be")
        tags += struct.pack(">iiI", start, length, len(coded)) + coded
    mime = QMimeData()
    mime.setText(words)
    mime.setData("application/x-td-field-text", words.encode())
    mime.setData("application/x-td-field-tags", tags)
    QApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(edit, Qt.Key.Key_V, _CTRL)
    assert markdown(edit) == "\U0001f600 ***bold*** and [link](https://a.example/)\n\nnext\n"


def test_relative_links_are_completed_where_the_browser_says_the_page(
    show: Show, qtbot: QtBot
) -> None:
    edit = show("")
    mime = QMimeData()
    mime.setHtml("<p><a href='/b?utm_source=x'>y</a></p>")
    mime.setData("text/x-moz-url-priv", "https://a.example/c\0".encode("utf-16-le"))
    edit.insertFromMimeData(mime)
    assert markdown(edit) == "[y](https://a.example/b)\n"


def test_a_picture_of_a_page_is_offered_and_its_caption_stays(show: Show, qtbot: QtBot) -> None:
    edit = show("")
    with qtbot.waitSignal(edit.pasted) as told:
        _paste(
            edit,
            "<p>one</p><figure><img src='https://a.example/p.jpg' alt='Alt'>"
            "<figcaption>Cap</figcaption></figure><p>two</p>",
            qtbot,
        )
    assert markdown(edit) == "one\n\nCap\n\ntwo\n"
    report = told.args[0]
    assert isinstance(report, PasteReport)
    (shown,) = report.shown
    assert (shown.picture.address, shown.figure.alt) == ("https://a.example/p.jpg", "Alt")


def test_other_programs_get_html_and_text(show: Show, qtbot: QtBot) -> None:
    edit = show(
        "## Head\n\n1. one\n    - **two**\n\n| a | b |\n| --- | --- |\n| c | d |\n\n> Said.\n>\n"
        '> -- Her\n\n![alt](picture:0123456789abcdef0123 "Cap")\n'
    )
    edit.selectAll()
    edit.copy()
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == ("Head\n\n1. one\n    • two\n\na\tb\nc\td\n\nSaid.\n— Her\n\nCap")
    html = mime.html()
    for part in ("<h2>Head</h2>", "<strong>two</strong>", "<ol>", "<table", "Cap"):
        assert part in html


def test_a_copy_of_marked_words_keeps_its_marks(show: Show, qtbot: QtBot) -> None:
    edit = show("One **two** three\n")
    select(edit, "two")
    edit.copy()
    put_caret(edit, "three", after=True)
    edit.paste()
    (paragraph,) = edit.document_value().blocks
    assert Text("two", frozenset({Mark.BOLD})) in getattr(paragraph, "inlines", ())
