"""A key pressed and painted, in our body editor and in Qt's bare text widget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from newsroom.domain.document import Document, Paragraph, Text
from newsroom.markup.paste import from_html
from newsroom.markup.reader import read
from newsroom.markup.writer import write
from newsroom.ui.article.body_slot import body_look
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.body_typing import BodyTools
from newsroom.ui.body.look import FigureInfo
from newsroom.ui.look.tokens import LIGHT
from tests.bench.measuring import Figure, compared

SENTENCE = "The ferry left the eastern pier at eight with forty passengers on board. "
WORDS = len(SENTENCE.split())
SIZES = (450, 2_000, 20_000)
KEYS = 80
Edit = TypeVar("Edit", bound=QTextEdit)


def figures() -> Iterator[Figure]:
    """Take the figures at each length of story."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    for size in SIZES:
        paragraphs = [SENTENCE * 5 for _ in range(size // (WORDS * 5))]
        ours, bare = _ours(paragraphs), _bare(paragraphs)
        yield compared(
            f"key to paint, {size:,} words", lambda w=ours: _press(w), "QTextEdit",
            lambda w=bare: _press(w), KEYS,
        )  # fmt: skip
        ours.deleteLater()
        bare.deleteLater()


def _ours(paragraphs: list[str]) -> BodyEdit:
    tools = BodyTools(lambda _: FigureInfo(None, "", True), from_html, read, write)
    edit = BodyEdit(body_look(LIGHT), tools)
    edit.set_document(Document(tuple(Paragraph((Text(one),)) for one in paragraphs)))
    return _shown(edit)


def _bare(paragraphs: list[str]) -> QTextEdit:
    edit = QTextEdit()
    edit.setPlainText("\n".join(paragraphs))
    return _shown(edit)


def _shown(edit: Edit) -> Edit:
    edit.resize(700, 800)
    edit.show()
    QTest.qWaitForWindowExposed(edit)
    return edit


def _press(edit: QTextEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_A)
    edit.viewport().repaint()
    QCoreApplication.processEvents()
