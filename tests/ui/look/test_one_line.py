"""Whatever is pasted or dropped into a field of one line comes in as words on one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from newsroom.ui.article.growing import GrowingText
from newsroom.ui.article.line_field import LineField
from newsroom.ui.frame.small_line import SmallLine
from newsroom.ui.look.forms import line_field
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.tokens import BASE
from newsroom.ui.pictures.boxes import LineBox, TextBox

_CTRL = Qt.KeyboardModifier.ControlModifier
_FIELDS: dict[str, Callable[[], QWidget]] = {
    "headline": lambda: GrowingText("Words", BASE),
    "place": lambda: LineField("Words", BASE),
    "credit": lambda: LineBox("Words"),
    "caption": lambda: TextBox("Words"),
    "note": lambda: SmallLine("Words", ""),
    "form": lambda: line_field("Words"),
}


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard for the next test."""
    yield
    QApplication.clipboard().clear()


def _mime(text: str = "", html: str = "") -> QMimeData:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    return mime


def _said(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.words()


@pytest.fixture(params=_FIELDS)
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    """Show each kind of field, with the keyboard in it."""
    made = _FIELDS[request.param]()
    qtbot.addWidget(made)
    made.show()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.mark.parametrize(
    ("mime", "words"),
    [
        (
            lambda: _mime("One\r\ntwo\u2028three\tfo\u00adur <b>5\u00a0km</b>\n"),
            "One two three four <b>5\u00a0km</b>",
        ),
        (lambda: _mime("a\nb", "<h1>no</h1>"), "a b"),
        (lambda: _mime(html="<h1>One</h1><p>two<br>three</p><script>x</script>"), "One two three"),
    ],
)
def test_no_line_end_and_no_markup_enters(
    field: QWidget, qtbot: QtBot, mime: Callable[[], QMimeData], words: str
) -> None:
    QApplication.clipboard().setMimeData(mime())
    qtbot.keyClick(field, Qt.Key.Key_V, _CTRL)
    assert _said(field) == words
    qtbot.keyClick(field, Qt.Key.Key_Z, _CTRL)
    assert _said(field) == ""


@pytest.fixture
def line(qtbot: QtBot) -> OneLine:
    """Show a line with a few words."""
    made = OneLine()
    made.setText("one end")
    qtbot.addWidget(made)
    made.resize(300, 30)
    made.show()
    return made


def test_what_is_pasted_takes_the_place_of_what_is_selected(line: OneLine) -> None:
    QApplication.clipboard().setMimeData(_mime("two\nthree"))
    line.setSelection(4, 3)
    line.paste()
    assert line.text() == "one two three"


def test_words_do_not_grow_together_with_those_beside_them(line: OneLine) -> None:
    QApplication.clipboard().setMimeData(_mime(" two\nthree "))
    line.setText("oneend")
    line.setCursorPosition(3)
    line.paste()
    assert line.text() == "one two three end"


def test_a_line_that_is_for_reading_takes_nothing(line: OneLine) -> None:
    QApplication.clipboard().setMimeData(_mime("two"))
    line.setReadOnly(True)
    line.paste()
    assert line.text() == "one end"


def test_the_menu_pastes_in_the_same_way(line: OneLine, qtbot: QtBot) -> None:
    QApplication.clipboard().setMimeData(_mime("two\nthree"))
    line.end(False)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(line, asked)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.objectName() == "edit-paste").trigger()
    menu.close()
    assert line.text() == "one endtwo three"


def test_dropped_words_come_in_where_they_are_dropped(line: OneLine) -> None:
    mime = _mime("two\nthree\n")
    place = QPointF(line.cursorRect().right() + 200, 15)
    copy = Qt.DropAction.CopyAction
    dropped = QDropEvent(
        place, copy, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    line.dropEvent(dropped)
    assert line.text() == "one endtwo three"
    assert dropped.isAccepted()


def test_files_that_are_dropped_stay_where_they_are(line: OneLine) -> None:
    mime = _mime("/home/desk/one.jpg")
    mime.setUrls([QUrl.fromLocalFile("/home/desk/one.jpg")])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    dropped = QDropEvent(
        QPointF(5, 5), both, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    )
    line.dropEvent(dropped)
    assert dropped.dropAction() is Qt.DropAction.CopyAction


def test_an_empty_clipboard_changes_nothing(field: QWidget) -> None:
    QApplication.clipboard().clear()
    QTest.keyClicks(field, "Words")
    QTest.keyClick(field, Qt.Key.Key_V, _CTRL)
    assert _said(field) == "Words"
