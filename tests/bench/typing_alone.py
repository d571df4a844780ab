"""A key pressed and painted, in our body editor and in Qt's bare text widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter, thread_time

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from newsroom.desk.wording import copy_html, paste_html, paste_markdown, paste_telegram
from newsroom.domain.document import Document, Paragraph, Text
from newsroom.domain.pasted import Pasted
from newsroom.markup.reader import read
from newsroom.markup.writer import write
from newsroom.ui.article.body_slot import body_look
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.body_typing import BodyTools
from newsroom.ui.body.look import FigureInfo
from newsroom.ui.look.fonts import load_fonts
from newsroom.ui.look.tokens import LIGHT
from tests.bench.measuring import Figure, p95
from tests.bench.texts import SIZES, paragraphs
from tests.bench.typist import typist
from tests.support.rooms import RESOURCES

KEYS = 600
RATIO = 1.5
HARDEST = 16.0
"""Milliseconds that one key may take of our own: a picture's time at sixty a second."""
_SETTLING_MS = 400
_TURN = 25


@dataclass
class Typed:
    """Milliseconds of each key: until it was painted, and of the window's thread alone."""

    painted: list[float]
    own: list[float]


def figures() -> Iterator[Figure]:
    """Take the figures at each length of story."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    load_fonts(RESOURCES / "fonts")
    for size in SIZES:
        ours, bare = _ours(size), bare_edit(size)
        yield from compared_typing(f"key to paint, {size:,} words", ours, bare)
        ours.deleteLater()
        bare.deleteLater()


def compared_typing(
    name: str,
    ours: QTextEdit,
    bare: QTextEdit,
    rest: Callable[[], object] = lambda: None,
    pause: int = 0,
) -> Iterator[Figure]:
    """Type in the middle of both texts in turns of a few words; then tell the hardest key.

    A key's time begins when it is pressed, `pause` milliseconds after the one before, and ends when
    it is painted: what the window's thread is busy with at that moment is part of it. `rest` ends
    what our keys have set going, so that it does not fall on the bare widget's.
    """
    for edit in (bare, ours):
        settle(edit)
    mine, least = Typed([], []), Typed([], [])
    with typist() as hand:
        for first in range(0, KEYS, _TURN):
            for edit, typed in ((ours, mine), (bare, least)):
                for number in range(first, first + _TURN):
                    due = hand.next_key(pause / 1000)
                    begun = thread_time()
                    _press(edit, number)
                    typed.own.append((thread_time() - begun) * 1000)
                    typed.painted.append((perf_counter() - due) * 1000)
                rest()
    least_p95 = p95(least.painted)
    yield Figure(name, p95(mine.painted), "QTextEdit", least_p95, KEYS, ratio=RATIO)
    hardest, bare_hardest = max(mine.own), max(least.own)
    name = f"{name}: hardest, own work"
    yield Figure(name, hardest, "QTextEdit", bare_hardest, KEYS, most=HARDEST)


def bare_edit(words: int) -> QTextEdit:
    """Give Qt's own widget on the same text."""
    edit = QTextEdit()
    edit.setPlainText("\n".join(paragraphs(words)))
    edit.resize(700, 800)
    edit.show()
    return edit


def settle(edit: QTextEdit) -> None:
    """Let Qt lay out the whole text, and put the caret into its middle."""
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    QTest.qWait(_SETTLING_MS)


def _ours(words: int) -> BodyEdit:
    tools = BodyTools(
        lambda _: FigureInfo(None, "", True),
        paste_html=paste_html,
        paste_telegram=paste_telegram,
        paste_markdown=paste_markdown,
        read_markdown=read,
        write_markdown=write,
        write_html=copy_html,
        apart=at_once,
    )
    edit = BodyEdit(body_look(LIGHT), tools)
    edit.set_document(Document(tuple(Paragraph((Text(one),)) for one in paragraphs(words))))
    edit.resize(700, 800)
    edit.show()
    edit.setFocus()
    return edit


def at_once(
    work: Callable[[], Pasted], done: Callable[[Pasted], None], _failed: Callable[[Exception], None]
) -> None:
    """Read in the thread of the window."""
    done(work())


def _press(edit: QTextEdit, number: int) -> None:
    """Type words, and now and then a new paragraph or a mistake."""
    if number % 40 == 39:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    elif number % 15 == 14:
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
    else:
        QTest.keyClick(edit, Qt.Key.Key_Space if number % 6 == 5 else Qt.Key.Key_A)
    edit.viewport().repaint()
