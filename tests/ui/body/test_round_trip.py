"""Document to text engine and back: exact for all that the dialect can say."""

from __future__ import annotations

from itertools import count

from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Document, Paragraph, Text
from newsroom.markup import reader, writer
from newsroom.ui.body.from_qt import read
from newsroom.ui.body.to_qt import BodyWriter
from tests.support.documents import documents

_UNHELD = dict.fromkeys(map(ord, "\ufeff\ufdd0\ufdd1"))
"""What Qt's text cannot hold: the byte order mark, and the borders of its own frames."""

_MANY = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _through_qt(document: Document) -> Document:
    text = QTextDocument()
    numbers = count(1)
    BodyWriter(QTextCursor(text), lambda: next(numbers), fresh=True).write(document.blocks)
    return read(text)


@_MANY
@given(documents(max_blocks=6))
def test_a_document_as_read_comes_back_the_same(qapp: QApplication, drawn: Document) -> None:
    document = reader.read(writer.write(drawn).translate(_UNHELD))
    assert _through_qt(document) == document


@_MANY
@given(documents())
def test_what_comes_back_stays_so(qapp: QApplication, drawn: Document) -> None:
    once = _through_qt(drawn)
    assert _through_qt(once) == once


def test_an_empty_body_and_a_body_of_empty_lines_are_the_same(qapp: QApplication) -> None:
    assert _through_qt(Document()) == Document()
    assert _through_qt(Document((Paragraph(), Paragraph()))) == Document()


def test_letters_outside_the_basic_plane_keep_their_place(qapp: QApplication) -> None:
    document = reader.read("𝒜 *b* 😀 **c** д\n")
    assert _through_qt(document) == document


def test_line_ends_inside_a_run_do_not_break_the_block(qapp: QApplication) -> None:
    (paragraph,) = _through_qt(Document((Paragraph((Text("one\r\ntwo\u2029three"),)),))).blocks
    assert isinstance(paragraph, Paragraph)
    assert [inline.text for inline in paragraph.inlines if isinstance(inline, Text)] == [
        "one",
        "two",
        "three",
    ]
