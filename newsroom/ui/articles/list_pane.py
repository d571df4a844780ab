"""The pane of articles: title and count, search, filters, rows, and what needs a look below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from newsroom.desk.searching import SavedSearch
from newsroom.domain.changes import Changes
from newsroom.domain.summary import ArticleQuery, ArticleSummary, Sort
from newsroom.domain.workflow import State
from newsroom.ui.actions import NEW
from newsroom.ui.articles.choosing import ChosenArticles
from newsroom.ui.articles.chosen_bar import ChosenBar
from newsroom.ui.articles.delegate import ArticleDelegate
from newsroom.ui.articles.filters import Filter, FilterRow, Shelf
from newsroom.ui.articles.look_menu import (
    KEY,
    ListLook,
    LookMenu,
    look_from_text,
    look_to_text,
)
from newsroom.ui.articles.missing_line import MissingLine
from newsroom.ui.articles.model import ArticleListModel
from newsroom.ui.articles.name_row import NameRow
from newsroom.ui.articles.open_row import OpenRow
from newsroom.ui.articles.rows_view import RowsView
from newsroom.ui.articles.saved import SavedSearches
from newsroom.ui.articles.sections import Sections
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Footer, PaneHeader, Surface, ToolRow
from newsroom.ui.look.controls import Button, IconButton, with_key
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import EmptyState, Label
from newsroom.ui.look.search_field import SearchField
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    LIST_LEAST,
    META,
    PANE_TITLE,
    SPACE_8,
    SPACE_16,
    Ink,
)

_TYPING_MS = 0
"""How long the search field waits for the next letter: an answer takes no longer than a key."""
_MINUTE_MS = 60_000


class ArticleListPane(Surface):
    """Lists articles. `open_requested` carries the chosen article's id, `deed_wanted` the name of a
    deed and the articles that it is wanted for, `tag_wanted` a tag and the articles.
    """

    open_requested = Signal(str)
    new_requested = Signal()
    deed_wanted = Signal(str, object)
    tag_wanted = Signal(str, object)

    def __init__(self, theme: Theme, link: DeskLink, sections: Sections) -> None:
        super().__init__("pane")
        self.setAccessibleName("Articles")
        fit(self, least=LIST_LEAST)
        self._link = link
        self._due = False
        self._filter: Filter = None
        self._model = ArticleListModel(link, sections)
        self._model.setParent(self)
        self._count = Label("", META, Ink.INK_3)
        self.search = SearchField(theme, "Search articles")
        self.filters = FilterRow(theme)
        self._delegate = ArticleDelegate(theme, sections, link.now, self)
        self.view = RowsView(self._delegate, self._model)
        self.chosen = ChosenArticles(self.view, self._model, link)
        self.open_row = OpenRow(self.view, self._model, self.chosen)
        self.bar = ChosenBar(theme)
        self.saved = SavedSearches(link, self)
        self.name_row = NameRow(theme)
        self._sort = IconButton(theme, "mdi6.sort-clock-descending-outline", "Order")
        self.look = LookMenu(self._sort)
        self._sort.setMenu(self.look)
        self._empty = EmptyState(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._missing = MissingLine(theme)
        self._place(theme)
        self._connect(link, sections)
        self._typing = _timer(self, _TYPING_MS, self._ask, once=True)
        _timer(self, _MINUTE_MS, self.view.viewport().update, once=False).start()
        self._take_look(look_from_text(link.recall(KEY)))
        self.saved.ask()

    def show_first(self, rows: Sequence[ArticleSummary], total: int) -> None:
        """Show the rows changed last before the library is open, if the list has that order."""
        if self._query() == ArticleQuery():
            self._model.show_first(rows, total)

    def seek(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_search(self, name: str) -> None:
        """Show what a saved search looks for."""
        if found := self.saved.find(name):
            states = found.query.states
            self._filter = Shelf.BIN if found.query.binned else next(iter(states), None)
            self.filters.choose(self._filter)
            self.search.setText(found.query.search)
            self._take_look(replace(self.look.look, sort=found.query.sort))
            self._link.remember(KEY, look_to_text(self.look.look))

    def show_chosen(self) -> None:
        """Say again how many are chosen and what can be done with them."""
        self.bar.show_count(self.chosen.count, binned=self.binned, ready=self.chosen.known)

    @property
    def binned(self) -> bool:
        """Whether the list shows the bin."""
        return self._filter is Shelf.BIN

    def _place(self, theme: Theme) -> None:
        header = PaneHeader("pane")
        header.add(Label("Articles", PANE_TITLE), self._count)
        header.stretch()
        button = Button(theme, "New", icon="mdi6.plus")
        button.setToolTip(with_key(NEW.words, NEW.key))
        button.setAccessibleName(NEW.words)
        button.clicked.connect(self.new_requested)
        header.add(self._sort, button)
        tools = ToolRow("pane", lined=False)
        tools.row.addWidget(self.search, 1)
        footer = Footer("pane")
        footer.add(self._missing)
        footer.stretch()
        filters = Surface("pane")
        row = QVBoxLayout(filters)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_8, SPACE_16)
        row.addWidget(self.filters)
        filters.setProperty("edge", "bottom")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, tools, filters, self.name_row):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        column.addWidget(footer)

    def _connect(self, link: DeskLink, sections: Sections) -> None:
        self.search.textChanged.connect(self._on_search)
        self.filters.chosen.connect(self._on_filter)
        self.filters.search_chosen.connect(self.show_search)
        self.filters.save_wanted.connect(lambda: self.name_row.ask("", self._proposed()))
        self.filters.rename_wanted.connect(lambda name: self.name_row.ask(name, name))
        self.filters.remove_wanted.connect(self.saved.remove)
        self.name_row.named.connect(self._on_named)
        self.name_row.left.connect(self.view.setFocus)
        self.saved.changed.connect(self._show_saved)
        self.look.chosen.connect(self._on_look)
        self._model.counted.connect(self._on_counted)
        self._model.refreshed.connect(self._on_renewed)
        self._model.renewed.connect(self._on_renewed)
        self.open_row.next_wanted.connect(self.open_requested)
        self.view.clicked.connect(self._on_clicked)
        self.view.activated.connect(self._on_activated)
        self.view.bin_wanted.connect(self._on_bin_wanted)
        self.view.left.connect(self.open_row.choose)
        self.view.menu_wanted.connect(self.bar.open_menu)
        self.chosen.changed.connect(self._on_chosen)
        self.bar.wanted.connect(self._on_wanted)
        self.bar.typed.connect(lambda word: self.tag_wanted.emit(word, self.chosen.ids))
        self.bar.cleared.connect(self.open_row.choose)
        self._empty.wanted.connect(self._on_empty_action)
        link.changed.connect(self._on_changed)
        sections.learnt.connect(self.view.viewport().update)

    def _query(self) -> ArticleQuery:
        states = frozenset({self._filter}) if isinstance(self._filter, State) else frozenset()
        return ArticleQuery(
            search=self.search.text().strip(),
            states=states,
            sort=self.look.look.sort,
            binned=self.binned,
        )

    @property
    def _narrowed(self) -> bool:
        return self._query() != ArticleQuery(sort=self.look.look.sort)

    def _ask(self) -> None:
        self.open_row.let_go()
        self.chosen.choose((), {})
        self._model.ask(self._query())
        self._show_saved()

    def _on_changed(self, changes: Changes, by: object) -> None:
        if not (changes.articles or changes.house or changes.pictures):
            return
        self._due = not self.chosen.known
        if not self._due:
            self.open_row.hold(changes)
            self._model.refresh()

    def _on_search(self, words: str) -> None:
        self._typing.start()

    def _on_filter(self, wanted: Filter) -> None:
        self._filter = wanted
        self._ask()

    def _on_look(self, look: ListLook) -> None:
        self._link.remember(KEY, look_to_text(look))
        self._take_look(look)

    def _take_look(self, look: ListLook) -> None:
        self.look.show_look(look)
        self._sort.show_words("mdi6.sort-clock-descending-outline", f"Order: {look.order}")
        self._delegate.dated = look.sort is Sort.PUBLISHED
        if self._delegate.compact != look.compact:
            self._delegate.compact = look.compact
            self.view.take_height()
        self._ask()

    def _on_counted(self, total: int) -> None:
        self._count.setText(f"{total:,}")
        if self._narrowed:
            self._empty.say("Nothing matches these filters", "Clear filters")
        else:
            self._empty.say("No articles yet", "New article")
        self._stack.setCurrentIndex(0 if total else 1)

    def _on_empty_action(self) -> None:
        if not self._narrowed:
            self.new_requested.emit()
            return
        self._filter = None
        self.filters.choose(None)
        self.search.clear()
        self._ask()

    def _on_renewed(self) -> None:
        self._missing.show_count(self._model.missing_credits())
        self.show_chosen()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.chosen.count == 1:
            self._open_chosen()

    def _on_activated(self, index: QModelIndex) -> None:
        if (summary := self._model.summary(index.row())) and summary.id != self.open_row.article:
            self.open_requested.emit(summary.id)

    def _on_chosen(self, count: int) -> None:
        self.show_chosen()
        if count == 1 and self.view.hasFocus():
            self._open_chosen()
        if self._due and self.chosen.known:
            self._due = False
            self._model.refresh()

    def _open_chosen(self) -> None:
        for article in self.chosen.ids:
            if article != self.open_row.article:
                self.open_requested.emit(article)

    def _on_bin_wanted(self) -> None:
        self._on_wanted("delete" if self.binned else "bin")

    def _on_wanted(self, deed: str) -> None:
        if deed == "tag":
            self.bar.ask_tag()
        elif self.chosen.ids and self.chosen.known:
            self.deed_wanted.emit(deed, self.chosen.ids)

    def _proposed(self) -> str:
        words = self.search.text().strip()
        return words or ("" if self._filter is None else str(self._filter.value).capitalize())

    def _on_named(self, name: str, former: str) -> None:
        if former:
            self.saved.rename(former, name)
        else:
            self.saved.save(SavedSearch(name, self._query()))

    def _show_saved(self) -> None:
        self.filters.show_saved(self.saved.searches, self.saved.name_of(self._query()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.tell_window()


def _timer(
    parent: ArticleListPane, interval: int, run: Callable[[], None], *, once: bool
) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.setSingleShot(once)
    timer.timeout.connect(run)
    return timer
