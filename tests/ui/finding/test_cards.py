"""Captions and alt texts are looked through as the text around them is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Figure
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.finding.find_bar import FindBar
from tests.ui.finding.test_find_bar import CTRL, SHIFT, key
from tests.ui.shell.conftest import Stage, a_lead, write

BODY = """The river rose.

![A river, seen from a river bank](picture:{} "The \U0001f600 river at noon")

One more river.
"""


@pytest.fixture
def stage_(stage: Stage) -> Stage:
    lead = a_lead(stage.desk)  # "A river in flood", "The river on Tuesday."
    stage.open(write(stage.desk, "A river", lead=lead, body=BODY.format(lead.picture)))
    stage.until(lambda: not stage.lanes.busy)
    stage.room.panes.editor.body.setFocus()
    return stage


@pytest.fixture
def body(stage_: Stage) -> BodyEdit:
    return stage_.room.panes.editor.body


@pytest.fixture
def bar(stage_: Stage) -> FindBar:
    key(Qt.Key.Key_F, CTRL)
    return stage_.room.tools.finding.bar


def figure(body: BodyEdit) -> Figure:
    (found,) = (one for one in body.document_value().blocks if isinstance(one, Figure))
    return found


def shot(body: BodyEdit) -> QImage:
    return body.grab().toImage()


def test_words_on_cards_are_counted_and_gone_to_in_the_order_of_reading(
    body: BodyEdit, bar: FindBar
) -> None:
    QTest.keyClicks(bar.words, "river")
    # Headline 1, lead caption 2 and alt text 3, text 4, caption 5, alt text 6 and 7, text 8.
    assert bar.count.text() == "4 of 8"
    for number in (5, 6, 7):
        key(Qt.Key.Key_F3)
        assert bar.count.text() == f"{number} of 8"
        assert body.textCursor().blockNumber() == 1
    key(Qt.Key.Key_F3)
    assert body.textCursor().selectedText() == "river"
    for number in (7, 6, 5, 4, 3, 2):
        key(Qt.Key.Key_F3, SHIFT)
        assert bar.count.text() == f"{number} of 8"


def test_what_is_found_is_marked_on_the_card(stage_: Stage, body: BodyEdit, bar: FindBar) -> None:
    plain = shot(body)
    QTest.keyClicks(bar.words, "noon")
    stage_.until(lambda: shot(body) != plain)
    marked = shot(body)
    fill = QColor(stage_.theme.palette.accent_fill).name()
    shown = {
        QColor(marked.pixel(x, y)).name()
        for x in range(0, marked.width(), 2)
        for y in range(0, marked.height(), 2)
    }
    assert fill in shown
    bar.words.setText("seen from")
    assert shot(body) != marked
    key(Qt.Key.Key_Escape)
    assert shot(body) == plain or QApplication.focusWidget() is body


def test_the_alt_text_of_the_lead_is_unfolded_for_what_is_found_there(
    stage_: Stage, bar: FindBar
) -> None:
    lead = stage_.room.panes.editor.lead
    assert not lead.alt.isVisible()
    QTest.keyClicks(bar.words, "in flood")
    assert lead.alt.isVisible()
    assert lead.alt.textCursor().selectedText() == "in flood"
    assert bar.words.hasFocus()
    key(Qt.Key.Key_Escape)
    assert lead.alt.hasFocus()


def test_all_is_replaced_everywhere_and_taken_back_as_one(
    stage_: Stage, body: BodyEdit, bar: FindBar
) -> None:
    editor = stage_.room.panes.editor
    before = editor.content()
    bar.words.setText("river")
    bar.template.setText("\U0001f601 lake")
    bar.all_wanted.emit()
    assert figure(body).caption == "The \U0001f600 \U0001f601 lake at noon"
    assert figure(body).alt == "A \U0001f601 lake, seen from a \U0001f601 lake bank"
    after = editor.content()
    assert after.lead is not None
    assert "river" not in f"{after.headline}{after.lead.alt}{after.lead.caption}{after.body}"
    body.undo()
    assert editor.content() == before
    body.redo()
    assert editor.content() == after
    stage_.saved()
    assert stage_.content(editor.article or pytest.fail("Nothing is open")) == after


def test_one_on_a_card_is_replaced_and_the_next_is_gone_to(body: BodyEdit, bar: FindBar) -> None:
    bar.regex.setChecked(True)
    bar.words.setText("a (river)")
    bar.template.setText("the $1")
    while "4 of" not in bar.count.text():
        key(Qt.Key.Key_F3)
    bar.replace_wanted.emit()
    assert figure(body).alt == "A river, seen from the river bank"
    body.undo()
    assert figure(body).alt == "A river, seen from a river bank"


def test_the_open_card_shows_what_was_replaced_in_it(stage_: Stage, body: BodyEdit) -> None:
    key(Qt.Key.Key_Home, CTRL)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    card = stage_.room.inserting.figures.editor
    assert card.isVisible()
    key(Qt.Key.Key_H, CTRL)
    bar = stage_.room.tools.finding.bar
    bar.words.setText("noon")
    bar.template.setText("dawn")
    bar.all_wanted.emit()
    assert card.caption.words() == "The \U0001f600 river at dawn"
    body.undo()
    assert card.caption.words() == "The \U0001f600 river at noon"
    QTest.keyClicks(card.caption, "!")
    assert figure(body).caption.endswith("noon!") or figure(body).caption.startswith("!")
