"""Questions for files and folders: whoever asks goes on at once, and so does everything else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from newsroom.desk import browsing, illustrating
from newsroom.domain.picture import Picture
from newsroom.domain.summary import PictureQuery
from newsroom.markup import front_matter
from newsroom.ui.choosing import ask_for_file, ask_where_to_save
from newsroom.ui.inserting.picture_chooser import PictureChooser
from newsroom.ui.keeping.leaving import COPY, LOSE
from newsroom.ui.welcome import Welcome
from tests.support.images import encoded, scene
from tests.support.rooms import RESOURCES
from tests.support.windows import answer, question
from tests.ui.shell.conftest import Stage, write
from tests.ui.shell.fields import type_at_end
from tests.ui.shell.test_keeping import a_full_disk, headline_on_disk, on_a_disk_that_fills
from tests.ui.shell.test_no_room import buttons

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def press(within: QWidget, words: str) -> None:
    (button,) = (
        one
        for one in within.findChildren(QAbstractButton)
        if words in {one.text(), one.accessibleName()}
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_words_go_to_disk_while_a_question_stands(stage: Stage, tmp_path: Path) -> None:
    article = write(stage.desk, "Asked")
    stage.open(article)
    editor = stage.room.panes.editor
    type_at_end(stage, editor.headline, " before")
    chosen: list[Path] = []
    ask_for_file(stage.window, "A file", "Text (*.txt)", chosen.append)
    dialog = question(stage.window)
    stage.saved()
    assert headline_on_disk(stage, article) == "Asked before"
    editor.headline.insertPlainText(" and during")
    stage.saved()
    assert headline_on_disk(stage, article) == "Asked before and during"
    assert dialog.isVisible()
    path = tmp_path / "wanted.txt"
    path.write_text("x")
    answer(dialog, path)
    assert chosen == [path]


def test_a_name_without_an_ending_gets_that_of_the_proposal(stage: Stage, tmp_path: Path) -> None:
    chosen: list[Path] = []
    given_up: list[bool] = []
    ask_where_to_save(
        stage.window,
        "Save it",
        "PDF (*.pdf)",
        chosen.append,
        name="page.pdf",
        folder=tmp_path,
        given_up=lambda: given_up.append(True),
    )
    dialog = question(stage.window)
    assert dialog.selectedFiles() == [str(tmp_path / "page.pdf")]
    answer(dialog, tmp_path / "other")
    assert (chosen, given_up) == ([tmp_path / "other.pdf"], [])


@on_a_disk_that_fills
def test_a_copy_has_what_was_typed_while_its_place_was_asked(stage: Stage, tmp_path: Path) -> None:
    article = write(stage.desk, "Copy")
    stage.open(article)
    editor = stage.room.panes.editor
    with a_full_disk():
        type_at_end(stage, editor.headline, " one")
        stage.window.close()
        stage.until(lambda: COPY in buttons(stage))
        press(stage.window.notice, COPY)
        dialog = question(stage.window)
        editor.headline.insertPlainText(" two")
        answer(dialog, tmp_path / "copy.md")
        stage.until(lambda: "Close" in buttons(stage))
        kept = front_matter.parse((tmp_path / "copy.md").read_text(encoding="utf-8"))
        assert kept.headline == "Copy one two"
    stage.saved()


@on_a_disk_that_fills
def test_giving_up_the_copy_offers_the_choices_again(stage: Stage) -> None:
    article = write(stage.desk, "Copy")
    stage.open(article)
    with a_full_disk():
        type_at_end(stage, stage.room.panes.editor.headline, " one")
        stage.window.close()
        stage.until(lambda: COPY in buttons(stage))
        press(stage.window.notice, COPY)
        question(stage.window).reject()
        assert set(buttons(stage)) == {COPY, LOSE}
    stage.saved()
    assert not stage.room.is_closed


@on_a_disk_that_fills
def test_a_disk_that_has_room_again_needs_no_copy(stage: Stage, tmp_path: Path) -> None:
    article = write(stage.desk, "Copy")
    stage.open(article)
    with a_full_disk():
        type_at_end(stage, stage.room.panes.editor.headline, " one")
        stage.window.close()
        stage.until(lambda: COPY in buttons(stage))
        press(stage.window.notice, COPY)
        dialog = question(stage.window)
    stage.saved()
    assert dialog.isVisible()
    answer(dialog, tmp_path / "copy.md")
    stage.until(lambda: stage.room.is_closed)
    assert headline_on_disk(stage, article) == "Copy one"
    assert not (tmp_path / "copy.md").exists()


def test_the_welcome_asks_without_waiting(stage: Stage, tmp_path: Path) -> None:
    welcome = Welcome(stage.theme, tmp_path)
    stage.window.cover(welcome)
    opened: list[Path] = []
    welcome.open_wanted.connect(opened.append)
    press(welcome, "Use a house file")
    answer(question(welcome), RESOURCES / "samples" / "steppe-courier" / "house.toml")
    assert welcome.house.text() == "The Steppe Courier"
    folder = tmp_path / "place"
    folder.mkdir()
    press(welcome, "Choose the folder")
    answer(question(welcome), folder)
    assert welcome.folder.text() == str(folder)
    press(welcome, "Open a library")
    question(welcome).reject()
    assert opened == []
    press(welcome, "Open a library")
    answer(question(welcome), folder)
    assert opened == [folder]
    stage.window.uncover(welcome)


def test_a_picture_for_the_text_is_added_from_a_file(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "pier.png"
    path.write_bytes(encoded(scene(320, 240)))
    panes = stage.room.panes
    chooser = PictureChooser(stage.theme, stage.link, panes.thumbnails, stage.window)
    taken: list[object] = []
    chooser.chosen.connect(taken.append)
    chooser.open()
    press(chooser, "Add from a file")
    answer(question(chooser), path)
    stage.until(lambda: bool(taken))
    (found,) = browsing.pictures(stage.desk, PictureQuery())
    assert taken == [found.picture]


def test_a_picture_is_found_and_taken_by_keys_with_its_credit_in_sight(stage: Stage) -> None:
    names = {}
    for number, credit in enumerate(("Dana Kassym", "", "AFP")):
        data = encoded(scene(320 + number, 240))
        given = {"credit": credit}
        added = illustrating.add_picture_bytes(stage.desk, data, f"{number}.jpg", given)
        names[credit] = added.picture.id
    panes = stage.room.panes
    chooser = PictureChooser(stage.theme, stage.link, panes.thumbnails, stage.window)
    taken: list[Picture] = []
    chooser.chosen.connect(taken.append)
    chooser.open()
    stage.until(lambda: chooser.model.rowCount() == 3 and not stage.lanes.busy)
    assert chooser.use.isEnabled()
    heard = [chooser.model.data(chooser.model.index(row, 0), SPOKEN) for row in range(3)]
    said = zip(heard, ("AFP", "credit is missing", "Dana Kassym"), strict=True)
    assert all(words in spoken for spoken, words in said)
    QTest.keyClicks(chooser.search, "Kassym")
    stage.until(lambda: chooser.model.rowCount() == 1 and not stage.lanes.busy)
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert [one.id for one in taken] == [names["Dana Kassym"]]


def test_the_chosen_picture_stays_so_while_others_come_in(stage: Stage) -> None:
    for number in range(3):
        illustrating.add_picture_bytes(
            stage.desk, encoded(scene(320 + number, 240)), f"{number}.jpg"
        )
    panes = stage.room.panes
    chooser = PictureChooser(stage.theme, stage.link, panes.thumbnails, stage.window)
    taken: list[Picture] = []
    chooser.chosen.connect(taken.append)
    chooser.open()
    stage.until(lambda: chooser.model.rowCount() == 3 and not stage.lanes.busy)
    QTest.keyClick(chooser.view, Qt.Key.Key_Right)
    data = encoded(scene(400, 240))
    stage.link.write(lambda desk: illustrating.add_picture_bytes(desk, data, "new.jpg"))
    stage.until(lambda: chooser.model.rowCount() == 4 and not stage.lanes.busy)
    QTest.keyClick(chooser.view, Qt.Key.Key_Return)
    assert [one.file_name for one in taken] == ["1.jpg"]
