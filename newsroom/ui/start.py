"""The start of the window: something is painted first, the rest is fetched while it stands."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from newsroom.domain.errors import NewsroomError, NotFound, Refused
from newsroom.settings import Preferences, Settings, write_preferences
from newsroom.ui.attempt import Attempt
from newsroom.ui.choosing import ask_for_folder
from newsroom.ui.collecting import Collecting
from newsroom.ui.ending import Ending
from newsroom.ui.frame.mark import program_icon
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.lanes import Lanes
from newsroom.ui.look.fonts import load_fonts
from newsroom.ui.look.theme import Theme
from newsroom.ui.main_window import MainWindow
from newsroom.ui.preview.scheme import expect_browser
from newsroom.ui.reading_ahead import ReadingAhead
from newsroom.ui.single import SingleWindow

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.domain.glance import Glance
    from newsroom.ui.desk_link import DeskLink
    from newsroom.ui.first_sight import FirstSight
    from newsroom.ui.opener import DeskOpener
    from newsroom.ui.room import Room
    from newsroom.ui.welcome import Beginning, Welcome

_log = logging.getLogger(__name__)


def run(opener: DeskOpener, settings: Settings, argv: Sequence[str]) -> int:
    """Open the window on a library and stay until it is closed; give the exit code.

    `argv` is as a program gets it; a folder after the program's name is the library to open.
    """
    expect_browser()
    app = QApplication(list(argv[:1]) or ["newsroom"])
    app.setApplicationName("Newsroom")
    app.setDesktopFileName("newsroom")
    app.setQuitOnLastWindowClosed(False)
    load_fonts(settings.resources / "fonts")
    folder = Path(argv[1]) if len(argv) > 1 else settings.library_to_open
    visit = Visit(app, opener, settings)
    if not visit.enter(folder):
        return 0
    return until_ended(app, visit)


def until_ended(app: QApplication, visit: Visit) -> int:
    """Stay until the window is closed, by a person or because the system asks; give the code."""
    ending = Ending()
    ending.wanted.connect(visit.end)
    with ending.heard():
        return app.exec()


class Visit(QObject):
    """One run of the program: from library to library, one window at a time."""

    def __init__(self, app: QApplication, opener: DeskOpener, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._opener = opener
        self._settings = settings
        self._preferences = settings.preferences
        self._theme = Theme(app, self._preferences.appearance, self._preferences.text_size)
        self._theme.chosen.connect(self._on_look)
        self._collecting = Collecting(self)
        self._folder = settings.library
        self._next: Path | None = None
        self._door: SingleWindow | None = None
        self._lanes: Lanes | None = None
        self._desk: Desk | None = None
        self._fetched: Desk | None = None
        self._link: DeskLink | None = None
        self._blind = False
        self._entering = False
        self._ending = False
        self._window: MainWindow | None = None
        self._welcome: Welcome | None = None
        self.room: Room | None = None

    @property
    def is_inside(self) -> bool:
        """Whether a window stands."""
        return self._window is not None

    @property
    def is_open(self) -> bool:
        """Whether the library is open, and not only seen at a glance."""
        return self._desk is not None

    @property
    def window(self) -> MainWindow:
        """The window on show."""
        assert self._window is not None
        return self._window

    def enter(self, folder: Path) -> bool:
        """Open a window on a library; False when its own window came forward instead."""
        self._entering = True
        try:
            return self._enter(folder)
        finally:
            self._entering = False
            if self._ending:
                self.end()

    def end(self) -> None:
        """Close the window as a person does and end the program, with no library to go on to."""
        self._ending = self._entering
        if self._entering:
            return
        self._next = None
        if self._window is None:
            self._app.quit()
        else:
            self._window.close()

    def _enter(self, folder: Path) -> bool:
        self._door = SingleWindow(folder)
        if not self._door.claim() and self._door.knock():
            return False
        self._collecting.begin()
        self._folder = folder
        self._lanes = Lanes()
        looking = None if self._blind else Attempt(lambda: self._opener.glance(folder))
        self._blind = False
        with self._theme.undressed():
            self._window = MainWindow(
                self._app, self._theme, program_icon(self._settings.resources)
            )
            self._door.knocked.connect(self._window.come_forward)
            self._window.close_wanted.connect(self._on_close_before_room)
            glance = looking.result(otherwise=None) if looking else None
            sight = self._look(None, glance) if glance else None
        if sight and sight.is_complete:
            self._paint()
        if sight:
            self._furnish(sight)
        self._paint()
        self._lanes.read(self._fetch, self._on_desk, self._on_no_desk)
        return True

    def _paint(self) -> None:
        """Paint what stands; what a person does meanwhile waits for what follows."""
        self.window.show()
        self._app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _fetch(self) -> Desk:
        """Open the library beside the painted window."""
        self._fetched = self._opener.open_desk(self._folder)
        return self._fetched

    def _on_desk(self, desk: Desk) -> None:
        self._desk = desk
        self._put_welcome_away()
        if self._link is None:
            self._furnish(self._look(desk, None))
        else:
            self._link.seat(desk)
        assert self._lanes is not None
        ReadingAhead(self._lanes, self.window).begin()
        if self._folder != self._settings.sample_library:
            self._keep(replace(self._preferences, last_library=self._folder.absolute()))
        self._collecting.settle()
        if self._opener.locked():
            from newsroom.ui.passphrase import ask_to_unlock

            ask_to_unlock(self._theme, self.window, self._opener.unlock)

    def _look(self, desk: Desk | None, glance: Glance | None) -> FirstSight:
        """Show what comes first, on a desk or on a first look into the library."""
        from newsroom.ui.desk_link import DeskLink
        from newsroom.ui.first_sight import FirstSight

        assert self._lanes is not None
        self._link = DeskLink(desk, self._lanes, glance)
        sight = FirstSight(self.window, self._theme, self._link)
        if glance:
            sight.show_glance(glance)
        return sight

    def _furnish(self, sight: FirstSight) -> None:
        """Furnish the room behind what is seen already."""
        from newsroom.ui.room import Room

        self.window.close_wanted.disconnect(self._on_close_before_room)
        self.room = Room(sight, self._folder)
        self.room.library_wanted.connect(self._on_library_wanted)
        self.room.passphrase_wanted.connect(self._on_passphrase_wanted)
        self.room.closed.connect(self._on_closed)

    def _on_no_desk(self, error: Exception) -> None:
        if self.room is not None:
            # A first look saw a good library that cannot be opened: begin again without one.
            self._next, self._blind = self._folder, True
            self.room.close()
            return
        if self._welcome is None:
            from newsroom.ui.welcome import Welcome

            self._welcome = Welcome(self._theme, self._folder)
            self._welcome.open_wanted.connect(self._on_other)
            self._welcome.begin_wanted.connect(self._on_begin)
            self.window.cover(self._welcome)
        if isinstance(error, NotFound):
            return
        if isinstance(error, NewsroomError):
            self._welcome.show_fault(error)
        else:
            Presenter(self.window.notice).show(error)

    def _on_other(self, folder: Path) -> None:
        self._next = folder
        self._leave()

    def _on_begin(self, wanted: Beginning) -> None:
        assert self._lanes is not None
        if not self._move_to(wanted.folder):
            return

        def begin() -> Desk:
            self._fetched = self._opener.begin(wanted.folder, wanted.house, wanted.person)
            return self._fetched

        self._lanes.write(begin, self._on_desk, self._on_no_desk)

    def _move_to(self, folder: Path) -> bool:
        """Hold the door of another folder; say so where a window has it already."""
        if folder == self._folder or self._door is None or self._welcome is None:
            return True
        door = SingleWindow(folder)
        if not door.claim():
            self._welcome.show_fault(Refused(f"{folder} is open in another window."))
            return False
        self._door.release()
        self._door = door
        door.knocked.connect(self.window.come_forward)
        self._folder = folder
        return True

    def _on_library_wanted(self) -> None:
        ask_for_folder(self.window, "Open a library", self._on_library_chosen)

    def _on_library_chosen(self, folder: Path) -> None:
        if self.room is not None:
            self._next = folder
            self.room.quit()

    def _on_passphrase_wanted(self) -> None:
        from newsroom.ui.passphrase import ask_to_protect

        ask_to_protect(self._theme, self.window, self._opener.protect)

    def _on_look(self) -> None:
        theme = self._theme
        looks = replace(self._preferences, appearance=theme.appearance, text_size=theme.text_size)
        self._keep(looks)

    def _keep(self, preferences: Preferences) -> None:
        self._preferences = preferences
        try:
            write_preferences(self._settings, preferences)
        except OSError as error:
            _log.warning("The preferences were not kept: %s", error)

    def _put_welcome_away(self) -> None:
        if self._welcome is not None:
            self.window.uncover(self._welcome)
            self._welcome = None

    def _on_close_before_room(self) -> None:
        self.window.let_close()
        self._leave()

    def _on_closed(self) -> None:
        self._leave()

    def _leave(self) -> None:
        """Let go of the library and its window; go on to the next one, or end the program."""
        self._collecting.unsettle()
        window, lanes, door = self._window, self._lanes, self._door
        self._window = self._lanes = self._desk = self._door = self.room = self._welcome = None
        self._link = None
        if lanes:
            lanes.close()
        # One that was still being opened when the window closed reached nobody, and is closed too.
        desk, self._fetched = self._fetched, None
        if desk:
            desk.close()
        if door:
            door.release()
        if window:
            window.let_close()
            window.deleteLater()
        folder, self._next = self._next, None
        if folder is None or not self.enter(folder):
            self._collecting.end()
            self._app.quit()
