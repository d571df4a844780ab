"""A credit that is typed in the pictures place is at once in every place that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from newsroom.desk import drafting, illustrating, reviewing, wording
from newsroom.domain.document import Document, Figure, Paragraph, Text
from newsroom.domain.ids import ArticleId
from newsroom.ui.frame.places import Place
from newsroom.ui.look.labels import Label
from newsroom.ui.look.pill import StatePill
from newsroom.ui.room import Room
from newsroom.ui.start import Visit
from tests.support.images import encoded, scene
from tests.support.stories import a_content
from tests.support.windows import Program

CREDIT = "Committee of the River"


@pytest.fixture
def article(program: Program) -> ArticleId:
    """Write an approved story that shows one picture as its lead and in its body."""
    desk = program.rooms.begin()
    picture = illustrating.add_picture_bytes(
        desk, encoded(scene(640, 480)), "river.jpg", {"credit": "Daniyar Kenes"}
    ).picture
    words = Paragraph((Text("The river rose."),))
    figure = Figure(picture.id, "A river in flood", "The river on Tuesday.")
    made = drafting.new_article(desk).article
    body = wording.write_body(Document((words, figure)))
    lead = Figure(picture.id, "A river from above", "The river on Monday.")
    drafting.save_draft(desk, made, a_content(body=body, lead=lead))
    reviewing.submit(desk, made)
    reviewing.approve(desk, made)
    desk.close()
    return made


def card(room: Room) -> QImage:
    """Draw the body, in which the figure's card stands."""
    return room.panes.editor.body.grab().toImage()


def told(room: Room) -> list[str]:
    return [one.text() for one in room.panes.editor.lead.findChildren(Label)]


def page(program: Program, room: Room) -> str:
    return str(program.hands.ask_page(room.panes.preview.view, "document.body.innerText"))


def open_article(program: Program, visit: Visit, room: Room, article: ArticleId) -> None:
    view = room.panes.list.view
    program.hands.until(lambda: view.model().rowCount() == 1)
    program.hands.click_row(view, 0)
    program.hands.until(lambda: room.panes.editor.article == article)
    program.hands.until(lambda: "Credit: Daniyar Kenes" in page(program, room))


def test_it_is_in_the_figure_the_lead_the_preview_and_the_state(
    program: Program, tmp_path: Path, article: ArticleId
) -> None:
    hands = program.hands
    visit, room = program.enter(tmp_path / "library")
    open_article(program, visit, room, article)
    assert "Credit: Daniyar Kenes" in told(room)
    hands.until(lambda: room.panes.thumbnails.pixmap(next(iter(room.panes.editor.pictures))))
    before = card(room)
    assert card(room) == before

    program.go(visit, Place.PICTURES)
    place = room.panes.library_pictures
    hands.until(lambda: place.grid.view.model().rowCount() == 1)
    hands.click_row(place.grid.view, 0)
    hands.until(lambda: place.picture)
    field = place.detail.form.box("credit")
    hands.click(field)
    hands.key(field, "Ctrl+A")
    hands.bot.keyClicks(field, CREDIT)
    program.go(visit, Place.ARTICLES)

    hands.until(lambda: f"Credit: {CREDIT}" in told(room))
    hands.until(lambda: page(program, room).count(f"Credit: {CREDIT}") == 2)
    assert "Credit: Daniyar Kenes" not in page(program, room)
    assert card(room) != before
    pill = room.panes.editor.header.findChild(StatePill)
    assert pill is not None
    hands.until(lambda: pill.accessibleName() == "Approval stale")
    assert not room.desk.keeper.dirty
