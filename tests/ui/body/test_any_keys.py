"""Whatever is typed, formatted, pasted and undone: nothing is lost and the snapshot is true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Alignment, Document, Embed, Figure, Mark
from newsroom.domain.ids import PictureId
from newsroom.markup import reader, writer
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.from_qt import read
from newsroom.ui.body.kinds import BlockKind
from newsroom.ui.body.pasting import NATIVE
from tests.support.documents import documents
from tests.ui.body.conftest import make_edit

_UNHELD = dict.fromkeys(map(ord, "\ufeff\ufdd0\ufdd1"))
"""What Qt's text cannot hold: the byte order mark, and the borders of its own frames."""

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = tuple(
    (key, held)
    for held, keys in (
        (
            _NONE,
            (
                Qt.Key.Key_Return,
                Qt.Key.Key_Backspace,
                Qt.Key.Key_Delete,
                Qt.Key.Key_Tab,
                Qt.Key.Key_Left,
                Qt.Key.Key_Right,
                Qt.Key.Key_Up,
                Qt.Key.Key_Down,
                Qt.Key.Key_Home,
                Qt.Key.Key_End,
            ),
        ),
        (
            _SHIFT,
            (
                Qt.Key.Key_Return,
                Qt.Key.Key_Backtab,
                Qt.Key.Key_Left,
                Qt.Key.Key_Right,
                Qt.Key.Key_Up,
                Qt.Key.Key_Down,
            ),
        ),
        (
            _CTRL,
            (
                Qt.Key.Key_Z,
                Qt.Key.Key_Y,
                Qt.Key.Key_A,
                Qt.Key.Key_X,
                Qt.Key.Key_V,
                Qt.Key.Key_Backspace,
                Qt.Key.Key_Delete,
            ),
        ),
    )
    for key in keys
)


@dataclass(frozen=True)
class Step:
    """One thing that a person does."""

    name: str
    do: Callable[[BodyEdit], object]

    def __repr__(self) -> str:
        return self.name


def _press(key: Qt.Key, held: Qt.KeyboardModifier) -> Step:
    return Step(f"{held.name}+{key.name}", lambda edit: QTest.keyClick(edit, key, held))


def _type(text: str) -> Step:
    return Step(f"type {text!r}", lambda edit: QTest.keyClicks(edit, text))


def _go(share: float) -> Step:
    return Step(f"go {share}", lambda edit: edit.setTextCursor(_place(edit, share, share)))


def _select(start: float, end: float) -> Step:
    return Step(f"select {start} {end}", lambda edit: edit.setTextCursor(_place(edit, start, end)))


def _place(edit: BodyEdit, start: float, end: float) -> QTextCursor:
    cursor = edit.textCursor()
    last = edit.document().characterCount() - 1
    cursor.setPosition(round(last * start))
    cursor.setPosition(round(last * end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _paste(pasted: Document) -> Step:
    def paste(edit: BodyEdit) -> None:
        mime = QMimeData()
        mime.setData(NATIVE, writer.write(pasted).encode(errors="replace"))
        edit.insertFromMimeData(mime)

    return Step(f"paste {pasted!r}", paste)


_FIGURE = Figure(PictureId("0123456789abcdef0123"), "A hall", "The hall on Monday")
_DEEDS = (
    Step("figure", lambda edit: edit.insert_figure(_FIGURE)),
    Step("embed", lambda edit: edit.insert_embed(Embed("https://a.example/1"))),
    Step("rule", lambda edit: edit.insert_rule()),
    Step("facts", lambda edit: edit.insert_fact_box()),
    Step("table", lambda edit: edit.insert_table(1, 2)),
    Step("footnote", lambda edit: edit.insert_footnote()),
    Step("indent", lambda edit: edit.indent()),
    Step("outdent", lambda edit: edit.outdent()),
    Step("row", lambda edit: edit.add_table_row()),
    Step("column", lambda edit: edit.add_table_column()),
    Step("no row", lambda edit: edit.remove_table_row()),
    Step("no column", lambda edit: edit.remove_table_column()),
    Step("align", lambda edit: edit.align_table_column(Alignment.RIGHT)),
    Step("link", lambda edit: edit.set_link("https://a.example/2")),
    Step("no link", lambda edit: edit.set_link("")),
    Step("move up", lambda edit: edit.move_block(up=True)),
    Step("move down", lambda edit: edit.move_block(up=False)),
    *(Step(f"mark {mark}", lambda edit, mark=mark: edit.toggle_mark(mark)) for mark in Mark),
)


def _kind(kind: BlockKind) -> Step:
    return Step(f"kind {kind}", lambda edit: edit.set_block_kind(kind))


_shares = st.sampled_from([round(part / 20, 2) for part in range(21)])
_steps = st.one_of(
    st.sampled_from(_KEYS).map(lambda pressed: _press(*pressed)),
    st.sampled_from(("a", "word ", "e")).map(_type),
    st.sampled_from(_DEEDS),
    st.sampled_from(tuple(BlockKind)).map(_kind),
    _shares.map(_go),
    st.builds(_select, _shares, _shares),
    documents(max_blocks=2).map(_paste),
)


@pytest.fixture
def bare_edit(qapp: QApplication) -> Iterator[BodyEdit]:
    """Give an editor for many examples; each begins with a document of its own."""
    made = make_edit()
    made.resize(700, 500)
    yield made
    made.deleteLater()
    QApplication.clipboard().clear()


def _canonical(drawn: Document) -> Document:
    """Give what a reader makes of a body, less what Qt's text cannot hold."""
    return reader.read(writer.write(drawn).translate(_UNHELD))


def _is_true(edit: BodyEdit, again: BodyEdit) -> Document:
    value = edit.document_value()
    assert value == read(edit.document())
    again.set_document(value)
    assert again.document_value() == value
    return value


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(drawn=documents(max_blocks=5), steps=st.lists(_steps, max_size=14))
def test_any_keys_keep_the_value_true(
    bare_edit: BodyEdit, drawn: Document, steps: list[Step]
) -> None:
    again = make_edit()
    begun = _canonical(drawn)
    bare_edit.set_document(begun)
    assert bare_edit.document_value() == begun
    for step in steps:
        step.do(bare_edit)
        _is_true(bare_edit, again)
    ended = bare_edit.document_value()
    while bare_edit.document().isUndoAvailable():
        bare_edit.undo()
        _is_true(bare_edit, again)
    assert bare_edit.document_value() == begun
    while bare_edit.document().isRedoAvailable():
        bare_edit.redo()
    if not any("Key_Z" in step.name for step in steps):
        assert _is_true(bare_edit, again) == ended
