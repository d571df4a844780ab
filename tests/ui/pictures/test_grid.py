"""The grid: what it shows, sieves, search, keys, columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from newsroom.settings import Appearance
from newsroom.ui.pictures.detail_pane import Standing
from newsroom.ui.pictures.pictures_place import PicturesPlace
from newsroom.ui.pictures.shelf import Sieve
from tests.ui.pictures.conftest import Stage

LEFT = Qt.MouseButton.LeftButton


def shown(stage: Stage) -> list[str]:
    model = stage.place.grid.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def sift(stage: Stage, sieve: Sieve) -> None:
    QTest.mouseClick(stage.place.grid.chips[sieve], LEFT)
    stage.settle()


def test_an_empty_library_says_how_to_fill_it(stage: Stage) -> None:
    place = stage.open()
    assert place.grid.empty.isVisible()
    assert place.picture is None
    assert place.grid.footer_words == ("0 of 0", "")


def test_sieves_show_what_lacks_a_credit_and_what_nobody_uses(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg", caption="Bridge")
    stage.picture("tower1.jpg", credit="", caption="Tower")
    stage.picture("apples1.jpg", caption="Apples")
    stage.article(bridge)
    place = stage.open()
    assert shown(stage) == ["Apples", "Tower", "Bridge"]
    sift(stage, Sieve.MISSING)
    assert shown(stage) == ["Tower"]
    assert place.grid.footer_words[0] == "1 of 3"
    sift(stage, Sieve.UNUSED)
    assert shown(stage) == ["Apples", "Tower"]


def test_search_narrows_and_clearing_the_filters_brings_all_back(stage: Stage) -> None:
    stage.picture("bridge1.jpg", caption="Ice under the bridge")
    stage.picture("tower1.jpg", caption="The tower at dusk")
    place = stage.open()
    QTest.keyClicks(place.grid.search, "tower")
    stage.wait(lambda: shown(stage) == ["The tower at dusk"])
    QTest.keyClicks(place.grid.search, " of babel")
    stage.wait(place.grid.empty.isVisible)
    QTest.mouseClick(place.grid.empty.findChild(type(place.grid.add)), LEFT)
    stage.wait(lambda: len(shown(stage)) == 2)
    assert place.grid.search.text() == ""


def test_arrows_choose_and_enter_goes_to_the_record(stage: Stage) -> None:
    for name in ("bridge1.jpg", "tower1.jpg", "apples1.jpg", "wind1.jpg", "metro1.jpg"):
        stage.picture(name, caption=name)
    place = stage.open()
    place.grid.view.setFocus()
    QTest.keyClick(place.grid.view, Qt.Key.Key_Home)
    QTest.keyClick(place.grid.view, Qt.Key.Key_Right)
    assert place.picture == place.grid.model.summary(1).picture.id
    QTest.keyClick(place.grid.view, Qt.Key.Key_Left)
    QTest.keyClick(place.grid.view, Qt.Key.Key_Down)
    assert place.picture == place.grid.model.summary(4).picture.id
    QTest.keyClick(place.grid.view, Qt.Key.Key_Return)
    assert place.detail.form.box("alt").hasFocus()
    assert place.grid.footer_words == ("5 of 5", "1 selected")
    stage.settle()


def test_enter_goes_to_the_credit_where_it_is_missing(stage: Stage) -> None:
    stage.picture("tower1.jpg", credit="")
    place = stage.open()
    QTest.keyClick(place.grid.view, Qt.Key.Key_Home)
    stage.settle()
    QTest.keyClick(place.grid.view, Qt.Key.Key_Return)
    assert place.detail.form.box("credit").hasFocus()


def test_next_and_previous_step_through_the_grid(stage: Stage) -> None:
    for name in ("bridge1.jpg", "tower1.jpg", "apples1.jpg"):
        stage.picture(name)
    place = stage.open()
    rows = [place.grid.model.summary(row).picture.id for row in range(3)]
    place.show_picture(rows[0])
    stage.settle()
    QTest.mouseClick(place.detail.on, LEFT)
    QTest.mouseClick(place.detail.on, LEFT)
    QTest.mouseClick(place.detail.on, LEFT)
    assert place.picture == rows[2]
    QTest.mouseClick(place.detail.back, LEFT)
    assert place.picture == rows[1]
    place.tools.run("next")
    assert place.picture == rows[2]
    place.tools.run("previous")
    stage.settle()
    place.tools.run("crop")
    stage.wait(lambda: not place.detail.on.isVisible())
    place.tools.run("next")
    assert place.picture == rows[1], "A crop that covers the record keeps its picture"
    stage.settle()


def test_a_picture_that_gets_its_credit_leaves_the_sieve_but_not_the_desk(stage: Stage) -> None:
    later, first = (stage.picture(n, credit="") for n in ("bridge1.jpg", "tower1.jpg"))
    place = stage.open()
    sift(stage, Sieve.MISSING)
    QTest.keyClick(place.grid.view, Qt.Key.Key_Home)
    assert place.picture == first
    credit = place.detail.form.box("credit")
    credit.setFocus()
    QTest.keyClicks(credit, "Dana Kassym")
    place.flush()
    stage.settle()
    assert place.grid.model.rowCount() == 1
    assert place.picture == first
    assert credit.hasFocus()
    assert credit.cursorPosition() == len("Dana Kassym")
    QTest.mouseClick(place.detail.on, LEFT)
    assert place.picture == later
    stage.settle()


@pytest.mark.parametrize(("width", "columns"), [(1368, 4), (1044, 3), (960, 2)])
def test_columns_follow_the_width(stage: Stage, width: int, columns: int) -> None:
    for name in ("bridge1.jpg", "tower1.jpg", "apples1.jpg", "wind1.jpg", "metro1.jpg"):
        stage.picture(name)
    place = stage.open()
    place.resize(width, 700)
    view, model = place.grid.view, place.grid.model
    stage.wait(lambda: view.columns == columns)
    tops = [view.visualRect(model.index(row, 0)).top() for row in range(model.rowCount())]
    assert tops.count(tops[0]) == columns
    stage.settle()


def test_in_a_narrow_window_the_record_goes_under_the_grid(stage: Stage) -> None:
    stage.picture("bridge1.jpg")
    place = stage.open()
    assert place.detail.x() > place.grid.x()
    place.resize(664, 900)
    stage.wait(lambda: place.detail.y() >= place.grid.y() + place.grid.height())
    assert place.width() == 664
    stage.settle()


def low(stage: Stage) -> PicturesPlace:
    """Open a place too narrow and too low for grid and record at once."""
    stage.picture("bridge1.jpg", caption="Bridge")
    stage.picture("tower1.jpg", caption="Tower")
    place = stage.open()
    place.resize(664, 600)
    stage.wait(lambda: place.splitter.standing is Standing.SHUT)
    place.grid.view.setFocus()
    QTest.keyClick(place.grid.view, Qt.Key.Key_Home)
    stage.settle()
    return place


def test_in_a_low_window_the_record_folds_to_its_header(stage: Stage) -> None:
    place = low(stage)
    assert place.detail.title.text() == "Tower"
    assert place.detail.height() <= place.detail.use.height() * 2
    assert place.grid.view.height() > 300
    QTest.keyClick(place.grid.view, Qt.Key.Key_Return)
    assert place.detail.form.box("alt").hasFocus()
    assert not place.grid.isVisible()
    QTest.keyClick(place.detail.form.box("alt"), Qt.Key.Key_Escape)
    assert place.grid.view.hasFocus()
    assert not place.detail.form.isVisible()
    place.resize(1368, 852)
    stage.wait(place.detail.form.isVisible)
    assert place.grid.isVisible()
    stage.settle()


def test_the_folded_record_opens_by_the_mouse_and_for_who_asks_for_a_picture(stage: Stage) -> None:
    place = low(stage)
    QTest.mouseClick(place.detail.turn, LEFT)
    assert place.detail.form.isVisible()
    QTest.mouseClick(place.detail.turn, LEFT)
    assert place.grid.isVisible()
    place.show_picture(place.grid.model.summary(1).picture.id)
    assert place.detail.form.isVisible()
    assert place.detail.title.text() == "Bridge"
    QTest.keyClick(place.detail, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert place.grid.search.hasFocus()
    stage.settle()


def test_a_thumbnail_comes_without_being_waited_for(stage: Stage) -> None:
    stage.picture("apples1.jpg")
    stage.open()
    view = stage.place.grid.view
    middle = view.visualRect(stage.place.grid.model.index(0, 0)).center()
    empty = QColor(stage.theme.palette.line)

    def painted() -> bool:
        return view.viewport().grab().toImage().pixelColor(middle) != empty

    stage.wait(painted)


def test_dark_is_drawn_dark(stage: Stage) -> None:
    stage.picture("apples1.jpg")
    place = stage.open()
    stage.theme.choose(Appearance.DARK)
    corner = place.detail.grab().toImage().pixelColor(4, place.detail.height() // 2)
    assert corner == QColor(stage.theme.palette.pane)
    assert stage.theme.palette.dark
    stage.settle()


def test_everything_that_can_be_reached_has_a_name(stage: Stage) -> None:
    used = stage.picture("apples1.jpg")
    stage.article(used)
    place = stage.open()
    place.show_picture(used)
    stage.settle()
    reached, named = place.grid.search, []
    for _ in range(500):
        if place.isAncestorOf(reached) and reached.isVisible():
            words = reached.accessibleName() or getattr(reached, "text", str)()
            named.append((type(reached).__name__, words))
        reached = reached.nextInFocusChain()
        if reached is place.grid.search:
            break
    silent = [kind for kind, words in named if not words and kind in _OURS]
    assert silent == []
    assert "A blind reader hears: alt text" in [words for _, words in named]


_OURS = {"QLineEdit", "LineBox", "TextBox", "Button", "IconButton", "UseRow", "PictureGrid"}


def test_keys_that_come_to_the_grid_stand_on_a_picture(stage: Stage) -> None:
    stage.picture("tower1.jpg", caption="Tower")
    stage.picture("bridge1.jpg", caption="Bridge")
    place = stage.open()
    assert place.picture is None
    place.grid.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    stage.settle()
    assert place.detail.title.text() == "Bridge"
    assert place.grid.footer_words[1] == "1 selected"
