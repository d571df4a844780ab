"""The window rehearsed: a story typed by real keys, the room drawn into a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.errors import Unavailable
from newsroom.domain.ids import ArticleId
from newsroom.settings import Settings
from newsroom.ui.look.fonts import load_fonts
from newsroom.ui.opener import DeskOpener
from newsroom.ui.preview.scheme import expect_browser
from newsroom.ui.room import Room
from newsroom.ui.start import Visit

_PATIENCE_MS = 60_000


def an_application(settings: Settings) -> QApplication:
    """Make the one application object, or give the one there is."""
    expect_browser()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["newsroom"])
    app.setQuitOnLastWindowClosed(False)
    load_fonts(settings.resources / "fonts")
    return app


def wait_for(what: str, done: Callable[[], bool]) -> None:
    """Let the window work until something holds; raises `Unavailable` after a minute."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    flags = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while not done():
        if deadline.hasExpired():
            raise Unavailable(f"The window did not come to {what} within a minute.")
        QTest.qWait(10)
        QCoreApplication.processEvents(flags, 10)


def enter(opener: DeskOpener, settings: Settings, library: Path) -> tuple[Visit, Room]:
    """Open the window on a library and wait until it is open."""
    visit = Visit(an_application(settings), opener, settings)
    visit.enter(library)
    wait_for("its library", lambda: visit.is_open)
    assert visit.room is not None
    return visit, visit.room


def leave(visit: Visit) -> None:
    """Close the window as a person does."""
    visit.window.close()
    wait_for("its end", lambda: visit.room is None)


def type_a_story(opener: DeskOpener, settings: Settings, library: Path) -> ArticleId:
    """Write a short story into the window with real keys; give it once it is saved and shown."""
    visit, room = enter(opener, settings, library)
    shown: list[int] = []
    room.panes.preview.shown.connect(shown.append)
    room.new_article()
    editor = room.panes.editor
    wait_for("a new article", lambda: editor.article is not None)
    article = editor.article
    assert article is not None
    QTest.keyClicks(editor.headline, "The self-test writes a headline")
    QTest.keyClicks(editor.body, "A first paragraph, typed key by key.")
    QTest.keyClick(editor.body, Qt.Key.Key_Return)
    QTest.keyClicks(editor.body, "And a second one.")
    room.desk.keeper.flush()
    wait_for("a saved draft", lambda: not room.desk.keeper.dirty)
    wait_for("a preview", lambda: bool(shown))
    leave(visit)
    return article


def draw_window(opener: DeskOpener, settings: Settings, library: Path, picture: Path) -> None:
    """Open the window on a library, with its newest article, and draw it into a PNG."""
    visit, room = enter(opener, settings, library)
    shown: list[int] = []
    room.panes.preview.shown.connect(shown.append)
    listing = room.panes.list
    wait_for("its list", lambda: listing.view.model().rowCount() > 0)
    if room.panes.editor.article is None:
        first = listing.view.visualRect(listing.view.model().index(0, 0)).center()
        QTest.mouseClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    wait_for("an article", lambda: room.panes.editor.article is not None)
    wait_for("a preview", lambda: bool(shown))
    settle(1_000)
    visit.window.grab().save(str(picture))
    leave(visit)


def settle(milliseconds: int) -> None:
    """Let pictures arrive and the preview paint."""
    QTest.qWait(milliseconds)
