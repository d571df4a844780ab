"""Quotes and dashes in the window: by the article's language, switched off, corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest

from newsroom.desk.room import Desk
from tests.support.rooms import Rooms
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import enter, press, type_at_end


def test_the_language_of_the_article_says_what_its_quotes_are(stage: Stage) -> None:
    for language, quoted in (("en", "“a”"), ("ru", "«a»"), ("kk", "«a»"), ("", "“a”")):
        stage.open(write(stage.desk, "Quotes", language=language, body=""))
        body = stage.room.panes.editor.body
        type_at_end(stage, body, '"a"')
        assert body.toPlainText() == quoted


def test_another_language_chosen_is_written_from_then_on(stage: Stage) -> None:
    stage.open(write(stage.desk, "Quotes", language="en", body=""))
    editor = stage.room.panes.editor
    actions = editor.fields.chips.language_chip.choices.actions()
    next(one for one in actions if "Рус" in one.text() or "Rus" in one.text()).trigger()
    type_at_end(stage, editor.body, '"a"')
    assert editor.body.toPlainText() == "«a»"


def test_setting_while_typing_is_switched_off_for_good(
    stage: Stage, rooms: Rooms, set_up: Callable[[Desk], Stage]
) -> None:
    article = write(stage.desk, "Quotes", body="")
    stage.open(article)
    editor = stage.room.panes.editor
    switch = stage.room.actions["edit.typographic"]
    assert switch.isChecked()
    switch.trigger()
    assert not switch.isChecked()
    type_at_end(stage, editor.body, '"a"')
    assert editor.body.toPlainText() == '"a"'
    stage.saved()
    stage.room.close()
    stage.lanes.close()
    again = set_up(rooms.reopen())
    again.until(lambda: again.room.panes.editor.article == article)
    assert not again.room.actions["edit.typographic"].isChecked()
    type_at_end(again, again.room.panes.editor.body, ' "b"')
    assert again.room.panes.editor.body.toPlainText() == '"a" "b"'


def test_the_command_corrects_the_body_and_one_undo_takes_it_back(stage: Stage) -> None:
    stage.open(write(stage.desk, "Quotes", body='One "two" -- three\n'))
    body = stage.room.panes.editor.body
    enter(stage, body)
    press(body, "Ctrl+Shift+Y")
    assert body.toPlainText() == "One “two” – three"
    press(body, "Ctrl+Z")
    assert body.toPlainText() == 'One "two" -- three'


def test_undo_reaches_back_over_many_saves_and_no_further(stage: Stage) -> None:
    stage.open(write(stage.desk, "Undo", body="Begun.\n"))
    body = stage.room.panes.editor.body
    stood = [body.document_value()]
    enter(stage, body)
    press(body, "Ctrl+End")
    for number in range(12):
        QTest.keyClicks(body, f'\rLine {number} "a" **b**')
        stood.append(body.document_value())
        stage.room.desk.keeper.flush()
        stage.saved()
    assert body.document_value() == stood.pop()
    while body.document().isUndoAvailable():
        press(body, "Ctrl+Z")
        if stood and body.document_value() == stood[-1]:
            stood.pop()
    assert stood == []
    stage.saved()
    stage.open(write(stage.desk, "Another", body="Other.\n"))
    press(body, "Ctrl+Z", 3)
    assert body.toPlainText() == "Other."
