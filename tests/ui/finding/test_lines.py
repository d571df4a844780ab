"""Words in the fields of one line: place, byline, sources, tags, and the address that is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.finding.find_bar import FindBar
from tests.ui.finding.test_find_bar import ALT, CTRL, SHIFT, key
from tests.ui.shell.conftest import Stage, write


@pytest.fixture
def editor(stage: Stage) -> ArticlePane:
    article = write(
        stage.desk,
        "A ferry",
        place="Ferry Point, \U0001f6a2 Aqtau",
        byline="Anna Ferry, Timur Ferry",
        sources=("Ferry office", "Port"),
        tags=("lakes", "ferry"),
        slug="ferry-again",
        body="The ferry.\n",
    )
    stage.open(article)
    stage.room.panes.editor.body.setFocus()
    return stage.room.panes.editor


@pytest.fixture
def bar(stage: Stage, editor: ArticlePane) -> FindBar:
    del editor
    key(Qt.Key.Key_H, CTRL)
    return stage.room.tools.finding.bar


def lines(editor: ArticlePane) -> list[QLineEdit]:
    dateline, details = editor.fields.dateline, editor.fields.details
    return [dateline.place, dateline.byline, details.sources, details.tags, details.slug]


def colours(part: QLineEdit) -> set[str]:
    shown: QImage = part.grab().toImage()
    return {
        QColor(shown.pixel(x, y)).name()
        for x in range(shown.width())
        for y in range(shown.height())
    }


def test_every_line_is_walked_through_in_the_order_on_the_page(
    stage: Stage, editor: ArticlePane, bar: FindBar
) -> None:
    bar.words.setText("ferry")
    bar.words.setFocus()
    assert bar.count.text() == "8 of 8"
    assert not editor.fields.details.isVisible()
    place, byline, sources, tags, slug = lines(editor)
    for number, line, where in (
        (2, place, 0),
        (3, byline, 5),
        (4, byline, 18),
        (5, sources, 0),
        (6, tags, 7),
        (7, slug, 0),
    ):
        if number == 2:
            key(Qt.Key.Key_F3)
        key(Qt.Key.Key_F3)
        assert bar.count.text() == f"{number} of 8"
        assert (line.selectionStart(), line.selectedText().lower()) == (where, "ferry")
        assert line.isVisible()
        assert [one for one in lines(editor) if one.hasSelectedText()] == [line]
        assert not editor.headline.textCursor().hasSelection()
    assert bar.words.hasFocus()
    assert not stage.room.desk.keeper.dirty
    key(Qt.Key.Key_F3, SHIFT)
    assert bar.count.text() == "6 of 8"
    key(Qt.Key.Key_Escape)
    assert tags.hasFocus()
    assert tags.selectedText() == "ferry"


def test_matches_in_a_line_are_highlighted_and_cleared(
    stage: Stage, editor: ArticlePane, bar: FindBar
) -> None:
    byline = editor.fields.dateline.byline
    tint = QColor(stage.theme.palette.amber_tint).name()
    assert tint not in colours(byline)
    bar.words.setText("ferry")
    assert tint in colours(byline)
    assert not byline.isUndoAvailable()
    key(Qt.Key.Key_Escape)
    assert tint not in colours(byline)


def test_all_is_replaced_but_the_address_and_one_undo_anywhere_takes_it_back(
    stage: Stage, editor: ArticlePane, bar: FindBar
) -> None:
    before = editor.content()
    bar.words.setText("ferry")
    bar.template.setText("\U0001f6a2 boat")
    key(Qt.Key.Key_Return, CTRL | ALT)
    after = editor.content()
    assert after.place == "\U0001f6a2 boat Point, \U0001f6a2 Aqtau"
    assert after.byline == "Anna \U0001f6a2 boat, Timur \U0001f6a2 boat"
    assert after.sources == ("\U0001f6a2 boat office", "Port")
    assert after.tags == ("lakes", "\U0001f6a2 boat")
    assert after.slug == "ferry-again"
    assert stage.window.notice.words.startswith("7 matches replaced. The page's address is not")
    assert bar.count.text().endswith("1 match")
    stage.saved()
    assert stage.content(editor.article or pytest.fail("Nothing is open")) == after
    for field in (editor.fields.dateline.byline, editor.body, editor.fields.details.tags):
        stage.room.actions["view.details"].setChecked(False)
        editor.reaching.unfold(field)
        field.setFocus()
        key(Qt.Key.Key_Z, CTRL)
        assert editor.content() == before
        key(Qt.Key.Key_Z, CTRL | SHIFT)
        assert editor.content() == after
    stage.saved()
    assert stage.content(editor.article or pytest.fail("Nothing is open")) == after


def test_the_notice_takes_lines_back_too(stage: Stage, editor: ArticlePane, bar: FindBar) -> None:
    before = editor.content()
    bar.words.setText("timur ferry")
    bar.template.setText("Timur Qasym")
    key(Qt.Key.Key_Return, CTRL | ALT)
    assert editor.content().byline == "Anna Ferry, Timur Qasym"
    undo = next(
        one for one in stage.window.notice.findChildren(QPushButton) if one.text() == "Undo"
    )
    undo.click()
    assert editor.content() == before


def test_what_is_typed_into_a_line_later_is_its_own_step(editor: ArticlePane, bar: FindBar) -> None:
    bar.words.setText("ferry")
    bar.template.setText("boat")
    key(Qt.Key.Key_Return, CTRL | ALT)
    after = editor.content()
    byline = editor.fields.dateline.byline
    byline.setFocus()
    byline.end(False)
    QTest.keyClicks(byline, "s")
    editor.headline.setFocus()
    key(Qt.Key.Key_Z, CTRL)
    assert "ferry" in editor.content().headline
    assert editor.content().byline == f"{after.byline}s"
    key(Qt.Key.Key_Z, CTRL | SHIFT)
    byline.setFocus()
    key(Qt.Key.Key_Z, CTRL)
    assert editor.content() == after
    key(Qt.Key.Key_Z, CTRL)
    assert "Ferry" in editor.content().byline
    assert "ferry" in editor.content().headline


def test_one_after_the_other_is_replaced_and_the_address_passed_over(
    stage: Stage, editor: ArticlePane, bar: FindBar
) -> None:
    bar.words.setText("ferry")
    bar.template.setText("boat")
    bar.template.setFocus()
    for _match in range(8):
        key(Qt.Key.Key_Return)
    content = editor.content()
    assert content.slug == "ferry-again"
    assert "ferry" not in f"{content.place}{content.byline}{content.tags}{content.body}".lower()
    assert "address" in stage.window.notice.words


def test_only_the_address_has_it_and_it_is_said_why_nothing_happens(
    stage: Stage, editor: ArticlePane, bar: FindBar
) -> None:
    before = editor.content()
    bar.words.setText("ferry-again")
    assert bar.count.text() == "1 of 1"
    key(Qt.Key.Key_Return, CTRL | ALT)
    assert editor.content() == before
    assert stage.window.notice.words.startswith("The page's address is not replaced")


def test_words_selected_in_a_line_are_what_is_sought(editor: ArticlePane, stage: Stage) -> None:
    byline = editor.fields.dateline.byline
    byline.setFocus()
    byline.setSelection(5, 5)
    key(Qt.Key.Key_F, CTRL)
    bar = stage.room.tools.finding.bar
    assert bar.words.text() == "Ferry"
    assert bar.count.text() == "3 of 8"
    byline.setFocus()
    byline.setSelection(18, 5)
    key(Qt.Key.Key_F, CTRL)
    assert bar.count.text() == "4 of 8"
    assert QApplication.focusWidget() is bar.words


def test_what_is_being_composed_in_a_line_is_left_alone(
    stage: Stage, editor: ArticlePane, bar: FindBar
) -> None:
    bar.words.setText("headline only")
    byline = editor.fields.dateline.byline
    byline.setFocus()
    QApplication.sendEvent(byline, QInputMethodEvent("ka", []))
    wide = byline.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    stage.theme.theme_changed.emit()
    bar.words.setText("headline")
    assert byline.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle) == wide
    QApplication.sendEvent(byline, QInputMethodEvent("", []))
    assert byline.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle) != wide
