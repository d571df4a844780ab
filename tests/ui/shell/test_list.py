"""The list of articles: any length, several at once, and still while everything moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from newsroom.desk import browsing, drafting, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery, Sort
from newsroom.domain.workflow import State
from newsroom.ui.articles.filters import Shelf
from newsroom.ui.articles.list_pane import ArticleListPane
from newsroom.ui.articles.look_menu import ListLook
from newsroom.ui.articles.model import PAGE
from newsroom.ui.frame.places import Place
from newsroom.ui.look.controls import Button
from newsroom.ui.look.tokens import COMPACT_ROW, LIST_ROW
from tests.support.crowds import article_id, content_of, crowd
from tests.support.rooms import Rooms
from tests.ui.shell.conftest import Stage
from tests.ui.shell.fields import enter, press, type_at_end

CROWD = 1500
BIN = ArticleQuery(binned=True)


@pytest.fixture
def crowded(set_up: Callable[[Desk], Stage], desk: Desk) -> Stage:
    crowd(desk.library, CROWD)
    return set_up(desk)


def pane(stage: Stage) -> ArticleListPane:
    return stage.room.panes.list


def index(stage: Stage, row: int) -> QModelIndex:
    return pane(stage).view.model().index(row, 0)


def shown(stage: Stage) -> list[str]:
    model = pane(stage).view.model()
    return [str(index(stage, row).data()) for row in range(model.rowCount())]


def click(
    stage: Stage, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = pane(stage).view
    at = view.visualRect(index(stage, row)).topLeft() + QPoint(20, 20)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, at)


def told(stage: Stage) -> str:
    return stage.window.notice.words


def undo(stage: Stage) -> None:
    button = next(one for one in stage.window.notice.findChildren(Button) if one.text() == "Undo")
    button.click()


def keep_to(stage: Stage, word: str) -> None:
    """Press a filter, wherever it is."""
    filters = pane(stage).filters
    wanted = Shelf.BIN if word == Shelf.BIN else State(word)
    filters.choose(wanted)
    filters.chosen.emit(wanted)


def test_a_list_of_any_length_is_whole_at_once_and_fetched_where_it_is_shown(
    crowded: Stage,
) -> None:
    listing = pane(crowded)
    model = listing.view.model()
    assert model.rowCount() == CROWD
    assert index(crowded, 0).data() == content_of(CROWD - 1).headline
    assert index(crowded, CROWD // 2).data() is None
    listing.view.scrollToBottom()
    crowded.until(lambda: index(crowded, CROWD - 1).data() == content_of(0).headline)
    assert index(crowded, CROWD // 2).data() is None
    enter(crowded, listing.view)
    press(listing.view, "Home")
    press(listing.view, "Return")
    crowded.until(lambda: crowded.room.panes.editor.article == article_id(CROWD - 1))


def test_what_is_typed_into_the_search_narrows_the_list(crowded: Stage) -> None:
    QTest.keyClicks(pane(crowded).search, "ferry")
    crowded.until(lambda: pane(crowded).view.model().rowCount() == CROWD // 100)
    assert index(crowded, 0).data() == content_of(CROWD - 100).headline
    QTest.keyClicks(pane(crowded).search, " n700")
    crowded.until(lambda: shown(crowded) == [content_of(700).headline])


def test_the_open_article_is_marked_wherever_another_order_puts_it(crowded: Stage) -> None:
    listing = pane(crowded)
    crowded.open(article_id(CROWD - 1))
    crowded.until(lambda: listing.chosen.ids == (article_id(CROWD - 1),))
    listing.look.chosen.emit(ListLook(sort=Sort.HEADLINE))
    crowded.until(lambda: not crowded.lanes.busy and shown(crowded)[0] != "None")
    assert listing.chosen.ids == ()
    query = ArticleQuery(sort=Sort.HEADLINE, limit=CROWD)
    row = browsing.listed_ids(crowded.desk, query).index(article_id(CROWD - 1))
    listing.view.verticalScrollBar().setValue(row * LIST_ROW)
    crowded.until(lambda: listing.chosen.ids == (article_id(CROWD - 1),))
    assert listing.view.selectionModel().isSelected(index(crowded, row))


def test_an_article_just_begun_is_scrolled_to_in_any_order(crowded: Stage) -> None:
    listing = pane(crowded)
    listing.look.chosen.emit(ListLook(sort=Sort.HEADLINE))
    crowded.until(lambda: not crowded.lanes.busy and shown(crowded)[0] != "None")
    crowded.room.new_article()
    crowded.until(lambda: crowded.room.panes.editor.article in listing.view.on_show())
    assert listing.chosen.ids == (crowded.room.panes.editor.article,)


def test_scroll_and_selection_stand_still_when_rows_move(crowded: Stage) -> None:
    listing = pane(crowded)
    bar = listing.view.verticalScrollBar()
    enter(crowded, listing.view)
    bar.setValue(30 * LIST_ROW + 11)
    crowded.until(lambda: index(crowded, 33).data() is not None)
    click(crowded, 32)
    click(crowded, 34, Qt.KeyboardModifier.ControlModifier)
    chosen = listing.chosen.ids
    assert len(chosen) == 2
    assert not listing.bar.isHidden()
    drafting.save_draft(crowded.desk, article_id(5), content_of(5))
    moved = article_id(CROWD - 1 - 33)
    drafting.save_draft(crowded.desk, moved, content_of(0))
    crowded.link.changed.emit(Changes(articles=frozenset({article_id(5), moved})), None)
    crowded.until(lambda: bar.value() == 32 * LIST_ROW + 11)
    assert listing.chosen.ids == chosen
    rows = sorted(one.row() for one in listing.view.selectionModel().selectedRows())
    assert rows == [34, 35]
    assert bar.value() == 32 * LIST_ROW + 11
    assert index(crowded, 34).data() == content_of(CROWD - 1 - 32).headline


def test_a_save_draws_the_row_of_its_article_alone(crowded: Stage) -> None:
    model = pane(crowded).view.model()
    newest, oldest = article_id(CROWD - 1), article_id(0)
    crowded.open(newest)
    type_at_end(crowded, crowded.room.panes.editor.headline, "!")
    crowded.until(lambda: str(index(crowded, 0).data()).endswith("!"))
    crowded.until(lambda: not crowded.lanes.busy)
    drawn: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: drawn.append((first.row(), last.row())))
    type_at_end(crowded, crowded.room.panes.editor.headline, "!")
    crowded.until(lambda: str(index(crowded, 0).data()).endswith("!!"))
    assert drawn == [(0, 0)]
    drafting.save_draft(crowded.desk, oldest, content_of(0))
    crowded.link.changed.emit(Changes(articles=frozenset({oldest})), None)
    crowded.until(lambda: index(crowded, 0).data() == content_of(0).headline)
    assert str(index(crowded, 1).data()).endswith("!!")
    assert pane(crowded).chosen.ids == (newest,)


def test_the_chosen_last_rows_stay_chosen_when_a_row_above_them_leaves(stage: Stage) -> None:
    articles = [stage.write(f"Story {number}") for number in range(6)]
    stage.until(lambda: len(shown(stage)) == 6)
    enter(stage, pane(stage).view)
    click(stage, 3)
    click(stage, 5, Qt.KeyboardModifier.ShiftModifier)
    chosen = pane(stage).chosen
    assert chosen.ids == (articles[2], articles[1], articles[0])
    stage.room.many.bin((articles[5],))
    stage.until(lambda: len(shown(stage)) == 5)
    assert chosen.ids == (articles[2], articles[1], articles[0])
    rows = sorted(one.row() for one in pane(stage).view.selectionModel().selectedRows())
    assert rows == [2, 3, 4]


def test_all_of_a_long_list_can_be_chosen_and_each_is_known(crowded: Stage) -> None:
    listing = pane(crowded)
    enter(crowded, listing.view)
    press(listing.view, "Ctrl+A")
    crowded.until(lambda: listing.chosen.known)
    assert listing.chosen.ids == tuple(article_id(n) for n in reversed(range(CROWD)))
    press(listing.view, "Escape")
    assert listing.chosen.count <= 1
    assert listing.bar.isHidden()


def test_delete_moves_to_the_bin_opens_the_next_and_can_be_taken_back(stage: Stage) -> None:
    articles = [stage.write(f"Story {number}") for number in range(4)]
    stage.until(lambda: len(shown(stage)) == 4)
    stage.open(articles[2])
    enter(stage, pane(stage).view)
    press(pane(stage).view, "Delete")
    stage.until(lambda: shown(stage) == ["Story 3", "Story 1", "Story 0"])
    stage.until(lambda: stage.room.panes.editor.article == articles[1])
    assert told(stage) == "Moved to the bin."
    undo(stage)
    stage.until(lambda: len(shown(stage)) == 4)
    assert browsing.count(stage.desk, BIN) == 0


def test_an_article_that_the_search_hides_is_left_when_it_goes_to_the_bin(stage: Stage) -> None:
    hidden = stage.write("Zebra crossings painted")
    beside = stage.write("A bridge closes")
    stage.until(lambda: len(shown(stage)) == 2)
    stage.open(hidden)
    QTest.keyClicks(pane(stage).search, "bridge")
    stage.until(lambda: len(shown(stage)) == 1 and not stage.lanes.busy)
    stage.room.bin_articles()
    stage.until(lambda: stage.room.panes.editor.article == beside)


def test_the_last_article_leaves_an_empty_desk(stage: Stage) -> None:
    article = stage.write("Alone")
    stage.open(article)
    stage.room.actions["article.bin"].trigger()
    stage.until(lambda: stage.room.panes.editor.article is None)
    assert shown(stage) == []
    keep_to(stage, Shelf.BIN)
    stage.until(lambda: shown(stage) == ["Alone"])


def test_the_bin_restores_and_deletes_for_good_only_after_a_word(stage: Stage) -> None:
    first, second = stage.write("Wanted again"), stage.write("Never wanted")
    stage.until(lambda: len(shown(stage)) == 2)
    stage.room.many.bin((first, second))
    stage.until(lambda: shown(stage) == [])
    keep_to(stage, Shelf.BIN)
    stage.until(lambda: len(shown(stage)) == 2)
    enter(stage, pane(stage).view)
    click(stage, shown(stage).index("Wanted again"))
    _press_in_bar(stage, "Restore")
    stage.until(lambda: shown(stage) == ["Never wanted"])
    click(stage, 0)
    press(pane(stage).view, "Delete")
    stage.until(lambda: "Delete “Never wanted” for good?" in told(stage))
    assert browsing.count(stage.desk, BIN) == 1
    confirm = stage.window.notice.findChildren(Button)
    next(one for one in confirm if one.text() == "Delete for good").click()
    stage.until(lambda: browsing.count(stage.desk, BIN) == 0)
    stage.until(lambda: told(stage) == "Deleted for good.")
    assert [one.id for one in browsing.articles(stage.desk, ArticleQuery())] == [first]


def _press_in_bar(stage: Stage, word: str) -> None:
    bar = pane(stage).bar
    stage.until(bar.isVisible)
    next(one for one in bar.findChildren(Button) if one.text() == word).click()


def test_several_are_submitted_with_one_summary(stage: Stage) -> None:
    articles = [stage.write(f"Story {number}") for number in range(13)]
    reviewing.submit(stage.desk, articles[3])
    stage.until(lambda: len(shown(stage)) == 13)
    _choose_all(stage, 13)
    _press_in_bar(stage, "Submit")
    stage.until(lambda: told(stage).startswith("12 submitted for approval."))
    assert "in review already" in told(stage)
    waiting = ArticleQuery(states=frozenset({State.IN_REVIEW}))
    assert browsing.count(stage.desk, waiting) == 13
    assert pane(stage).chosen.count == 13


def _choose_all(stage: Stage, count: int) -> None:
    enter(stage, pane(stage).view)
    press(pane(stage).view, "Ctrl+A")
    stage.until(lambda: pane(stage).chosen.known and pane(stage).chosen.count == count)


def test_a_tag_is_added_to_several_and_taken_back(stage: Stage) -> None:
    articles = [stage.write(f"Story {number}", tags=("old",)) for number in range(3)]
    stage.until(lambda: len(shown(stage)) == 3)
    _choose_all(stage, 3)
    _press_in_bar(stage, "Add tag")
    field = pane(stage).bar.field
    stage.until(field.hasFocus)
    QTest.keyClicks(field, "spring")
    press(field, "Return")
    stage.until(lambda: told(stage) == "3 tagged “spring”.")
    assert {stage.content(one).tags for one in articles} == {("old", "spring")}
    undo(stage)
    stage.until(lambda: {stage.content(one).tags for one in articles} == {("old",)})


def test_export_goes_to_publish_with_these_ticked(stage: Stage) -> None:
    _choose_two(stage)
    _press_in_bar(stage, "Export")
    assert stage.window.place is Place.PUBLISH


def _choose_two(stage: Stage) -> tuple[ArticleId, ArticleId]:
    both = stage.write("One"), stage.write("Two")
    stage.until(lambda: len(shown(stage)) == 2)
    _choose_all(stage, 2)
    return both


def test_a_menu_over_a_row_offers_what_the_bar_does(stage: Stage) -> None:
    articles = [stage.write(headline) for headline in ("Ferry", "Snow")]
    stage.until(lambda: shown(stage) == ["Snow", "Ferry"] and not stage.lanes.busy)
    view = pane(stage).view
    enter(stage, view)
    at = view.visualRect(index(stage, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    (menu,) = (one for one in pane(stage).bar.findChildren(QMenu) if one.isVisible())
    assert [one.text() for one in menu.actions()] == ["Submit", "Export", "Add tag", "Move to bin"]
    menu.actions()[-1].trigger()
    menu.close()
    stage.until(lambda: shown(stage) == ["Snow"] and not stage.lanes.busy)
    assert [one.id for one in browsing.articles(stage.desk, BIN)] == [articles[0]]


def test_escape_clears_the_search_before_it_leads_to_the_text(stage: Stage) -> None:
    stage.write("Ferry")
    search = pane(stage).search
    enter(stage, search)
    QTest.keyClicks(search, "nothing like it")
    stage.until(lambda: shown(stage) == [])
    press(search, "Esc")
    stage.until(lambda: shown(stage) == ["Ferry"])
    assert search.hasFocus()


def test_order_and_height_of_rows_are_remembered(
    stage: Stage, set_up: Callable[[Desk], Stage], rooms: Rooms
) -> None:
    for headline in ("Middle", "«Åle»", "zebra", "Әбіш", "Юрта", "Абай"):
        stage.write(headline)
    stage.until(lambda: len(shown(stage)) == 6)
    pane(stage).look.chosen.emit(ListLook(Sort.HEADLINE, compact=True))
    in_order = ["«Åle»", "Middle", "zebra", "Абай", "Әбіш", "Юрта"]
    stage.until(lambda: shown(stage) == in_order)
    assert pane(stage).view.visualRect(index(stage, 1)).height() == COMPACT_ROW
    stage.room.close()
    stage.lanes.close()
    again = set_up(rooms.reopen())
    again.until(lambda: shown(again) == in_order)
    assert pane(again).view.visualRect(index(again, 1)).top() == COMPACT_ROW


def test_a_search_is_saved_found_in_the_palette_renamed_and_removed(stage: Stage) -> None:
    stage.write("Snow on the pass")
    stage.write("Bridges closed")
    listing = pane(stage)
    QTest.keyClicks(listing.search, "snow")
    stage.until(lambda: shown(stage) == ["Snow on the pass"])
    listing.filters.save_wanted.emit()
    assert listing.name_row.field.text() == "snow"
    QTest.keyClicks(listing.name_row.field, "Winter")
    press(listing.name_row.field, "Return")
    stage.until(lambda: [one.name for one in listing.saved.searches] == ["Winter"])
    listing.search.clear()
    stage.until(lambda: len(shown(stage)) == 2)
    stage.room.show_palette()
    palette = stage.room.palette
    row = next(one for one in palette.rows if one.words == "Search: Winter")
    palette.command_chosen.emit(row.command)
    stage.until(lambda: shown(stage) == ["Snow on the pass"])
    palette.put_away()
    words = [one.text() for one in listing.filters.menu.actions()]
    assert "Rename “Winter”" in words
    listing.saved.rename("Winter", "Cold")
    stage.until(lambda: [one.name for one in listing.saved.searches] == ["Cold"])
    listing.saved.remove("Cold")
    stage.until(lambda: listing.saved.searches == ())
    undo(stage)
    stage.until(lambda: [one.name for one in listing.saved.searches] == ["Cold"])


def test_a_row_speaks_in_the_order_of_a_screen_reader(stage: Stage) -> None:
    stage.write("Spoken", section="news")
    stage.until(lambda: shown(stage) == ["Spoken"])
    view = QAccessible.queryAccessibleInterface(pane(stage).view)
    assert view is not None
    assert view.childCount() == 1
    row = view.child(0)
    assert row is not None
    assert row.text(QAccessible.Text.Name).startswith("Spoken, Draft, News, ")


def test_a_page_is_what_is_fetched_however_long_the_list(crowded: Stage) -> None:
    fetched = [row for row in range(CROWD) if index(crowded, row).data() is not None]
    assert fetched == list(range(len(fetched)))
    assert len(fetched) <= 2 * PAGE
