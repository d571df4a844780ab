"""The start: the first time, the second window, the passphrase, another library."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from newsroom.desk import browsing, glancing, opening
from newsroom.desk.room import Desk
from newsroom.domain.errors import Unavailable
from newsroom.domain.glance import Glance
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import Sort
from newsroom.settings import Appearance, Settings, read_settings
from newsroom.ui import attempt
from newsroom.ui.articles import look_menu
from newsroom.ui.articles.look_menu import ListLook, look_to_text
from newsroom.ui.frame.places import Place
from newsroom.ui.keeping import remembering
from newsroom.ui.keeping.session import KEY, Session, session_from_text, session_to_text
from newsroom.ui.look.scale import scale, set_scale
from newsroom.ui.look.theme import Theme
from newsroom.ui.opener import DeskOpener
from newsroom.ui.passphrase import PassphraseDialog
from newsroom.ui.single import SingleWindow
from newsroom.ui.start import Visit
from newsroom.ui.welcome import Welcome
from tests.support.rooms import RESOURCES, Rooms, tools
from tests.support.windows import answer, question
from tests.ui.shell.conftest import WAIT, write


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a first look however busy the machine is; what hangs is a test of its own."""
    monkeypatch.setattr(attempt, "PATIENCE", WAIT / 1000)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"NEWSROOM_DATA_DIR": str(tmp_path), "NEWSROOM_CONFIG_DIR": str(tmp_path)})


@pytest.fixture
def opener(rooms: Rooms) -> DeskOpener:
    given = tools(rooms.folder)

    def begin(folder: Path, house: House, person: str) -> Desk:
        return opening.begin(folder, house, person, rooms.cabinet, given)

    return DeskOpener(
        glance=glancing.glance,
        open_desk=lambda folder: opening.open_desk(folder, rooms.cabinet, given),
        begin=begin,
        locked=lambda: False,
        unlock=unused,
        protect=unused,
    )


@pytest.fixture
def visit(
    qapp: QApplication, qtbot: QtBot, opener: DeskOpener, settings: Settings
) -> Iterator[Visit]:
    made = Visit(qapp, opener, settings)
    yield made
    if made.is_inside:
        made.window.close()
        qtbot.waitUntil(lambda: not made.is_inside, timeout=WAIT)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    set_scale(1)


def unused(words: str) -> None:
    raise AssertionError(f"nobody should be asked: {words}")


def wait(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=WAIT)


def test_the_first_start_begins_a_newsroom(visit: Visit, qtbot: QtBot, tmp_path: Path) -> None:
    visit.enter(tmp_path / "first")
    wait(qtbot, lambda: visit.window.findChild(Welcome) is not None)
    welcome = visit.window.findChild(Welcome)
    assert welcome is not None
    qtbot.keyClicks(welcome.house, "The Steppe Courier")
    welcome.begin.click()
    assert "person" in welcome.fault
    qtbot.keyClicks(welcome.person, "Aigerim Sadykova")
    welcome.begin.click()
    wait(qtbot, lambda: visit.room is not None)
    assert (tmp_path / "first" / "library.sqlite3").exists()
    wait(qtbot, lambda: "Steppe Courier" in visit.window.windowTitle())


def test_a_house_file_tells_the_house(visit: Visit, qtbot: QtBot, tmp_path: Path) -> None:
    visit.enter(tmp_path / "house")
    wait(qtbot, lambda: visit.window.findChild(Welcome) is not None)
    welcome = visit.window.findChild(Welcome)
    assert welcome is not None
    welcome.use_house_file(RESOURCES / "samples" / "steppe-courier" / "house.toml")
    assert welcome.house.text() == "The Steppe Courier"
    qtbot.keyClicks(welcome.person, "Aigerim Sadykova")
    welcome.begin.click()
    wait(qtbot, lambda: visit.room is not None)


def test_a_folder_that_is_no_library_is_told_and_kept(
    visit: Visit, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "library.sqlite3").write_text("these are my notes")
    visit.enter(folder)
    wait(qtbot, lambda: visit.window.findChild(Welcome) is not None)
    welcome = visit.window.findChild(Welcome)
    assert welcome is not None
    wait(qtbot, lambda: bool(welcome.fault))
    assert (folder / "library.sqlite3").read_text() == "these are my notes"


def test_another_library_is_asked_for_and_opened(visit: Visit, qtbot: QtBot, rooms: Rooms) -> None:
    for name in ("library", "other"):
        rooms.begin(name).close()
    visit.enter(rooms.folder / "library")
    wait(qtbot, lambda: visit.is_open)
    assert visit.room is not None
    former = visit.window
    visit.room.open_library()
    question(former).reject()
    visit.room.open_library()
    answer(question(former), rooms.folder / "other")
    wait(qtbot, lambda: visit.is_open and visit.window is not former)
    assert visit.is_inside
    assert read_settings(
        {"NEWSROOM_DATA_DIR": str(rooms.folder), "NEWSROOM_CONFIG_DIR": str(rooms.folder)}
    ).preferences.last_library == (rooms.folder / "other")


def test_the_library_is_opened_again_the_next_time(
    visit: Visit, qtbot: QtBot, rooms: Rooms, settings: Settings
) -> None:
    rooms.begin("library").close()
    visit.enter(rooms.folder / "library")
    wait(qtbot, lambda: visit.is_open)
    fresh = read_settings(
        {
            "NEWSROOM_DATA_DIR": str(settings.data_folder),
            "NEWSROOM_CONFIG_DIR": str(settings.config_folder),
        }
    )
    assert fresh.preferences.last_library == rooms.folder / "library"


def test_a_second_start_raises_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleWindow(tmp_path), SingleWindow(tmp_path)
    assert first.claim()
    assert not second.claim()
    with qtbot.waitSignal(first.knocked, timeout=WAIT):
        assert second.knock()
    first.release()
    assert second.claim()
    second.release()


def test_two_libraries_stand_side_by_side(tmp_path: Path) -> None:
    one, other = SingleWindow(tmp_path / "one"), SingleWindow(tmp_path / "other")
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_a_wrong_passphrase_is_told_and_may_be_tried_again(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(qapp, Appearance.LIGHT)
    dialog = PassphraseDialog(theme, None, "Unlock your key", "Unlock.", "Unlock", twice=False)
    tried: list[str] = []

    def take(words: str) -> None:
        tried.append(words)
        if words != "right words":
            raise Unavailable("That passphrase does not open your key.")

    dialog.ask(take)
    qtbot.keyClicks(dialog.first, "wrong words")
    dialog.go.click()
    assert "does not open" in dialog.fault
    dialog.first.clear()
    qtbot.keyClicks(dialog.first, "right words")
    with qtbot.waitSignal(dialog.settled):
        dialog.go.click()
    assert tried == ["wrong words", "right words"]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def test_a_new_passphrase_is_typed_twice(qapp: QApplication, qtbot: QtBot) -> None:
    dialog = PassphraseDialog(
        Theme(qapp, Appearance.LIGHT), None, "Set it", "Set.", "Set", twice=True
    )
    taken: list[str] = []
    dialog.ask(taken.append)
    qtbot.keyClicks(dialog.first, "long enough words")
    qtbot.keyClicks(dialog.second, "other words")
    dialog.go.click()
    assert "differ" in dialog.fault
    assert taken == []
    dialog.second.setText("long enough words")
    dialog.go.click()
    assert taken == ["long enough words"]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def test_a_damaged_window_state_is_as_at_the_first_start(
    visit: Visit, qtbot: QtBot, rooms: Rooms
) -> None:
    desk = rooms.begin("library")
    browsing.remember(desk, "window", '{"place": 7, "width": "wide", "article": "gone"}')
    desk.close()
    visit.enter(rooms.folder / "library")
    wait(qtbot, lambda: visit.room is not None)
    assert visit.room is not None
    assert visit.room.panes.editor.article is None
    shutil.rmtree(rooms.folder / "cache", ignore_errors=True)


def test_the_list_stands_before_the_library_is_open(
    qapp: QApplication, qtbot: QtBot, rooms: Rooms, opener: DeskOpener, settings: Settings
) -> None:
    desk = rooms.begin("library")
    article = write(desk, "Ferry sails")
    desk.close()
    gate = Event()

    def late(folder: Path) -> Desk:
        assert gate.wait(WAIT / 1000)
        return opener.open_desk(folder)

    visit = Visit(qapp, replace(opener, open_desk=late), settings)
    visit.enter(rooms.folder / "library")
    room = visit.room
    assert room is not None
    rows = room.panes.list.view.model()
    assert rows.rowCount() == 1
    assert rows.index(0, 0).data() == "Ferry sails"
    assert "Steppe Courier" in visit.window.windowTitle()
    room.desk.open(article)
    assert room.panes.editor.article is None
    gate.set()
    wait(qtbot, lambda: room.panes.editor.article == article)
    end(visit, qtbot)


@pytest.fixture
def slow(
    qapp: QApplication, qtbot: QtBot, rooms: Rooms, opener: DeskOpener, settings: Settings
) -> Iterator[tuple[Visit, Event]]:
    """Begin a visit whose library opens only when the event is set."""
    gate = Event()

    def late(folder: Path) -> Desk:
        assert gate.wait(WAIT / 1000)
        return opener.open_desk(folder)

    visit = Visit(qapp, replace(opener, open_desk=late), settings)
    yield visit, gate
    gate.set()
    if visit.is_inside:
        end(visit, qtbot)


@pytest.fixture
def hung(
    qapp: QApplication, opener: DeskOpener, settings: Settings
) -> Iterator[tuple[Visit, Event, Event]]:
    """Begin a visit whose first look takes until the first event is set; then comes the second."""
    gate, looked = Event(), Event()

    def hanging(folder: Path) -> Glance | None:
        gate.wait()
        seen = opener.glance(folder)
        looked.set()
        return seen

    yield Visit(qapp, replace(opener, glance=hanging), settings), gate, looked
    gate.set()


def left_at(rooms: Rooms, cursor: int, scroll: int = 0) -> ArticleId:
    """Leave a library with the caret somewhere in an article."""
    desk = rooms.begin("library")
    article = write(desk, "Ferry sails", body="The ferry sails at noon.\n\n" * 60)
    session = Session(article=article, cursor=cursor, scroll=scroll)
    browsing.remember(desk, KEY, session_to_text(session))
    desk.close()
    return article


def test_the_caret_comes_back_however_long_the_library_takes(
    slow: tuple[Visit, Event], qtbot: QtBot, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "PAUSE_MS", 0)
    article = left_at(rooms, 7)
    visit, gate = slow
    visit.enter(rooms.folder / "library")
    room = visit.room
    assert room is not None
    room.panes.articles.widths_changed.emit()
    pause = QTimer(singleShot=True, interval=0)
    with qtbot.waitSignal(pause.timeout):
        pause.start()
    gate.set()
    wait(qtbot, lambda: room.panes.editor.article == article)
    assert room.panes.editor.slot.caret == 7


def test_who_writes_is_not_scrolled_back_any_more(visit: Visit, qtbot: QtBot, rooms: Rooms) -> None:
    article = left_at(rooms, 0, scroll=90_000)
    visit.enter(rooms.folder / "library")
    wait(qtbot, lambda: visit.room is not None)
    assert visit.room is not None
    editor = visit.room.panes.editor
    wait(qtbot, lambda: editor.article == article)
    bar = editor.paper.verticalScrollBar()
    wait(qtbot, lambda: 0 < bar.maximum() == bar.value())
    bar.setValue(0)
    longest = bar.maximum()
    qtbot.keyClick(editor.body, Qt.Key.Key_Return)
    wait(qtbot, lambda: bar.maximum() > longest)
    assert bar.value() < longest


def test_a_disk_that_hangs_does_not_hold_the_window(
    hung: tuple[Visit, Event, Event], qtbot: QtBot, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempt, "PATIENCE", 0.01)
    article = left_at(rooms, 7)
    visit, gate, looked = hung
    assert visit.enter(rooms.folder / "library")
    assert visit.window.isVisible()
    assert visit.room is None
    assert not gate.is_set()
    wait(qtbot, lambda: visit.room is not None and visit.room.panes.editor.article == article)
    gate.set()
    assert looked.wait(WAIT / 1000)
    end(visit, qtbot)


def test_a_list_in_another_order_waits_for_it(
    slow: tuple[Visit, Event], qtbot: QtBot, rooms: Rooms
) -> None:
    desk = rooms.begin("library")
    for headline in ("Anchors", "Zebras"):
        write(desk, headline)
    browsing.remember(desk, look_menu.KEY, look_to_text(ListLook(sort=Sort.HEADLINE)))
    desk.close()
    visit, gate = slow
    visit.enter(rooms.folder / "library")
    room = visit.room
    assert room is not None
    rows = room.panes.list.view.model()
    assert rows.rowCount() == 0
    gate.set()
    wait(qtbot, lambda: rows.rowCount() == 2)
    assert [rows.index(row, 0).data() for row in range(2)] == ["Anchors", "Zebras"]


def test_what_is_opened_late_leaves_the_keyboard_to_whoever_searches(
    slow: tuple[Visit, Event], qtbot: QtBot, rooms: Rooms
) -> None:
    article = left_at(rooms, 7)
    visit, gate = slow
    visit.enter(rooms.folder / "library")
    room = visit.room
    assert room is not None
    wait(qtbot, visit.window.isActiveWindow)
    room.find_article()
    qtbot.keyClicks(room.panes.list.search, "fer")
    gate.set()
    wait(qtbot, lambda: room.panes.editor.article == article)
    assert room.panes.list.search.hasFocus()


def test_a_library_that_opens_while_the_window_closes_is_closed_too(
    qapp: QApplication, qtbot: QtBot, rooms: Rooms, opener: DeskOpener, settings: Settings
) -> None:
    left_at(rooms, 7)
    opened = Event()

    def noted(folder: Path) -> Desk:
        desk = opener.open_desk(folder)
        opened.set()
        return desk

    visit = Visit(qapp, replace(opener, open_desk=noted), settings)
    visit.enter(rooms.folder / "library")
    assert opened.wait(WAIT / 1000)
    assert not visit.is_open
    end(visit, qtbot)
    # SQLite takes its log away with the last one who has the library open.
    assert not (rooms.folder / "library" / "library.sqlite3-wal").exists()
    desk = opener.open_desk(rooms.folder / "library")
    kept = session_from_text(browsing.remembered(desk, KEY))
    desk.close()
    assert kept.cursor == 7


def test_a_library_that_was_seen_but_does_not_open_is_told(
    qapp: QApplication, qtbot: QtBot, rooms: Rooms, opener: DeskOpener, settings: Settings
) -> None:
    rooms.begin("library").close()

    def refuse(folder: Path) -> Desk:
        raise Unavailable("The disk is away.", hint="Connect it.")

    visit = Visit(qapp, replace(opener, open_desk=refuse), settings)
    visit.enter(rooms.folder / "library")
    assert visit.room is not None
    wait(qtbot, lambda: visit.is_inside and visit.window.findChild(Welcome) is not None)
    welcome = visit.window.findChild(Welcome)
    assert welcome is not None
    wait(qtbot, lambda: "away" in welcome.fault)
    assert visit.room is None
    end(visit, qtbot)


def test_a_place_is_furnished_when_somebody_first_goes_there(
    visit: Visit, qtbot: QtBot, rooms: Rooms
) -> None:
    rooms.begin("library").close()
    visit.enter(rooms.folder / "library")
    room = visit.room
    assert room is not None
    furnished: list[Place] = []
    room.panes.furnished.connect(lambda place, _pane: furnished.append(place))
    room.go_to(Place.PUBLISH)
    assert furnished == [Place.PUBLISH]
    assert room.panes.publish.isVisible()
    room.go_to(Place.ARTICLES)
    room.go_to(Place.PUBLISH)
    assert furnished == [Place.PUBLISH]
    room.go_to(Place.SETTINGS)
    shown = {label.text() for label in room.panes.settings.findChildren(QLabel)}
    assert "Aigerim" in shown


def end(visit: Visit, qtbot: QtBot) -> None:
    visit.window.close()
    wait(qtbot, lambda: not visit.is_inside)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet("")


def test_the_size_of_text_and_the_appearance_are_remembered(
    visit: Visit, rooms: Rooms, settings: Settings, qtbot: QtBot, qapp: QApplication
) -> None:
    rooms.begin().close()
    visit.enter(rooms.folder / "library")
    qtbot.waitUntil(lambda: visit.room is not None, timeout=WAIT)
    assert visit.room is not None
    visit.room.choose_appearance(Appearance.CONTRAST)
    visit.room.resize_text(1)
    visit.room.resize_text(1)
    chosen = scale()
    assert chosen > 1
    fresh = read_settings(
        {
            "NEWSROOM_DATA_DIR": str(settings.data_folder),
            "NEWSROOM_CONFIG_DIR": str(settings.config_folder),
        }
    )
    assert fresh.preferences.appearance is Appearance.CONTRAST
    set_scale(1)
    theme = Theme(qapp, fresh.preferences.appearance, fresh.preferences.text_size)
    assert theme.palette.contrast
    assert scale() == chosen
