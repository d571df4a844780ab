"""A whole day without a mouse: begin, write, picture, credit, submit, approve, export, quit.

Everything that is done here is a key, sent to whatever has the keyboard. What the window shows is
only looked at, to wait for it and to judge it. The folder is typed into the dialog that Qt opens
where the system has none; the picture comes from the clipboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from newsroom.domain.workflow import State
from newsroom.ui.frame.places import Place
from newsroom.ui.look.labels import Label
from newsroom.ui.look.pill import StatePill
from newsroom.ui.look.states import STATE_WORDS
from newsroom.ui.room import Room
from newsroom.ui.start import Visit
from newsroom.ui.welcome import Welcome
from tests.support.images import encoded, scene
from tests.support.windows import Program

_MOST = 60
"""Tabs after which a part that was not reached cannot be reached."""


@dataclass
class Typist:
    """Somebody with a keyboard and nothing else."""

    program: Program
    visit: Visit

    @property
    def room(self) -> Room:
        return self.program.room(self.visit)

    @property
    def here(self) -> QWidget:
        """What gets the next key."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or self.visit.window

    def until(self, holds: object) -> None:
        assert callable(holds)
        self.program.hands.until(holds)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.here, words)

    def press(self, *keys: str) -> None:
        for one in keys:
            pressed = QKeySequence(one)[0]
            if pressed.keyboardModifiers():
                self.come_back()
            QTest.keyClick(self.here, pressed.key(), pressed.keyboardModifiers())

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until the part that is called so has the keyboard."""
        for _ in range(_MOST):
            if self._name().startswith(name):
                return
            self.press(key)
        pytest.fail(f"{name} was not reached; the keyboard is at {self.here} {self._name()!r}")

    def _name(self) -> str:
        return self.here.accessibleName() or str(getattr(self.here, "text", str)())

    def run(self, letters: str, first: str) -> None:
        """Run a command through the palette, the one that is shown first."""
        self.press("Ctrl+K")
        self.until(self.room.palette.isVisible)
        self.type(letters)
        assert self.room.palette.rows[0].words == first
        self.press("Return")
        assert not self.room.palette.isVisible()

    def choose(self, words: str) -> None:
        """Take a line of the menu that opens, with the arrows."""
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        while menu.activeAction() is None or menu.activeAction().text() != words:
            self.press("Down")
        self.press("Return")
        self.come_back()

    def come_back(self) -> None:
        """Do what a window manager does when a menu closes or a dialog opens; none runs with tests.

        Commands are heard by the active window only.
        """
        front = QApplication.activeModalWidget() or self.visit.window

        def is_forward() -> bool:
            front.activateWindow()
            return front.isActiveWindow()

        self.until(is_forward)

    def until_state(self, state: State) -> None:
        """Wait until the open article stands so, as the pill over it says."""
        pill = self.room.panes.editor.header.findChild(StatePill)
        assert pill is not None
        self.until(lambda: pill.accessibleName() == STATE_WORDS[state])


@pytest.fixture
def typist(program: Program, tmp_path: Path) -> Typist:
    made = Typist(program, program.start(tmp_path / "library"))
    made.visit.window.activateWindow()
    made.until(made.visit.window.isActiveWindow)
    return made


def begin(typist: Typist) -> None:
    typist.until(lambda: typist.visit.window.findChild(Welcome))
    typist.until(lambda: typist.here.accessibleName() == "Name of the publication")
    typist.type("The Lake Post")
    typist.tab_to("Web address")
    typist.type("https://lake-post.example")
    typist.tab_to("Your name")
    typist.type("Aigerim Sadykova")
    typist.press("Return")
    typist.until(lambda: "Lake Post" in typist.visit.window.windowTitle())


def write(typist: Typist) -> None:
    room = typist.room
    editor = room.panes.editor
    typist.run("new art", "New article")
    typist.until(lambda: editor.article and editor.headline.hasFocus())
    typist.type("Ferry returns to the western shore")
    typist.press("Return")
    typist.type("Two crossings a day")
    typist.tab_to("Place")
    typist.type("Balqash")
    typist.tab_to("Section", "Shift+Tab")
    typist.press("Space")
    typist.choose("News")
    typist.tab_to("Body")
    typist.type("The ferry ")
    typist.press("Ctrl+B")
    typist.type("Aidyn")
    typist.press("Ctrl+B")
    typist.type(" left at eight on Tuesday.")
    typist.press("Return", "Ctrl+Alt+2")
    typist.type("What it costs")
    typist.press("Return", "Ctrl+Shift+8")
    typist.type("A seat is 600 tenge.")
    typist.press("Return")
    typist.type("A bicycle rides for 200.")
    typist.press("Return", "Return")
    typist.type("Ask at the pier.")


def bring_a_picture(typist: Typist) -> None:
    place = typist.room.panes.library_pictures
    picture = QImage.fromData(encoded(scene(900, 600)))
    QGuiApplication.clipboard().setImage(picture)
    typist.press("Ctrl+2")
    typist.until(lambda: typist.visit.window.place is Place.PICTURES)
    typist.press("Ctrl+V")
    typist.until(lambda: place.picture)
    typist.tab_to("A blind reader hears")
    typist.type("A white ferry at a wooden pier")
    typist.tab_to("Everyone reads")
    typist.type("The ferry on Tuesday.")
    typist.tab_to("Gets the credit")
    typist.type("Lake Transport Office")
    typist.press("Ctrl+Alt+U")
    typist.until(lambda: typist.visit.window.place is Place.ARTICLES)
    body = typist.room.panes.editor
    typist.until(lambda: "The ferry on Tuesday." in body.content().body)


def told(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(Label) if one.isVisible()]


def test_a_whole_day_without_a_mouse(typist: Typist, tmp_path: Path) -> None:
    begin(typist)
    write(typist)
    bring_a_picture(typist)
    panes = typist.room.panes

    typist.press("F6")
    typist.tab_to("Checks", "Right")
    typist.press("Space")
    typist.until(lambda: "Nothing to check" in told(panes.checks))

    typist.press("Ctrl+Return")
    typist.until_state(State.IN_REVIEW)
    typist.press("Ctrl+3")
    typist.until(lambda: "You may approve this story." in told(panes.review))
    typist.come_back()
    typist.press("Ctrl+Shift+Return")
    typist.until_state(State.APPROVED)

    site = tmp_path / "site"
    site.mkdir()
    typist.press("Ctrl+4")
    typist.until(panes.publish.export_button.isEnabled)
    typist.come_back()
    typist.press("Ctrl+Alt+E")
    typist.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    typist.come_back()
    typist.type(str(site))
    typist.press("Return")
    typist.until(lambda: "All credits agree" in told(panes.publish))
    (page,) = site.rglob("index.html")
    html = page.read_text(encoding="utf-8")
    for words in ("<strong>Aidyn</strong>", "What it costs", "Lake Transport Office"):
        assert words in html

    typist.press("Ctrl+1")
    typist.press("Ctrl+K")
    typist.press("Escape")
    assert not typist.room.palette.isVisible()
    assert typist.visit.window.isAncestorOf(typist.here)
    typist.come_back()
    typist.press("Ctrl+Q")
    typist.until(lambda: not typist.visit.is_inside)
