"""Text at up to 200 %: rows grow, panes fold sooner, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStyleOptionViewItem,
    QWidget,
)

from newsroom.desk import reviewing
from newsroom.domain.workflow import State
from newsroom.ui.articles.delegate import ArticleDelegate
from newsroom.ui.frame.places import Place
from newsroom.ui.look.labels import ElidedLabel
from newsroom.ui.look.pill import pill_size
from newsroom.ui.look.scale import grown, scale
from newsroom.ui.look.tokens import (
    BASE,
    BODY,
    BUTTON,
    COMPACT_ROW,
    FOLD_INSPECTOR,
    FOLD_LIST,
    HEADLINE,
    LIST_HEADLINE,
    LIST_ROW,
    PILL,
    TABLE_ROW,
    TEXT_SIZES,
)
from newsroom.ui.pictures.picture_delegate import cell
from tests.ui.shell.conftest import WAIT, Stage, a_lead, write

BODY_TEXT = "\n\n".join(
    ["The river rose by more than a metre in two nights. " * 6, "- one\n- two", "> A quote."] * 4
)


def enlarge(stage: Stage) -> None:
    for _ in TEXT_SIZES:
        stage.room.resize_text(1)
    assert scale() == 2


def test_keys_make_text_larger_smaller_and_usual(stage: Stage) -> None:
    stage.window.activateWindow()
    for key, size in (
        (Qt.Key.Key_Equal, TEXT_SIZES[1]),
        (Qt.Key.Key_Equal, TEXT_SIZES[2]),
        (Qt.Key.Key_Minus, TEXT_SIZES[1]),
    ):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        QTest.keyClick(stage.window, key, both)
        assert stage.theme.text_size == size
    QTest.keyClick(stage.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (stage.theme.text_size, scale()) == (100, 1)


def test_rows_of_every_list_grow_by_their_lines(stage: Stage) -> None:
    view = stage.room.panes.list.view
    delegate = view.itemDelegate()
    assert isinstance(delegate, ArticleDelegate)
    lines = 2 * LIST_HEADLINE.line + PILL.line
    assert delegate.height == LIST_ROW
    enlarge(stage)
    assert delegate.height == LIST_ROW + lines
    delegate.compact = True
    assert delegate.height == COMPACT_ROW + LIST_HEADLINE.line + PILL.line
    option = QStyleOptionViewItem()
    ready = stage.room.panes.publish.list.itemDelegate()
    assert ready.sizeHint(option, QModelIndex()).height() == LIST_ROW + lines
    found = stage.room.palette.findChild(QListView)
    assert found is not None
    rows = found.itemDelegate().sizeHint(option, QModelIndex())
    assert rows.height() == TABLE_ROW + BASE.line
    assert cell(300).height() - cell(300).width() * 2 // 3 > 2 * BASE.line


def test_rows_on_show_are_laid_out_anew(stage: Stage) -> None:
    write(stage.desk, "Snow")
    article = stage.write("Fog")
    stage.open(article)
    view = stage.room.panes.list.view
    stage.until(lambda: view.model().rowCount() == 2)
    height = view.visualRect(view.model().index(0, 0)).height()
    enlarge(stage)
    view.show()
    stage.until(lambda: view.visualRect(view.model().index(0, 0)).height() > height)


def test_pills_fields_and_the_text_itself_grow(stage: Stage) -> None:
    stage.open(stage.write("Snow closes the road", body=BODY_TEXT))
    pane = stage.room.panes.editor
    before = {state: pill_size(state) for state in State}
    headline, body = pane.headline, pane.body
    lines = body.document().documentLayout().documentSize().height()
    undo = body.document().availableUndoSteps()
    enlarge(stage)
    for state in State:
        assert pill_size(state).height() == before[state].height() + PILL.line
        assert pill_size(state).width() > 1.5 * before[state].width()
    assert stage.room.panes.list.search.height() == BUTTON + BASE.line
    assert headline.font().pixelSize() == 2 * HEADLINE.size
    assert headline.height() >= 2 * HEADLINE.line
    assert body.document().defaultFont().pixelSize() == 2 * BODY.size
    assert body.document().documentLayout().documentSize().height() > 1.5 * lines
    assert body.document().availableUndoSteps() == undo
    assert not stage.room.desk.keeper.dirty
    stage.room.resize_text(0)
    assert body.document().documentLayout().documentSize().height() == pytest.approx(lines, abs=2)


def test_panes_fold_sooner_where_text_is_larger(stage: Stage) -> None:
    place = stage.room.panes.articles
    stage.window.resize(1440, 900)
    assert not place.inspector_folded
    enlarge(stage)
    assert place.inspector_folded
    assert place.list_folded
    stage.window.resize(grown(FOLD_LIST) + 10, 900)
    assert not place.list_folded
    assert place.inspector_folded
    stage.window.resize(grown(FOLD_INSPECTOR) + 10, 900)
    assert not place.inspector_folded
    stage.window.resize(1440, 900)
    stage.room.resize_text(0)
    assert not place.inspector_folded
    assert place.list.isVisible()


def parts(pane: QWidget) -> Iterator[QWidget]:
    """Give what shows words now, but for what scrolls."""
    for part in pane.findChildren(QWidget):
        if part.isVisible() and isinstance(part, QLabel | QPushButton) and part.text():
            yield part


def is_cut(part: QWidget) -> bool:
    """Tell whether letters of a part are cut off by the part itself, or by what holds it."""
    metrics = part.fontMetrics()
    assert isinstance(part, QLabel | QPushButton)
    words = metrics.horizontalAdvance(part.text())
    if isinstance(part, QLabel) and part.wordWrap():
        wanted = part.heightForWidth(part.width())
        return part.height() < wanted
    narrow = part.width() < words and not isinstance(part, ElidedLabel)
    return narrow or part.height() < metrics.ascent() + metrics.descent()


def is_outside(part: QWidget, pane: QWidget) -> bool:
    """Tell whether a part stands outside of what holds it, where nothing scrolls."""
    holder = part.parentWidget()
    while holder is not None and holder is not pane:
        if isinstance(holder.parentWidget(), QScrollArea):
            return False
        place = QRect(part.mapTo(holder, QPoint(0, 0)), part.size())
        if place.left() < -1 or place.right() > holder.width() + 1:
            return True
        holder = holder.parentWidget()
    return False


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
@pytest.mark.parametrize("large", [False, True], ids=["100", "200"])
def test_no_letter_is_cut_off(stage: Stage, size: tuple[int, int], large: bool) -> None:
    article = write(stage.desk, "Snow closes the road", body=BODY_TEXT, lead=a_lead(stage.desk))
    reviewing.submit(stage.desk, article)
    stage.window.resize(*size)
    if large:
        enlarge(stage)
    stage.open(article)
    for place in Place:
        stage.room.go_to(place)
        pane = stage.window.pane(place)
        stage.until(lambda pane=pane: not stage.lanes.busy and pane.isVisible())
        stage.bot.waitUntil(partial(assert_whole, stage.window, pane), timeout=WAIT)


def assert_whole(window: QWidget, pane: QWidget) -> None:
    """Fail with the first part of a place whose letters are cut off."""
    for part in (*parts(window), *parts(pane)):
        assert not is_cut(part), (pane, part, part.size())
        assert not is_outside(part, window), (pane, part)


@pytest.mark.parametrize(
    ("place", "first", "last"), [(Place.PUBLISH, 336, 440), (Place.REVIEW, 288, 388)]
)
def test_panes_have_their_widths_back_when_the_text_is_usual_again(
    stage: Stage, place: Place, first: int, last: int
) -> None:
    stage.window.resize(1440, 900)
    stage.room.go_to(place)
    splitter = stage.window.pane(place).findChild(QSplitter)
    assert isinstance(splitter, QSplitter)

    def as_made() -> bool:
        return splitter.count() == 3 and splitter.sizes()[::2] == [first, last]

    stage.until(as_made)
    enlarge(stage)
    for width in (1100, 1440):
        stage.window.resize(width, 900)
        QApplication.processEvents()
    assert not as_made()
    stage.room.resize_text(0)
    stage.until(as_made)
    splitter.setSizes([first + 40, splitter.sizes()[1] - 40, last])
    stage.window.resize(1460, 900)
    stage.until(lambda: sum(splitter.sizes()) > 1380)
    assert splitter.sizes()[::2] == [first + 40, last], "What a hand chose stays"


def test_the_byline_goes_under_the_dateline_where_both_have_no_room(stage: Stage) -> None:
    article = write(stage.desk, "Snow")
    stage.open(article)
    row = stage.room.panes.editor.fields.dateline
    place, byline = row.place, row.byline
    place.show_words("A village far from Almaty")
    byline.show_words("Somebody with a long name")
    row.setMaximumWidth(300)
    stage.until(lambda: byline.y() > place.geometry().bottom())
    for field in (place, row.time, byline):
        assert row.rect().contains(field.geometry())
        assert field.width() >= field.sizeHint().width()
    row.setMaximumWidth(900)
    place.show_words("Almaty")
    stage.until(lambda: byline.geometry().center().y() == place.geometry().center().y())
