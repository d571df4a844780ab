"""The list as a Qt model: as many rows as there are articles, of which those on show are fetched.

A row that has not been fetched is empty and asks for itself when it is drawn, so that a list of any
length opens and scrolls at once. What an article moves to is told, never guessed: every answer says
where the articles stand that the view holds on to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QStandardItemModel

from newsroom.desk import browsing
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery, ArticleSummary, Rows
from newsroom.ui.articles.sections import Sections
from newsroom.ui.articles.speaking import moment, spoken
from newsroom.ui.desk_link import DeskLink

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


class ArticleListModel(QStandardItemModel):
    """The rows of one query.

    Qt keeps the number of rows itself, as that of items which are never made: a view that lays
    out 100,000 rows asks for their number at each, and would wait half a second for Python.

    `counted` tells how many there are in all; `refreshed` that the rows were told anew, with the
    places of the articles that `held` named.
    """

    counted = Signal(int)
    refreshed = Signal(object)

    def __init__(self, link: DeskLink, sections: Sections, topic: str = "article-list") -> None:
        super().__init__(0, 1)
        self._topic = topic
        self._link = link
        self._sections = sections
        self._query = ArticleQuery()
        self._rows: dict[int, ArticleSummary] = {}
        self._total = 0
        self._telling = 0
        self._glanced = False
        self._window = (0, PAGE)
        self._missed: set[int] = set()
        self._fetched: tuple[int, int] | None = None
        self.held: Callable[[], Sequence[ArticleId]] = tuple
        self._wanting = QTimer(self)
        self._wanting.setSingleShot(True)
        self._wanting.setInterval(0)
        self._wanting.timeout.connect(self._fetch)

        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)

    @property
    def query(self) -> ArticleQuery:
        """What is shown."""
        return self._query

    def ask(self, query: ArticleQuery) -> None:
        """Show what another query finds, from its first row on; the rows before the count."""
        self._query = query
        self._glanced = False
        self._window = (0, PAGE)
        self._counting.stop()
        self._telling += 1
        self._link.articles(replace(query, limit=FIRST), self._on_found, self._topic)

    def show_first(self, rows: Sequence[ArticleSummary], total: int) -> None:
        """Show rows that are known before anything could be asked, and how many there are."""
        self._glanced = True
        self._replace(Rows(tuple(rows), 0, total, {}))
        self.counted.emit(self._total)

    def refresh(self) -> None:
        """Fetch again what is on show, the count, and where the held articles stand."""
        first, last = self._window
        start = max(0, first - PAGE // 2)
        query = replace(self._query, offset=start, limit=last + PAGE // 2 - start)
        held = tuple(self.held())
        self._telling += 1
        self._link.read(lambda desk: browsing.rows(desk, query, held), self._on_rows, self._topic)

    def show_window(self, first: int, last: int) -> None:
        """Take which rows are on show."""
        self._window = (max(0, first), max(first + 1, last + 1))
        if any(row not in self._rows for row in range(*self._window) if row < self._total):
            self._wanting.start()

    def summary(self, row: int) -> ArticleSummary | None:
        """Give the article of a row; None where it has not been fetched."""
        return self._rows.get(row)

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
            self._missed.add(index.row())
            self._wanting.start()
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

    def _section(self, summary: ArticleSummary) -> str:
        return self._sections(summary.section, summary.language)

    def _fetch(self) -> None:
        """Fetch what is on show and missing, one window at a time; the newest wish counts."""
        missing = sorted(self._missing())
        if not missing or self._fetched is not None:
            return
        start = max(0, missing[0] - PAGE // 2)
        self._fetched = (self._telling, start)
        query = replace(self._query, limit=missing[-1] + PAGE // 2 - start, offset=start)
        self._link.articles(query, self._on_fetched, f"{self._topic}-window")

    def _missing(self) -> set[int]:
        missed, self._missed = self._missed, set()
        first, last = self._window
        near = range(first - PAGE, last + PAGE)
        on_show = {row for row in range(first, min(last, self._total)) if row not in self._rows}
        elsewhere = {row for row in missed if row < self._total and row not in self._rows}
        return on_show | {row for row in elsewhere if row in near} or elsewhere

    def _on_fetched(self, rows: Sequence[ArticleSummary]) -> None:
        told, self._fetched = self._fetched, None
        if told is None or told[0] != self._telling:
            self._wanting.start()
            return
        _, start = told
        self._let_go()
        self._rows.update(enumerate(rows, start))
        if rows:
            self.dataChanged.emit(self.index(start, 0), self.index(start + len(rows) - 1, 0))
        self._fetch()

    def _let_go(self) -> None:
        first, last = self._window
        if len(self._rows) > _HELD:
            near = range(first - PAGE, last + PAGE)
            self._rows = {row: one for row, one in self._rows.items() if row in near}

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
        self._resize(max(total, len(self._rows)))
        self.counted.emit(self._total)

    def _on_rows(self, rows: Rows) -> None:
        self._replace(rows)
        self.counted.emit(self._total)

    def _replace(self, rows: Rows) -> None:
        self._telling += 1
        self._rows = dict(enumerate(rows.articles, rows.first))
        self._resize(rows.total)
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, 0))
        self.refreshed.emit({one.id: row for row, one in self._rows.items()} | dict(rows.places))

    def _resize(self, total: int) -> None:
        """Have so many rows; which ones came or went is told by what each shows now."""
        self._total = total
        self.setRowCount(total)
