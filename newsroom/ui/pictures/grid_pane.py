"""The grid of pictures: search, sieves, cells in two to four columns, and what is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
)

from newsroom.domain.ids import PictureId
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Footer, PaneHeader, Surface, ToolRow
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.focus import one_stop
from newsroom.ui.look.labels import ElidedLabel, EmptyState, Label
from newsroom.ui.look.notice import NoticeBar
from newsroom.ui.look.overlay_bar import OverlayBar
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, ICON_TEXT, META, PANE_TITLE, SPACE_8, Ink
from newsroom.ui.pictures.picture_delegate import PictureDelegate, cell
from newsroom.ui.pictures.pictures_model import PicturesModel
from newsroom.ui.pictures.shelf import Sieve
from newsroom.ui.thumbnails import Thumbnails

SIEVE_WORDS = {Sieve.ALL: "All", Sieve.MISSING: "Missing credit", Sieve.UNUSED: "Unused"}
_FOUR, _THREE = 720, 500
_SEARCH_MS = 150
_SEARCH = "Search captions and credits"


class PictureGrid(QListView):
    """Cells side by side; arrows move, Enter opens."""

    entered_picture = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setViewportMargins(SPACE_8, SPACE_8, 0, 0)
        self.setAccessibleName("Pictures")
        self.verticalScrollBar().setSingleStep(BUTTON)
        OverlayBar(self)

    @property
    def columns(self) -> int:
        """How many cells stand side by side."""
        if self.width() >= _FOUR:
            return 4
        return 3 if self.width() >= _THREE else 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        # One pixel less than fits, because a row that is exactly full wraps too early.
        width = (self.viewport().width() - 1) // self.columns
        if width != self.gridSize().width():
            self.setGridSize(cell(width))
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered_picture.emit()
            return
        super().keyPressEvent(event)


class GridPane(Surface):
    """Chooses one picture. `add_wanted` asks for a way to bring in more."""

    chosen = Signal(object)
    entered = Signal()
    add_wanted = Signal()
    progressed = Signal(str)

    def __init__(self, theme: Theme, link: DeskLink, thumbnails: Thumbnails) -> None:
        super().__init__("paper")
        self.setAccessibleName("All pictures")
        self._picture: PictureId | None = None
        self._row = 0
        self.model = PicturesModel(link)
        self.model.setParent(self)
        self.view = PictureGrid()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PictureDelegate(theme, thumbnails, self.view))
        thumbnails.arrived.connect(self._on_thumbnail)
        self.search = _search_field(theme)
        self.add = Button(theme, "Add pictures", Kind.PLAIN, "mdi6.image-plus")
        self.notice = NoticeBar(theme)
        self.chips = {sieve: _chip(theme, sieve) for sieve in Sieve}
        self._count = Label("", BASE, Ink.INK_3)
        self._shown = Label("", META, Ink.INK_2)
        self._selected = ElidedLabel("", META, Ink.INK_2)
        self._selected.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.empty = EmptyState(theme)
        self._stack = QStackedWidget()
        self._progress = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SEARCH_MS)
        self._arrange()
        self._connect()

    @property
    def footer_words(self) -> tuple[str, str]:
        """What the footer says at its two ends."""
        return self._shown.text(), self._selected.text()

    def choose(self, picture: PictureId) -> None:
        """Mark a picture as the chosen one; one that sieve or search hide lets go of both."""
        self._picture = picture
        hiding = self.model.narrowed or self.search.text() != ""
        if self.model.row_of(picture) < 0 and hiding:
            self.clear_filters()
        self._mark()

    def clear_filters(self) -> None:
        """Show every picture again."""
        self.chips[Sieve.ALL].setChecked(True)
        self.model.sieve = Sieve.ALL
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._on_search()

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

    def show_progress(self, words: str) -> None:
        """Say how far the adding is; empty when it is over."""
        self._progress = words
        self.progressed.emit(words)
        self._say_selected()

    def _arrange(self) -> None:
        header = PaneHeader("paper")
        header.add(Label("Pictures", PANE_TITLE), self._count)
        header.stretch()
        header.row.addWidget(self.search, 2)
        header.add(self.add)
        tools = ToolRow("paper")
        group = QButtonGroup(self)
        for chip in self.chips.values():
            group.addButton(chip)
            tools.add(chip)
        one_stop(group)
        tools.stretch()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        footer = Footer("paper")
        footer.add(self._shown)
        footer.row.addWidget(self._selected, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, tools, self.notice):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(footer)

    def _connect(self) -> None:
        for sieve, chip in self.chips.items():
            chip.clicked.connect(partial(self._on_sieve, sieve))
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._on_search)
        self._typing.timeout.connect(self._on_search)
        self.add.clicked.connect(self.add_wanted)
        self.empty.wanted.connect(self._on_empty)
        self.view.entered_picture.connect(self.entered)
        self.view.doubleClicked.connect(self.entered)
        self.view.selectionModel().currentChanged.connect(self._on_moved)
        self.model.refreshed.connect(self._on_refreshed)

    def _on_sieve(self, sieve: Sieve, *_: object) -> None:
        self.model.sift(sieve)

    def _on_search(self) -> None:
        self._typing.stop()
        self.model.search(self.search.text().strip())

    def _on_empty(self) -> None:
        if self.model.narrowed:
            self.clear_filters()
        else:
            self.add_wanted.emit()

    def _on_moved(self, index: QModelIndex) -> None:
        summary = self.model.summary(index.row())
        if summary and summary.picture.id != self._picture:
            self._picture = summary.picture.id
            self._row = index.row()
            self._say_selected()
            self.chosen.emit(summary.picture)

    def _on_refreshed(self) -> None:
        shelf = self.model.shelf
        self._count.setText(f"{shelf.total:,}")
        for sieve, count in shelf.counts().items():
            self.chips[sieve].setText(f"{SIEVE_WORDS[sieve]}  {count:,}")
        shown = self.model.rowCount()
        self._shown.setText(f"{shown:,} of {shelf.total:,}")
        if self.model.narrowed:
            self.empty.say("Nothing matches these filters", "Clear filters")
        else:
            self.empty.say("Drop pictures here, or add them", "Add pictures")
        held = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        part = self.view if shown else self.empty
        self._stack.setCurrentWidget(part)
        if held:
            # What had the keyboard may be hidden now: it would go nowhere.
            (self.view if shown else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark()

    def _mark(self) -> None:
        row = self.model.row_of(self._picture)
        if row >= 0:
            self._move_to(row)
        else:
            self.view.selectionModel().clearSelection()
        self._say_selected()

    def _move_to(self, row: int) -> None:
        self._row = row
        index = self.model.index(row)
        if self.view.currentIndex() == index and self.view.selectionModel().isSelected(index):
            return
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flag)
        self.view.scrollTo(index)

    def _say_selected(self) -> None:
        chosen = "1 selected" if self.model.row_of(self._picture) >= 0 else ""
        self._selected.setText(self._progress or chosen)

    def _on_thumbnail(self, picture: str) -> None:
        row = self.model.row_of(PictureId(picture))
        if row >= 0:
            self.view.update(self.model.index(row))


def _chip(theme: Theme, sieve: Sieve) -> Button:
    chip = Button(theme, SIEVE_WORDS[sieve], Kind.FILTER)
    if sieve is Sieve.MISSING:
        chip.setIcon(theme.icon("mdi6.alert-outline", Ink.AMBER))
        fit(chip, icon=(ICON_TEXT, ICON_TEXT))
    chip.setCheckable(True)
    chip.setChecked(sieve is Sieve.ALL)
    return chip


def _search_field(theme: Theme) -> QLineEdit:
    field = QLineEdit()
    fit(field, role=BASE, height=BUTTON, least=88, most=240)
    field.setPlaceholderText(_SEARCH)
    field.setAccessibleName(_SEARCH)
    field.setClearButtonEnabled(True)
    field.setMaxLength(200)
    field.setAcceptDrops(False)
    icon = theme.icon("mdi6.magnify", Ink.INK_2)
    field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition).setText("Search")
    return field
