"""A full disk, a locked library: told calmly, tried again, and asked about at the end."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from newsroom.domain.article import Content
from newsroom.markup import front_matter
from newsroom.store.folder import FILE
from newsroom.ui.frame.places import Place
from newsroom.ui.keeping.leaving import COPY, LOSE
from tests.support.rooms import Rooms
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import type_at_end
from tests.ui.shell.test_jotting import Furnish, show, submitted
from tests.ui.shell.test_keeping import a_full_disk, headline_on_disk, on_a_disk_that_fills

_SMALL = 8 * 1024 * 1024


def buttons(stage: Stage) -> dict[str, QPushButton]:
    found = stage.window.notice.findChildren(QPushButton)
    return {one.text(): one for one in found if one.isVisible()}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of its own with little room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or subprocess.call(
        ["mount", "-t", "tmpfs", "-o", f"size={_SMALL}", "tmpfs", str(folder)],
        stderr=subprocess.DEVNULL,
    ):
        pytest.skip("Only the administrator of a Linux machine can make a disk")
    yield folder
    subprocess.check_call(["umount", "--lazy", str(folder)])


def fill(ballast: Path) -> None:
    """Take every byte that is left on a disk."""
    with suppress(OSError), ballast.open("wb", buffering=0) as handle:
        while handle.write(b"\0" * 4096):
            pass


def test_a_disk_that_is_really_full_loses_nothing(small_disk: Path, set_up: Furnish) -> None:
    rooms = Rooms(small_disk)
    stage = set_up(rooms.begin())
    article = write(stage.desk, "Full")
    stage.open(article)
    editor = stage.room.panes.editor
    ballast = small_disk / "ballast"
    fill(ballast)
    for _ in range(20):  # The log may have room for some more saves inside its last pages.
        type_at_end(stage, editor.headline, " x")
        editor.body.insertPlainText("More words on a full disk. " * 200)
        stage.room.desk.keeper.flush()
        stage.until(lambda: stage.window.notice.topic == "unsaved" or not stage.lanes.busy)
        if stage.window.notice.topic == "unsaved":
            break
    assert "is full" in stage.window.notice.words
    typed = editor.content()
    ballast.unlink()
    stage.saved()
    assert stage.content(article) == typed
    assert stage.window.notice.topic == ""
    stage.room.close()
    stage.lanes.close()
    rooms.close()


def test_a_library_that_another_program_holds_is_told_and_written_later(stage: Stage) -> None:
    article = write(stage.desk, "Held")
    stage.open(article)
    headline = stage.room.panes.editor.headline
    file = stage.desk.library.folder / FILE
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        type_at_end(stage, headline, " by")
        stage.until(lambda: stage.window.notice.topic == "unsaved")
        assert stage.window.notice.words.startswith("Not saved since ")
        QTest.keyClicks(headline, " another")
        other.execute("ROLLBACK")
        stage.saved()
    assert headline_on_disk(stage, article) == "Held by another"
    assert stage.window.notice.topic == ""


@on_a_disk_that_fills
def test_the_choices_at_the_end_stay_while_it_tries_again(stage: Stage) -> None:
    article = write(stage.desk, "Stays")
    stage.open(article)
    failures: list[object] = []
    stage.room.desk.keeper.stuck.connect(lambda *told: failures.append(told))
    with a_full_disk():
        type_at_end(stage, stage.room.panes.editor.headline, "!")
        stage.window.close()
        stage.until(lambda: LOSE in buttons(stage))
        before = len(failures)
        stage.until(lambda: len(failures) > before)
        assert set(buttons(stage)) == {COPY, LOSE}
    stage.saved()
    assert stage.window.notice.topic == ""
    assert not stage.room.is_closed


@on_a_disk_that_fills
def test_a_copy_of_the_last_words_is_written_elsewhere(stage: Stage, tmp_path: Path) -> None:
    article = write(stage.desk, "Copy", body="First line.\n", tags=("a", "b"))
    stage.open(article)
    with a_full_disk():
        type_at_end(stage, stage.room.panes.editor.body, " And more.")
        stage.window.close()
        stage.until(lambda: COPY in buttons(stage))
        stage.room.leaving.copy_to(tmp_path / "stick" / "copy.md")
        stage.until(lambda: "cannot be written" in stage.window.notice.words)
        stage.room.leaving.copy_to(tmp_path / "copy.md")
        stage.until(lambda: "Close" in buttons(stage))
        kept = front_matter.parse((tmp_path / "copy.md").read_text(encoding="utf-8"))
        assert (kept.headline, kept.body, kept.tags) == (
            "Copy",
            "First line. And more.",
            ("a", "b"),
        )
        QTest.mouseClick(buttons(stage)["Close"], Qt.MouseButton.LeftButton)
        assert stage.room.is_closed
    assert isinstance(stage.content(article), Content)


@on_a_disk_that_fills
def test_a_note_that_no_disk_took_holds_the_window_too(stage: Stage) -> None:
    article = submitted(stage, "Note")
    note = show(stage, article)
    assert stage.window.place is Place.REVIEW
    with a_full_disk():
        QTest.keyClicks(note, "Name the captain")
        stage.until(lambda: stage.window.notice.topic == "unsaved")
        stage.window.close()
        stage.until(lambda: LOSE in buttons(stage))
        assert COPY not in buttons(stage)
    stage.until(lambda: not stage.room.panes.jotter.dirty)
    stage.window.close()
    stage.until(lambda: stage.room.is_closed)


@on_a_disk_that_fills
def test_what_is_typed_for_an_article_that_cannot_be_begun_is_kept(stage: Stage) -> None:
    stage.open(stage.write("Snow"))
    body = stage.room.panes.editor.body
    body.setFocus()
    with a_full_disk():
        stage.room.new_article()
        QTest.keyClicks(body, "Ice. ")
        stage.until(stage.window.notice.isVisible)
    assert stage.room.panes.editor.content().body == "Ice. One line.\n"
