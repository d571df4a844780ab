"""A furnished window on a real library, closed again with everything it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from newsroom.desk import browsing, drafting, illustrating
from newsroom.desk.room import Desk
from newsroom.domain.article import Content
from newsroom.domain.changes import Changes
from newsroom.domain.document import Figure
from newsroom.domain.ids import ArticleId
from newsroom.settings import Appearance
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.first_sight import FirstSight
from newsroom.ui.frame.mark import program_icon
from newsroom.ui.lanes import Lanes
from newsroom.ui.look.scale import set_scale
from newsroom.ui.look.theme import Theme
from newsroom.ui.main_window import MainWindow
from newsroom.ui.preview.serving import register_scheme
from newsroom.ui.room import Room
from tests.support.images import encoded, scene
from tests.support.rooms import RESOURCES, Rooms

register_scheme()

WAIT = 30_000


@dataclass
class Stage:
    """A window that a test plays on."""

    desk: Desk
    lanes: Lanes
    link: DeskLink
    theme: Theme
    window: MainWindow
    room: Room
    bot: QtBot

    def content(self, article: ArticleId) -> Content:
        """Read what is on disk of an article."""
        return browsing.story(self.desk, article).content

    def open(self, article: ArticleId) -> None:
        """Open an article and wait for it."""
        self.room.desk.open(article)
        self.until(lambda: self.room.panes.editor.article == article)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until something holds."""
        self.bot.waitUntil(holds, timeout=WAIT)

    def write(self, headline: str, **fields: object) -> ArticleId:
        """Write an article past the window, and tell the window."""
        article = write(self.desk, headline, **fields)
        self.link.changed.emit(Changes(articles=frozenset({article})), None)
        return article

    def saved(self) -> None:
        """Wait until everything is on disk."""
        self.until(lambda: not self.room.desk.keeper.dirty)


def strike(room: Room, window: MainWindow, lanes: Lanes) -> None:
    """Close a window, unless the test has, and take it away."""
    if not isValid(window):
        return
    if not room.is_closed:
        room.close()
    lanes.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    yield Theme(qapp, Appearance.LIGHT)
    qapp.setStyleSheet("")
    set_scale(1)


@pytest.fixture
def set_up(qapp: QApplication, qtbot: QtBot, theme: Theme) -> Iterator[Callable[[Desk], Stage]]:
    """Furnish a window on a desk; every window is closed at the end of the test."""
    standing: list[Stage] = []

    def furnished(desk: Desk) -> Stage:
        lanes = Lanes()
        link = DeskLink(desk, lanes)
        window = MainWindow(qapp, theme, program_icon(RESOURCES))
        room = Room(FirstSight(window, theme, link), desk.library.folder)
        window.show()
        stage = Stage(desk, lanes, link, theme, window, room, qtbot)
        stage.until(lambda: not lanes.busy)
        standing.append(stage)
        return stage

    yield furnished
    for stage in standing:
        strike(stage.room, stage.window, stage.lanes)


@pytest.fixture
def desk(rooms: Rooms) -> Desk:
    return rooms.begin()


@pytest.fixture
def stage(set_up: Callable[[Desk], Stage], desk: Desk) -> Stage:
    return set_up(desk)


def write(desk: Desk, headline: str, **fields: object) -> ArticleId:
    """Write an article straight into the library."""
    article = drafting.new_article(desk).article
    content = Content(headline=headline, section="news", language="en", byline="Aigerim Sadykova")
    drafting.save_draft(desk, article, replace(content, **{"body": "One line.\n", **fields}))
    return article


def a_lead(desk: Desk, credit: str = "Daniyar Kenes") -> Figure:
    """Add a picture and make a use of it."""
    given = {"credit": credit} if credit else {}
    picture = illustrating.add_picture_bytes(
        desk, encoded(scene(640, 480)), "river.jpg", given
    ).picture
    return Figure(picture.id, "A river in flood", "The river on Tuesday.")
