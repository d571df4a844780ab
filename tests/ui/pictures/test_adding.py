"""Three ways in: dialog, drop and paste; whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from newsroom.desk import browsing
from newsroom.domain.summary import PictureQuery, PictureSummary
from newsroom.ui.pictures.pictures_place import PicturesPlace
from tests.support.images import encoded, scene, xmp
from tests.ui.pictures.conftest import SAMPLES, Stage

CREDITED = xmp("<photoshop:Credit>Dana Kassym / Courier</photoshop:Credit>")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing of a test in the clipboard."""
    yield
    QGuiApplication.clipboard().clear()


def library(stage: Stage) -> tuple[PictureSummary, ...]:
    return browsing.pictures(stage.desk, PictureQuery())


def of_files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(place: PicturesPlace, mime: QMimeData, at: QWidget) -> bool:
    """Drop as Qt does: on the widget there, or the nearest one around it that takes drops.

    Who drags proposes to move; what is taken is taken as a copy.
    """
    target = at
    while not target.acceptDrops():
        target = target.parentWidget()
    middle = target.mapFromGlobal(at.mapToGlobal(at.rect().center()))
    keys, button = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    entering = QDragEnterEvent(middle, either, mime, button, keys)
    entering.ignore()
    QApplication.sendEvent(target, entering)
    if entering.isAccepted():
        dropping = QDropEvent(QPointF(middle), either, mime, button, keys)
        QApplication.sendEvent(target, dropping)
        assert dropping.dropAction() is Qt.DropAction.CopyAction
    return entering.isAccepted()


def test_files_from_the_dialog_come_in_and_the_last_is_chosen(stage: Stage) -> None:
    place = stage.open()
    QTest.mouseClick(place.grid.add, Qt.MouseButton.LeftButton)
    dialog = place.grid.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(SAMPLES / "bridge1.jpg"), str(SAMPLES / "tower1.jpg")])
    dialog.close()
    stage.settle()
    names = {one.picture.id: one.picture.file_name for one in library(stage)}
    assert sorted(names.values()) == ["bridge1.jpg", "tower1.jpg"]
    assert names[place.picture] == "tower1.jpg"
    assert place.grid.footer_words == ("2 of 2", "1 selected")
    assert place.grid.notice.words.startswith("2 added")


def test_a_dropped_file_brings_its_embedded_credit(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "hall.jpg"
    path.write_bytes(encoded(scene(), "JPEG", xmp=CREDITED))
    place = stage.open()
    assert drop(place, of_files(path), place.grid.view.viewport())
    stage.settle()
    assert [one.picture.record.credit for one in library(stage)] == ["Dana Kassym / Courier"]
    assert place.detail.form.box("credit").words() == "Dana Kassym / Courier"


@pytest.mark.parametrize("where", ["search", "credit", "alt", "footer"])
def test_a_file_may_be_dropped_anywhere_even_on_a_field(stage: Stage, where: str) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    form = place.detail.form
    spots: dict[str, QWidget] = {
        "search": place.grid.search,
        "credit": form.box("credit"),
        "alt": form.box("alt").viewport(),
        "footer": place.detail,
    }
    before = (form.box("credit").words(), form.box("alt").words(), place.grid.search.text())
    assert drop(place, of_files(SAMPLES / "tower1.jpg"), spots[where])
    stage.settle()
    assert len(library(stage)) == 2
    assert stage.stored(bridge).record.credit == before[0]
    assert stage.stored(bridge).record.alt == before[1]
    assert place.grid.search.text() == before[2]


def test_one_refused_among_several_is_told_and_the_others_come_in(
    stage: Stage, tmp_path: Path
) -> None:
    fake, empty = tmp_path / "fake.jpg", tmp_path / "empty.png"
    fake.write_text("not a picture at all")
    empty.write_bytes(b"")
    place = stage.open()
    seen: list[str] = []
    place.grid.progressed.connect(seen.append)
    place.add_files([fake, SAMPLES / "bridge1.jpg", empty, tmp_path / "absent.jpg"])
    stage.settle()
    assert [one.picture.file_name for one in library(stage)] == ["bridge1.jpg"]
    assert place.grid.notice.words.startswith("1 added, 3 refused: ")
    for name in ("fake.jpg", "empty.png", "absent.jpg"):
        assert name in place.grid.notice.words
    assert "Adding 2 of 4: bridge1.jpg" in seen
    assert place.picture == library(stage)[0].picture.id
    assert stage.errors == []


def test_a_single_refusal_is_one_clear_sentence(stage: Stage, tmp_path: Path) -> None:
    place = stage.open()
    place.add_files([tmp_path])
    stage.settle()
    assert place.grid.notice.words == f"There is no picture in the folder {tmp_path.name}."
    assert place.picture is None


def test_a_picture_that_is_here_already_is_shown_not_added_twice(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg", credit="Ours")
    stage.picture("tower1.jpg")
    place = stage.open()
    place.add_files([SAMPLES / "bridge1.jpg"])
    stage.settle()
    assert len(library(stage)) == 2
    assert place.picture == bridge
    assert "in the library already" in place.grid.notice.words
    assert stage.stored(bridge).record.credit == "Ours"


def test_a_copied_picture_is_pasted(stage: Stage) -> None:
    place = stage.open()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(place.grid.view, Qt.Key.Key_V, CTRL)
    stage.settle()
    (one,) = library(stage)
    assert (one.picture.width, one.picture.height) == (40, 30)
    assert one.picture.file_name == "pasted.png"
    assert place.picture == one.picture.id


def test_pasted_bytes_keep_what_the_file_says_of_itself(stage: Stage) -> None:
    place = stage.open()
    mime = QMimeData()
    mime.setData("image/jpeg", encoded(scene(), "JPEG", xmp=CREDITED))
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(place.grid.view, Qt.Key.Key_V, CTRL)
    stage.settle()
    assert [one.picture.record.credit for one in library(stage)] == ["Dana Kassym / Courier"]


@pytest.mark.parametrize("kinds", [("png", "jpeg", "tiff"), ("jpeg", "png")])
def test_of_many_kinds_that_are_offered_the_first_is_what_the_program_has(
    stage: Stage, kinds: tuple[str, ...]
) -> None:
    place = stage.open()
    mime = QMimeData()
    for kind in kinds:
        mime.setData(f"image/{kind}", encoded(scene(), kind.upper()))
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(place.grid.view, Qt.Key.Key_V, CTRL)
    stage.settle()
    assert [one.picture.file_name for one in library(stage)] == [f"pasted.{kinds[0]}"]


def test_files_are_pasted_even_while_a_field_has_the_keyboard(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    QGuiApplication.clipboard().setMimeData(of_files(SAMPLES / "tower1.jpg"))
    for name in ("credit", "alt"):
        QTest.keyClick(place.detail.form.box(name), Qt.Key.Key_V, CTRL)
        stage.settle()
        place.show_picture(bridge)
        stage.settle()
    assert len(library(stage)) == 2
    assert stage.stored(bridge).record.credit == "Madina Tulegen"


def test_words_are_pasted_into_a_field_as_words(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg", caption="")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    mime = QMimeData()
    mime.setText("Ice on\nthe river")
    mime.setHtml("<b>Ice on<br>the river</b>")
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(place.detail.form.box("caption"), Qt.Key.Key_V, CTRL)
    place.flush()
    stage.settle()
    assert stage.stored(bridge).record.caption == "Ice on the river"
    assert len(library(stage)) == 1


def test_what_is_no_picture_is_not_taken(stage: Stage) -> None:
    place = stage.open()
    words = QMimeData()
    words.setText("Only words")
    assert not drop(place, words, place.grid)
    remote = QMimeData()
    remote.setUrls([QUrl("https://example.org/picture.jpg")])
    assert drop(place, remote, place.grid)
    assert "Save it as a file" in place.grid.notice.words
    stage.settle()
    assert library(stage) == ()


def test_a_new_picture_is_shown_though_a_filter_would_hide_it(stage: Stage) -> None:
    stage.picture("bridge1.jpg", caption="Bridge")
    place = stage.open()
    QTest.keyClicks(place.grid.search, "bridge")
    stage.wait(lambda: place.grid.footer_words[0] == "1 of 1")
    place.add_files([SAMPLES / "tower1.jpg"])
    stage.settle()
    assert place.grid.model.row_of(place.picture) >= 0
    assert place.grid.footer_words == ("2 of 2", "1 selected")


def test_a_picture_that_arrives_does_not_take_the_field_that_is_typed_in(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg", credit="")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    credit = place.detail.form.box("credit")
    credit.setFocus()
    gate = stage.hold_writes()
    place.add_files([SAMPLES / "tower1.jpg"])
    QTest.keyClicks(credit, "Dana ")
    gate.set()
    stage.settle()
    QTest.keyClicks(credit, "Kassym")
    place.flush()
    stage.settle()
    assert place.picture == bridge
    assert stage.stored(bridge).record.credit == "Dana Kassym"
    QTest.mouseClick(button(place, "Show"), Qt.MouseButton.LeftButton)
    stage.settle()
    assert place.picture != bridge


def test_a_picture_that_arrives_takes_the_keyboard_out_of_the_former_ones_field(
    stage: Stage,
) -> None:
    bridge = stage.picture("bridge1.jpg")
    place = stage.open()
    place.show_picture(bridge)
    stage.settle()
    place.detail.form.box("credit").setFocus()
    place.add_files([SAMPLES / "tower1.jpg"])
    stage.settle()
    assert place.picture != bridge
    assert place.grid.view.hasFocus()


def button(place: PicturesPlace, words: str) -> QPushButton:
    return next(one for one in place.findChildren(QPushButton) if one.text() == words)
