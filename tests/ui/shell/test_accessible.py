"""What a screen reader finds and hears, asked through Qt's own accessibility interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from newsroom.desk import reviewing
from newsroom.domain.workflow import State
from newsroom.ui.frame.places import Place
from newsroom.ui.look.states import STATE_WORDS
from newsroom.ui.welcome import Welcome
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import enter, press

_PRESSED = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ButtonDropDown,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.Link,
    QAccessible.Role.PageTab,
    QAccessible.Role.MenuItem,
}


def parts(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Walk what can be seen, the page in the preview left out: that is Chromium's own tree."""
    for number in range(of.childCount()):
        child = of.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield child
        if child.role() != QAccessible.Role.WebDocument:
            yield from parts(child)


def nameless(within: QWidget) -> list[str]:
    """List what can be reached or pressed and has no name."""
    root = QAccessible.queryAccessibleInterface(within)
    found = []
    for part in parts(root):
        if not (part.state().focusable or part.role() in _PRESSED):
            continue
        if not part.text(QAccessible.Text.Name).strip():
            thing = part.object()
            found.append(f"{part.role().name} {type(thing).__name__} in {_way(thing)}")
    return found


def _way(thing: object) -> str:
    names = []
    while isinstance(thing, QWidget):
        names.append(type(thing).__name__)
        thing = thing.parentWidget()
    return " < ".join(names[1:4])


def full(stage: Stage) -> None:
    """Fill the library with a story that shows every part of the window."""
    article = write(stage.desk, "Snow", lead=a_lead(stage.desk, credit=""), place="Oral")
    approved = write(stage.desk, "Rain")
    for one in (article, approved):
        reviewing.submit(stage.desk, one)
    reviewing.approve(stage.desk, approved)
    stage.open(stage.write("Hail", lead=a_lead(stage.desk, credit="")))
    stage.until(lambda: not stage.lanes.busy)


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "full"])
def test_everything_that_can_be_reached_or_pressed_has_a_name(
    stage: Stage, size: tuple[int, int], empty: bool
) -> None:
    if not empty:
        full(stage)
    stage.window.resize(*size)
    for place in Place:
        stage.window.show_place(place)
        stage.until(lambda: not stage.lanes.busy)
        assert nameless(stage.window) == [], place
    stage.window.show_place(Place.ARTICLES)
    for key in ("preview", "pictures", "checks", "history"):
        stage.room.panes.articles.open_tab(key)
        stage.until(lambda: not stage.lanes.busy)
        assert nameless(stage.window) == [], key


def test_dialogs_palette_and_bars_have_names_too(stage: Stage) -> None:
    full(stage)
    editor = stage.room.panes.editor
    enter(stage, editor.body)
    for key in ("Ctrl+K", "Ctrl+H", "Ctrl+L"):
        press(editor.body, key)
        assert nameless(stage.window) == [], key
        press(QApplication.focusWidget() or editor, "Escape")
    stage.room.show_keys()
    (sheet,) = stage.window.findChildren(QDialog)
    assert nameless(sheet) == []
    sheet.close()


def test_the_welcome_has_names(stage: Stage, tmp_path: object) -> None:
    del tmp_path
    welcome = Welcome(stage.theme, stage.desk.library.folder)
    stage.window.cover(welcome)
    assert nameless(welcome) == []
    stage.window.uncover(welcome)


def test_a_row_of_a_list_speaks_its_state_and_marks(stage: Stage) -> None:
    full(stage)
    model = stage.room.panes.list.view.model()
    stage.until(lambda: model.rowCount() == 3)
    view = QAccessible.queryAccessibleInterface(stage.room.panes.list.view)
    assert view.role() == QAccessible.Role.List
    rows = [view.child(number).text(QAccessible.Text.Name) for number in range(view.childCount())]
    snow = next(row for row in rows if row.startswith("Snow"))
    assert STATE_WORDS[State.IN_REVIEW] in snow
    assert "missing credit" in snow


@pytest.fixture
def heard(stage: Stage) -> Callable[[], list[str]]:
    words: list[str] = []
    stage.room.announcements.said.connect(words.append)
    return lambda: words


def test_saving_findings_and_decisions_are_announced(
    stage: Stage, heard: Callable[[], list[str]]
) -> None:
    article = write(stage.desk, "Ice", place="Oral", lead=a_lead(stage.desk))
    stage.open(article)
    editor = stage.room.panes.editor
    enter(stage, editor.headline)
    QTest.keyClicks(editor.headline, "x")
    stage.until(lambda: "Saved" in heard())
    press(editor.headline, "Ctrl+A")
    press(editor.headline, "Delete")
    stage.until(lambda: any(one.endswith("to check") for one in heard()))
    QTest.keyClicks(editor.headline, "Ice again")
    stage.saved()
    press(editor.headline, "Ctrl+Return")
    stage.until(lambda: any(one.startswith("Submitted for approval.") for one in heard()))
    stage.until(lambda: "In review" in heard())
    stage.window.show_place(Place.REVIEW)
    stage.room.panes.review.show_article(article)
    stage.until(lambda: not stage.lanes.busy)
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    press(stage.window, "Ctrl+Shift+Return")
    stage.until(lambda: "Approved" in heard())
