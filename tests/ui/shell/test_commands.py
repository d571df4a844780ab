"""One table feeds menus, toolbar, palette and sheet; every key of it is its own."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListView, QMenu

from newsroom.store.folder import FILE
from newsroom.ui.actions import COMMANDS
from newsroom.ui.commands.matching import matches
from newsroom.ui.commands.palette import RECENT
from newsroom.ui.frame.places import Place
from newsroom.ui.look.labels import Label
from newsroom.ui.look.scale import tall
from newsroom.ui.look.tokens import PALETTE_ROWS, TABLE_ROW
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import press


def native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def names(typed: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [one.command.id for one in matches(COMMANDS, typed, recent)]


def test_no_two_commands_have_the_same_name_words_or_key() -> None:
    for said in ("id", "words", "key"):
        counted = Counter(getattr(one, said) for one in COMMANDS if getattr(one, said))
        assert [value for value, times in counted.items() if times > 1] == [], said


def test_the_menu_holds_every_command_with_its_key(stage: Stage) -> None:
    def leaves(menu: QMenu) -> list[QAction]:
        return [
            leaf
            for action in menu.actions()
            for leaf in (leaves(action.menu()) if action.menu() else [action])
        ]

    shown = {one.text(): one.shortcut().toString() for one in leaves(stage.window.menu)}
    wanted = {one.words: QKeySequence(one.key).toString() for one in COMMANDS}
    assert wanted.items() <= shown.items()


def test_the_sheet_lists_every_key(stage: Stage) -> None:
    stage.room.show_keys()
    (sheet,) = stage.window.findChildren(QDialog)
    told = [one.text() for one in sheet.findChildren(QLabel)]
    assert [one.words for one in COMMANDS if one.key and one.words not in told] == []
    assert [one.key for one in COMMANDS if one.key and native(one.key) not in told] == []
    press(sheet, "Escape")
    stage.until(lambda: stage.window.findChildren(QDialog) == [])


def test_few_letters_find_a_command() -> None:
    assert names("sub")[:1] == ["format.sub"] or names("subm")[:1] == ["article.submit"]
    assert names("subm")[0] == "article.submit"
    assert "insert.footnote" in names("ftnt")
    assert names("appr")[0] == "review.approve"
    assert names("zzz") == []
    assert names("heading small")[:2] == ["format.heading-3", "format.heading-4"]


def test_what_ran_last_stands_first_until_something_is_typed() -> None:
    assert names("", ("view.dark", "format.bold"))[:2] == ["view.dark", "format.bold"]
    assert names("subm", ("view.dark",))[0] == "article.submit"


def test_the_palette_shows_keys_runs_what_is_typed_and_remembers_it(stage: Stage) -> None:
    stage.open(write(stage.desk, "Palette"))
    press(stage.window, "Ctrl+K")
    palette = stage.room.palette
    field = palette.findChild(QLineEdit)
    QTest.keyClicks(field, "pblsh")
    assert (palette.rows[0].words, palette.rows[0].side) == ("Publish", native("Ctrl+4"))
    press(field, "Return")
    stage.until(lambda: stage.window.place is Place.PUBLISH)
    press(stage.window, "Ctrl+K")
    assert palette.rows[0].command == "go.publish"
    press(palette.findChild(QLineEdit), "Escape")
    stage.until(lambda: stage.link.recall(RECENT) == "go.publish")


def test_return_at_once_opens_what_the_whole_words_find(stage: Stage) -> None:
    stage.open(write(stage.desk, "Palette"))
    harvest = stage.write("Harvest begins")
    press(stage.window, "Ctrl+K")
    field = stage.room.palette.findChild(QLineEdit)
    QTest.keyClicks(field, "pal")
    stage.until(lambda: any(row.words == "Palette" for row in stage.room.palette.rows))
    field.selectAll()
    QTest.keyClicks(field, "harvest")
    press(field, "Return")
    stage.until(lambda: stage.room.panes.editor.article == harvest)
    assert not stage.room.palette.isVisible()


def test_a_palette_that_was_left_chooses_nothing_any_more(stage: Stage) -> None:
    article = write(stage.desk, "Palette")
    stage.open(article)
    stage.write("Harvest begins")
    for leave in (
        lambda field: press(field, "Escape"),
        lambda _: stage.room.panes.editor.body.setFocus(),
    ):
        press(stage.window, "Ctrl+K")
        field = stage.room.palette.findChild(QLineEdit)
        QTest.keyClicks(field, "harvest")
        press(field, "Return")
        leave(field)
        stage.until(lambda: not stage.lanes.busy)
        assert stage.room.panes.editor.article == stage.room.desk.wanted == article


def test_return_runs_a_command_although_no_article_can_be_searched(stage: Stage) -> None:
    stage.open(write(stage.desk, "Palette"))
    press(stage.window, "Ctrl+K")
    field = stage.room.palette.findChild(QLineEdit)
    with closing(sqlite3.connect(stage.desk.library.folder / FILE)) as library:
        library.execute("ALTER TABLE articles RENAME TO lost")
        QTest.keyClicks(field, "pblsh")
        press(field, "Return")
        stage.until(lambda: not stage.room.palette.isVisible())
        library.execute("ALTER TABLE lost RENAME TO articles")
    assert stage.window.place is Place.PUBLISH


def test_the_row_that_was_stepped_to_is_meant_whatever_comes(stage: Stage) -> None:
    stage.open(write(stage.desk, "Go away"))
    press(stage.window, "Ctrl+K")
    palette = stage.room.palette
    field, rows = palette.findChild(QLineEdit), palette.findChild(QListView)
    QTest.keyClicks(field, "go ")
    press(field, "Down")
    wanted = rows.currentIndex().data()
    assert wanted != palette.rows[0].words
    stage.until(lambda: any(row.article for row in palette.rows))
    assert rows.currentIndex().data() == wanted


def test_the_palette_is_as_high_as_its_rows_and_says_when_it_has_none(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.room.show_palette()
    palette = stage.room.palette
    field = palette.findChild(QLineEdit)
    rows = palette.findChild(QListView)
    assert field is not None
    assert rows is not None
    heights = {len(palette.rows): palette.height()}
    for typed in ("high contrast", "high contrasts"):
        field.setText(typed)
        stage.until(lambda: not stage.lanes.busy)
        heights[len(palette.rows)] = palette.height()
        QApplication.processEvents()
        assert rows.verticalScrollBar().maximum() == 0
    row = tall(TABLE_ROW)
    few, full = sorted(heights)[1], max(heights)
    assert heights[full] - heights[few] == (min(full, PALETTE_ROWS) - few) * row
    assert heights[0] == heights[few] - (few - 1) * row
    words = next(one for one in palette.findChildren(Label) if "Nothing" in one.text())
    stage.until(words.isVisible)
    assert palette.rect().contains(words.geometry())
    field.setText("high contrast")
    assert not words.isVisible()
    press(field, "Escape")


def test_the_menu_opens_and_closes_by_keys(stage: Stage) -> None:
    editor = stage.room.panes.editor
    stage.open(write(stage.desk, "Menu"))
    editor.body.setFocus()
    press(editor.body, "F10")
    stage.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    press(QApplication.activePopupWidget(), "Escape")
    stage.until(lambda: QApplication.activePopupWidget() is None)
    assert QApplication.focusWidget() is editor.body
