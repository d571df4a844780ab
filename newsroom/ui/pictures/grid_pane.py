"""The grid of pictures: search, sieves, cells in two to four columns, and what is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from newsroom.domain.ids import PictureId
from newsroom.domain.summary import PictureSort
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Footer, PaneHeader, Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import ElidedLabel, EmptyState, Label
from newsroom.ui.look.notice import NoticeBar
from newsroom.ui.look.scale import grown
from newsroom.ui.look.search_field import SearchField
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, META, PANE_TITLE, Ink
from newsroom.ui.pictures.arrival_details import ArrivalDetails
from newsroom.ui.pictures.choosing import ChosenPictures
from newsroom.ui.pictures.chosen_bar import ChosenPicturesBar
from newsroom.ui.pictures.grid_view import PictureGrid
from newsroom.ui.pictures.picture_delegate import PictureDelegate
from newsroom.ui.pictures.pictures_model import PicturesModel
from newsroom.ui.pictures.progress_strip import ProgressStrip
from newsroom.ui.pictures.shelf import Sieve
from newsroom.ui.pictures.sieve_row import SieveRow
from newsroom.ui.thumbnails import Thumbnails

_SEARCH_MS = 150
_LOW = 240
"""Pixels of height below which not everything around the cells has room."""
_SEARCH = "Search captions and credits"
_EMPTY = {
    Sieve.FRESH: "All that came in has its credit",
    Sieve.MISSING: "Every picture has its credit",
    Sieve.ENDING: "No rights end within 14 days",
    Sieve.ALIKE: "No two pictures look alike",
    Sieve.CONFLICTS: "No file disagrees with itself",
    Sieve.BIN: "The bin is empty",
}
"""What a sieve says where it finds nothing though nothing was searched."""


class GridPane(Surface):
    """Chooses pictures, one of which is shown beside. `add_wanted` asks for a way to bring in more.

    `deed_wanted` names what should be done with the chosen ones, `preset_wanted` a preset for them.
    """

    chosen = Signal(object)
    entered = Signal()
    add_wanted = Signal()
    deed_wanted = Signal(str)
    preset_wanted = Signal(str)
    progressed = Signal(str)

    def __init__(self, theme: Theme, link: DeskLink, thumbnails: Thumbnails) -> None:
        super().__init__("paper")
        self.setAccessibleName("All pictures")
        self._thumbnails = thumbnails
        self._picture: PictureId | None = None
        self._row = 0
        self._awaited = -1
        self._top: tuple[PictureId, int] | None = None
        self._progress = ""
        self._showing = False
        self._going = False
        self.model = PicturesModel(link)
        self.model.setParent(self)
        self.model.held = self._held
        self.view = PictureGrid(self.model)
        self.view.setItemDelegate(PictureDelegate(theme, thumbnails, self.model, self.view))
        self.marked = ChosenPictures(self.view, self.model, link)
        self.search = SearchField(theme, _SEARCH)
        fit(self.search, least=88, most=240)
        self.search.setAcceptDrops(False)
        self.add = Button(theme, "Add pictures", Kind.PLAIN, "mdi6.image-plus")
        self.notice = NoticeBar(theme)
        self.details = ArrivalDetails(theme)
        self.strip = ProgressStrip(theme)
        self.sheet_strip = ProgressStrip(theme)
        self.sieves = SieveRow(theme)
        self.chips = self.sieves.chips
        self.bar = ChosenPicturesBar(theme)
        self._count = Label("", BASE, Ink.INK_3)
        self._shown = Label("", META, Ink.INK_2)
        self._selected = ElidedLabel("", META, Ink.INK_2)
        self._selected.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.empty = EmptyState(theme)
        self._stack = QStackedWidget()
        self._footer = Footer("paper")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SEARCH_MS)
        self._arrange()
        self._connect(theme)

    @property
    def footer_words(self) -> tuple[str, str]:
        """What the footer says at its two ends."""
        return self._shown.text(), self._selected.text()

    @property
    def binned(self) -> bool:
        """Whether it is the bin that is shown."""
        return self.model.shelf.sieve is Sieve.BIN

    def choose(self, picture: PictureId) -> None:
        """Mark a picture as the chosen one; one that sieve or search hide lets go of both."""
        self._picture = picture
        self._showing = True
        row = self.model.row_of(picture)
        if row >= 0:
            self._move_to(row)
        elif self.model.narrowed or self.search.text():
            self.clear_filters()
        else:
            # It may lie anywhere, and the answer says where.
            self.model.refresh()

    def clear_filters(self) -> None:
        """Show every picture again."""
        self.sieves.choose(Sieve.ALL)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._typing.stop()
        self.model.ask(replace(self.model.shelf, sieve=Sieve.ALL, search=""))

    def note_fresh(self, pictures: Iterable[PictureId]) -> None:
        """Know which pictures came last and have no credit."""
        self.model.shelf = replace(self.model.shelf, fresh=frozenset(pictures))
        self.model.refresh()

    def show_fresh(self) -> None:
        """Show just those."""
        self.sieves.choose(Sieve.FRESH)
        self._on_sieve(Sieve.FRESH)

    def step(self, by: int) -> None:
        """Go to the picture before or after the chosen one."""
        row = self.model.row_of(self._picture)
        # A picture that its new credit took out of the sieve leaves its place to the next one.
        if row < 0 and by > 0:
            row = self._row - 1
        elif row < 0:
            row = self._row
        wanted = max(0, min(row + by, self.model.rowCount() - 1))
        if self.model.summary(wanted):
            self._move_to(wanted)

    def go_on_from(self, gone: Collection[PictureId]) -> None:
        """Show the next picture when the one on show, being among these, has left the grid."""
        self._going = self._picture in gone
        self._go_on()

    def _go_on(self) -> None:
        if self._going and self.model.row_of(self._picture) < 0:
            self._going = False
            self.step(0)

    def seek(self) -> None:
        """Give the keyboard to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def choose_one(self) -> None:
        """Let go of all that is chosen but the picture on show."""
        self.marked.choose([self._picture] if self._picture else [], self._here())

    def show_progress(self, words: str) -> None:
        """Say how far the adding of one picture is; empty when it is over."""
        self._progress = words if self.strip.isHidden() else ""
        self.progressed.emit(words)
        self._say_selected()

    def _arrange(self) -> None:
        header = PaneHeader("paper")
        header.add(Label("Pictures", PANE_TITLE), self._count)
        header.stretch()
        header.row.addWidget(self.search, 2)
        header.add(self.add)
        # In a low pane the cells give way, not what stands around them.
        self._stack.setMinimumHeight(BUTTON)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._footer.add(self._shown)
        self._footer.row.addWidget(self._selected, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tidings = (self.notice, self.details, self.strip, self.sheet_strip)
        for part in (header, self.sieves, *tidings):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        column.addWidget(self._footer)

    def _connect(self, theme: Theme) -> None:
        theme.theme_changed.connect(self.view.fit_cells)
        self._thumbnails.arrived.connect(self._on_thumbnail)
        self.sieves.chosen.connect(self._on_sieve)
        self.sieves.arranged.connect(self._on_arranged)
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._on_search)
        self._typing.timeout.connect(self._on_search)
        self.add.clicked.connect(self.add_wanted)
        self.empty.wanted.connect(self._on_empty)
        self.view.entered_picture.connect(self.entered)
        self.view.doubleClicked.connect(self.entered)
        self.view.left.connect(self.choose_one)
        self.view.bin_wanted.connect(self._on_bin_wanted)
        self.view.scrolled.connect(self._on_scrolled)
        self.view.selectionModel().currentChanged.connect(self._on_moved)
        self.marked.changed.connect(self._on_marked)
        self.bar.cleared.connect(self.choose_one)
        self.bar.wanted.connect(self.deed_wanted)
        self.bar.preset_wanted.connect(self.preset_wanted)
        self.model.dataChanged.connect(self._on_fetched)
        self.model.moving.connect(self._on_moving)
        self.model.refreshed.connect(self._on_refreshed)
        self.model.counted.connect(self._on_counted)

    def _held(self) -> list[PictureId]:
        """Name what must be found again when rows move: what is chosen, and what stands on top."""
        current = [self._picture] if self._picture else []
        return [*current, *self.marked.ids, *self.view.on_show()[:1]]

    def _here(self) -> dict[PictureId, int]:
        row = self.model.row_of(self._picture)
        return {self._picture: row} if self._picture and row >= 0 else {}

    def _on_sieve(self, sieve: Sieve) -> None:
        self.marked.choose([], {})
        self.model.sift(sieve)
        self.view.scrollToTop()

    def _on_arranged(self, sort: PictureSort) -> None:
        self.marked.choose([], {})
        self.model.arrange(sort)
        self.view.scrollToTop()

    def _on_search(self) -> None:
        self._typing.stop()
        words = self.search.text().strip()
        if words != self.model.shelf.search:
            self.model.search(words)

    def _on_empty(self) -> None:
        if self.model.narrowed:
            self.clear_filters()
        else:
            self.add_wanted.emit()

    def _on_bin_wanted(self) -> None:
        if self.marked.count and not self.binned:
            self.deed_wanted.emit("bin")

    def _on_moved(self, index: QModelIndex) -> None:
        if self.marked.settling:
            return
        summary = self.model.summary(index.row())
        self._awaited = -1 if summary else index.row()
        if summary and summary.picture.id != self._picture:
            self._picture = summary.picture.id
            self._row = index.row()
            self.chosen.emit(summary.picture)

    def _on_fetched(self) -> None:
        """Show the picture that the keys came to before it was fetched."""
        index = self.view.currentIndex()
        if self._awaited >= 0 and self._awaited == index.row():
            self._on_moved(index)

    def _on_marked(self, count: int) -> None:
        self.bar.show_count(count, binned=self.binned, ready=self.marked.known)
        self._fit_footer()
        current = self.view.currentIndex()
        # A cell that the keys stood on before it held this picture is chosen without a move.
        if count and self.view.selectionModel().isSelected(current):
            self._on_moved(current)
        self._say_selected()

    def _on_moving(self) -> None:
        """Note what must stand still: the picture that is worked on, else the topmost one."""
        shown = self.view.on_show()
        fixed = self._picture if self._picture in shown else next(iter(shown), None)
        scrolled = self.view.verticalScrollBar().value() > 0
        self._top = None
        if fixed and scrolled:
            self._top = (fixed, self.view.top_of(self.model.row_of(fixed)))

    def _on_refreshed(self, places: Mapping[PictureId, int]) -> None:
        ids = self.marked.ids
        self._say_count()
        self._show_rows()
        if self._top and self._top[0] in places:
            self.view.stand(places[self._top[0]], self._top[1])
        self._mark(places, ids)
        self._go_on()
        if self.view.hasFocus() and not self._picture:
            self.view.stand_somewhere()
        self.view.tell_window()

    def _on_counted(self, places: Mapping[PictureId, int]) -> None:
        self.sieves.show_counts(self.model.counts)
        self._say_count()
        self._show_rows()
        if self._picture and self._picture in places and not self.marked.count:
            self._mark(places, (self._picture,))
        self.view.tell_window()

    def _say_count(self) -> None:
        total = self.model.library or (0 if self.model.narrowed else self.model.rowCount())
        self._count.setText(f"{total:,}")
        self._shown.setText(f"{self.model.rowCount():,} of {total:,}")

    def _show_rows(self) -> None:
        self._say_empty()
        shown = self.model.rowCount()
        held = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        part = self.view if shown else self.empty
        if self._stack.currentWidget() is part:
            return
        self._stack.setCurrentWidget(part)
        if held:
            # What had the keyboard may be hidden now: it would go nowhere.
            (self.view if shown else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_empty(self) -> None:
        sieve = self.model.shelf.sieve
        if not self.model.narrowed:
            self.empty.say("Drop pictures here, or add them", "Add pictures")
        elif sieve in _EMPTY and not self.model.shelf.search:
            self.empty.say(_EMPTY[sieve], "Show all pictures")
        else:
            self.empty.say("Nothing matches these filters", "Clear filters")

    def _mark(self, places: Mapping[PictureId, int], ids: tuple[PictureId, ...]) -> None:
        """Choose again what was chosen, where it stands now; show it if somebody asked for it."""
        row = places.get(self._picture, -1) if self._picture else -1
        index = self.model.index(row, 0) if row >= 0 else QModelIndex()
        if row >= 0:
            self._row = row
            self.view.stand_at(index)
        kept = ids if len(ids) > 1 else tuple(filter(None, (self._picture,)))
        self.marked.choose(kept, places)
        if row >= 0 and self._showing:
            self._showing = False
            self.view.scrollTo(index)

    def _move_to(self, row: int) -> None:
        self._row = row
        self._showing = False
        index = self.model.index(row, 0)
        if self.view.currentIndex() != index or not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)
        self._on_moved(index)
        self.view.scrollTo(index)

    def _say_selected(self) -> None:
        count = self.marked.count
        self._selected.setText(self._progress or (f"{count:,} selected" if count else ""))

    def _on_thumbnail(self, picture: str) -> None:
        row = self.model.row_of(PictureId(picture))
        if row >= 0:
            self.view.update(self.model.index(row, 0))

    def _on_scrolled(self) -> None:
        self._thumbnails.drop_but({*self.view.on_show(), *filter(None, (self._picture,))})

    def _fit_footer(self) -> None:
        """Let the footer go for the bar where the pane is too low for both: that counts as well."""
        low = self.height() < grown(_LOW)
        self._footer.setVisible(not (low and not self.bar.isHidden()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_footer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.tell_window()
