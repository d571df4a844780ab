"""The list as a Qt model: as many rows as there are articles, of which those on show are fetched.

A row asks for itself when it is drawn. What an article moves to is told, never guessed: every
answer says where the articles stand that the view holds on to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from newsroom.desk import browsing
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery, ArticleSummary, Rows
from newsroom.ui.articles.sections import Sections
from newsroom.ui.articles.speaking import moment, spoken
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.rows_on_show import RowsOnShow, soon

PAGE = 60
"""How many rows are fetched at a time, and how many beyond those on show."""

FIRST = 24
"""How many rows a new question asks for: what a window shows, and so the sooner."""

COUNTING_MS = 200
"""How long a search rests before its matches are counted: that can take longer than a key."""

_HELD = 40 * PAGE
"""How many rows are kept; beyond that the ones that are not on show are let go."""

SUMMARY = Qt.ItemDataRole.UserRole
LOADING = "Loading"
_Index = QModelIndex | QPersistentModelIndex


class ArticleListModel(RowsOnShow[ArticleSummary]):
    """The rows of one query.

    `counted` tells how many there are in all; `refreshed` that the rows were told anew, with the
    places of the articles that `held` named; `renewed`, with the same, that all stand where they
    stood, as after nearly every save, and some show something else; `fetched` that missing rows
    have come.
    """

    counted = Signal(int)
    refreshed = Signal(object)
    renewed = Signal(object)
    fetched = Signal()

    def __init__(self, link: DeskLink, sections: Sections, topic: str = "article-list") -> None:
        super().__init__(self._ask, page=PAGE, most=_HELD)
        self._topic = topic
        self._link = link
        self._sections = sections
        self._query = ArticleQuery()
        self._glanced = False
        self._places: dict[ArticleId, int] = {}
        self.held: Callable[[], Sequence[ArticleId]] = tuple
        self._counting = soon(self, self._count)

    @property
    def query(self) -> ArticleQuery:
        """What is shown."""
        return self._query

    def ask(self, query: ArticleQuery) -> None:
        """Show what another query finds, from its first row on; the rows before the count."""
        self._query = query
        self._glanced = False
        self.go_to_top()
        self._counting.stop()
        self._link.articles(replace(query, limit=FIRST), self._on_found, self._topic)

    def show_first(self, rows: Sequence[ArticleSummary], total: int) -> None:
        """Show rows that are known before anything could be asked, and how many there are."""
        self._glanced = True
        self._replace(Rows(tuple(rows), 0, total, {}))
        self.counted.emit(self._total)

    def refresh(self) -> None:
        """Fetch again what is on show, the count, and where the held articles stand."""
        start, limit = self.around()
        query = replace(self._query, offset=start, limit=limit)
        held = tuple(self.held())
        self._telling += 1
        self._link.read(lambda desk: browsing.rows(desk, query, held), self._on_rows, self._topic)

    def row_of(self, article: ArticleId) -> int:
        """Find the row of an article; -1 where it is not among those fetched."""
        rows = (row for row, one in self._rows.items() if one.id == article)
        return next(rows, -1)

    def missing_credits(self) -> int:
        """Count the fetched rows that use a picture without a credit."""
        return sum(1 for one in self._rows.values() if one.missing_credits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary = self.summary(index.row())
        if summary is None:
            self.miss(index.row())
            return LOADING if role == Qt.ItemDataRole.AccessibleTextRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return summary.headline or "Untitled"
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(summary, self._section(summary), self._link.now())
            case Qt.ItemDataRole.ToolTipRole:
                return moment(summary)
            case _ if role == SUMMARY:
                return summary
            case _:
                return None

    def _ask(self, start: int, limit: int) -> None:
        query = replace(self._query, limit=limit, offset=start)
        self._link.read(
            lambda desk: browsing.articles(desk, query),
            self._on_fetched,
            f"{self._topic}-window",
            self._on_not_fetched,
        )

    def _on_fetched(self, rows: Sequence[ArticleSummary]) -> None:
        self.take(rows)
        self.fetched.emit()

    def _on_not_fetched(self, error: Exception) -> None:
        self.give_up()
        self._link.failed.emit(error)

    def _section(self, summary: ArticleSummary) -> str:
        return self._sections(summary.section, summary.language)

    def _on_found(self, rows: Sequence[ArticleSummary]) -> None:
        whole = len(rows) < FIRST
        # Rows that a glance showed stay as many, so that nothing moves under whoever scrolled them.
        known = 0 if whole or not self._glanced else self._total
        self._glanced = False
        self._replace(Rows(tuple(rows), 0, max(known, len(rows)), {}))
        if whole:
            self.counted.emit(self._total)
        else:
            self._counting.start(COUNTING_MS if self._query.search else 0)

    def _count(self) -> None:
        self._link.count(self._query, self._on_counted, f"{self._topic}-count")

    def _on_counted(self, total: int) -> None:
        self.resize(max(total, len(self._rows)))
        self.counted.emit(self._total)

    def _on_rows(self, rows: Rows) -> None:
        if not self._renew(rows):
            self._replace(rows)
            self.counted.emit(self._total)

    def _renew(self, rows: Rows) -> bool:
        """Take rows that stand where they stood; False where one has moved, come or gone."""
        fresh = dict(enumerate(rows.articles, rows.first))
        before = {row: self._rows[row] for row in fresh if row in self._rows}
        if (
            (rows.total, dict(rows.places)) != (self._total, self._places)
            or before.keys() != fresh.keys()
            or any(one.id != before[row].id for row, one in fresh.items())
        ):
            return False
        self.tell(rows.first, rows.articles)
        for row, one in fresh.items():
            if one != before[row]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        if self._lacking():
            self._wanting.start()  # The list was scrolled on while this was asked for.
        self.renewed.emit(self._told_places())
        return True

    def _replace(self, rows: Rows) -> None:
        self.moving.emit()
        self._places = dict(rows.places)
        self.tell(rows.first, rows.articles)
        self.resize(rows.total)
        self.renew_all()
        self.refreshed.emit(self._told_places())

    def _told_places(self) -> dict[ArticleId, int]:
        return {one.id: row for row, one in self._rows.items()} | self._places
