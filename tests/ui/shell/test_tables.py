"""Tables by command: offered where the caret stands in one, and each undone in one step."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from newsroom.ui.actions import COMMANDS
from newsroom.ui.commands.command import Group
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import enter, press

BODY = "Before\n\n| a | b |\n| --- | --- |\n| c | d |\n"


def go_to(stage: Stage, words: str) -> None:
    body = stage.room.panes.editor.body
    enter(stage, body)
    body.setTextCursor(body.document().find(words))


def test_commands_for_tables_are_offered_within_one_only(stage: Stage) -> None:
    stage.open(write(stage.desk, "Table", body=BODY))
    commands = [one.id for one in COMMANDS if one.group is Group.TABLE]
    go_to(stage, "Before")
    assert not any(stage.room.actions[name].isEnabled() for name in commands)
    go_to(stage, "c")
    assert all(stage.room.actions[name].isEnabled() for name in commands)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("row-above", ["| a | b |", "| --- | --- |", "|  |  |", "| c | d |"]),
        ("row-below", ["| a | b |", "| --- | --- |", "| c | d |", "|  |  |"]),
        ("column-before", ["|  | a | b |", "| --- | --- | --- |", "|  | c | d |"]),
        ("column-after", ["| a |  | b |", "| --- | --- | --- |", "| c |  | d |"]),
        ("align-right", ["| a | b |", "| --: | --- |", "| c | d |"]),
        ("align-center", ["| a | b |", "| :-: | --- |", "| c | d |"]),
        ("align-left", ["| a | b |", "| :-- | --- |", "| c | d |"]),
        ("remove-row", ["| a | b |", "| --- | --- |"]),
        ("remove-column", ["| b |", "| --- |", "| d |"]),
        ("remove-table", []),
    ],
)
def test_each_command_changes_the_table_and_is_undone(
    stage: Stage, name: str, rows: list[str]
) -> None:
    stage.open(write(stage.desk, "Table", body=BODY))
    go_to(stage, "c")
    slot = stage.room.panes.editor.slot
    begun = slot.markdown()
    stage.room.actions[f"table.{name}"].trigger()
    shown = [" ".join(line.split()) for line in slot.markdown().splitlines()[2:]]
    assert shown == [" ".join(row.split()) for row in rows]
    press(slot.body, "Ctrl+Z")
    assert slot.markdown() == begun


def test_a_table_is_filled_with_tab_alone(stage: Stage) -> None:
    stage.open(write(stage.desk, "Table", body=BODY))
    go_to(stage, "d")
    body = stage.room.panes.editor.body
    for words in ("e", "f"):
        press(body, "Tab")
        QTest.keyClicks(body, words)
    press(body, "Shift+Tab")
    QTest.keyClicks(body, "g")
    assert stage.room.panes.editor.slot.markdown().splitlines()[-1].split() == [
        "|",
        "g",
        "|",
        "f",
        "|",
    ]
