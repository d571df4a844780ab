"""Blocks of the document are found in the text, and a body is replaced in one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Document, lines, plain
from newsroom.markup import reader, writer
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.from_qt import read
from newsroom.ui.body.reaching import index_at, spans
from newsroom.ui.body.to_qt import BodyWriter
from tests.support.documents import documents
from tests.ui.body.conftest import markdown

Show = Callable[..., BodyEdit]

ODD = """The same.

The same.

## The same

- The same
- The same

1. The same

| The same | The same |
| --- | --- |
| The same | The same |

![The same](picture:aaaaaaaaaaaaaaaaaaaa "The same")

> The same
>
> -- The same

---

<div>The same</div>

The same.
"""

_MANY = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_MANY
@given(documents(max_blocks=6))
def test_each_block_is_found_where_its_words_stand(qapp: QApplication, drawn: Document) -> None:
    text = QTextDocument()
    numbers = count(1)
    BodyWriter(QTextCursor(text), lambda: next(numbers), fresh=True).write(drawn.blocks)
    document, found = read(text), spans(text)
    assert len(found) == len(document.blocks)
    ends = [place for span in found for place in (span.start, span.end)]
    assert ends == sorted(ends)
    for index, (block, span) in enumerate(zip(document.blocks, found, strict=True)):
        part = QTextCursor(text)
        part.setPosition(span.start)
        part.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        shown = part.selectedText()
        # The words of a card are drawn, not written.
        for line in lines([block]) if "\ufffc" not in shown else ():
            for words in plain(line).splitlines():
                assert words.split("\u2029")[0] in shown
        assert index_at(text, span.start) == index


def test_a_block_is_reached_though_all_read_the_same(show: Show, qtbot: QtBot) -> None:
    edit = show(ODD)
    blocks = edit.document_value().blocks
    assert len(blocks) == 11
    reached = []
    for index in range(len(blocks)):
        edit.go_to_block(index)
        reached.append(edit.textCursor().position())
        assert index_at(edit.document(), reached[-1]) == index
        (sought,) = edit.extraSelections()
        assert sought.cursor.selectionStart() == reached[-1]
    assert reached == sorted(set(reached))
    edit.go_to_block(1)
    qtbot.keyClicks(edit, "Not ")
    assert markdown(edit).startswith("The same.\n\nNot The same.\n\n## The same")
    assert edit.extraSelections() == []


@pytest.mark.parametrize("new", ["", "Other words.\n", ODD, "# One\n\n" + ODD])
@pytest.mark.parametrize("old", ["", "Some **words**.\n", ODD])
def test_another_body_is_one_step(old: str, new: str, show: Show, qtbot: QtBot) -> None:
    edit = show(old)
    before = markdown(edit)
    edit.replace_document(reader.read(new))
    after = writer.write(reader.read(new))
    assert markdown(edit) == after
    if before != after:
        qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert markdown(edit) == before
        edit.redo()
        assert markdown(edit) == after


@_MANY
@given(documents(max_blocks=5), documents(max_blocks=5))
def test_undo_brings_back_any_body_that_was_replaced(
    edit: BodyEdit, first: Document, second: Document
) -> None:
    edit.set_document(first)
    before = edit.document_value()
    edit.replace_document(second)
    after = edit.document_value()
    for _ in range(2 if before != after else 0):
        edit.undo()
        assert edit.document_value() == before
        edit.redo()
        assert edit.document_value() == after


def test_places_are_the_same_with_what_is_remembered(edit: BodyEdit) -> None:
    edit.set_document(reader.read(ODD))
    for words in ("", "new words", "\n", "more"):
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        edit.insertPlainText(words)
        assert edit.spans() == spans(edit.document())
        edit.document_value()
        assert edit.spans() == spans(edit.document())
