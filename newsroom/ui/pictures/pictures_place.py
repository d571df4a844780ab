"""The pictures place: the grid, one picture's record, and three ways in for new pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout

from newsroom.desk import browsing
from newsroom.domain.changes import Changes
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import Picture
from newsroom.ui.clipboard import offered
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.theme import Theme
from newsroom.ui.pictures import arrivals
from newsroom.ui.pictures.adding import Adding
from newsroom.ui.pictures.detail_pane import DetailPane, Standing
from newsroom.ui.pictures.folding import FoldingSplitter
from newsroom.ui.pictures.grid_pane import GridPane
from newsroom.ui.pictures.many_pictures import ManyPictures
from newsroom.ui.pictures.picture_tools import PictureTools
from newsroom.ui.pictures.record_keeper import RecordKeeper
from newsroom.ui.taking import take_copy
from newsroom.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from newsroom.desk.illustrating import RecordFields

_TOPIC = "pictures-added"
WIDTH = "pictures-detail-width"
"""The key under which this laptop keeps the record's width where a hand chose one."""


class PicturesPlace(Surface):
    """Every picture of the library and its credit.

    `open_article` carries the id of an article to go to, `use_wanted` that of a picture to put
    into the article on the desk.
    """

    open_article = Signal(str)
    use_wanted = Signal(str)

    def __init__(self, theme: Theme, link: DeskLink, keeper: RecordKeeper) -> None:
        super().__init__("chrome")
        self.setAccessibleName("Pictures")
        self.setAcceptDrops(True)
        self._link = link
        self._behind = True
        self._thumbnails = Thumbnails(link, self)
        self.keeper = keeper
        self.grid = GridPane(theme, link, self._thumbnails)
        self.adding = Adding(link, self.grid)
        self.many = ManyPictures(theme, link, self.grid)
        self.detail = DetailPane(theme, link, self._thumbnails, self.keeper)
        self.splitter = FoldingSplitter(self.grid, self.detail)
        theme.theme_changed.connect(self.splitter.fit)
        self._width = known_width(link)
        self._arrange()
        self.tools = PictureTools(
            theme,
            link,
            self.detail,
            thumbnails=self._thumbnails,
            notice=self.grid.notice,
            under=self.splitter,
            flush=self.flush,
        )
        self._connect()

    @property
    def picture(self) -> PictureId | None:
        """The picture on show."""
        return self.detail.picture

    def show_picture(self, picture: PictureId) -> None:
        """Show a picture and its record, whatever the filters hide."""
        self.splitter.open_record()
        self._turn_to(picture)

    def _turn_to(self, picture: PictureId) -> None:
        self.flush()
        self.grid.choose(picture)
        known = self.grid.model.known(picture)
        if known:
            self.detail.show_picture(known.picture)
            return
        self._link.read(
            lambda desk: browsing.picture(desk, picture), self.detail.show_picture, "picture-wanted"
        )

    def add_files(self, paths: Iterable[str | Path]) -> None:
        """Add picture files and folders of them; what is refused is told, the others come in."""
        self.adding.add_paths([Path(path) for path in paths])

    def add_mime(self, mime: QMimeData, word: str) -> bool:
        """Add what was dropped or pasted; tell whether there was anything to add."""
        return self.adding.add_mime(mime, word)

    def flush(self) -> None:
        """Save now what was typed."""
        self.keeper.flush()

    def stop(self) -> None:
        """Stop what is long, for the window closes and would wait for the last of it."""
        self.many.sheets.stop()
        self.adding.arrivals.stop()

    def choose_files(self) -> None:
        """Ask for picture files."""
        self.adding.choose_files()

    def tool(self, name: str) -> None:
        """Run a command of this place: search, or a deed on what is chosen."""
        match name:
            case "find":
                self.splitter.open_record(over=False)
                self.grid.seek()
            case "folder":
                self.adding.choose_folder()
            case _:
                self.many.do(name)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.splitter.choose(self._width)
        self.first_stop = self.grid.view

    def _connect(self) -> None:
        self.grid.chosen.connect(self._on_chosen)
        self.grid.entered.connect(self._on_entered)
        self.grid.add_wanted.connect(self.choose_files)
        self.detail.step_wanted.connect(self.grid.step)
        self.detail.use_wanted.connect(self.use_wanted)
        self.tools.article_wanted.connect(self.open_article)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.typed.connect(self.adding.note_writing)
        self.adding.show_wanted.connect(self.show_picture)
        self.adding.arrived.connect(self._show_added)
        self.many.leaving.connect(self.flush)
        self._link.changed.connect(self._on_changed)

    def _on_entered(self) -> None:
        self.splitter.open_record()
        self.detail.enter()

    def _leave_record(self) -> None:
        self.splitter.open_record(over=False)
        self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, picture: Picture) -> None:
        self.flush()
        self.detail.show_picture(picture)

    def _on_saved(self, picture: PictureId, values: RecordFields, at: datetime) -> None:
        self.grid.model.amend(picture, values)

    def _on_changed(self, changes: Changes, by: object) -> None:
        if not self.isVisible():
            self._behind = True
            return
        if changes.pictures or changes.articles:
            self.grid.model.refresh()
        if changes.likenesses:
            self.grid.model.liken_again()
        if changes.house:
            self.many.ask_house()
        self.detail.on_changed(changes)

    def _show_added(self, picture: PictureId) -> None:
        # The next key must not land in a field that now belongs to another picture.
        if self.detail.form.isAncestorOf(QApplication.focusWidget() or self):
            self.grid.view.setFocus()
        self._turn_to(picture)

    def _catch_up(self) -> None:
        self._behind = False
        self.many.ask_house()
        self.grid.model.refresh()
        if self.picture:
            self.detail.ask(self.picture)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()
        if self.splitter.chosen != self._width:
            self._width = self.splitter.chosen
            self._link.remember(WIDTH, str(self._width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.splitter.open_record(over=False)
            self.grid.seek()
            return
        if event.key() == Qt.Key.Key_Escape and self.splitter.standing is Standing.OVER:
            self._leave_record()
            return
        if event.matches(QKeySequence.StandardKey.Undo) and self.grid.notice.undo():
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            if not self.add_mime(offered(), "pasted"):
                self.grid.notice.tell("There is no picture in what was copied", topic=_TOPIC)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if arrivals.may_bring_pictures(event.mimeData()):
            take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        take_copy(event)
        if not self.add_mime(event.mimeData(), "dropped"):
            words = "What was dropped is no picture of this computer. Save it as a file first."
            self.grid.notice.warn(words, _TOPIC)


def known_width(link: DeskLink) -> int:
    """Recall the width that was chosen for the record; 0 for none."""
    kept = link.recall(WIDTH) or ""
    return int(kept) if kept.isdecimal() else 0
