"""Copying, pasting and dropping, with the system's clipboard."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Alignment, Break, Table, Text
from newsroom.ui.body.body_edit import BodyEdit
from tests.ui.body.conftest import markdown, put_caret, select

Show = Callable[..., BodyEdit]

_CTRL = Qt.KeyboardModifier.ControlModifier
_RICH = """\
## Heading

One **bold** [link](https://a.example/) word

- item
    1. nested

> Said.
>
> -- Dinara

![A hall](picture:0123456789abcdef0123 "The hall")

| a | b |
| --- | ---: |
| c | d |
"""


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard for the next test."""
    yield
    QApplication.clipboard().clear()


def _paste(edit: BodyEdit, mime: QMimeData, qtbot: QtBot) -> None:
    QApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(edit, Qt.Key.Key_V, _CTRL)


def test_all_that_is_copied_is_pasted_the_same(show: Show, qtbot: QtBot) -> None:
    edit = show(_RICH)
    copied = edit.document_value()
    qtbot.keyClick(edit, Qt.Key.Key_A, _CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_C, _CTRL)
    edit = show("")
    qtbot.keyClick(edit, Qt.Key.Key_V, _CTRL)
    assert edit.document_value() == copied


def test_words_out_of_a_heading_are_words(show: Show, qtbot: QtBot) -> None:
    edit = show("## One **two** three\n\nAfter\n")
    select(edit, "two three")
    qtbot.keyClick(edit, Qt.Key.Key_C, _CTRL)
    put_caret(edit, "After", after=True)
    qtbot.keyClick(edit, Qt.Key.Key_V, _CTRL)
    assert markdown(edit) == "## One **two** three\n\nAfter**two** three\n"


def test_cells_chosen_in_a_table_are_copied_as_a_table(show: Show, qtbot: QtBot) -> None:
    edit = show("| a | b | c |\n| --- | ---: | --- |\n| d | e | f |\n", "b")
    qtbot.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert edit.textCursor().hasComplexSelection()
    edit.copy()
    edit = show("")
    edit.paste()
    (table,) = edit.document_value().blocks
    assert isinstance(table, Table)
    assert table.header[0] == (Text("b"),)
    assert table.rows[0][0] == (Text("e"),)
    assert table.alignments[0] == Alignment.RIGHT


def test_a_copy_has_plain_words_for_other_programs(show: Show, qtbot: QtBot) -> None:
    edit = show(_RICH)
    edit.selectAll()
    edit.copy()
    text = QApplication.clipboard().mimeData().text()
    assert "One bold link word" in text
    assert "\ufffc" not in text


def test_cutting_and_pasting_moves_a_card(show: Show, qtbot: QtBot) -> None:
    edit = show("One\n\n---\n\ntwo\n")
    edit.moveCursor(edit.textCursor().MoveOperation.Down)
    edit.moveCursor(edit.textCursor().MoveOperation.StartOfBlock)
    qtbot.keyClick(edit, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, Qt.Key.Key_X, _CTRL)
    assert markdown(edit) == "One\n\ntwo\n"
    put_caret(edit, "two", after=True)
    qtbot.keyClick(edit, Qt.Key.Key_V, _CTRL)
    assert markdown(edit) == "One\n\ntwo\n\n---\n"


def test_foreign_html_comes_in_as_our_blocks(edit: BodyEdit, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setHtml("<h2>Big</h2><p style='color:red'>A <b>b</b></p><script>x()</script>")
    mime.setText("Big A b")
    _paste(edit, mime, qtbot)
    assert markdown(edit) == "## Big\n\nA **b**\n"


_WORDS = "<meta charset={}><p>Héllo — <b>мир</b></p>"


@pytest.mark.parametrize(
    "data",
    [
        _WORDS.format("utf-8").encode(),
        _WORDS.format("windows-1252").encode(),
        _WORDS.format("utf-8").encode() + b"\0",
        b"\xef\xbb\xbf" + _WORDS.format("utf-8").encode(),
        _WORDS.format("utf-16").encode("utf-16-le"),
        b"\xff\xfe" + _WORDS.format("utf-16").encode("utf-16-le"),
        b"\xfe\xff" + _WORDS.format("utf-16").encode("utf-16-be"),
    ],
)
def test_html_is_read_in_the_coding_that_it_came_in(edit: BodyEdit, data: bytes) -> None:
    mime = QMimeData()
    mime.setData("text/html", data)
    edit.insertFromMimeData(mime)
    assert markdown(edit) == "Héllo — **мир**\n"


def test_html_of_an_old_page_is_read_in_the_coding_that_it_declares(edit: BodyEdit) -> None:
    mime = QMimeData()
    old = "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>мир</p>"
    mime.setData("text/html", old.encode("cp1251"))
    edit.insertFromMimeData(mime)
    assert markdown(edit) == "мир\n"


def test_what_a_program_says_to_be_markdown_is_read_as_such(edit: BodyEdit) -> None:
    mime = QMimeData()
    mime.setText("1. x")
    said = "*a* [b](https://a.example/?utm_source=c&id=1) <https://b.example/?fbclid=1>"
    mime.setData("text/markdown", said.encode())
    edit.insertFromMimeData(mime)
    assert markdown(edit) == (
        "*a* [b](https://a.example/?id=1) [https://b.example/](https://b.example/)\n"
    )


def test_pictures_come_out_of_the_rtf_that_stands_beside(edit: BodyEdit, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setHtml("<p>one<img src='file:///C:/Temp/msohtmlclip1/01/clip_image001.png'></p>")
    data = b"\x89PNG any bytes"
    mime.setData("text/rtf", b"{\\rtf1{\\pict\\pngblip " + data.hex().encode() + b"}}")
    with qtbot.waitSignal(edit.pasted) as told:
        edit.insertFromMimeData(mime)
    assert [shown.picture.data for shown in told.args[0].shown] == [data]


def test_a_picture_that_was_sent_goes_before_a_drawing_of_it(edit: BodyEdit, qtbot: QtBot) -> None:
    data = b"\x89PNG any bytes with all that is known of them" * 5
    mime = QMimeData()
    mime.setHtml(f"<img alt='A' src='data:image/png;base64,{b64encode(data).decode()}'>")
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(edit.pasted) as told:
        edit.insertFromMimeData(mime)
    (shown,) = told.args[0].shown
    assert (shown.picture.data, shown.figure.alt) == (data, "A")


def test_plain_lines_become_paragraphs(show: Show, qtbot: QtBot) -> None:
    edit = show("One two\n", "two")
    mime = QMimeData()
    mime.setText("first\r\n\r\nsecond *not italic*\n")
    _paste(edit, mime, qtbot)
    assert markdown(edit) == "One first\n\nsecond \\*not italic\\*two\n"


def test_lines_pasted_into_a_list_are_items_and_into_a_cell_are_breaks(
    show: Show, qtbot: QtBot
) -> None:
    edit = show("- one\n\n| a | b |\n| --- | --- |\n| c | d |\n")
    mime = QMimeData()
    mime.setText("x\ny")
    put_caret(edit, "one", after=True)
    _paste(edit, mime, qtbot)
    assert markdown(edit).startswith("- onex\n- y\n")
    again = QMimeData()
    again.setText("x\ny")
    put_caret(edit, "c")
    _paste(edit, again, qtbot)
    table = edit.document_value().blocks[-1]
    assert isinstance(table, Table)
    assert table.rows[0][0] == (Text("x"), Break(), Text("yc"))


def test_picture_files_are_handed_on_and_not_written_as_text(
    edit: BodyEdit, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "hall.JPG"
    picture.write_bytes(b"any bytes: reading them is not the editor's work")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture)), QUrl("https://a.example/")])
    with qtbot.waitSignal(edit.pictures_dropped) as dropped:
        _paste(edit, mime, qtbot)
    assert dropped.args == [[picture], 0]
    assert markdown(edit) == ""


def test_a_copied_picture_keeps_its_bytes(edit: BodyEdit, qtbot: QtBot) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    mime = QMimeData()
    mime.setData("image/png", buffer.data())
    with qtbot.waitSignal(edit.pictures_dropped) as dropped:
        edit.insertFromMimeData(mime)
    assert dropped.args == [[bytes(buffer.data().data())], 0]


def test_a_picture_without_a_file_is_handed_on_as_png(edit: BodyEdit, qtbot: QtBot) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(image)
    with qtbot.waitSignal(edit.pictures_dropped) as dropped:
        edit.insertFromMimeData(mime)
    ((data,), _position) = dropped.args
    assert QImage.fromData(data).size() == image.size()


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("text", [None, "", "\n\n"])
def test_an_empty_clipboard_takes_no_selected_words(
    show: Show, text: str | None, plain: bool
) -> None:
    edit = show("One two three.\n")
    select(edit, "two")
    QApplication.clipboard().clear()
    if text is not None:
        QApplication.clipboard().setText(text)
    if plain:
        edit.paste_plain()
    else:
        edit.paste()
    assert markdown(edit) == "One two three.\n"
    assert edit.textCursor().selectedText() == "two"
    assert not edit.document().isUndoAvailable()
