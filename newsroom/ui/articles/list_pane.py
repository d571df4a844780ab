"""The pane of articles: title and count, search, filters, rows, and what needs a look below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListView, QStackedWidget, QVBoxLayout

from newsroom.domain.changes import Changes
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.workflow import State
from newsroom.ui.articles.delegate import ArticleDelegate
from newsroom.ui.articles.filters import FilterRow
from newsroom.ui.articles.model import ArticleListModel, Sections
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Footer, PaneHeader, Surface, ToolRow
from newsroom.ui.look.controls import Button, IconButton, with_key
from newsroom.ui.look.fonts import font
from newsroom.ui.look.labels import EmptyState, IconLabel, Label
from newsroom.ui.look.overlay_bar import OverlayBar
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BASE,
    BUTTON,
    LIST_LEAST,
    META,
    PANE_TITLE,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Ink,
)

_NEWEST = "Newest change first: go to the top"
_TYPING_MS = 120
"""How long the search field waits for the next letter before it asks."""
_MINUTE_MS = 60_000


class ArticleListPane(Surface):
    """Lists articles, newest change first. `open_requested` carries the chosen article's id."""

    open_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, theme: Theme, link: DeskLink, sections: Sections, new: QAction) -> None:
        super().__init__("pane")
        self.setAccessibleName("Articles")
        self.setMinimumWidth(LIST_LEAST)
        self._open: ArticleId | None = None
        self._filter: State | None = None
        self._model = ArticleListModel(link, sections)
        self._model.setParent(self)
        self._count = Label("", META, Ink.INK_3)
        self.search = _search_field(theme)
        self._filters = FilterRow(theme)
        self.view = _rows(ArticleDelegate(theme, sections, link.now, self))
        self.view.setModel(self._model)
        self._empty = EmptyState(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._missing = IconLabel(theme, "mdi6.alert-outline", "", META, Ink.AMBER)
        self._missing.hide()
        self._place(theme, new)
        self._connect(link)
        self._typing = _timer(self, _TYPING_MS, self._ask, once=True)
        _timer(self, _MINUTE_MS, self.view.viewport().update, once=False).start()
        self._ask()

    def show_open(self, article: ArticleId | None) -> None:
        """Mark the article that is on the desk."""
        self._open = article
        self._mark_open()

    def seek(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _place(self, theme: Theme, new: QAction) -> None:
        header = PaneHeader("pane")
        header.add(Label("Articles", PANE_TITLE), self._count)
        header.stretch()
        sort = IconButton(theme, "mdi6.sort-clock-descending-outline", _NEWEST)
        sort.clicked.connect(self.view.scrollToTop)
        button = Button(theme, "New", icon="mdi6.plus")
        button.setToolTip(with_key(new.text(), new.shortcut().toString()))
        button.setAccessibleName(new.text())
        button.clicked.connect(self.new_requested)
        header.add(sort, button)
        tools = ToolRow("pane", lined=False)
        tools.row.addWidget(self.search, 1)
        footer = Footer("pane")
        footer.add(self._missing)
        footer.stretch()
        filters = Surface("pane")
        row = QVBoxLayout(filters)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_8, SPACE_16)
        row.addWidget(self._filters)
        filters.setProperty("edge", "bottom")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, tools, filters):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(footer)

    def _connect(self, link: DeskLink) -> None:
        self.search.textChanged.connect(self._on_search)
        self._filters.chosen.connect(self._on_filter)
        self._model.counted.connect(self._on_counted)
        self._model.refreshed.connect(self._mark_open)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.view.selectionModel().currentChanged.connect(self._on_moved)
        self._empty.wanted.connect(self._on_empty_action)
        link.changed.connect(self._on_changed)

    def _query(self) -> ArticleQuery:
        states = frozenset({self._filter}) if self._filter else frozenset()
        return ArticleQuery(search=self.search.text().strip(), states=states)

    def _ask(self) -> None:
        self._model.ask(self._query())

    def _on_changed(self, changes: Changes, by: object) -> None:
        if changes.articles or changes.house or changes.pictures:
            self._model.refresh()

    def _on_search(self, words: str) -> None:
        self._typing.start()

    def _on_filter(self, state: State | None) -> None:
        self._filter = state
        self._ask()

    def _on_counted(self, total: int) -> None:
        self._count.setText(f"{total:,}")
        narrowed = self._query() != ArticleQuery()
        if narrowed:
            self._empty.say("Nothing matches these filters", "Clear filters")
        else:
            self._empty.say("No articles yet", "New article")
        self._stack.setCurrentIndex(0 if total else 1)

    def _on_empty_action(self) -> None:
        if self._query() == ArticleQuery():
            self.new_requested.emit()
            return
        self._filter = None
        self._filters.choose(None)
        self.search.clear()
        self._ask()

    def _on_chosen(self, index: QModelIndex) -> None:
        summary = self._model.summary(index.row())
        if summary:
            self.open_requested.emit(summary.id)

    def _on_moved(self, index: QModelIndex) -> None:
        if self.view.hasFocus() and index.isValid():
            self._on_chosen(index)

    def _mark_open(self) -> None:
        credits_missing = self._model.missing_credits()
        self._missing.setVisible(credits_missing > 0)
        self._missing.say(_missing_words(credits_missing))
        row = self._model.row_of(self._open) if self._open else -1
        index = self._model.index(row) if row >= 0 else QModelIndex()
        if self.view.currentIndex() != index:
            self.view.setCurrentIndex(index)


def _missing_words(count: int) -> str:
    return "1 missing credit" if count == 1 else f"{count} missing credits"


def _search_field(theme: Theme) -> QLineEdit:
    field = QLineEdit()
    field.setFont(font(BASE))
    field.setFixedHeight(BUTTON)
    field.setPlaceholderText("Search articles")
    field.setAccessibleName("Search articles")
    field.setClearButtonEnabled(True)
    icon = theme.icon("mdi6.magnify", Ink.INK_2)
    field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
    field.setMaxLength(200)
    return field


def _rows(delegate: ArticleDelegate) -> QListView:
    view = QListView()
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSelectionMode(QListView.SelectionMode.SingleSelection)
    view.setAccessibleName("List of articles")
    view.setFrameShape(QListView.Shape.NoFrame)
    OverlayBar(view)
    view.verticalScrollBar().setSingleStep(SPACE_12 * 2)
    return view


def _timer(
    parent: ArticleListPane, interval: int, run: Callable[[], None], *, once: bool
) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.setSingleShot(once)
    timer.timeout.connect(run)
    return timer
