"""The room around the text: list, places, palette, folding, light and dark, what is remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from newsroom.desk import reviewing
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.ids import ArticleId
from newsroom.settings import Appearance
from newsroom.ui.actions import COMMANDS
from newsroom.ui.frame.places import Place
from newsroom.ui.look.controls import Button
from newsroom.ui.look.tokens import DARK, FOLD_INSPECTOR, FOLD_LIST, LIGHT
from tests.support.rooms import Rooms
from tests.ui.shell.conftest import Stage, a_lead, strike, write


def rows(stage: Stage) -> list[str]:
    model = stage.room.panes.list.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_list_shows_the_newest_first_and_follows_changes(stage: Stage) -> None:
    first = stage.write("First")
    stage.write("Second")
    stage.until(lambda: rows(stage) == ["Second", "First"])
    stage.open(first)
    QTest.keyClicks(stage.room.panes.editor.body, "Words. ")
    stage.until(lambda: rows(stage) == ["First", "Second"])
    current = stage.room.panes.list.view.currentIndex()
    assert current.data() == "First"


def test_an_article_opens_although_one_asked_for_before_it_cannot(stage: Stage) -> None:
    article = stage.write("Snow")
    stage.room.desk.open(ArticleId("gone"))
    stage.room.desk.open(article)
    stage.bot.waitUntil(lambda: stage.room.panes.editor.article == article)


def test_one_click_on_a_row_opens_its_article_once(stage: Stage) -> None:
    stage.write("Snow on the pass")
    stage.until(lambda: rows(stage) == ["Snow on the pass"])
    view = stage.room.panes.list.view
    came: list[ArticleId | None] = []
    stage.room.desk.opened.connect(came.append)
    where = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    stage.until(lambda: bool(came) and not stage.lanes.busy)
    assert len(came) == 1


def test_an_article_that_comes_late_a_second_time_leaves_caret_and_undo(stage: Stage) -> None:
    article, other = stage.write("Snow"), stage.write("Rain")
    desk, body = stage.room.desk, stage.room.panes.editor.body
    for wanted in (article, other, article):
        desk.open(wanted)
    stage.until(lambda: stage.room.panes.editor.article == article)
    before = stage.room.panes.editor.content().body
    body.setFocus()
    QTest.keyClicks(body, "Typed at once. ")
    caret = stage.room.panes.editor.slot.caret
    stage.until(lambda: not stage.lanes.busy)
    assert stage.room.panes.editor.slot.caret == caret > 0
    stage.room.undo()
    assert stage.room.panes.editor.content().body == before


def test_an_article_without_a_lead_takes_the_keyboard_from_a_caption_to_its_text(
    stage: Stage,
) -> None:
    stage.open(stage.write("Snow", lead=a_lead(stage.desk)))
    editor = stage.room.panes.editor
    editor.lead.unfold()
    editor.lead.writing().setFocus()
    stage.open(stage.write("Rain"))
    assert editor.body.hasFocus()


def test_search_and_filters_narrow_the_list(stage: Stage) -> None:
    stage.write("Snow on the pass")
    sent = stage.write("Bridges closed")
    reviewing.submit(stage.desk, sent)
    stage.link.changed.emit(Changes(articles=frozenset({sent})), None)
    listing = stage.room.panes.list
    QTest.keyClicks(listing.search, "bridges")
    stage.until(lambda: rows(stage) == ["Bridges closed"])
    listing.search.clear()
    stage.until(lambda: len(rows(stage)) == 2)
    next(one for one in listing.findChildren(Button) if one.text() == "In review").click()
    stage.until(lambda: rows(stage) == ["Bridges closed"])


def test_places_are_reached_by_their_keys(stage: Stage) -> None:
    for place in Place:
        stage.room.actions[f"go.{place.value}"].trigger()
        assert stage.window.place is place


def test_every_command_has_words_and_no_key_is_given_twice() -> None:
    keys = [one.key for one in COMMANDS if one.key]
    assert len(keys) == len(set(keys))
    assert all(one.words and one.icon for one in COMMANDS)
    assert len({one.id for one in COMMANDS}) == len(COMMANDS)


def test_what_makes_no_sense_is_not_offered(stage: Stage) -> None:
    assert not stage.room.actions["format.bold"].isEnabled()
    stage.open(stage.write("Open"))
    assert stage.room.actions["format.bold"].isEnabled()
    stage.room.actions["view.source"].trigger()
    assert not stage.room.actions["format.bold"].isEnabled()
    stage.room.go_to(Place.REVIEW)
    assert not stage.room.actions["view.source"].isEnabled()


def test_the_palette_finds_articles_and_commands(stage: Stage) -> None:
    article = stage.write("Quiet carriages")
    stage.room.show_palette()
    field = stage.room.palette.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "quiet")
    stage.until(lambda: any(row.article == article for row in stage.room.palette.rows))
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.until(lambda: stage.room.panes.editor.article == article)
    stage.room.show_palette()
    QTest.keyClicks(field, "dark")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stage.theme.palette is DARK
    assert stage.room.palette.isHidden()


def test_light_and_dark_change_while_the_window_stands(stage: Stage) -> None:
    stage.open(stage.write("Colours"))
    stage.room.choose_appearance(Appearance.DARK)
    assert stage.theme.palette is DARK
    dark = stage.window.grab().toImage().pixelColor(2, 300).lightness()
    stage.room.choose_appearance(Appearance.LIGHT)
    assert stage.theme.palette is LIGHT
    assert stage.window.grab().toImage().pixelColor(2, 300).lightness() > dark + 100
    assert not stage.room.desk.keeper.dirty


def test_panes_fold_in_their_order(stage: Stage) -> None:
    place = stage.room.panes.articles
    stage.window.resize(1440, 900)
    assert not place.inspector_folded
    stage.window.resize(FOLD_INSPECTOR - 10, 800)
    assert place.inspector_folded
    assert place.inspector.strip.isVisible()
    assert not place.inspector.isVisible()
    assert place.list.isVisible()
    stage.window.resize(FOLD_LIST - 10, 700)
    assert not place.list.isVisible()
    place.toggle_inspector()
    assert place.inspector.isVisible()
    QTest.keyClick(place.inspector, Qt.Key.Key_Escape)
    assert not place.inspector.isVisible()
    stage.window.resize(1440, 900)
    assert place.list.isVisible()
    assert place.inspector.isVisible()


def test_a_finding_leads_to_its_place(stage: Stage) -> None:
    stage.open(stage.write("", body="First.\n\nSecond.\n"))
    stage.until(lambda: bool(stage.room.panes.checks.found))
    pane = stage.room.panes.editor
    pane.reaching.show_place("body:1")
    block = pane.body.textCursor().block().text()
    assert block == "Second."


def test_every_button_of_the_window_has_a_name(stage: Stage) -> None:
    stage.open(stage.write("Names"))
    nameless = [
        button
        for button in stage.window.findChildren(QAbstractButton)
        if button.isVisible()
        and not (button.accessibleName() or button.text())
        and button.objectName() != "qt_toolbar_ext_button"
        and button.metaObject().className() != "QLineEditIconButton"
    ]
    assert nameless == []


def test_f6_goes_from_pane_to_pane(stage: Stage) -> None:
    stage.open(stage.write("Panes"))
    stage.window.activateWindow()
    seen = set()
    for _ in range(6):
        stage.room.next_pane(1)
        now = QApplication.focusWidget()
        if now is not None:
            seen.add(
                next(
                    (pane for pane in stage.room.panes.articles.panes() if pane.isAncestorOf(now)),
                    None,
                )
            )
    assert len(seen) >= 3


def test_f6_leads_back_to_where_the_keyboard_stood(stage: Stage) -> None:
    stage.open(stage.write("Panes"))
    stage.window.activateWindow()
    body = stage.room.panes.editor.body
    body.setFocus()
    stage.until(body.hasFocus)
    for there, back in ((1, -1), (-1, 1)):
        stage.room.next_pane(there)
        assert not stage.room.panes.editor.isAncestorOf(QApplication.focusWidget())
        stage.room.next_pane(back)
        assert body.hasFocus()


def test_the_further_fields_are_come_to_from_deep_in_the_text(stage: Stage) -> None:
    stage.open(stage.write("Deep", body="A line.\n\n" * 80))
    stage.window.activateWindow()
    editor = stage.room.panes.editor
    editor.body.setFocus()
    QTest.keyClick(editor.body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    bar, sources = editor.paper.verticalScrollBar(), editor.fields.details.sources
    stage.until(lambda: bar.maximum() > editor.height())
    bar.setValue(bar.maximum())
    assert editor.headline.visibleRegion().isEmpty()
    stage.room.toggle_details()
    stage.until(sources.hasFocus)
    stage.until(lambda: not sources.visibleRegion().isEmpty())
    stage.room.toggle_details()
    assert editor.body.hasFocus()
    assert not sources.isVisible()


def test_the_window_comes_back_as_it_was_left(
    set_up: Callable[[Desk], Stage], rooms: Rooms
) -> None:
    first = set_up(rooms.begin())
    article = write(first.desk, "Where I was", body="One two three four.\n")
    first.open(article)
    first.window.resize(1320, 820)
    first.room.panes.editor.slot.put_caret(8)
    first.room.panes.inspector.show_tab("history")
    strike(first.room, first.window, first.lanes)
    first.desk.close()
    second = set_up(rooms.reopen())
    second.until(lambda: second.room.panes.editor.article == article)
    assert second.window.size().width() == 1320
    assert second.room.panes.editor.slot.caret == 8
    assert second.room.panes.inspector.tab == "history"


def test_the_ring_shows_for_the_keyboard_and_never_for_the_mouse(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    search = stage.room.panes.list.search
    QTest.mouseClick(search, Qt.MouseButton.LeftButton)
    assert stage.window.ring.isHidden()
    QTest.keyClick(search, Qt.Key.Key_Tab)
    assert stage.window.ring.isVisible()
    QTest.mouseClick(search, Qt.MouseButton.LeftButton)
    assert stage.window.ring.isHidden()


def test_a_place_that_is_gone_to_with_the_mouse_shows_no_ring(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    stage.window.ring.follow_keys()
    stage.room.panes.list.search.setFocus(Qt.FocusReason.TabFocusReason)
    assert stage.window.ring.isVisible()
    button = next(
        one
        for one in stage.window.rail.findChildren(QAbstractButton)
        if one.accessibleName().startswith("Publish")
    )
    handle = stage.window.windowHandle()
    at = button.mapTo(stage.window, button.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=at)
    publish = stage.room.panes.publish
    stage.until(lambda: publish.isAncestorOf(QApplication.focusWidget()))
    assert stage.window.ring.isHidden()


def test_the_ring_is_the_only_sign_of_the_keyboard_on_a_button(stage: Stage) -> None:
    """The style draws a rectangle of its own into a button that was reached with Tab."""
    stage.open(stage.write("Ring"))
    stage.window.activateWindow()
    stage.room.panes.editor.body.setFocus()
    stage.until(stage.room.panes.editor.body.hasFocus)
    button = next(one for one in stage.room.panes.inspector.findChildren(Button) if one.isChecked())
    before = button.grab().toImage()
    stage.room.next_pane(1)
    assert button.hasFocus()
    assert button.grab().toImage() == before


def ring_lies_around(stage: Stage, part: QWidget) -> bool:
    ring = stage.window.ring
    return (
        ring.geometry().center()
        == QRect(part.mapTo(stage.window, QPoint(0, 0)), part.size()).center()
    )


def test_the_ring_goes_along_when_what_holds_its_part_moves(stage: Stage) -> None:
    stage.window.activateWindow()
    search = stage.room.panes.list.search
    stage.window.ring.follow_keys()
    search.setFocus(Qt.FocusReason.TabFocusReason)
    stage.until(lambda: ring_lies_around(stage, search))
    before = stage.window.ring.pos()
    stage.room.presenter.tell("Something was done.")
    stage.until(lambda: stage.window.ring.pos() != before and ring_lies_around(stage, search))


def test_the_ring_is_scrolled_out_of_sight_with_its_part(stage: Stage) -> None:
    stage.open(stage.write("Ring", body="A line.\n\n" * 80))
    stage.window.activateWindow()
    editor, ring = stage.room.panes.editor, stage.window.ring
    ring.follow_keys()
    editor.headline.setFocus(Qt.FocusReason.TabFocusReason)
    stage.until(lambda: ring_lies_around(stage, editor.headline))
    bar = editor.paper.verticalScrollBar()
    stage.until(lambda: bar.maximum() > editor.height())
    bar.setValue(bar.maximum())
    assert ring.isHidden()
    bar.setValue(0)
    stage.until(ring.isVisible)
    assert ring_lies_around(stage, editor.headline)
