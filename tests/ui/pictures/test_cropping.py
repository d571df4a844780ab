"""A picture is cut by mouse and by keys; the original stays, approvals are told, undo is near."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.desk import browsing, illustrating
from newsroom.domain.framing import UNFRAMED, Crop, FocalPoint, Shape, cropped
from newsroom.domain.workflow import State
from newsroom.ui.look.controls import Button
from newsroom.ui.pictures.crop_editor import CropEditor
from newsroom.ui.pictures.crop_frame import Area
from tests.support.images import encoded, scene
from tests.ui.pictures.conftest import Stage

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
INWARD = {"left": KEY.Key_Right, "right": KEY.Key_Left, "top": KEY.Key_Down, "bottom": KEY.Key_Up}


def large(stage: Stage, name: str = "large.jpg", width: int = 2400) -> str:
    data = encoded(scene(width, width * 3 // 4))
    given = {"credit": "Madina Tulegen", "alt": "A scene"}
    return illustrating.add_picture_bytes(stage.desk, data, name, given).picture.id


def opened(stage: Stage) -> CropEditor:
    """Press Crop on the only picture, and wait until it stands large."""
    place = stage.open()
    stage.wait(lambda: place.detail.crop.isEnabled() or place.grid.model.rowCount() == 1)
    place.show_picture(place.grid.model.summary(0).picture.id)
    stage.settle()
    QTest.mouseClick(place.detail.crop, Qt.MouseButton.LeftButton)
    editor = place.tools.cropping.editor
    stage.wait(lambda: editor.ready)
    stage.settle()
    assert editor.isVisible()
    assert not place.grid.isVisible()
    return editor


def at(editor: CropEditor, x: int, y: int) -> QPoint:
    """Give the point on the stage that shows a place of the picture, in hundredths."""
    spot = editor.stage.on_stage(Area(x * 100, y * 100, 0, 0)).topLeft()
    return QPointF(spot).toPoint()


def drag(editor: CropEditor, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(editor.stage, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(editor.stage, (start + end) / 2)
    QTest.mouseMove(editor.stage, end)
    QTest.mouseRelease(editor.stage, Qt.MouseButton.LeftButton, pos=end)


def choose(editor: CropEditor, words: str) -> None:

    (button,) = (one for one in editor.shapes.findChildren(Button) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_click_sets_the_focal_point_and_the_three_shapes_follow(stage: Stage) -> None:
    name = large(stage)
    editor = opened(stage)
    before = {shape: one.area for shape, one in editor.previews.shapes.items()}
    QTest.mouseClick(editor.stage, Qt.MouseButton.LeftButton, pos=at(editor, 90, 20))
    focal = editor.framing.focal
    assert abs(focal.x - 9000) < 100
    assert abs(focal.y - 2000) < 100
    after = {shape: one.area for shape, one in editor.previews.shapes.items()}
    assert after[Shape.SQUARE].left > before[Shape.SQUARE].left
    assert after[Shape.WIDE].top < before[Shape.WIDE].top
    assert stage.stored(name).framing == UNFRAMED
    QTest.keyClick(editor.stage, KEY.Key_Return)
    stage.settle()
    assert stage.stored(name).framing.focal == focal
    assert editor.isHidden()
    assert stage.place.detail.crop.hasFocus()


def test_arrows_move_the_focal_point_and_a_listener_is_told(stage: Stage) -> None:
    large(stage)
    editor = opened(stage)
    assert editor.stage.hasFocus()
    for key, modifier in (
        (KEY.Key_Left, SHIFT),
        (KEY.Key_Up, SHIFT),
        (KEY.Key_Up, SHIFT),
        (KEY.Key_Right, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(editor.stage, key, modifier)
    assert editor.framing.focal == FocalPoint(4100, 3000)
    assert editor.stage.accessibleName() == "Focal point 41 % from left, 30 % from top"
    for _ in range(9):
        QTest.keyClick(editor.stage, KEY.Key_Up, SHIFT)
    assert editor.framing.focal.y == 0


def test_a_frame_is_dragged_pulled_and_moved_by_keys(stage: Stage) -> None:
    name = large(stage)
    editor = opened(stage)
    choose(editor, "Free")
    assert editor.stage.accessibleName() == "Free crop: the whole picture"
    drag(editor, at(editor, 100, 100), at(editor, 60, 70))
    crop = editor.framing.crop(Shape.FREE)
    assert crop is not None
    assert (crop.left, crop.top) == (0, 0)
    assert abs(crop.width - 6000) < 120
    assert abs(crop.height - 7000) < 120
    drag(editor, at(editor, 30, 30), at(editor, 40, 35))
    moved = editor.framing.crop(Shape.FREE)
    assert moved is not None
    assert (moved.width, moved.height) == (crop.width, crop.height)
    assert abs(moved.left - 1000) < 120
    QTest.keyClick(editor.stage, KEY.Key_Right)
    QTest.keyClick(editor.stage, KEY.Key_Right, CTRL)
    last = editor.framing.crop(Shape.FREE)
    assert last is not None
    assert (last.left, last.width) == (moved.left + 100, moved.width + 100)
    QTest.keyClick(editor.stage, KEY.Key_Enter)
    stage.settle()
    assert stage.stored(name).framing.crop(Shape.FREE) == last


def test_keys_reach_every_handle_and_the_frame(stage: Stage) -> None:
    large(stage)
    editor = opened(stage)
    choose(editor, "Free")
    said = []
    for _ in range(8):
        QTest.keyClick(editor.stage, KEY.Key_Space)
        said.append(editor.stage.accessibleName().rpartition("move its ")[2])
        for word in said[-1].split()[:-1]:
            QTest.keyClick(editor.stage, INWARD[word])
    assert said == [
        "top left corner",
        "top edge",
        "top right corner",
        "right edge",
        "bottom right corner",
        "bottom edge",
        "bottom left corner",
        "left edge",
    ]
    crop = editor.framing.crop(Shape.FREE)
    assert crop is not None
    # Each side is pulled inward three times: alone, and at its two corners.
    assert (crop.left, crop.top, crop.width, crop.height) == (300, 300, 9400, 9400)
    QTest.keyClick(editor.stage, KEY.Key_Space)
    assert "Arrow keys" not in editor.stage.accessibleName()
    QTest.keyClick(editor.stage, KEY.Key_Space, SHIFT)
    assert editor.stage.accessibleName().endswith("left edge")
    QTest.keyClick(editor.stage, KEY.Key_Escape)
    assert "Arrow keys" not in editor.stage.accessibleName()
    assert editor.framing.crop(Shape.FREE) == crop
    stage.settle()


def test_the_tab_key_leads_from_shapes_to_the_picture_and_to_the_end(stage: Stage) -> None:
    large(stage)
    editor = opened(stage)
    QTest.keyClick(editor.stage, KEY.Key_Backtab)
    focal = QApplication.focusWidget()
    assert isinstance(focal, Button)
    QTest.keyClick(focal, KEY.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    assert editor.stage.shape is Shape.WIDE
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert editor.stage.hasFocus()
    QTest.keyClick(editor.stage, KEY.Key_Tab)
    assert editor.back.hasFocus()
    choose(editor, "4:3")
    assert editor.stage.hasFocus()
    stage.settle()


def test_plus_and_minus_resize_a_shape_about_its_middle(stage: Stage) -> None:
    large(stage)
    editor = opened(stage)
    choose(editor, "1:1")
    before = editor.stage.area()
    for _ in range(10):
        QTest.keyClick(editor.stage, KEY.Key_Minus)
    smaller = editor.stage.area()
    assert smaller.width == before.width - 1000
    assert abs(smaller.left - before.left - 500) <= 10
    assert abs(smaller.top - before.top - 667) <= 20
    assert abs(smaller.width * 2400 - smaller.height * 1800) <= 2400
    for _ in range(10):
        QTest.keyClick(editor.stage, KEY.Key_Plus)
    assert abs(editor.stage.area().width - before.width) <= 20
    stage.settle()


def test_a_shape_keeps_its_ratio_and_other_shapes_stay(stage: Stage) -> None:
    large(stage)
    editor = opened(stage)
    choose(editor, "1:1")
    square = editor.previews.shapes[Shape.WIDE].area
    QTest.keyClick(editor.stage, KEY.Key_Left, CTRL | SHIFT)
    crop = editor.framing.crop(Shape.SQUARE)
    assert crop is not None
    assert abs(crop.width * 2400 - crop.height * 1800) <= 2400
    assert editor.previews.shapes[Shape.WIDE].area == square
    assert editor.framing.crop(Shape.WIDE) is None
    QTest.mouseClick(editor.whole, Qt.MouseButton.LeftButton)
    assert editor.framing == UNFRAMED
    assert not editor.whole.isEnabled()


def test_escape_takes_back_the_drag_then_all_of_it_then_leaves(stage: Stage) -> None:
    name = large(stage)
    editor = opened(stage)
    QTest.keyClick(editor.stage, KEY.Key_Down)
    once = editor.framing
    QTest.mousePress(editor.stage, Qt.MouseButton.LeftButton, pos=at(editor, 10, 10))
    assert editor.framing != once
    QTest.keyClick(editor.stage, KEY.Key_Escape)
    assert editor.framing == once
    QTest.mouseRelease(editor.stage, Qt.MouseButton.LeftButton, pos=at(editor, 10, 10))
    QTest.keyClick(editor.stage, KEY.Key_Escape)
    assert editor.framing == UNFRAMED
    assert editor.isVisible()
    QTest.keyClick(editor.stage, KEY.Key_Escape)
    assert editor.isHidden()
    stage.settle()
    assert stage.stored(name).framing == UNFRAMED
    assert len(browsing.picture_history(stage.desk, name)) == 1


def test_approvals_that_end_are_told_and_undo_brings_them_back(stage: Stage) -> None:
    bridge = stage.picture("bridge1.jpg")
    article = stage.approved(bridge)
    original = illustrating.original(stage.desk, bridge).read_bytes()
    editor = opened(stage)
    assert "1 approved story becomes stale" not in editor.warned
    QTest.keyClick(editor.stage, KEY.Key_Up, SHIFT)
    assert "1 approved story becomes stale" in editor.warned
    QTest.keyClick(editor.stage, KEY.Key_Return)
    stage.settle()
    notice = stage.place.grid.notice
    assert "1 approved story becomes stale" in notice.words
    assert browsing.summary(stage.desk, article).state is State.STALE
    stage.press(notice, "Undo")
    stage.settle()
    assert stage.stored(bridge).framing == UNFRAMED
    assert browsing.summary(stage.desk, article).state is State.APPROVED
    assert illustrating.original(stage.desk, bridge).read_bytes() == original


def test_too_few_pixels_are_told_as_the_frame_gets_small(stage: Stage) -> None:
    name = large(stage)
    illustrating.frame(stage.desk, name, cropped(UNFRAMED, Crop(Shape.FREE, 0, 0, 6000, 6000)))
    editor = opened(stage)
    assert editor.warned == ()
    choose(editor, "Free")
    QTest.keyClick(editor.stage, KEY.Key_Left, CTRL | SHIFT)
    QTest.keyClick(editor.stage, KEY.Key_Left, CTRL | SHIFT)
    assert editor.warned[0].startswith("960 pixels wide")
    for _ in range(3):
        QTest.keyClick(editor.stage, KEY.Key_Left, CTRL | SHIFT)
    assert any("no card shows it" in one for one in editor.warned)


def test_another_picture_is_not_cut_by_what_was_done_to_this_one(stage: Stage) -> None:
    first = large(stage)
    editor = opened(stage)
    second = large(stage, "other.jpg", 1600)
    stage.place.show_picture(second)
    stage.settle()
    assert editor.isHidden()
    QTest.mouseClick(stage.place.detail.crop, Qt.MouseButton.LeftButton)
    stage.wait(lambda: editor.ready)
    QTest.keyClick(editor.stage, KEY.Key_Left)
    stage.place.show_picture(first)
    stage.settle()
    assert editor.isVisible()
    QTest.keyClick(editor.stage, KEY.Key_Return)
    stage.settle()
    assert stage.stored(first).framing == UNFRAMED
    assert stage.stored(second).framing.focal == FocalPoint(4900, 5000)
