"""Which articles are chosen in the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.desk import browsing
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleSummary
from newsroom.ui.articles.model import ArticleListModel
from newsroom.ui.articles.rows_view import RowsView
from newsroom.ui.chosen_rows import ChosenRows
from newsroom.ui.desk_link import DeskLink

if TYPE_CHECKING:
    from newsroom.desk.room import Desk


class ChosenArticles(ChosenRows[ArticleSummary, ArticleId]):
    """The articles that are chosen, in the order of the list."""

    def __init__(self, view: RowsView, model: ArticleListModel, link: DeskLink) -> None:
        super().__init__(view, model, link, "chosen-ids")
        self._model = model

    def _name_in(self, row: ArticleSummary) -> ArticleId:
        return row.id

    def _listed(self, first: int, limit: int) -> Callable[[Desk], tuple[ArticleId, ...]]:
        query = replace(self._model.query, offset=first, limit=limit)
        return lambda desk: browsing.listed_ids(desk, query)
