"""The furnished window on a real library, as the program opens it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.desk import drafting
from newsroom.desk.room import Desk
from newsroom.domain.article import Content
from newsroom.domain.ids import ArticleId
from newsroom.settings import Appearance
from newsroom.ui.collecting import Collecting
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.first_sight import FirstSight
from newsroom.ui.frame.mark import program_icon
from newsroom.ui.lanes import Lanes
from newsroom.ui.look.fonts import load_fonts
from newsroom.ui.look.theme import Theme
from newsroom.ui.main_window import MainWindow
from newsroom.ui.preview.scheme import expect_browser
from newsroom.ui.room import Room
from tests.support.rooms import RESOURCES, Rooms

_LONGEST = 60.0
_BEAT_MS = 5


@dataclass
class Stage:
    """A window and what stands behind it."""

    desk: Desk
    lanes: Lanes
    link: DeskLink
    window: MainWindow
    room: Room

    def until(self, holds: Callable[[], object]) -> None:
        """Let the window work until something holds, asleep while nothing happens."""
        beat = QTimer()
        beat.start(_BEAT_MS)
        last = monotonic() + _LONGEST
        while not holds():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if monotonic() > last:
                raise TimeoutError("what was waited for did not happen")
        beat.stop()

    def rest(self) -> None:
        """Wait until all is on disk and every answer is here."""
        self.until(lambda: not self.room.desk.keeper.dirty and not self.lanes.busy)

    def open(self, article: ArticleId) -> None:
        """Put an article on the desk, and wait until everything beside it is filled."""
        self.room.desk.open(article)
        self.until(lambda: self.room.panes.editor.article == article)
        self.rest()
        QTest.qWait(400)
        self.rest()


def write(desk: Desk, content: Content) -> ArticleId:
    """Write an article straight into the library."""
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, content)
    return article


@contextmanager
def furnished(prepare: Callable[[Desk], object] = lambda _: None) -> Iterator[Stage]:
    """Furnish a window on a library of its own that `prepare` fills first."""
    with TemporaryDirectory(prefix="newsroom-bench-") as name:
        rooms = Rooms(Path(name))
        desk = rooms.begin()
        prepare(desk)
        with window_on(desk) as stage:
            yield stage
        rooms.close()


@contextmanager
def window_on(desk: Desk) -> Iterator[Stage]:
    """Furnish a window on a desk."""
    expect_browser()
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    load_fonts(RESOURCES / "fonts")
    theme = Theme(app, Appearance.LIGHT)
    lanes = Lanes()
    link = DeskLink(desk, lanes)
    window = MainWindow(app, theme, program_icon(RESOURCES))
    collecting = Collecting(window)
    # As the program does: else a lane would take Qt objects of a former window apart.
    collecting.begin()
    room = Room(FirstSight(window, theme, link), desk.library.folder)
    window.show()
    window.activateWindow()
    stage = Stage(desk, lanes, link, window, room)
    stage.rest()
    collecting.settle()
    yield stage
    stage.rest()
    room.close()
    lanes.close()
    collecting.end()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.setStyleSheet("")
    # What belonged to the window goes with it, here, and not in the middle of what is timed next.
    del stage, room, link, lanes, window, theme, collecting
    gc.collect()
