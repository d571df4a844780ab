"""A story is written from top to bottom without the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from newsroom.desk import browsing
from newsroom.domain.document import Block, FactBox, Footnote, PullQuote, Rule, Table
from newsroom.domain.reading import read_minutes, word_count
from newsroom.ui.actions import COMMANDS
from newsroom.ui.article.toolbar import ArticleToolbar
from newsroom.ui.commands.command import Group
from tests.support.rooms import Rooms
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import enter, press, type_at_end


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_tab_leads_through_the_fields_into_the_body_and_back(stage: Stage) -> None:
    stage.open(write(stage.desk, "Tab"))
    editor = stage.room.panes.editor
    dateline = editor.fields.dateline
    order = [editor.headline, editor.standfirst]
    order += [dateline.place, dateline.time, dateline.byline, editor.body]
    enter(stage, editor.headline)
    for field in order[1:]:
        press(focused() or editor, "Tab")
        assert focused() is field
    for field in reversed(order[:-1]):
        press(focused() or editor, "Shift+Tab")
        assert focused() is field


def test_tab_goes_into_the_source_where_that_is_on_show(stage: Stage) -> None:
    stage.open(write(stage.desk, "Tab"))
    editor = stage.room.panes.editor
    editor.toggle_source()
    enter(stage, editor.fields.dateline.byline)
    press(editor.fields.dateline.byline, "Tab")
    assert focused() is editor.slot.source


def test_return_and_the_arrows_lead_from_field_to_field(stage: Stage) -> None:
    stage.open(write(stage.desk, "Steps", standfirst="Long enough. " * 20, place="Oral"))
    editor = stage.room.panes.editor
    enter(stage, editor.headline)
    press(editor.headline, "Return")
    assert focused() is editor.standfirst
    press(editor.standfirst, "Down")
    assert focused() is editor.standfirst
    press(editor.standfirst, "Down", 8)
    assert focused() is editor.fields.dateline.place
    press(editor.fields.dateline.place, "Down")
    assert focused() is editor.body
    press(editor.body, "Down")
    press(editor.body, "Up")
    press(editor.body, "Up")
    assert focused() is editor.fields.dateline.place
    press(editor.fields.dateline.place, "Up")
    assert focused() is editor.standfirst
    press(editor.standfirst, "Up", 8)
    assert focused() is editor.headline
    press(editor.headline, "Up")
    assert focused() is editor.headline
    assert editor.content() == stage.content(editor.article or pytest.fail("Nothing is open"))


def test_every_tool_tells_its_key(stage: Stage) -> None:
    toolbar = stage.room.panes.editor.findChild(ArticleToolbar)
    assert toolbar is not None
    for button in toolbar.findChildren(QToolButton):
        action = button.defaultAction()
        if action is not None:
            assert action.shortcut().toString() in button.toolTip()
            assert button.toolTip().endswith(")")
    groups = {Group.FORMAT, Group.INSERT}
    assert all(one.key for one in COMMANDS if one.group in groups)


@pytest.mark.parametrize(
    ("keys", "made"),
    [
        ("Ctrl+Shift+P", PullQuote),
        ("Ctrl+Shift+B", FactBox),
        ("Ctrl+Shift+T", Table),
        ("Ctrl+Shift+R", Rule),
        ("Ctrl+Alt+F", Footnote),
    ],
)
def test_the_keys_of_tools_work_in_the_body(stage: Stage, keys: str, made: type[Block]) -> None:
    stage.open(write(stage.desk, "Keys"))
    editor = stage.room.panes.editor
    enter(stage, editor.body)
    press(editor.body, keys)
    QTest.keyClicks(focused() or editor, "x")
    assert [type(one) for one in editor.body.document_value().blocks].count(made) == 1


def test_escape_closes_what_has_popped_up_and_gives_the_keyboard_back(stage: Stage) -> None:
    stage.open(write(stage.desk, "Escape"))
    editor = stage.room.panes.editor
    for opener in (editor.fields.dateline.time, editor.fields.chips.section):
        enter(stage, opener)
        press(opener, "Space")
        stage.until(lambda: QApplication.activePopupWidget() is not None)
        popup = QApplication.activePopupWidget()
        press(popup.focusWidget() or popup, "Escape")
        assert QApplication.activePopupWidget() is None
        assert focused() is opener
    enter(stage, editor.body)
    press(editor.body, "Ctrl+K")
    assert stage.room.palette.isVisible()
    press(focused() or editor, "Escape")
    assert focused() is editor.body
    assert not stage.room.desk.keeper.dirty


def test_the_footer_counts_as_the_library_does(stage: Stage) -> None:
    body = (
        "Ten-year-old words aren't many.\n\n- One\n- Two\n\n| A | B |\n| --- | --- |\n| C | D |\n"
    )
    article = write(stage.desk, "Counts", body=body)
    stage.open(article)
    editor = stage.room.panes.editor
    type_at_end(stage, editor.body, "And a few more words.")
    stage.saved()
    for source in (True, False):
        editor.toggle_source()
        assert editor.slot.source_on is source
        type_at_end(stage, editor.slot.source if source else editor.body, " Again.")
        stage.saved()
        words = word_count(browsing.story(stage.desk, article).document)
        minutes = read_minutes(words, "en")
        assert browsing.summary(stage.desk, article).words == words
        stage.until(
            lambda words=words, minutes=minutes: (
                editor.footer.length_words == f"{words} words · {minutes} min read"
            )
        )


def test_the_footer_counts_what_is_selected(stage: Stage) -> None:
    stage.open(write(stage.desk, "Chosen", body="One two three.\n\nFour five.\n"))
    editor = stage.room.panes.editor
    enter(stage, editor.body)
    press(editor.body, "Ctrl+Home")
    press(editor.body, "Ctrl+Shift+Right", 2)
    stage.until(lambda: editor.footer.length_words == "2 selected of 5 words · 1 min read")
    press(editor.body, "Ctrl+A")
    stage.until(lambda: editor.footer.length_words.startswith("5 selected of 5 words"))
    press(editor.body, "Right")
    stage.until(lambda: editor.footer.length_words == "5 words · 1 min read")


def test_a_library_in_a_synchronised_folder_is_remarked_on_calmly(
    set_up: object, tmp_path: Path, stage: Stage
) -> None:
    assert stage.window.notice.words == ""
    rooms = Rooms(tmp_path / "Dropbox")
    assert callable(set_up)
    there: Stage = set_up(rooms.begin())
    assert there.window.notice.words.startswith("This library lies in Dropbox")
    assert there.window.notice.property("notice") == "calm"
    assert there.window.notice.isVisible()
    rooms.close()
