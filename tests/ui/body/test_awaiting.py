"""A long paste is read apart and comes where it was asked for, whatever is written meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Document
from newsroom.domain.errors import Cancelled
from newsroom.domain.pasted import Pasted
from newsroom.ui.body import body_clipboard
from newsroom.ui.body.body_clipboard import LONG
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.pasting import NATIVE
from tests.ui.body.conftest import document, make_edit, markdown, put_caret, select, write

FILLING = f"<!-- {'x' * LONG} -->"


class Apart:
    """Keeps the readings until they are done by hand."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Pasted], Callable[[Pasted], None]]] = []

    def __call__(
        self,
        work: Callable[[], Pasted],
        done: Callable[[Pasted], None],
        _failed: Callable[[Exception], None],
    ) -> None:
        self.waiting.append((work, done))

    def read(self) -> None:
        """Do the oldest reading, and answer."""
        work, done = self.waiting.pop(0)
        done(work())


@pytest.fixture
def apart() -> Apart:
    return Apart()


@pytest.fixture
def edit(qtbot: QtBot, apart: Apart) -> BodyEdit:
    made = make_edit(apart=apart)
    qtbot.addWidget(made)
    made.show()
    made.set_document(document("Before.\n\nHere: after.\n"))
    put_caret(made, "Here:", after=True)
    return made


def paste(edit: BodyEdit, html: str) -> None:
    mime = QMimeData()
    mime.setHtml(FILLING + html)
    edit.insertFromMimeData(mime)


def test_what_is_typed_meanwhile_follows_the_paste(edit: BodyEdit, apart: Apart) -> None:
    paste(edit, "<p>one <b>two</b></p>")
    write(edit, " three")
    assert markdown(edit) == "Before.\n\nHere: three after.\n"
    apart.read()
    assert markdown(edit) == "Before.\n\nHere:one **two** three after.\n"
    write(edit, "!")
    assert markdown(edit) == "Before.\n\nHere:one **two** three! after.\n"


def test_it_comes_where_it_was_asked_for_and_is_one_step(edit: BodyEdit, apart: Apart) -> None:
    paste(edit, "<p>one</p><h2>Two</h2><ul><li>three</ul>")
    put_caret(edit, "Before", after=True)
    write(edit, "hand")
    before = markdown(edit)
    steps = edit.document().availableUndoSteps()
    apart.read()
    pasted = "Beforehand.\n\nHere:\n\none\n\n## Two\n\n- three\n\nafter.\n"
    assert markdown(edit).split() == pasted.replace("Here:\n\none", "Here:one").split()
    write(edit, "ed")
    assert markdown(edit).startswith("Beforehanded.\n")
    while edit.document().availableUndoSteps() > steps:
        edit.undo()
    assert markdown(edit) == before


def test_the_caret_goes_along_when_it_waited(edit: BodyEdit, apart: Apart) -> None:
    paste(edit, "<p>one</p>")
    apart.read()
    write(edit, "!")
    assert markdown(edit) == "Before.\n\nHere:one! after.\n"


def test_pastes_come_in_the_order_in_which_they_were_asked_for(
    edit: BodyEdit, apart: Apart
) -> None:
    paste(edit, "<p>one</p>")
    paste(edit, "<p>two</p>")
    write(edit, "!")
    apart.read()
    apart.read()
    assert markdown(edit) == "Before.\n\nHere:onetwo! after.\n"
    assert not apart.waiting


def test_a_selection_is_replaced_unless_something_was_written_over_it(
    edit: BodyEdit, apart: Apart
) -> None:
    select(edit, "Before")
    paste(edit, "<p>After</p>")
    assert edit.textCursor().selectedText() == "Before"
    apart.read()
    assert markdown(edit).startswith("After.")
    select(edit, "After")
    paste(edit, "<p>Late</p>")
    write(edit, "Kept")
    apart.read()
    assert "Kept" in markdown(edit)
    assert "Late" in markdown(edit)


def test_escape_gives_a_paste_up(edit: BodyEdit, apart: Apart) -> None:
    told: list[bool] = []
    edit.awaiting.waiting.connect(told.append)
    paste(edit, "<p>one</p>")
    paste(edit, "<p>two</p>")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert told == [True, False]
    with pytest.raises(Cancelled):
        apart.read()
    assert markdown(edit) == "Before.\n\nHere: after.\n"
    paste(edit, "<p>three</p>")
    apart.read()
    assert "Here:three" in markdown(edit)


def test_another_text_takes_nothing_that_was_meant_for_the_one_before(
    edit: BodyEdit, apart: Apart, qtbot: QtBot
) -> None:
    paste(edit, "<p>one</p>")
    _work, done = apart.waiting[0]
    with qtbot.waitSignal(edit.awaiting.lost):
        edit.set_document(Document())
    done(Pasted(document("one\n")))
    assert markdown(edit) == ""


def test_our_own_fragment_and_plain_words_come_apart_too(edit: BodyEdit, apart: Apart) -> None:
    own = QMimeData()
    own.setData(NATIVE, ("word " * (LONG // 4)).encode())
    edit.insertFromMimeData(own)
    words = QMimeData()
    words.setText("**bold** " * (LONG // 4))
    edit.insertFromMimeData(words)
    assert markdown(edit) == "Before.\n\nHere: after.\n"
    apart.read()
    apart.read()
    assert markdown(edit).count("word") == LONG // 4
    assert markdown(edit).count("bold") == LONG // 4


def test_our_own_words_are_moved_at_once(edit: BodyEdit, apart: Apart) -> None:
    own = QMimeData()
    own.setData(NATIVE, ("word " * (LONG // 4)).encode())
    place = edit.cursorRect().center()
    copy, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    edit.dropEvent(QDropEvent(QPointF(place), copy, own, button, keys))
    assert markdown(edit).count("word") == LONG // 4
    assert not apart.waiting


def test_whoever_waits_hears_when_all_is_read(edit: BodyEdit, apart: Apart) -> None:
    told: list[str] = []
    edit.awaiting.when_read(lambda: told.append("at once"))
    paste(edit, "<p>one</p>")
    paste(edit, "<p>two</p>")
    edit.awaiting.when_read(lambda: told.append("later"))
    apart.read()
    assert told == ["at once"]
    apart.read()
    assert told == ["at once", "later"]


def test_whoever_waits_hears_nothing_where_a_paste_gets_lost(edit: BodyEdit, apart: Apart) -> None:
    told: list[str] = []
    paste(edit, "<p>one</p>")
    edit.awaiting.when_read(lambda: told.append("read"))
    edit.set_document(Document())
    paste(edit, "<p>two</p>")
    edit.awaiting.when_read(lambda: told.append("given up"))
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert told == ["given up"]


def test_a_paste_that_cannot_be_put_in_does_not_hold_up_the_next_one(
    edit: BodyEdit, apart: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    put_in = body_clipboard.insert_document

    def fail(*_: object) -> None:
        monkeypatch.setattr(body_clipboard, "insert_document", put_in)
        raise RuntimeError("a fault of ours")

    paste(edit, "<p>one</p>")
    paste(edit, "<p>two</p>")
    edit.awaiting.when_read(lambda: told.append("all read"))
    monkeypatch.setattr(body_clipboard, "insert_document", fail)
    with pytest.raises(RuntimeError):
        apart.read()
    apart.read()
    assert markdown(edit) == "Before.\n\nHere:two after.\n"
    assert told == []
