"""Files dropped into the text of the window."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from newsroom.desk import illustrating
from newsroom.ui.body import gaps
from newsroom.ui.inserting.inserting import no_pictures
from tests.support.images import encoded, scene
from tests.ui.shell.conftest import WAIT, Stage, write


def drop(stage: Stage, number: int, *paths: Path) -> None:
    """Drop files on the upper edge of a line."""
    body = stage.room.panes.editor.body
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where = QPointF(200, gaps.edge(body, number) + 2)
    body.dropEvent(
        QDropEvent(
            where,
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_pictures_come_into_the_gap_in_their_order(stage: Stage, tmp_path: Path) -> None:
    stage.open(write(stage.desk, "Drop", body="One.\n\nTwo.\n"))
    files = []
    for number in range(3):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(encoded(scene(200 + number, 100)))
        files.append(path)
    note = tmp_path / "note.txt"
    note.write_text("x")
    drop(stage, 1, files[0], note, files[1], files[2])
    assert stage.window.notice.words == "note.txt is not a picture and was left out."
    editor = stage.room.panes.editor
    stage.until(lambda: len(editor.story().figures) == 3)
    names = [
        stage.room.panes.editor.pictures[figure.picture].width for figure in editor.story().figures
    ]
    assert names == [200, 201, 202]
    parts = editor.slot.markdown().split("\n\n")
    assert parts[0] == "One."
    assert parts[-1] == "Two.\n"


def test_pasted_pictures_stand_in_their_order_too(stage: Stage, tmp_path: Path) -> None:
    stage.open(write(stage.desk, "Paste", body="One.\n\nTwo.\n"))
    editor = stage.room.panes.editor
    mime = QMimeData()
    files = [tmp_path / f"{number}.jpg" for number in range(3)]
    for number, path in enumerate(files):
        path.write_bytes(encoded(scene(200 + number, 100)))
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    editor.body.put_caret_at(len("One."))
    editor.body.insertFromMimeData(mime)
    stage.until(lambda: len(editor.story().figures) == 3)
    widths = [editor.pictures[figure.picture].width for figure in editor.story().figures]
    assert widths == [200, 201, 202]
    assert editor.slot.markdown().startswith("One.\n\n![")
    assert editor.slot.markdown().endswith("\n\nTwo.\n")


def test_files_that_are_no_pictures_leave_the_text_alone(stage: Stage, tmp_path: Path) -> None:
    stage.open(write(stage.desk, "Drop", body="One.\n\nTwo.\n"))
    drop(stage, 0, tmp_path / "a.pdf", tmp_path / "b.docx")
    assert stage.room.panes.editor.slot.markdown() == "One.\n\nTwo.\n"
    assert not stage.room.desk.keeper.dirty


def test_what_was_left_out_is_said_in_one_sentence() -> None:
    assert no_pictures(["a.pdf"]) == "a.pdf is not a picture and was left out."
    assert (
        no_pictures(["a.pdf", "b.txt"])
        == "2 files are not pictures and were left out: a.pdf and b.txt."
    )
    assert (
        no_pictures(["a", "b", "c", "d", "e"])
        == "5 files are not pictures and were left out: a, b, c and 2 more."
    )


def test_words_go_to_disk_while_pictures_are_read(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Event()
    look = illustrating.look_at_file

    def slow(path: Path) -> illustrating.Arrival:
        assert gate.wait(WAIT / 1000)
        return look(path)

    monkeypatch.setattr(illustrating, "look_at_file", slow)
    article = write(stage.desk, "Drop", body="One.\n\nTwo.\n")
    stage.open(article)
    broken, whole = tmp_path / "a.jpg", tmp_path / "b.jpg"
    broken.write_bytes(b"no picture")
    whole.write_bytes(encoded(scene(200, 100)))
    drop(stage, 1, broken, whole)
    try:
        stage.bot.keyClicks(stage.room.panes.editor.body, "Typed. ")
        stage.room.desk.keeper.flush()
        stage.bot.waitUntil(lambda: not stage.room.desk.keeper.dirty)
        assert "Typed." in stage.content(article).body
    finally:
        gate.set()
    stage.until(lambda: len(stage.room.panes.editor.story().figures) == 1)
