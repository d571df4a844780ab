"""Somebody who types into the real window without a pause until the process is killed."""

from __future__ import annotations

import random
import signal
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from newsroom.app import Composition, draw_nowhere
from newsroom.settings import read_settings
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.rehearsal import an_application, enter, wait_for
from newsroom.ui.start import Visit, until_ended

_BETWEEN_KEYS_MS = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def text(seed: int) -> str:
    """Give what is typed: words parted by spaces, and now and then by a new line."""
    chance = random.Random(seed)
    words = ("".join(chance.choices(_LETTERS, k=chance.randint(2, 9))) for _ in range(5_000))
    return "".join(word + ("\r" if chance.random() < 0.05 else " ") for word in words)


def composition(folder: Path) -> Composition:
    """Compose the program with everything of the typist's inside a folder."""
    places = {"NEWSROOM_DATA_DIR": str(folder), "NEWSROOM_CONFIG_DIR": str(folder)}
    return Composition(read_settings(places), keyring=False)


def type_and_stay(library: Path, seed: int, told: Connection) -> None:
    """Open a window on a library, type some words, and stay until the system asks for the end.

    Tells the article's id as soon as the last key was struck and the loop turns.
    """
    # What runs in the background of a shell is begun with Ctrl+C ignored, and so would this be.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    program = composition(library.parent)
    visit, editor = _begin(program, library)
    QTest.keyClicks(editor.body, text(seed)[:200])
    app = an_application(program.settings)
    QTimer.singleShot(0, app, lambda: told.send(editor.article))
    sys.exit(until_ended(app, visit))


def type_on(library: Path, seed: int, told: Connection) -> None:
    """Open a window on a library, begin an article, and type until killed.

    Tells the article's id, and then after each key when it was struck, on the monotonic clock that
    the processes of a machine share.
    """
    _, editor = _begin(composition(library.parent), library)
    told.send(editor.article)
    for character in text(seed):
        QTest.keyClicks(editor.body, character)
        told.send(time.monotonic())
        QTest.qWait(_BETWEEN_KEYS_MS)


def kill(process: BaseProcess) -> None:
    """Kill a process that types; one that has ended by itself is a fault of the program."""
    ended = process.exitcode
    assert ended is None, f"The window ended by itself, with {ended}"
    process.kill()
    process.join()


def _begin(program: Composition, library: Path) -> tuple[Visit, ArticlePane]:
    """Open a window on a library and begin an article beside the one that was open last."""
    draw_nowhere()
    visit, room = enter(program.opener(), program.settings, library)
    editor = room.panes.editor
    wait_for("what was open last", lambda: editor.article == room.desk.wanted)
    former = editor.article
    room.new_article()
    wait_for("a new article", lambda: editor.article not in (None, former))
    return visit, editor
