"""The row of the open article: marked, scrolled to, and what is opened when it leaves the list.

While rows move, it also keeps those on show where they stood.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, Signal

from newsroom.domain.changes import Changes
from newsroom.domain.ids import ArticleId
from newsroom.ui.articles.choosing import ChosenArticles
from newsroom.ui.articles.model import ArticleListModel
from newsroom.ui.articles.rows_view import RowsView


class OpenRow(QObject):
    """Follows the open article through the list.

    `next_wanted` carries the article that took the row of the open one when it left; `emptied`
    tells that it left and none is beside it.
    """

    next_wanted = Signal(str)
    emptied = Signal()

    def __init__(self, view: RowsView, model: ArticleListModel, chosen: ChosenArticles) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._chosen = chosen
        self._sought: ArticleId | None = None
        self._leaving: int | None = None
        self._tops: dict[ArticleId, int] = {}
        self.article: ArticleId | None = None
        model.held = self._held
        model.refreshed.connect(self._on_refreshed)
        model.renewed.connect(self._on_renewed)
        model.fetched.connect(self._on_fetched)

    def show(self, article: ArticleId | None) -> None:
        """Mark the article that is on the desk, and scroll to it once its row is known."""
        self.article, self._sought = article, None
        if article and len(self._chosen.ids) <= 1:
            row = self._model.row_of(article)
            self._mark({article: row})
            if row >= 0:
                self._view.scrollTo(self._model.index(row, 0))
            else:
                self._sought = article
                self._model.refresh()

    def choose(self) -> None:
        """Have the open article chosen alone again."""
        if self.article:
            self._mark({self.article: self._model.row_of(self.article)})
        else:
            self._view.clearSelection()

    def leave(self) -> None:
        """Expect that the open article leaves the list: the one that takes its row is opened."""
        if self.article is not None:
            self._leaving = max(0, self._model.row_of(self.article))

    def stay(self) -> None:
        """Expect no longer that the open article leaves."""
        self._leaving = None

    def hold(self, changes: Changes) -> None:
        """Note where the rows on show stand; one that moved itself does not take the list along."""
        self._tops = {}
        if self._view.verticalScrollBar().value() > 0:
            still = [one for one in self._view.on_show() if one not in changes.articles]
            self._tops = {one: self._view.top_of(self._model.row_of(one)) for one in still}

    def let_go(self) -> None:
        """Forget where rows stood: something else is asked for."""
        self._tops = {}
        self._leaving = None

    def _held(self) -> tuple[ArticleId, ...]:
        first = next(iter(self._tops), None)
        named = [*self._chosen.ids, self.article, first]
        return tuple(dict.fromkeys(one for one in named if one))

    def _on_refreshed(self, places: Mapping[ArticleId, int]) -> None:
        if len(self._chosen.ids) > 1:
            self._chosen.choose(self._chosen.ids, places)
        else:
            self._mark(places)
        self._view.stand(self._tops, places)
        self._on_renewed(places)

    def _on_renewed(self, places: Mapping[ArticleId, int]) -> None:
        self._tops = {}
        self._reveal(places)
        self._follow(places)

    def _on_fetched(self) -> None:
        """Mark the open article where it was not among the first rows of a new question."""
        row = self._model.row_of(self.article) if self.article and not self._chosen.count else -1
        if self.article and row >= 0:
            self._mark({self.article: row})

    def _reveal(self, places: Mapping[ArticleId, int]) -> None:
        """Scroll to the article that was opened, if it stands in this list."""
        sought, self._sought = self._sought, None
        if sought and sought in places:
            self._view.scrollTo(self._model.index(places[sought], 0))

    def _follow(self, places: Mapping[ArticleId, int]) -> None:
        """Open what took the row of the article that was open and left."""
        if self._leaving is None or self.article in places:
            return
        row, self._leaving = min(self._leaving, self._model.rowCount() - 1), None
        if summary := self._model.summary(row):
            self.next_wanted.emit(summary.id)
        else:
            self.emptied.emit()

    def _mark(self, places: Mapping[ArticleId, int]) -> None:
        row = places.get(self.article, -1) if self.article else -1
        self._chosen.choose([self.article] if self.article and row >= 0 else [], places)
        index = self._model.index(row, 0) if row >= 0 else QModelIndex()
        self._view.stand_at(index)
