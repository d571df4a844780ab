"""A process that opens one window, says "ready" once it can be used, and ends at once.

`bare` is a window with a browser in it and nothing else; `ours` the program on a library.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.ui.room import Room


def main(which: str, folder: Path) -> None:
    """Open the window, say so, end."""
    if which == "bare":
        _bare()
    else:
        _ours(folder)
    _say("ready")
    os._exit(0)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


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
    """Start as the program does, and go on until one can write.

    Says "rows" when the list is painted, and "room" when everything else stands too and the window
    answers.
    """
    from newsroom.app import Composition
    from newsroom.settings import read_settings
    from newsroom.ui.look.fonts import load_fonts
    from newsroom.ui.preview.scheme import expect_browser
    from newsroom.ui.start import Visit

    class Watched(Visit):
        """Says when the list is painted, which is before the rest of the room is there."""

        def _paint(self) -> None:
            super()._paint()
            if self.room is None:
                _say("rows")

    gc.disable()
    own = str(folder / "person")
    settings = read_settings({"NEWSROOM_DATA_DIR": own, "NEWSROOM_CONFIG_DIR": own})
    opener = Composition(settings, keyring=False).opener()
    expect_browser()
    app = QApplication(["newsroom"])
    load_fonts(settings.resources / "fonts")
    visit = Watched(app, opener, settings)
    visit.enter(folder / "library")
    # On a cold disk the first look is given up, and the room comes with the library itself.
    _until(app, lambda: visit.room)
    assert visit.room is not None
    app.processEvents()
    _say("room")
    _write_into_the_first(app, visit.room)


def _write_into_the_first(app: QApplication, room: Room) -> None:
    """Click the first article of the list, and type a letter into it."""
    from PySide6.QtTest import QTest

    view, editor = room.panes.list.view, room.panes.editor
    first = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    _until(app, lambda: editor.article is not None)
    QTest.keyClick(editor.headline, Qt.Key.Key_A)
    editor.repaint()
    app.processEvents()


def _until(app: QApplication, holds: Callable[[], object]) -> None:
    beat = QTimer()
    beat.start(5)
    while not holds():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    beat.stop()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
