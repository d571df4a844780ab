"""The scenes of the window that `screenshots.py` draws: what is open, chosen, typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollBar, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.ui.frame.places import Place
from newsroom.ui.inspector.inspector import CHECKS, HISTORY, PICTURES, PREVIEW
from newsroom.ui.pictures.pictures_place import PicturesPlace
from newsroom.ui.pictures.together_form import TogetherForm
from newsroom.ui.publish.ready_model import ReadyModel
from newsroom.ui.rehearsal import settle, wait_for
from newsroom.ui.room import Room
from newsroom.ui.start import Visit

STORY = "Six countries agree"
PAINT_MS = 350


@dataclass(slots=True)
class Stage:
    """An open window and what the scenes need to know of its library."""

    visit: Visit
    folder: Path
    stories: dict[str, ArticleId]
    shown: list[int]
    exported: bool = False

    @property
    def room(self) -> Room:
        """The room, which is furnished."""
        assert self.visit.room is not None
        return self.visit.room

    def open(self, headline: str) -> None:
        """Put the story whose headline begins so on the desk, and wait for its page."""
        room = self.room
        room.go_to(Place.ARTICLES)
        room.panes.articles.open_tab(PREVIEW)
        wanted = next(name for words, name in self.stories.items() if words.startswith(headline))
        if room.panes.editor.article == wanted:
            return
        self.shown.clear()
        room.desk.open(wanted)
        wait_for("an article", lambda: room.panes.editor.article == wanted)
        wait_for("its page", lambda: bool(self.shown))
        settle(PAINT_MS)


Scene = Callable[[Stage], QWidget | None]
"""Brings the window into a state; gives what to draw where that is not the window."""


def tidy(stage: Stage) -> None:
    """Put away what an earlier scene opened, so that each scene shows itself alone."""
    room = stage.room
    room.palette.put_away()
    room.panes.list.search.clear()
    _tidy_pictures(room.panes.library_pictures)
    room.inserting.put_away()
    room.tools.finding.close()
    room.tools.focus_mode.leave()
    room.panes.history.show_now()
    _tidy_article(stage)
    settle(PAINT_MS)


def _tidy_pictures(place: PicturesPlace) -> None:
    place.grid.search.clear()
    place.grid.strip.end()
    place.grid.show_progress("")
    place.grid.choose_one()
    place.splitter.open_record(over=False)
    for dialog in place.findChildren(QDialog):
        dialog.reject()


def _tidy_article(stage: Stage) -> None:
    room = stage.room
    editor, preview = room.panes.editor, room.panes.preview
    if editor.article is None:
        return
    room.tools.target.popover.given.emit(0)
    if editor.slot.source_on:
        room.toggle_source()
    if room.actions["view.details"].isChecked():
        room.toggle_details()
    editor.body.handle.given_up.emit()
    editor.body.handle.hide()
    editor.body.moveCursor(QTextCursor.MoveOperation.Start)
    editor.paper.verticalScrollBar().setValue(0)
    preview.show_page()
    preview.choose_form("phone")


def articles(stage: Stage) -> None:
    stage.open(STORY)
    stage.room.panes.preview.show_page()
    if stage.room.panes.articles.inspector_folded:
        stage.room.panes.articles.toggle_inspector()


def drawer(stage: Stage) -> None:
    stage.open(STORY)
    stage.room.panes.articles.open_tab(PREVIEW)


def middle(stage: Stage) -> None:
    articles(stage)
    bar = stage.room.panes.editor.paper.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)


def social(stage: Stage) -> None:
    stage.open(STORY)
    stage.room.look("social")


def printed(stage: Stage) -> None:
    stage.open(STORY)
    preview = stage.room.panes.preview
    preview.show_page()
    stage.room.look("print")
    wait_for("its sheets", lambda: preview.printed.document.pageCount() > 0)


def russian(stage: Stage) -> None:
    stage.open("В Костанае")


def kazakh(stage: Stage) -> None:
    stage.open("Ақтөбеде")


def source(stage: Stage) -> None:
    articles(stage)
    if not stage.room.panes.editor.slot.source_on:
        stage.room.toggle_source()


def details(stage: Stage) -> None:
    articles(stage)
    if not stage.room.actions["view.details"].isChecked():
        stage.room.toggle_details()


def finding(stage: Stage) -> None:
    articles(stage)
    stage.room.tool("replace")
    stage.room.tools.finding.bar.words.setText("screening")
    stage.room.tools.finding.bar.template.setText("inspection")


def link(stage: Stage) -> None:
    articles(stage)
    body = stage.room.panes.editor.body
    body.setTextCursor(body.document().find("screening failures"))
    stage.room.format("link")
    stage.room.inserting.linking.popover.field.setText("javascript:alert(1)")
    stage.room.inserting.linking.popover.given.emit("javascript:alert(1)")


def figure(stage: Stage) -> None:
    articles(stage)
    body = stage.room.panes.editor.body
    held = body.hold_figure(0)
    drawn = held.figure()
    assert drawn is not None
    body.figure_activated.emit(0, drawn)


def focus(stage: Stage) -> None:
    articles(stage)
    if not stage.room.tools.focus_mode.on:
        stage.room.tool("focus")
    stage.room.tools.target.popover.given.emit(600)
    stage.room.tools.target.ask()
    body = stage.room.panes.editor.body
    body.setTextCursor(body.document().find("Security chiefs"))


def moving(stage: Stage) -> None:
    articles(stage)
    body = stage.room.panes.editor.body
    body.setTextCursor(body.document().find("Security chiefs"))
    body.point_at(body.cursorRect().center())
    body.handle.dragged.emit(body.cursorRect().bottom() + 160)


def tab(key: str) -> Scene:
    """Show a tab of the inspector."""

    def show(stage: Stage) -> None:
        stage.open(STORY)
        stage.room.panes.articles.open_tab(key)

    return show


def earlier(stage: Stage) -> None:
    """Look at what the story was before its last sentence was written."""
    tab(HISTORY)(stage)
    history = stage.room.panes.history
    wait_for("its states", lambda: history.slider.maximum() > 0)
    if history.slider.maximum() == 1:
        stage.room.panes.editor.body.insertPlainText("More than thirty people met on Tuesday. ")
        stage.room.desk.keeper.flush()
    wait_for("a state before", lambda: history.slider.maximum() > 1)
    history.slider.setValue(0)
    wait_for("what it was", history.view.isVisible)


def palette(stage: Stage) -> None:
    articles(stage)
    stage.room.show_palette()


def nothing_found(stage: Stage) -> None:
    articles(stage)
    stage.room.panes.list.search.setText("zeppelin")
    settle(PAINT_MS)


def pictures(stage: Stage) -> None:
    stage.room.go_to(Place.PICTURES)
    grid = stage.room.panes.library_pictures.grid
    wait_for("its pictures", lambda: grid.view.model().rowCount() > 0)
    grid.view.setCurrentIndex(grid.view.model().index(1, 0))
    settle(PAINT_MS)


def pictures_chosen(stage: Stage) -> None:
    pictures(stage)
    grid = stage.room.panes.library_pictures.grid
    flag = QItemSelectionModel.SelectionFlag.Select
    for row in (0, 2, 5):
        grid.view.selectionModel().select(grid.model.index(row, 0), flag)
    settle(PAINT_MS)


def pictures_together(stage: Stage) -> QWidget | None:
    pictures_chosen(stage)
    stage.room.many_pictures("edit")
    form = stage.room.panes.library_pictures.findChild(TogetherForm)
    QTest.keyClicks(form.fields["credit"], "Daniyar Kenes / The Steppe Courier")
    QTest.keyClicks(form.fields["ends"], "2027-05-01")
    settle(PAINT_MS)
    return form


def pictures_adding(stage: Stage) -> None:
    pictures(stage)
    grid = stage.room.panes.library_pictures.grid
    grid.strip.show_step("Adding", 212, 1000, "belt-trays-04.jpg")
    grid.show_progress("Adding 212 of 1,000: belt-trays-04.jpg")
    settle(PAINT_MS)


def no_pictures(stage: Stage) -> None:
    stage.room.go_to(Place.PICTURES)
    stage.room.panes.library_pictures.grid.search.setText("zeppelin")
    settle(PAINT_MS)


def review(row: int) -> Scene:
    """Show a story of the queue."""

    def show(stage: Stage) -> None:
        stage.room.go_to(Place.REVIEW)
        place = stage.room.panes.review
        wait_for("its queue", lambda: place.queue.model().rowCount() > row)
        place.show_side("story")
        place.queue.setCurrentIndex(place.queue.model().index(row, 0))
        wait_for("its story", lambda: place.still)
        settle(PAINT_MS)

    return show


def decision(stage: Stage) -> None:
    """Show what is to be decided, where the window is too narrow to show it beside the story."""
    review(1)(stage)
    stage.room.panes.review.show_side("decision")


def publish(stage: Stage) -> None:
    place = stage.room.panes.publish
    stage.room.go_to(Place.PUBLISH)
    place.choose_folder(stage.folder / "Desktop" / "site")
    wait_for("its list", lambda: place.list.model().rowCount() > 0)


def exported(stage: Stage) -> None:
    """Show the report of an export, and the one story that is new since."""
    publish(stage)
    place = stage.room.panes.publish
    model = place.list.model()
    assert isinstance(model, ReadyModel)
    if not stage.exported:
        stage.exported = True
        place.tick_all()
        _, *others = everything = model.chosen()
        place.choose(others)
        wait_for("its ticks", lambda: model.chosen() == tuple(others))
        place.export()
        wait_for("its report", lambda: not place.exporting)
        place.tick_all()
        wait_for("what is new", lambda: len(model.chosen()) == len(everything))
    settle(PAINT_MS)


def settings(stage: Stage) -> None:
    stage.room.go_to(Place.SETTINGS)


def settings_end(stage: Stage) -> None:
    """Show what stands last among the settings."""
    settings(stage)
    for bar in stage.room.panes.settings.findChildren(QScrollBar):
        if bar.isVisible():
            bar.setValue(bar.maximum())


def keys(stage: Stage) -> QWidget | None:
    stage.room.show_keys()
    return _dialog()


def passphrase(stage: Stage) -> QWidget | None:
    stage.room.protect_key()
    return _dialog()


def place(which: Place) -> Scene:
    """Go to a place of an empty library."""
    return lambda stage: stage.room.go_to(which)


def new_article(stage: Stage) -> None:
    stage.room.go_to(Place.ARTICLES)
    if stage.room.panes.editor.article is None:
        stage.room.new_article()
        wait_for("a new article", lambda: stage.room.panes.editor.article is not None)


SCENES: dict[str, Scene] = {
    "articles": articles,
    "articles-drawer": drawer,
    "articles-middle": middle,
    "preview-social": social,
    "preview-print": printed,
    "articles-russian": russian,
    "articles-kazakh": kazakh,
    "articles-source": source,
    "articles-details": details,
    "articles-find": finding,
    "articles-link": link,
    "articles-figure": figure,
    "articles-focus": focus,
    "articles-moving": moving,
    "tab-pictures": tab(PICTURES),
    "tab-checks": tab(CHECKS),
    "tab-history": tab(HISTORY),
    "palette": palette,
    "articles-none-found": nothing_found,
    "pictures": pictures,
    "pictures-none-found": no_pictures,
    "pictures-chosen": pictures_chosen,
    "pictures-adding": pictures_adding,
    "pictures-together": pictures_together,
    "review": review(0),
    "review-second": review(1),
    "review-third": review(2),
    "review-decision": decision,
    "publish-before": publish,
    "publish": exported,
    "settings": settings,
    "settings-end": settings_end,
    "keys": keys,
    "passphrase": passphrase,
    "tab-history-earlier": earlier,
}
EMPTY_SCENES: dict[str, Scene] = {
    "empty-articles": place(Place.ARTICLES),
    "empty-pictures": place(Place.PICTURES),
    "empty-review": place(Place.REVIEW),
    "empty-publish": place(Place.PUBLISH),
    "empty-new-article": new_article,
}


def _dialog() -> QWidget | None:
    settle(PAINT_MS)
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    return next((one for one in found if one.isVisible()), None)
