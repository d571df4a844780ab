"""The next start: everything where it was left, one window a library, and honest trouble."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSplitter, QSplitterHandle

from newsroom.desk import drafting
from newsroom.desk.room import Desk
from newsroom.domain.ids import ArticleId
from newsroom.store.folder import FILE
from newsroom.ui.frame.places import Place
from newsroom.ui.inspector.inspector import CHECKS
from newsroom.ui.opener import DeskOpener
from newsroom.ui.room import Room
from newsroom.ui.start import Visit
from newsroom.ui.welcome import Welcome
from tests.support.stories import a_content
from tests.support.windows import Program

LONG = "".join(
    f"Paragraph {number} of a long story that has to be scrolled.\n\n" for number in range(90)
)


@pytest.fixture
def library(program: Program) -> Path:
    """Give a library with two stories, a long one and a short one."""
    desk = program.rooms.begin()
    for headline, body in (("A long story", LONG), ("A short one", "Brief.\n")):
        write(desk, headline, body)
    desk.close()
    return program.rooms.folder / "library"


def write(desk: Desk, headline: str, body: str) -> ArticleId:
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, a_content(headline=headline, body=body))
    return article


@dataclass(frozen=True)
class Standing:
    """How a window stands."""

    article: ArticleId | None
    place: Place
    size: tuple[int, int]
    panes: tuple[int, ...]
    tab: str
    caret: int
    scroll: int


def standing(visit: Visit, room: Room) -> Standing:
    splitter = room.panes.articles.findChild(QSplitter)
    assert splitter is not None
    return Standing(
        room.panes.editor.article,
        visit.window.place,
        (visit.window.width(), visit.window.height()),
        tuple(splitter.sizes()),
        room.panes.inspector.tab,
        room.panes.editor.slot.caret,
        room.panes.editor.paper.verticalScrollBar().value(),
    )


def drag(handle: QSplitterHandle, by: int) -> None:
    """Pull a handle sideways with the mouse."""
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(by, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + QPoint(by, 0))


def open_story(program: Program, room: Room, headline: str) -> None:
    """Choose a story of the list with the mouse."""
    view = room.panes.list.view
    program.hands.until(lambda: view.model().rowCount() == 2)
    rows = {view.model().index(row, 0).data(): row for row in range(2)}
    program.hands.click_row(view, rows[headline])
    program.hands.until(lambda: room.panes.editor.content().headline == headline)


def test_the_window_stands_as_it_was_left(program: Program, library: Path) -> None:
    visit, room = program.enter(library)
    visit.window.resize(1560, 840)
    open_story(program, room, "A long story")
    splitter = room.panes.articles.findChild(QSplitter)
    assert splitter is not None
    wide = splitter.sizes()
    drag(splitter.handle(1), 40)
    drag(splitter.handle(2), -60)
    assert splitter.sizes()[0] > wide[0] + 30
    assert splitter.sizes()[2] > wide[2] + 50
    program.hands.press(room.panes.inspector, "Checks")
    body = room.panes.editor.body
    program.hands.click(body, QPoint(200, 20))
    program.hands.key(body, "Down", times=60)
    program.hands.key(body, "Right", times=7)
    QTest.keyClicks(body, "here")
    left = standing(visit, room)
    assert left.caret > 1000
    assert left.scroll > 500
    assert left.tab == CHECKS
    program.leave(visit)

    visit, room = program.enter(library)
    program.hands.until(lambda: standing(visit, room) == left)
    QTest.keyClicks(room.panes.editor.body, "x")
    assert "herex" in room.panes.editor.content().body


def test_another_place_comes_back_too(program: Program, library: Path) -> None:
    visit, room = program.enter(library)
    open_story(program, room, "A short one")
    program.go(visit, Place.PICTURES)
    program.leave(visit)
    visit, room = program.enter(library)
    program.hands.until(lambda: room.panes.editor.article)
    assert visit.window.place is Place.PICTURES
    program.go(visit, Place.ARTICLES)
    assert room.panes.editor.content().headline == "A short one"


def test_a_second_start_raises_the_first_window(program: Program, library: Path) -> None:
    visit, _ = program.enter(library)
    visit.window.showMinimized()
    second = program.start(library)
    assert not second.is_inside
    program.hands.until(lambda: not visit.window.isMinimized())
    program.hands.until(visit.window.isActiveWindow)
    program.leave(visit)
    third, _ = program.enter(library)
    assert third.is_inside


def snapshot(folder: Path) -> dict[str, bytes]:
    found = sorted(folder.rglob("*"))
    return {str(item): item.read_bytes() for item in found if item.is_file()}


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.execute(statement)


def of_tomorrow(folder: Path) -> None:
    change(folder, "UPDATE alembic_version SET version_num = 'from-tomorrow'")


def of_something_else(folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / "letter.txt").write_text("dear", encoding="utf-8")


def cut_short(folder: Path) -> None:
    whole = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(whole[: len(whole) // 2])


def of_another_program(folder: Path) -> None:
    (folder / FILE).unlink()
    change(folder, "CREATE TABLE bookmarks (url)")


def fault_of(program: Program, visit: Visit) -> Welcome:
    """Wait until the welcome screen says what is wrong."""
    program.hands.until(lambda: visit.window.findChild(Welcome))
    welcome = visit.window.findChild(Welcome)
    assert welcome is not None
    program.hands.until(lambda: welcome.fault)
    return welcome


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (of_tomorrow, "newer version"),
        (of_something_else, "is not a Newsroom library"),
        (cut_short, "damaged"),
        (of_another_program, "is not a Newsroom library"),
    ],
)
def test_trouble_is_told_and_nothing_is_overwritten(
    program: Program, library: Path, harm: object, words: str
) -> None:
    assert callable(harm)
    harm(library)
    before = snapshot(library)
    visit = program.start(library)
    welcome = fault_of(program, visit)
    assert words in welcome.fault
    program.hands.type(program.hands.part(welcome, "Name of the publication", QLineEdit), "Mine")
    program.hands.type(program.hands.part(welcome, "Your name", QLineEdit), "Aigerim")
    program.hands.press(welcome, "Begin a newsroom")
    program.hands.until(lambda: words not in welcome.fault and welcome.fault)
    program.leave(visit)
    assert snapshot(library) == before


@contextmanager
def somebody_else() -> Iterator[None]:
    """Be a person without rights; tests often run as root, whom no mode keeps out."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def without_rights(opener: DeskOpener) -> DeskOpener:
    def open_desk(folder: Path) -> Desk:
        with somebody_else():
            return opener.open_desk(folder)

    return replace(opener, open_desk=open_desk)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_library_that_may_only_be_read_is_told(program: Program, library: Path) -> None:
    common = Path(tempfile.gettempdir())
    for item in library.parents:
        if item != common and item.is_relative_to(common):
            item.chmod(0o755)
    for item in (library, *library.rglob("*")):
        item.chmod(0o555 if item.is_dir() else 0o444)
    before = snapshot(library)
    program.opener = without_rights(program.opener)
    visit = program.start(library)
    assert "cannot be written" in fault_of(program, visit).fault
    program.leave(visit)
    assert snapshot(library) == before
    for item in (library, *library.rglob("*")):
        item.chmod(0o777 if item.is_dir() else 0o666)
