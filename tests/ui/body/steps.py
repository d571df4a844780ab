"""What a person does in a body: keys, words, deeds, pastes, each with a name to tell it by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsroom.domain.document import Alignment, Embed, Figure, Mark
from newsroom.domain.ids import PictureId
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.kinds import BlockKind
from newsroom.ui.body.pasting import NATIVE
from tests.ui.body.conftest import write

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class Step:
    """One thing that a person does."""

    name: str
    do: Callable[[BodyEdit], object]

    def __repr__(self) -> str:
        return self.name


def press(key: Qt.Key, held: Qt.KeyboardModifier) -> Step:
    """Press a key."""
    return Step(f"{held.name}+{key.name}", lambda edit: QTest.keyClick(edit, key, held))


def type_words(words: str) -> Step:
    """Type words, sign by sign."""
    return Step(f"type {words!r}", lambda edit: write(edit, words))


def go(share: float) -> Step:
    """Put the caret at a share of the text."""
    return Step(f"go {share}", lambda edit: edit.setTextCursor(_place(edit, share, share)))


def select(start: float, end: float) -> Step:
    """Select from one share of the text to another."""
    return Step(f"select {start} {end}", lambda edit: edit.setTextCursor(_place(edit, start, end)))


def _place(edit: BodyEdit, start: float, end: float) -> QTextCursor:
    cursor = edit.textCursor()
    last = edit.document().characterCount() - 1
    cursor.setPosition(round(last * start))
    cursor.setPosition(round(last * end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def paste(markdown: str) -> Step:
    """Paste a fragment of our own."""

    def deed(edit: BodyEdit) -> None:
        mime = QMimeData()
        mime.setData(NATIVE, markdown.encode(errors="replace"))
        edit.insertFromMimeData(mime)

    return Step(f"paste {markdown!r}", deed)


def paste_html(html: str) -> Step:
    """Paste what a browser copied."""

    def deed(edit: BodyEdit) -> None:
        mime = QMimeData()
        mime.setHtml(html)
        edit.insertFromMimeData(mime)

    return Step(f"paste html {html!r}", deed)


def make(kind: BlockKind) -> Step:
    """Make the lines of the selection another kind."""
    return Step(f"kind {kind}", lambda edit: edit.set_block_kind(kind))


_PRESSED = {
    _NONE: "Return Backspace Delete Tab Left Right Up Down Home End F2",
    _SHIFT: "Return Backtab Left Right Up Down Home End",
    _CTRL: "Z Y A X V Backspace Delete",
}
KEYS = tuple(
    press(Qt.Key[f"Key_{name}"], held) for held, names in _PRESSED.items() for name in names.split()
)

_FIGURE = Figure(PictureId("0123456789abcdef0123"), "A hall", "The hall on Monday")
DEEDS = (
    Step("figure", lambda edit: edit.insert_figure(_FIGURE)),
    Step("embed", lambda edit: edit.insert_embed(Embed("https://a.example/1"))),
    Step("rule", lambda edit: edit.insert_rule()),
    Step("facts", lambda edit: edit.insert_fact_box()),
    Step("table", lambda edit: edit.insert_table(1, 2)),
    Step("footnote", lambda edit: edit.insert_footnote()),
    Step("to footnote", lambda edit: edit.cross_footnote()),
    Step("indent", lambda edit: edit.indent()),
    Step("outdent", lambda edit: edit.outdent()),
    Step("row", lambda edit: edit.add_table_row()),
    Step("row above", lambda edit: edit.add_table_row(before=True)),
    Step("column", lambda edit: edit.add_table_column()),
    Step("column before", lambda edit: edit.add_table_column(before=True)),
    Step("no row", lambda edit: edit.remove_table_row()),
    Step("no column", lambda edit: edit.remove_table_column()),
    Step("no table", lambda edit: edit.remove_table()),
    Step("align", lambda edit: edit.align_table_column(Alignment.RIGHT)),
    Step("link", lambda edit: edit.set_link("https://a.example/2")),
    Step("no link", lambda edit: edit.set_link("")),
    Step("move up", lambda edit: edit.move_block(up=True)),
    Step("move down", lambda edit: edit.move_block(up=False)),
    Step("correct", lambda edit: edit.correct_typography()),
    *(Step(f"mark {mark}", lambda edit, mark=mark: edit.toggle_mark(mark)) for mark in Mark),
)
KINDS = tuple(make(kind) for kind in BlockKind)

WORDS = (
    "a", "word ", "e", "# ", "### ", "- ", "1. ", "7. ", "> ", "---", "**b** ", "*i*", "~~s~~",
    "`c` ", "[t](https://a.example/)", '"q" ', "it's ", "a -- b ", "...", "слово в ", "5 км ",
    "\U0001f600", "***x***", "|", "\\", "<b>", "&amp; ",
)  # fmt: skip
