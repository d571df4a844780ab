"""A process that opens one window, says "ready" once it can be used, and ends at once.

`bare` is a window with a browser in it and nothing else; `ours` the program on a library.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.domain.house import House


def main(which: str, folder: Path) -> None:
    """Open the window, say so, end."""
    if which == "bare":
        _bare()
    else:
        _ours(folder)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    os._exit(0)


def _bare() -> None:
    from PySide6.QtWebEngineWidgets import QWebEngineView

    QApplication(["bare"])
    window = QMainWindow()
    view = QWebEngineView()
    window.setCentralWidget(view)
    window.resize(1440, 900)
    window.show()
    loaded: list[bool] = []
    view.loadFinished.connect(loaded.append)
    view.setHtml("<p>Bare</p>")
    while not loaded:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.grab()


def _ours(folder: Path) -> None:
    from newsroom.settings import read_settings
    from newsroom.ui.look.fonts import load_fonts
    from newsroom.ui.opener import DeskOpener
    from newsroom.ui.preview.scheme import register_scheme
    from newsroom.ui.start import Visit

    own = folder / "person"
    settings = read_settings({"NEWSROOM_DATA_DIR": str(own), "NEWSROOM_CONFIG_DIR": str(own)})
    register_scheme()
    app = QApplication(["newsroom"])
    load_fonts(settings.resources / "fonts")

    def open_desk(library: Path) -> Desk:
        from newsroom.desk import opening
        from newsroom.identity.keys import KeyFile
        from tests.support.rooms import tools

        return opening.open_desk(library, KeyFile(folder / "keys", lambda: None), tools(folder))

    def begin(library: Path, house: House, person: str) -> Desk:
        raise AssertionError("the library is there")

    opener = DeskOpener(open_desk, begin, lambda: False, lambda _: None, lambda _: None)
    visit = Visit(app, opener, settings)
    visit.enter(folder / "library")
    beat = QTimer()
    beat.start(5)
    while visit.room is None or visit.room.panes.list.view.model().rowCount() == 0:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    beat.stop()
    visit.window.repaint()
    app.processEvents()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
