"""How the body looks: colours from outside, a column in the middle, cards that tell the credit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Document, Figure
from newsroom.domain.ids import PictureId
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.look import FigureInfo
from tests.ui.body.conftest import DARK, LIGHT, make_edit, markdown, put_caret

Show = Callable[..., BodyEdit]

_HALL = Figure(PictureId("0123456789abcdef0123"), "A hall", "The hall")


def _shot(edit: BodyEdit) -> QImage:
    return edit.grab().toImage()


def _has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width())
    )


def test_dark_is_drawn_without_a_touch_on_text_or_undo(show: Show, qtbot: QtBot) -> None:
    edit = show("One [link](https://a.example/)\n\n> Said.\n")
    qtbot.keyClicks(edit, "x")
    told: list[str] = []
    edit.edited.connect(lambda: told.append("edited"))
    steps = edit.document().availableUndoSteps()
    written = markdown(edit)
    edit.set_look(DARK)
    image = _shot(edit)
    assert image.pixelColor(5, 5) == QColor(DARK.paper)
    assert _has(image, DARK.accent)
    assert not _has(image, LIGHT.accent)
    assert (told, edit.document().availableUndoSteps()) == ([], steps)
    assert markdown(edit) == written


def test_the_column_stays_in_the_middle_and_at_most_620_wide(edit: BodyEdit) -> None:
    edit.resize(1100, 500)
    view = edit.viewport().geometry()
    assert view.width() <= 700 + 1
    assert abs(view.left() - (1100 - view.right())) <= 2
    edit.resize(420, 500)
    assert edit.viewport().width() == 420


def test_a_missing_credit_is_told_on_the_card_as_soon_as_it_is_refreshed(qtbot: QtBot) -> None:
    credit = {"line": ""}

    def info(_figure: Figure) -> FigureInfo:
        return FigureInfo(None, credit["line"], missing=not credit["line"])

    edit = make_edit(info)
    qtbot.addWidget(edit)
    edit.resize(700, 300)
    edit.set_document(Document((_HALL,)))
    edit.show()
    assert _has(_shot(edit), LIGHT.amber)
    credit["line"] = "Credit: Aliya Sarsen"
    edit.refresh_figures()
    assert not _has(_shot(edit), LIGHT.amber)


@pytest.mark.parametrize("how", ["double click", "key"])
def test_a_card_is_opened_by_mouse_and_by_key(show: Show, qtbot: QtBot, how: str) -> None:
    figure = '![A hall](picture:0123456789abcdef0123 "The hall")'
    edit = show(f"One\n\n{figure}\n\n{figure}\n\ntwo\n", "two")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    middle = edit.cursorRect().center() - QPoint(100, 0)
    with qtbot.waitSignal(edit.figure_activated) as opened:
        if how == "key":
            qtbot.keyClick(edit, Qt.Key.Key_F2)
        else:
            qtbot.mouseDClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened.args == [1, _HALL]


def test_an_empty_body_says_what_it_is_for_until_something_is_typed(
    edit: BodyEdit, qtbot: QtBot
) -> None:
    assert _has(_shot(edit), LIGHT.ink_3)
    qtbot.keyClicks(edit, "x")
    assert not _has(_shot(edit), LIGHT.ink_3)


def test_the_caret_is_two_pixels_of_accent(edit: BodyEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "x")
    image = _shot(edit)
    place = edit.viewport().mapTo(edit, edit.cursorRect().center())
    row = [image.pixelColor(x, place.y()).name().upper() for x in range(image.width())]
    assert row.count(LIGHT.accent) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_the_frame_of_a_card_goes_with_the_caret(
    show: Show, qapp: QApplication, key: Qt.Key
) -> None:
    edit = show("One\n\n***\n\ntwo\n", "two")
    QTest.keyClick(edit, Qt.Key.Key_Left)
    assert edit.current_state().kind is None
    qapp.processEvents()
    assert _accent_on_screen(edit) > 1000
    QTest.keyClick(edit, key)
    qapp.processEvents()
    assert _accent_on_screen(edit) < 100


def _accent_on_screen(edit: BodyEdit) -> int:
    """Count the pixels of accent as they stand on screen, without painting anything anew."""
    image = edit.screen().grabWindow(edit.winId()).toImage()
    colours = (image.pixel(x, y) for y in range(image.height()) for x in range(image.width()))
    return sum(colour == QColor(LIGHT.accent).rgb() for colour in colours)


def test_the_editor_grows_with_its_text_inside_a_scroll_area(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    edit = make_edit()
    edit.set_growing(True)
    area.setWidget(edit)
    area.setWidgetResizable(True)
    area.resize(700, 300)
    area.show()
    edit.setFocus()
    before = edit.minimumHeight()
    with qtbot.waitSignal(edit.caret_moved):
        for _line in range(20):
            qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.minimumHeight() >= before + 20 * 26
    assert edit.verticalScrollBar().maximum() == 0


def test_a_long_story_is_drawn_wherever_it_is_scrolled(show: Show) -> None:
    part = (
        "## Heading\n\n1. one\n2. two\n    - deep\n        - deeper\n\n> Said.\n>\n> -- Dinara\n\n"
        "::: facts Title\nFact\n\n- item\n:::\n\n| a | b |\n| --- | --- |\n| c | d |\n\n---\n\n"
        "Note[^1]\n\n"
    )
    edit = show(part * 30 + "[^1]: The note\n")
    bar = edit.verticalScrollBar()
    assert bar.maximum() > 5000
    for share in range(11):
        bar.setValue(bar.maximum() * share // 10)
        assert _has(_shot(edit), LIGHT.ink)
    put_caret(edit, "The note")
    assert bar.value() > 0


def test_the_mark_of_a_footnote_is_seen_where_it_is_selected(show: Show) -> None:
    edit = show("[^1]\n\n[^1]: Told in a letter.\n")
    palette = edit.palette()
    palette.setColor(palette.ColorRole.Highlight, QColor(LIGHT.accent))
    palette.setColor(palette.ColorRole.HighlightedText, QColor("#ffffff"))
    edit.setPalette(palette)
    put_caret(edit, 0)
    cursor = edit.textCursor()
    cursor.setPosition(1, cursor.MoveMode.KeepAnchor)
    area = edit.cursorRect().adjusted(0, 0, 9, 0)
    edit.setTextCursor(cursor)
    mark = edit.viewport().grab(area).toImage()
    assert _has(mark, LIGHT.accent)
    lightness = [mark.pixelColor(x, y).lightness() for y in range(14) for x in range(mark.width())]
    assert max(lightness) > 2 * QColor(LIGHT.accent).lightness()
