"""Which articles are chosen in the list: known by their ids, so that they stay so as rows move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from newsroom.desk import browsing
from newsroom.domain.ids import ArticleId
from newsroom.ui.articles.model import ArticleListModel
from newsroom.ui.articles.rows_view import RowsView
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.runs import runs

_Flag = QItemSelectionModel.SelectionFlag


class Choosing(QObject):
    """Follows the selection of a view. `changed` tells how many rows are chosen.

    A row that was never on show is named by the desk; until then `ids` lacks it and `known` is
    False.
    """

    changed = Signal(int)

    def __init__(self, view: RowsView, model: ArticleListModel, link: DeskLink) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._link = link
        self._ids: dict[int, ArticleId] = {}
        self._settling = False
        view.selectionModel().selectionChanged.connect(self._on_selected)

    @property
    def ids(self) -> tuple[ArticleId, ...]:
        """The chosen articles in the order of the list."""
        return tuple(self._ids[row] for row in sorted(self._ids))

    @property
    def count(self) -> int:
        """How many rows are chosen."""
        return sum(last - first + 1 for first, last in self._ranges())

    @property
    def known(self) -> bool:
        """Whether every chosen row is known by its id."""
        return len(self._ids) == self.count

    @property
    def settling(self) -> bool:
        """Whether the selection is being put back where its articles stand now."""
        return self._settling

    def choose(self, articles: Iterable[ArticleId], places: Mapping[ArticleId, int]) -> None:
        """Choose those of these articles that have a place, and tell only if some had none."""
        before = self.count
        rows = {places[one]: one for one in articles if one in places}
        self._settling = True
        picked = QItemSelection()
        for first, last in runs(sorted(rows)):
            picked.select(self._model.index(first, 0), self._model.index(last, 0))
        self._view.selectionModel().select(picked, _Flag.ClearAndSelect)
        self._settling = False
        self._ids = rows
        if len(rows) != before:
            self.changed.emit(len(rows))

    def _on_selected(self) -> None:
        if self._settling:
            return
        rows = {row for first, last in self._ranges() for row in range(first, last + 1)}
        known = {row: one.id for row in rows if (one := self._model.summary(row))}
        self._ids = {row: one for row, one in self._ids.items() if row in rows} | known
        if not self.known:
            self._name(min(rows), max(rows))
        self.changed.emit(len(rows))

    def _name(self, first: int, last: int) -> None:
        query = replace(self._model.query, offset=first, limit=last - first + 1)
        self._link.read(
            lambda desk: (first, browsing.listed_ids(desk, query)), self._on_named, "chosen-ids"
        )

    def _on_named(self, answer: tuple[int, tuple[ArticleId, ...]]) -> None:
        first, names = answer
        for start, end in self._ranges():
            for row in range(start, end + 1):
                if row not in self._ids and 0 <= row - first < len(names):
                    self._ids[row] = names[row - first]
        self.changed.emit(self.count)

    def _ranges(self) -> list[tuple[int, int]]:
        return [
            (one.top(), one.bottom()) for one in self._view.selectionModel().selection().toList()
        ]
