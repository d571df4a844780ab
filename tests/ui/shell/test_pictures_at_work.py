"""Pictures in the real window: cut by a key, found in Publish when their rights end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from newsroom.desk import browsing, illustrating, publishing, reviewing
from newsroom.domain.framing import FocalPoint
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import RightsPeriod
from newsroom.ui.frame.places import Place
from newsroom.ui.inserting.picture_chooser import PictureChooser
from newsroom.ui.publish.rights_bar import RightsBar
from tests.support.images import encoded, opened, scene
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import press
from tests.ui.shell.test_accessible import nameless
from tests.ui.shell.test_keyboard_everywhere import walk_everywhere


def shown(stage: Stage, ends: str, out: Path) -> tuple[str, PictureId]:
    """Publish a story with a picture whose rights end on a day."""
    lead = a_lead(stage.desk)
    article = write(stage.desk, "Snow", lead=lead)
    reviewing.submit(stage.desk, article)
    reviewing.approve(stage.desk, article)
    publishing.export(stage.desk, [article], out)
    record = browsing.picture(stage.desk, lead.picture).record
    rights = RightsPeriod(ends=ends)
    illustrating.edit_record(stage.desk, lead.picture, replace(record, rights=rights))
    return article, lead.picture


def bar_of(stage: Stage) -> RightsBar:
    stage.room.go_to(Place.PUBLISH)
    stage.until(lambda: not stage.lanes.busy)
    return stage.room.panes.publish.rights


def test_publish_lists_the_pages_whose_pictures_may_not_be_shown_any_more(
    stage: Stage, tmp_path: Path
) -> None:
    article, picture = shown(stage, "2026-05-01", tmp_path / "site")
    bar = bar_of(stage)
    assert bar.words == "1 page shows a picture whose rights have ended."
    assert not bar.rows[0].isVisible()
    QTest.mouseClick(bar.show_them, Qt.MouseButton.LeftButton)
    stage.until(bar.rows[0].isVisible)
    assert nameless(stage.window) == []
    QTest.mouseClick(bar.links[0], Qt.MouseButton.LeftButton)
    stage.until(lambda: stage.room.panes.library_pictures.picture == picture)
    bar_of(stage)
    bar.rows[0].setFocus()
    QTest.keyClick(bar.rows[0], Qt.Key.Key_Space)
    stage.until(lambda: stage.room.panes.editor.article == article)


def test_rights_that_end_soon_are_told_and_others_are_not(stage: Stage, tmp_path: Path) -> None:
    _, picture = shown(stage, "2026-05-12", tmp_path / "site")
    assert bar_of(stage).words == "1 page shows a picture whose rights end within 14 days."
    record = browsing.picture(stage.desk, picture).record
    later = replace(record, rights=RightsPeriod(ends="2027-01-01"))
    stage.link.write(lambda desk: illustrating.edit_record(desk, picture, later))
    stage.until(lambda: not stage.lanes.busy)
    stage.until(lambda: bar_of(stage).words == "")


def test_a_picture_is_cut_by_keys_alone(stage: Stage) -> None:
    lead = a_lead(stage.desk)
    stage.write("Snow", lead=lead)
    stage.room.go_to(Place.PICTURES)
    place = stage.room.panes.library_pictures
    place.show_picture(lead.picture)
    stage.until(lambda: not stage.lanes.busy)
    press(place.grid.view, "Ctrl+Alt+K")
    editor = place.tools.cropping.editor
    stage.until(lambda: editor.ready and editor.stage.hasFocus())
    assert nameless(stage.window) == []
    press(editor.stage, "Shift+Left")
    press(editor.stage, "Tab")
    press(editor.stage, "Return")
    stage.until(lambda: not stage.lanes.busy and editor.isHidden())
    assert browsing.picture(stage.desk, lead.picture).framing.focal == FocalPoint(4000, 5000)
    assert place.detail.crop.hasFocus()


def test_the_open_article_shows_what_replaced_its_picture_and_keeps_it(stage: Stage) -> None:
    lead, other = a_lead(stage.desk), another(stage)
    article = stage.write("Snow", lead=lead)
    stage.open(article)
    stage.room.go_to(Place.PICTURES)
    place = stage.room.panes.library_pictures
    place.show_picture(lead.picture)
    stage.until(lambda: bool(place.tools.uses.rows) and not stage.lanes.busy)
    QTest.mouseClick(place.tools.uses.replace, Qt.MouseButton.LeftButton)
    (chooser,) = place.findChildren(PictureChooser)
    stage.until(lambda: not stage.lanes.busy)
    chooser.accept()
    chooser.chosen.emit(browsing.picture(stage.desk, other))
    notice = place.tools.uses.notice
    assert "1 draft changes" in notice.words
    (replace_it,) = (one for one in notice.findChildren(QAbstractButton) if one.text() == "Replace")
    QTest.mouseClick(replace_it, Qt.MouseButton.LeftButton)
    stage.until(lambda: not stage.lanes.busy)
    stage.room.go_to(Place.ARTICLES)
    QTest.keyClicks(stage.room.panes.editor.headline, " and ice")
    stage.room.desk.keeper.flush()
    stage.saved()
    content = stage.content(article)
    assert "and ice" in content.headline
    assert content.lead is not None
    assert content.lead.picture == other


def another(stage: Stage) -> PictureId:
    data = encoded(scene(900, 700))
    return illustrating.add_picture_bytes(stage.desk, data, "other.jpg").picture.id


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_editor_bars_and_lists_of_a_picture_can_be_walked_through(
    stage: Stage, tmp_path: Path, size: tuple[int, int]
) -> None:
    stage.window.resize(*size)
    _, picture = shown(stage, "2026-05-01", tmp_path / "site")
    original = illustrating.original(stage.desk, picture)
    again = encoded(opened(original.read_bytes()).resize((320, 240)), "PNG")
    illustrating.add_picture_bytes(stage.desk, again, "again.png")
    stage.room.go_to(Place.PICTURES)
    place = stage.room.panes.library_pictures
    place.show_picture(picture)
    stage.until(lambda: place.tools.lookalikes.isVisible() and not stage.lanes.busy)
    place.tools.lookalikes.compare.click()
    assert nameless(stage.window) == []
    walk_everywhere(stage, "record")
    press(QApplication.focusWidget(), "Ctrl+Alt+K")
    stage.until(lambda: place.tools.cropping.editor.ready)
    walk_everywhere(stage, "crop")
    press(QApplication.focusWidget(), "Escape")
    assert place.grid.isVisible()
    bar = bar_of(stage)
    bar.show_them.click()
    walk_everywhere(stage, "rights")


def test_what_is_typed_right_after_a_step_belongs_to_the_picture_stepped_to(stage: Stage) -> None:
    for seed in range(3):
        data = encoded(scene(640, 480 + seed))
        illustrating.add_picture_bytes(stage.desk, data, f"{seed}.jpg", {"credit": str(seed)})
    stage.room.go_to(Place.PICTURES)
    place = stage.room.panes.library_pictures
    stage.until(lambda: place.grid.model.rowCount() == 3 and not stage.lanes.busy)
    first, second = (place.grid.model.summary(row).picture.id for row in range(2))
    place.show_picture(first)
    stage.until(lambda: place.picture == first and not stage.lanes.busy)
    credit = place.detail.form.box("credit")
    credit.setFocus()
    for key, words in (("", "Aliya"), ("Alt+Right", "Dana"), ("Alt+Left", "!"), ("Alt+Right", "?")):
        if key:
            press(credit, key)
            credit.end(False)
        else:
            credit.selectAll()
        QTest.keyClicks(credit, words)
    stage.until(lambda: not place.keeper.dirty and not stage.lanes.busy)
    records = [browsing.picture(stage.desk, one).record.credit for one in (first, second)]
    assert records == ["Aliya!", "1Dana?"]
