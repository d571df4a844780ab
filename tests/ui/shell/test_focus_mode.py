"""Nothing but the text, and back again; and how long it shall become."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QProgressBar

from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.frame.places import Place
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import enter, press

BODY = "First words here.\n\nSecond words here.\n"


def begin(stage: Stage) -> BodyEdit:
    stage.open(write(stage.desk, "Focus", body=BODY))
    body = stage.room.panes.editor.body
    enter(stage, body)
    return body


def standing(stage: Stage) -> list[bool]:
    panes = stage.room.panes
    parts = (panes.list, panes.inspector, panes.editor.toolbar, stage.window.rail)
    return [part.isVisible() for part in parts]


def darkest(body: BodyEdit, number: int) -> int:
    """Give the lightness of the darkest ink in a line."""
    shot: QImage = body.grab().toImage()
    area = body.cursorRect(body.document().find("words", number and 20))
    corner = area.topLeft() + body.viewport().pos() - QPoint(40, 0)
    ratio = shot.devicePixelRatio()
    return min(
        QColor(shot.pixel(round((corner.x() + x) * ratio), round((corner.y() + y) * ratio)))
        .lightness()
        for x in range(36)
        for y in range(area.height())
    )  # fmt: skip


def test_focus_hides_all_but_the_text_and_escape_brings_it_back(stage: Stage) -> None:
    stage.window.resize(1440, 900)
    body = begin(stage)
    articles = stage.room.panes.articles
    before = (articles.list_width, articles.inspector_width, stage.room.panes.list.width())
    press(body, "F11")
    assert standing(stage) == [False] * 4
    assert stage.room.actions["view.focus"].isChecked()
    assert body.hasFocus()
    press(body, "Escape")
    assert standing(stage) == [True] * 4
    assert not stage.room.actions["view.focus"].isChecked()
    after = (articles.list_width, articles.inspector_width, stage.room.panes.list.width())
    assert after == before


def test_a_pane_that_was_put_away_before_stays_away_after(stage: Stage) -> None:
    stage.window.resize(1440, 900)
    body = begin(stage)
    press(body, "Ctrl+Alt+L")
    press(body, "F11")
    stage.window.resize(1400, 900)
    assert standing(stage) == [False] * 4
    press(body, "F11")
    assert standing(stage) == [False, True, True, True]


def test_asking_for_a_neighbour_ends_it(stage: Stage) -> None:
    stage.window.resize(1440, 900)
    body = begin(stage)
    press(body, "F11")
    press(body, "Ctrl+Shift+F")
    assert not stage.room.tools.focus_mode.on
    assert standing(stage) == [True] * 4
    press(body, "F11")
    stage.room.go_to(Place.PICTURES)
    assert not stage.room.tools.focus_mode.on
    assert stage.window.rail.isVisible()


def test_escape_closes_the_bar_before_it_ends_focus(stage: Stage) -> None:
    body = begin(stage)
    press(body, "F11")
    press(body, "Ctrl+F")
    body.setFocus()
    press(body, "Escape")
    assert stage.room.tools.focus_mode.on
    press(body, "Escape")
    assert not stage.room.tools.focus_mode.on


def test_f6_goes_round_what_is_on_show(stage: Stage) -> None:
    body = begin(stage)
    press(body, "F11")
    editor = stage.room.panes.editor
    reached = set()
    for _step in range(4):
        stage.room.next_pane(1)
        reached.add(editor.isAncestorOf(stage.window.focusWidget()))
    assert reached == {True, False}


def test_the_other_paragraphs_are_dimmed_by_paint_alone(stage: Stage) -> None:
    body = begin(stage)
    press(body, "Ctrl+Home")
    full = darkest(body, 1)
    press(body, "F11")
    assert darkest(body, 1) > full + 60
    assert darkest(body, 0) < full + 20
    press(body, "Ctrl+End")
    assert darkest(body, 1) < full + 20
    assert darkest(body, 0) > full + 60
    assert not body.document().isUndoAvailable()
    assert not stage.room.desk.keeper.dirty


def test_a_target_is_shown_and_kept_with_its_article(stage: Stage) -> None:
    body = begin(stage)
    first = stage.room.panes.editor.article
    footer = stage.room.panes.editor.footer
    assert first is not None
    press(body, "Ctrl+Alt+W")
    field = stage.room.tools.target.popover.field
    assert field.hasFocus()
    for digit in "12":
        press(field, digit)
    press(field, "Return")
    assert body.hasFocus()
    assert footer.length_words == "6 of 12 words · 1 min read"
    bar = footer.findChild(QProgressBar)
    assert bar is not None
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 6, 12)
    stage.open(write(stage.desk, "Other", body="Three words here.\n"))
    stage.until(lambda: not stage.lanes.busy)
    assert footer.length_words == "3 words · 1 min read"
    assert not bar.isVisible()
    stage.open(first)
    stage.until(lambda: footer.length_words == "6 of 12 words · 1 min read")


def test_a_target_is_taken_away_by_an_empty_field(stage: Stage) -> None:
    body = begin(stage)
    target, footer = stage.room.tools.target, stage.room.panes.editor.footer
    target.popover.given.emit(5)
    assert footer.length_words == "6 of 5 words · 1 min read"
    press(body, "Ctrl+Alt+W")
    assert target.popover.field.text() == "5"
    press(target.popover.field, "Delete")
    press(target.popover.field, "Return")
    assert footer.length_words == "6 words · 1 min read"


def test_selected_words_are_counted_beside_the_target(stage: Stage) -> None:
    body = begin(stage)
    footer = stage.room.panes.editor.footer
    body.selectAll()
    stage.until(lambda: footer.length_words.startswith("6 selected of 6 words"))
    stage.room.tools.target.popover.given.emit(12)
    assert footer.length_words == "6 selected · 6 of 12 words · 1 min read"


def test_escape_leaves_the_target_as_it_was(stage: Stage) -> None:
    body = begin(stage)
    press(body, "Ctrl+Alt+W")
    field = stage.room.tools.target.popover.field
    press(field, "9")
    press(field, "Escape")
    assert stage.room.tools.target.popover.isHidden()
    assert body.hasFocus()
    assert stage.room.panes.editor.footer.length_words == "6 words · 1 min read"
