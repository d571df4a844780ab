"""A real room with pictures, and the place that shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from newsroom.desk import drafting, illustrating, opening, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.article import Content
from newsroom.domain.document import Figure
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import Picture
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.keeping.jotting import Jotter
from newsroom.ui.lanes import READERS, Lanes
from newsroom.ui.look.theme import Theme
from newsroom.ui.pictures.pictures_place import PicturesPlace
from newsroom.ui.pictures.record_keeper import RecordKeeper
from tests.support.rooms import RESOURCES, START, Clock, Rooms, tools
from tests.support.stories import a_content

SAMPLES = RESOURCES / "samples" / "steppe-courier"
LONG_MS = 20_000
"""How long a test waits at most for an answer; it goes on as soon as that is there."""


@dataclass
class Stage:
    """A place on a desk, and what a test does to them."""

    rooms: Rooms
    desk: Desk
    qtbot: QtBot
    app: QApplication
    lanes: Lanes = field(default_factory=Lanes)
    errors: list[Exception] = field(default_factory=list)
    gates: list[Event] = field(default_factory=list)

    def open(self) -> PicturesPlace:
        """Show the place."""
        self.link = DeskLink(self.desk, self.lanes)
        self.link.failed.connect(self.errors.append)
        self.theme = Theme(self.app)
        jotter = Jotter(self.link)
        records = RecordKeeper(self.link, jotter)
        self.place = PicturesPlace(self.theme, self.link, records)
        for keeper in (jotter, records):
            keeper.setParent(self.place)
        self.qtbot.addWidget(self.place)
        self.place.resize(1368, 852)
        self.place.show()
        self.qtbot.waitExposed(self.place)
        self.settle()
        return self.place

    def picture(self, name: str, **record: Any) -> PictureId:
        """Add a sample picture to the library before the place is opened."""
        given = {"credit": "Madina Tulegen", "alt": "What is to be seen", **record}
        return illustrating.add_picture_file(self.desk, SAMPLES / name, given).picture.id

    def article(self, picture: PictureId, **content: Any) -> ArticleId:
        """Write an article that leads with a picture."""
        made = drafting.new_article(self.desk).article
        lead = Figure(picture, "A bridge in ice", "The bridge on Tuesday")
        drafting.save_draft(self.desk, made, _content(lead, content))
        return made

    def approved(self, picture: PictureId) -> ArticleId:
        """Write an article that leads with a picture, and approve it."""
        made = self.article(picture)
        reviewing.submit(self.desk, made)
        reviewing.approve(self.desk, made)
        return made

    def stored(self, picture: PictureId) -> Picture:
        """Read a picture from the library."""
        with self.desk.library.reading() as view:
            return view.picture(picture)

    def start_again(self) -> None:
        """Open the library anew, a day later, with a pen that has not fetched its key yet."""
        self.desk.close()
        self.rooms.made.remove(self.desk)
        later = tools(self.rooms.folder, Clock(START + timedelta(days=1)))
        self.desk = opening.open_desk(self.rooms.folder / "library", self.rooms.cabinet, later)
        self.rooms.made.append(self.desk)

    def press(self, within: QWidget, words: str) -> None:
        """Press the button that says so."""
        (found,) = (
            one
            for one in within.findChildren(QAbstractButton)
            if one.text() == words and one.isVisible()
        )
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def settle(self) -> None:
        """Wait until every answer has come, and what was still to be asked is answered too."""
        self.qtbot.waitUntil(lambda: not (self.lanes.busy or self._asks), timeout=LONG_MS)

    @property
    def _asks(self) -> bool:
        """Whether the grid is about to ask for something."""
        return any(timer.isActive() for timer in self.place.grid.model.findChildren(QTimer))

    def wait(self, true: Any) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(true, timeout=LONG_MS)

    def hold_writes(self) -> Event:
        """Keep every write waiting until the event is set."""
        gate = self._gate()
        self.link.write(lambda _: gate.wait(60))
        return gate

    def hold_reads(self) -> Event:
        """Keep every read waiting until the event is set."""
        gate = self._gate()
        for _ in range(READERS):
            self.link.read(lambda _: gate.wait(60), lambda _: None)
        return gate

    def _gate(self) -> Event:
        self.gates.append(Event())
        return self.gates[-1]

    def close(self) -> None:
        """Finish what is under way."""
        for gate in self.gates:
            gate.set()
        self.lanes.close()
        self.rooms.close()
        self.app.setStyleSheet("")


def _content(lead: Figure, fields: dict[str, Any]) -> Content:
    return a_content(lead=lead, **fields)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Stage]:
    """Give a newsroom of one person, with no pictures yet."""
    rooms = Rooms(tmp_path)
    made = Stage(rooms, rooms.begin(), qtbot, qapp)
    yield made
    made.close()
