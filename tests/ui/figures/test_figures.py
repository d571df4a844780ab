"""Figures in the window: opened by key and mouse, written back key by key."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.figures.figure_editor import FigureEditor
from newsroom.ui.frame.places import Place
from newsroom.ui.look.labels import IconLabel
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import enter, press


def set_up_figure(stage: Stage, credit: str = "Daniyar Kenes") -> BodyEdit:
    """Open a story with a figure between two lines, the keyboard in its body."""
    picture = a_lead(stage.desk, credit).picture
    card = f'![A river](picture:{picture} "The river.")'
    stage.open(write(stage.desk, "Figures", body=f"One.\n\n{card}\n\nTwo.\n"))
    editor = stage.room.panes.editor
    stage.until(lambda: picture in editor.pictures)
    enter(stage, editor.body)
    return editor.body


@pytest.fixture
def body(stage: Stage) -> BodyEdit:
    return set_up_figure(stage)


@pytest.fixture
def form(stage: Stage, body: BodyEdit) -> FigureEditor:
    return stage.room.inserting.figures.editor


def to_figure(body: BodyEdit) -> None:
    body.put_caret_at(body.document().findBlockByNumber(1).position())


def marks(form: FigureEditor) -> set[str]:
    return {one.accessibleName() for one in form.findChildren(IconLabel)}


def test_return_before_a_figure_opens_it_in_place(body: BodyEdit, form: FigureEditor) -> None:
    to_figure(body)
    press(body, "Return")
    assert form.isVisible()
    assert form.caption.hasFocus()
    assert form.caption.words() == "The river."
    assert form.alt.words() == "A river"
    area = body.card_area(body.textCursor().position())
    assert form.mapToGlobal(QPoint(0, 0)) == body.mapToGlobal(area.topLeft())
    assert form.width() == area.width()


def test_the_first_time_a_figure_opens_all_its_boxes_have_room(stage: Stage) -> None:
    picture = a_lead(stage.desk, "Daniyar Kenes").picture
    words = "High water at the second pillar of the eastern bridge, " * 4
    stage.open(write(stage.desk, "Long", body=f'One.\n\n![{words}](picture:{picture} "{words}")\n'))
    body, form = stage.room.panes.editor.body, stage.room.inserting.figures.editor
    enter(stage, body)
    to_figure(body)
    press(body, "Return")
    stage.until(lambda: not stage.lanes.busy)
    parts = [one for one in form.findChildren(QWidget) if one.parent() is form and one.isVisible()]
    areas = [one.geometry() for one in parts]
    assert not [pair for pair in combinations(areas, 2) if pair[0].intersects(pair[1])]
    assert form.caption.height() >= form.caption.sizeHint().height()
    assert all(form.rect().contains(area) for area in areas)


def test_return_after_a_figure_begins_a_line(body: BodyEdit, form: FigureEditor) -> None:
    to_figure(body)
    press(body, "Right")
    press(body, "Return")
    assert form.isHidden()
    assert body.document().blockCount() == 4


def test_a_click_opens_a_figure(body: BodyEdit, form: FigureEditor) -> None:
    area = body.card_area(body.document().findBlockByNumber(1).position())
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert form.isVisible()


def test_a_selected_figure_is_opened_and_not_replaced_by_a_line(
    body: BodyEdit, form: FigureEditor
) -> None:
    to_figure(body)
    press(body, "Shift+Right")
    press(body, "Return")
    assert form.isVisible()


def test_what_is_typed_is_in_the_text_at_once_and_one_undo_takes_it_back(
    stage: Stage, body: BodyEdit, form: FigureEditor
) -> None:
    before = stage.room.panes.editor.content()
    to_figure(body)
    press(body, "Return")
    press(form.caption, "Backspace")
    QTest.keyClicks(form.caption, " on Tuesday.")
    press(form.caption, "Return")
    assert form.alt.hasFocus()
    form.alt.selectAll()
    QTest.keyClicks(form.alt, "Brown water")
    assert "![Brown water]" in stage.room.panes.editor.slot.markdown()
    assert '"The river on Tuesday.")' in stage.room.panes.editor.slot.markdown()
    assert stage.room.desk.keeper.dirty
    press(form.alt, "Return")
    assert form.isHidden()
    assert body.hasFocus()
    body.undo()
    assert stage.room.panes.editor.content() == before


def test_looking_at_a_figure_changes_nothing(
    stage: Stage, body: BodyEdit, form: FigureEditor
) -> None:
    to_figure(body)
    press(body, "Return")
    press(form.caption, "Escape")
    assert form.isHidden()
    assert body.hasFocus()
    assert not stage.room.desk.keeper.dirty
    assert not body.document().isUndoAvailable()


def test_another_step_in_between_is_taken_back_apart(
    stage: Stage, body: BodyEdit, form: FigureEditor
) -> None:
    to_figure(body)
    press(body, "Return")
    form.caption.selectAll()
    QTest.keyClicks(form.caption, "A")
    press(form.caption, "Escape")
    press(body, "Ctrl+Home")
    QTest.keyClicks(body, "Well, ")
    to_figure(body)
    press(body, "Return")
    form.caption.selectAll()
    QTest.keyClicks(form.caption, "B")
    press(form.caption, "Escape")
    body.undo()
    assert '"A")' in stage.room.panes.editor.slot.markdown()
    assert "Well, One." in stage.room.panes.editor.slot.markdown()


def test_the_credit_is_shown_with_the_way_to_the_record(
    stage: Stage, body: BodyEdit, form: FigureEditor
) -> None:
    to_figure(body)
    press(body, "Return")
    assert any("Daniyar Kenes" in words for words in marks(form))
    assert form.record.text() == "Edit credit"
    form.record.click()
    assert stage.window.place is Place.PICTURES
    assert form.isHidden()


def test_a_missing_credit_is_marked(stage: Stage) -> None:
    body = set_up_figure(stage, credit="")
    to_figure(body)
    press(body, "Return")
    form = stage.room.inserting.figures.editor
    assert "Credit is missing" in marks(form)
    assert form.record.text() == "Add credit"


def test_another_article_closes_the_form(stage: Stage, body: BodyEdit, form: FigureEditor) -> None:
    to_figure(body)
    press(body, "Return")
    QTest.keyClicks(form.caption, "New")
    stage.open(write(stage.desk, "Other", body="Words.\n"))
    assert form.isHidden()
    assert stage.room.panes.editor.slot.markdown() == "Words.\n"
    assert body.hasFocus()


def test_a_form_whose_figure_is_undone_gives_the_keyboard_to_the_text(
    stage: Stage, body: BodyEdit, form: FigureEditor
) -> None:
    to_figure(body)
    press(body, "Return")
    QTest.keyClicks(form.caption, "New")
    body.selectAll()
    body.textCursor().removeSelectedText()
    assert form.isHidden()
    assert body.hasFocus()


def test_a_click_elsewhere_closes_the_form(body: BodyEdit, form: FigureEditor) -> None:
    to_figure(body)
    press(body, "Return")
    place = body.cursorRect(body.document().find("One")).center()
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert form.isHidden()
