"""What a newcomer stumbles over: where the keyboard is, what Enter does, what comes first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from newsroom.settings import Appearance
from newsroom.ui.actions import COMMANDS
from newsroom.ui.commands.matching import NAMED, matches
from newsroom.ui.commands.palette import Row, ranked
from newsroom.ui.look.controls import MenuButton
from newsroom.ui.look.theme import Theme
from newsroom.ui.welcome import Welcome
from tests.ui.shell.conftest import Stage


def welcome(qapp: QApplication, qtbot: QtBot, folder: Path) -> Welcome:
    made = Welcome(Theme(qapp, Appearance.LIGHT), folder)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_menu_opened_with_the_mouse_leaves_the_keyboard_in_the_text(stage: Stage) -> None:
    stage.open(stage.write("The keyboard stays"))
    stage.room.panes.editor.headline.setFocus()
    stage.until(stage.room.panes.editor.headline.hasFocus)
    for button in stage.window.findChildren(MenuButton):
        if button.isVisible() and button.isEnabled():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            stage.until(button.choices.isVisible)
            button.choices.close()
            assert stage.room.panes.editor.headline.hasFocus(), button.text()


def test_escape_in_the_palette_never_passes_through_the_page(
    stage: Stage, qapp: QApplication
) -> None:
    stage.open(stage.write("The keyboard comes straight back"))
    headline = stage.room.panes.editor.headline
    headline.setFocus()
    stage.until(headline.hasFocus)
    seen: list[object] = []
    stage.room.show_palette()
    qapp.focusChanged.connect(lambda *moved: seen.append(moved[1]))
    field = stage.room.palette.findChild(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert seen == [headline]


def test_articles_come_below_the_commands_that_are_named_and_above_the_weaker_ones() -> None:
    story = Row("See the timetable", "Draft", "", article="1")
    rows = ranked(matches(COMMANDS, "tab", ()), (story,), "tab")
    assert rows[0].words == "Table"
    assert rows[-1] == story
    found = matches(COMMANDS, "list", ())
    weaker = [one.command.words for one in found if one.grade > NAMED]
    rows = ranked(found, (story,), "list")
    assert weaker
    assert [row.words for row in rows[-len(weaker) - 1 :]] == [story.words, *weaker]
    assert ranked(matches(COMMANDS, "", ()), (story,), "")[0] == story


def test_enter_begins_a_newsroom_or_says_what_is_missing(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = welcome(qapp, qtbot, tmp_path / "library")
    page.house.setText("The Lake Post")
    QTest.keyClick(page.house, Qt.Key.Key_Return)
    assert "person" in page.fault
    page.person.setText("Aigerim Sadykova")
    with qtbot.waitSignal(page.begin_wanted) as begun:
        QTest.keyClick(page.person, Qt.Key.Key_Return)
    assert begun.args[0].house.name == "The Lake Post"
