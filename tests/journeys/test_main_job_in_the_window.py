"""The main job with keys and mouse: begin, write, credit, submit, approve, export."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from newsroom.desk import browsing
from newsroom.desk.room import Desk
from newsroom.domain.ids import ArticleId
from newsroom.domain.workflow import State
from newsroom.ui.article.growing import GrowingText
from newsroom.ui.frame.places import Place
from newsroom.ui.linking.link_popover import LinkPopover
from newsroom.ui.look.labels import Label
from newsroom.ui.look.pill import StatePill
from newsroom.ui.room import Room
from newsroom.ui.start import Visit
from newsroom.ui.welcome import Welcome
from tests.support.images import encoded, scene
from tests.support.rooms import RESOURCES
from tests.support.windows import Hands, Program, answer, question

HOUSE = RESOURCES / "samples" / "steppe-courier" / "house.toml"
BODY = """\
The ferry **Aidyn** left the eastern pier at eight on Tuesday with forty passengers.

## What it costs

- A seat is 600 tenge.
- A bicycle rides for 200.

> We kept the timetable on the wall all this time.

The whole [timetable](https://pier.example/times) hangs at the pier.
"""
ROWS = (
    "News from the middle of the continent",
    "Courier on Facebook Courier on Instagram Courier on TikTok Courier on Twitter "
    "Courier on Telegram Courier on YouTube RSS",
    "Main Page Regions Ferry returns to the western shore",
    "Balqash, Kazakhstan • 02 May, 2026 | 14:07",
    "1 min read",
    "Two crossings a day, and a ticket for bicycles",
    "By Aigerim Sadykova",
    "The first queue in nine years.",
    "Credit: Lake Transport Office",
    "The ferry Aidyn left the eastern pier at eight on Tuesday with forty passengers.",
    "What it costs",
    "A seat is 600 tenge.",
    "A bicycle rides for 200.",
    "We kept the timetable on the wall all this time.",
    "The whole timetable hangs at the pier.",
    "Credit: Pier archive",
    "Sources Lake Transport Office Port authority",
    "You may reprint up to 30% of this text",
)


@dataclass
class Day:
    """A day in one window: what a person does there, in the order of the day."""

    program: Program
    visit: Visit
    folder: Path

    @property
    def hands(self) -> Hands:
        return self.program.hands

    @property
    def room(self) -> Room:
        return self.program.room(self.visit)

    @property
    def article(self) -> ArticleId:
        article = self.room.panes.editor.article
        assert article is not None
        return article

    def look(self) -> Desk:
        """Open the library a second time, as the command line would, to see what is on disk."""
        return self.program.rooms.reopen("library")

    def begin(self) -> None:
        """Begin a newsroom of the sample house through the welcome screen."""
        self.hands.until(lambda: self.visit.window.findChild(Welcome))
        welcome = self.visit.window.findChild(Welcome)
        assert welcome is not None
        self.hands.press(welcome, "Use a house file")
        answer(question(welcome), HOUSE)
        name = self.hands.part(welcome, "Name of the publication", QLineEdit)
        assert name.text() == "The Steppe Courier"
        self.hands.type(self.hands.part(welcome, "Your name", QLineEdit), "Aigerim Sadykova")
        self.hands.press(welcome, "Begin a newsroom")
        self.hands.until(lambda: "Steppe Courier" in self.visit.window.windowTitle())

    def write_fields(self) -> None:
        """Begin an article and fill what stands over its body."""
        editor = self.room.panes.editor
        self.hands.press(editor, "New article")
        self.hands.until(lambda: editor.article)
        self.hands.until(editor.headline.hasFocus)
        QTest.keyClicks(editor.headline, "Ferry returns to the western shore")
        self.hands.key(editor.headline, "Return")
        assert editor.standfirst.hasFocus()
        QTest.keyClicks(editor.standfirst, "Two crossings a day, and a ticket for bicycles")
        self.hands.press(editor, "Section: Choose section")
        self.hands.choose("Regions")
        self.hands.type(self.hands.part(editor, "Place", QLineEdit), "Balqash, Kazakhstan")
        assert self.hands.part(editor, "Byline", QLineEdit).text() == "Aigerim Sadykova"
        self.hands.press(editor, "Date and time")
        moment = self.hands.part(self.visit.window, "Date and time", QDateTimeEdit)
        self.hands.key(moment, "Home")
        self.hands.key(moment, "Up")
        QTest.keyClicks(moment, "020520261407")
        self.hands.press(moment.parentWidget(), "Set")
        self.hands.press(editor, "Details")
        sources = self.hands.part(editor, "Sources", QLineEdit)
        self.hands.type(sources, "Lake Transport Office; Port authority")

    def write_body(self) -> None:
        """Write the body, with its forms from the toolbar and from the keys."""
        editor, hands = self.room.panes.editor, self.hands
        body = editor.body
        hands.type(body, "The ferry ")
        hands.key(body, "Ctrl+B")
        QTest.keyClicks(body, "Aidyn")
        hands.press(editor.toolbar, "Bold")
        QTest.keyClicks(body, " left the eastern pier at eight on Tuesday with forty passengers.")
        hands.key(body, "Return")
        hands.press(editor.toolbar, "Style of the paragraph: Body text")
        hands.choose("Heading")
        QTest.keyClicks(body, "What it costs")
        hands.key(body, "Return")
        hands.press(editor.toolbar, "Bulleted list")
        QTest.keyClicks(body, "A seat is 600 tenge.")
        hands.key(body, "Return")
        QTest.keyClicks(body, "A bicycle rides for 200.")
        hands.key(body, "Return", times=2)
        hands.key(body, "Ctrl+Shift+9")
        QTest.keyClicks(body, "We kept the timetable on the wall all this time.")
        hands.key(body, "Return", times=2)
        QTest.keyClicks(body, "The whole timetable")
        hands.key(body, "Ctrl+Shift+Left")
        hands.key(body, "Ctrl+L")
        self.answer_link("https://pier.example/times")
        hands.key(body, "End")
        QTest.keyClicks(body, " hangs at the pier.")

    def answer_link(self, address: str) -> None:
        """Type an address into the popover for it."""
        popover = self.room.panes.editor.findChild(LinkPopover)
        assert popover is not None
        self.hands.until(popover.isVisible)
        QTest.keyClicks(popover.field, address)
        self.hands.key(popover.field, "Return")
        self.hands.until(popover.isHidden)

    def bring_picture(self, name: str, **record: str) -> None:
        """Add a picture in its place and type its record."""
        path = self.folder / name
        path.write_bytes(encoded(scene(900, 600).rotate(len(name))))
        self.program.go(self.visit, Place.PICTURES)
        place = self.room.panes.library_pictures
        before = place.picture
        self.hands.click(place.grid.add)
        answer(question(place.grid), path)
        self.hands.until(lambda: place.picture not in (None, before))
        form = place.detail.form
        for field, words in record.items():
            self.hands.type(form.box(field), words)

    def use_in_article(self) -> None:
        """Put the picture on show into the open article."""
        self.hands.press(self.room.panes.library_pictures.detail, "Use in article")
        assert self.visit.window.place is Place.ARTICLES

    def choose_lead(self) -> None:
        """Make the picture that arrived last the lead, through the chooser."""
        editor = self.room.panes.editor
        self.hands.press(editor, "Add lead picture")
        self.hands.until(lambda: self.visit.window.findChildren(QDialog))
        (chooser,) = self.visit.window.findChildren(QDialog)
        grid = self.hands.part(chooser, "Pictures", QListView)

        def rows() -> list[object]:
            return [grid.model().index(row, 0).data() for row in range(grid.model().rowCount())]

        self.hands.until(lambda: "The first queue in nine years." in rows())
        self.hands.click_row(grid, rows().index("The first queue in nine years."))
        self.hands.press(chooser, "Use picture")
        self.hands.until(lambda: editor.lead.figure)

    def submit(self) -> None:
        """Press the button of the pane."""
        self.hands.press(self.room.panes.editor, "Submit for approval")
        self.until_state(State.IN_REVIEW)

    def until_state(self, state: State) -> None:
        """Wait until the pill over the article tells a state."""
        pill = self.room.panes.editor.header.findChild(StatePill)
        assert pill is not None
        words = {
            State.IN_REVIEW: "In review",
            State.RETURNED: "Returned",
            State.APPROVED: "Approved",
            State.STALE: "Approval stale",
            State.PUBLISHED: "Published",
        }
        self.hands.until(lambda: pill.accessibleName() == words[state])

    def page_text(self) -> str:
        """Read the words of the page that stands in the preview."""
        script = "document.documentElement.outerHTML"
        return text_of(str(self.hands.ask_page(self.room.panes.preview.view, script)))

    def review(self) -> QWidget:
        """Go to the review place, where the story waits, and give the card of the decision."""
        self.program.go(self.visit, Place.REVIEW)
        place = self.room.panes.review
        self.hands.until(lambda: place.queue.model().rowCount() == 1)
        self.hands.click_row(place.queue, 0)
        return place.card

    def export(self, out: Path) -> None:
        """Export what is ready, and wait for the report."""
        self.program.go(self.visit, Place.PUBLISH)
        place = self.room.panes.publish
        place.choose_folder(out)
        self.hands.press(place, "Export")
        self.hands.until(lambda: "All credits agree" in told(place.report))


def told(part: QWidget) -> list[str]:
    """List the words that a part shows."""
    return [one.text() for one in part.findChildren(Label) if one.isVisible()]


def text_of(html: str) -> str:
    """Give the words of a page on one line."""
    bare = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())


@pytest.fixture
def day(program: Program, tmp_path: Path) -> Day:
    made = Day(program, program.start(tmp_path / "library"), tmp_path)
    made.begin()
    return made


def test_a_story_goes_from_the_first_key_to_the_page(day: Day, tmp_path: Path) -> None:
    hands = day.hands
    day.write_fields()
    day.write_body()
    day.bring_picture(
        "timetable.jpg",
        credit="Pier archive",
        alt="A yellowed sheet of paper hangs on a wall",
    )
    day.use_in_article()
    day.bring_picture(
        "queue.jpg",
        alt="People with bags queue beside a white ferry",
        caption="The first queue in nine years.",
        credit="Lake Transport Office",
    )
    day.program.go(day.visit, Place.ARTICLES)
    day.choose_lead()
    panes = day.room.panes
    markdown = panes.editor.content().body
    assert re.sub(r"!\[.*\n\n?", "", markdown).rstrip() == BODY.rstrip()

    hands.until(lambda: panes.checks.found == ())
    hands.press(panes.inspector, "Checks")
    hands.until(lambda: "Nothing to check" in told(panes.checks))
    hands.press(panes.inspector, "Preview")
    hands.until(lambda: [row for row in ROWS if row not in day.page_text()] == [])

    day.submit()
    card = day.review()
    hands.press(card, "Approve")
    day.program.go(day.visit, Place.ARTICLES)
    day.until_state(State.APPROVED)
    preview = panes.preview.preview
    assert preview is not None

    day.export(tmp_path / "site")
    (page,) = (tmp_path / "site").rglob("index.html")
    folder = page.relative_to(tmp_path / "site").parent.as_posix()
    assert folder == "regions/2026/05/02/ferry-returns-to-the-western-shore"
    html = page.read_bytes()
    assert html == preview.html
    text = text_of(html.decode())
    assert [row for row in ROWS if row not in text] == []
    assert b'alt="Courier logo"' in html

    day.program.go(day.visit, Place.ARTICLES)
    day.until_state(State.PUBLISHED)
    hands.key(panes.editor.body, "Ctrl+End")
    QTest.keyClicks(panes.editor.body, "x")
    day.until_state(State.STALE)
    day.program.go(day.visit, Place.PUBLISH)
    hands.until(lambda: "0 approved" in told(panes.publish))
    assert not panes.publish.export_button.isEnabled()
    hands.click_row(panes.publish.list, 0, QPoint(24, 24))
    assert not panes.publish.export_button.isEnabled()
    hands.click(panes.publish.export_button)
    assert page.read_bytes() == html


def test_a_story_is_returned_with_a_note_and_comes_again(day: Day) -> None:
    day.write_fields()
    day.write_body()
    day.submit()
    card = day.review()
    day.hands.press(card, "Return with note")
    assert "Say what should change." in told(card)
    note = day.hands.part(card, "Note for the writer", QPlainTextEdit)
    day.hands.type(note, "Name the captain.")
    day.hands.press(card, "Return with note")
    day.program.go(day.visit, Place.ARTICLES)
    day.until_state(State.RETURNED)
    day.hands.press(day.room.panes.inspector, "History")
    day.hands.until(lambda: any("Name the captain." in one for one in told(day.room.panes.history)))
    standfirst = day.hands.part(day.room.panes.editor, "Standfirst", GrowingText)
    standfirst.setFocus(Qt.FocusReason.MouseFocusReason)
    day.hands.key(standfirst, "Ctrl+End")
    QTest.keyClicks(standfirst, ", says Captain Omar")
    day.submit()
    desk = day.look()
    revisions = browsing.revisions(desk, day.article)
    assert revisions[-1].content.standfirst.endswith("Captain Omar")
    verdicts = [one.verdict.value for one in browsing.decisions(desk, day.article)]
    assert verdicts == ["submitted", "returned", "submitted"]
