"""Moving blocks by keys and by their handle, and files dropped between blocks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from newsroom.domain.document import Figure
from newsroom.domain.ids import PictureId
from newsroom.ui.body import gaps, moving
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.gaps import Landing
from tests.ui.body.conftest import markdown, put_caret, select

Show = Callable[[str, str], BodyEdit]
TABLE = "| A | B |\n| --- | --- |\n| c | d |\n"


def moved(edit: BodyEdit, *, up: bool) -> str:
    """Move by one, check that one undo takes it back, and give what it made."""
    before = markdown(edit)
    edit.move_block(up=up)
    after = markdown(edit)
    if after != before:
        place, anchor = edit.textCursor().position(), edit.textCursor().anchor()
        edit.undo()
        assert markdown(edit) == before
        edit.redo()
        assert markdown(edit) == after
        cursor = edit.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(place, cursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
    return after


def test_a_paragraph_goes_over_its_neighbour_with_caret_and_marks(show: Show) -> None:
    edit = show("One.\n\nTwo **bold** [far](https://a.kz).\n\nThree.\n", "bold")
    assert moved(edit, up=True) == "Two **bold** [far](https://a.kz).\n\nOne.\n\nThree.\n"
    assert edit.textCursor().position() == len("Two ")
    moved(edit, up=False)
    assert moved(edit, up=False) == "One.\n\nThree.\n\nTwo **bold** [far](https://a.kz).\n"


def test_at_the_edge_of_the_story_nothing_moves(show: Show) -> None:
    edit = show("One.\n\nTwo.\n", "One")
    steps = edit.document().availableUndoSteps()
    edit.move_block(up=True)
    put_caret(edit, "Two")
    edit.move_block(up=False)
    assert markdown(edit) == "One.\n\nTwo.\n"
    assert edit.document().availableUndoSteps() == steps


def test_a_selection_moves_as_one_and_stays_selected(show: Show) -> None:
    edit = show("One.\n\nTwo.\n\nThree.\n\nFour.\n", "")
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().find("wo.").selectionStart())
    cursor.setPosition(edit.document().find("Thr").selectionEnd(), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    assert moved(edit, up=True) == "Two.\n\nThree.\n\nOne.\n\nFour.\n"
    edit.move_block(up=False)
    assert edit.textCursor().selectedText() == "wo.\u2029Thr"


def test_an_item_moves_among_its_siblings_with_what_is_nested_in_it(show: Show) -> None:
    edit = show("- a\n- b\n    - b1\n    - b2\n- c\n", "b")
    put_caret(edit, "b")
    assert moved(edit, up=True) == "- b\n    - b1\n    - b2\n- a\n- c\n"
    put_caret(edit, "b2")
    assert moved(edit, up=True) == "- b\n    - b2\n    - b1\n- a\n- c\n"
    assert moved(edit, up=True) == "- b\n    - b2\n    - b1\n- a\n- c\n"
    put_caret(edit, "c")
    assert moved(edit, up=True) == "- b\n    - b2\n    - b1\n- c\n- a\n"


def test_a_paragraph_leaves_a_list_a_box_and_a_table_whole(show: Show) -> None:
    story = f"- a\n- b\n\n> Said.\n>\n> -- Somebody\n\n{TABLE}\nLast.\n"
    edit = show(story, "Last")
    start = markdown(edit)
    orders = [moved(edit, up=True).index("Last.") for _step in range(4)]
    assert orders == sorted(orders, reverse=True)
    assert markdown(edit).startswith("Last.\n\n- a")
    for _step in range(8):
        moved(edit, up=False)
    assert markdown(edit) == start


def test_a_box_and_a_table_move_whole(show: Show) -> None:
    edit = show(f"First.\n\n> Said.\n\n{TABLE}\nLast.\n", "Said")
    assert moved(edit, up=True).startswith("> Said.\n\nFirst.")
    put_caret(edit, "c")
    while markdown(edit).index("| A") > markdown(edit).index("First."):
        moved(edit, up=True)
    assert markdown(edit) == f"> Said.\n\n{TABLE}\nFirst.\n\nLast.\n"


def test_a_figure_and_a_heading_move(show: Show) -> None:
    edit = show('## Head\n\nOne.\n\n![Alt](picture:p1 "Said")\n\nTwo.\n', "Head")
    assert moved(edit, up=False).startswith("One.\n\n## Head\n\n![Alt]")
    assert moved(edit, up=False).startswith('One.\n\n![Alt](picture:p1 "Said")\n\n## Head')


def test_notes_stay_below_the_story(show: Show) -> None:
    edit = show("One[^1].\n\nTwo.\n\n[^1]: Note.\n", "Two")
    assert moved(edit, up=False) == "One[^1].\n\nTwo.\n\n[^1]: Note.\n"
    put_caret(edit, "Note")
    assert moved(edit, up=True) == "One[^1].\n\nTwo.\n\n[^1]: Note.\n"


def test_the_handle_comes_with_the_mouse_and_carries_the_block(show: Show) -> None:
    edit = show("One.\n\nTwo.\n\nThree.\n", "")
    port = edit.viewport()
    two = gaps.edge(edit, 1) + 12
    QTest.mouseMove(port, QPoint(200, two))
    edit.point_at(QPoint(200, two))
    assert edit.handle.isVisible()
    assert abs(edit.handle.geometry().center().y() - two) < 8
    end = edit.handle.mapFrom(port, QPoint(10, gaps.edge(edit, 2, lower=True) - 4))
    QTest.mousePress(edit.handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(edit.handle, end)
    QTest.mouseRelease(edit.handle, Qt.MouseButton.LeftButton, pos=end)
    assert markdown(edit) == "One.\n\nThree.\n\nTwo.\n"
    edit.undo()
    assert markdown(edit) == "One.\n\nTwo.\n\nThree.\n"


def test_escape_gives_a_drag_up(show: Show) -> None:
    edit = show("One.\n\nTwo.\n", "")
    edit.point_at(QPoint(200, gaps.edge(edit, 0) + 12))
    QTest.mousePress(edit.handle, Qt.MouseButton.LeftButton)
    QTest.keyClick(edit.handle, Qt.Key.Key_Escape)
    QTest.mouseRelease(edit.handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert markdown(edit) == "One.\n\nTwo.\n"


def drop(edit: BodyEdit, y: int, *paths: Path) -> None:
    """Drop files of somebody who proposes to move them; they are copied."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(200, y), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier,
    )  # fmt: skip
    assert event.proposedAction() is Qt.DropAction.MoveAction
    edit.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.CopyAction


@pytest.mark.parametrize(
    ("number", "lower", "where"),
    [(0, False, 0), (0, True, 1), (1, False, 1), (2, False, 3), (2, True, 3), (3, True, 4)],
)
def test_files_land_between_blocks_and_never_within_one(
    show: Show, number: int, lower: bool, where: int
) -> None:
    edit = show("One long line.\n\n- a\n- b\n\nLast.\n", "")
    told: list[tuple[list[Path], Landing]] = []
    edit.files_dropped.connect(lambda files, landing: told.append((files, landing)))
    y = gaps.edge(edit, number, lower=lower) + (-2 if lower else 2)
    drop(edit, y, Path("/x/a.jpg"), Path("/x/b.pdf"))
    assert [(files, landing.gap) for files, landing in told] == [
        ([Path("/x/a.jpg"), Path("/x/b.pdf")], where)
    ]
    assert markdown(edit) == "One long line.\n\n- a\n- b\n\nLast.\n"


@pytest.mark.parametrize("gap", [0, 1, 3])
def test_pictures_that_come_late_land_in_order_where_they_were_dropped(
    show: Show, gap: int
) -> None:
    edit = show("One.\n\n- a\n- b\n", "One")
    landing = Landing.at(edit, gap)
    edit.insert_figure_at(landing, Figure(PictureId("p1")))
    select(edit, "One")
    edit.insertPlainText("Many")
    edit.insert_figure_at(landing, Figure(PictureId("p2")))
    parts = ["Many.", "- a\n- b"]
    parts.insert({0: 0, 1: 1, 3: 2}[gap], "![](picture:p1)\n\n![](picture:p2)")
    assert markdown(edit) == "\n\n".join(parts) + "\n"
    assert edit.textCursor().block().text() == "Many."


def test_every_unit_of_a_text_holds_each_of_its_lines(show: Show) -> None:
    edit = show(f"One.\n\n- a\n    - b\n\n> Said.\n\n{TABLE}\nLast.\n", "")
    block = edit.document().begin()
    while block.isValid():
        unit = moving.unit_of(block)
        assert unit.first <= block.blockNumber() <= unit.last
        block = block.next()


def test_whole_lines_that_are_selected_stay_so_and_move_on_together(show: Show) -> None:
    edit = show("One.\n\nTwo.\n\nThree.\n\nFour.\n", "Two")
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().find("Three").selectionStart(), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    assert moved(edit, up=False) == "One.\n\nThree.\n\nTwo.\n\nFour.\n"
    assert edit.textCursor().selectedText() == "Two.\u2029"
    assert moved(edit, up=False) == "One.\n\nThree.\n\nFour.\n\nTwo.\n"
    assert edit.textCursor().selectedText() == "Two."
    assert moved(edit, up=True) == "One.\n\nThree.\n\nTwo.\n\nFour.\n"
