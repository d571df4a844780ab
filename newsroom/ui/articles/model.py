"""Article summaries as a Qt list model that fetches itself page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery, ArticleSummary
from newsroom.ui.articles.ages import age
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.states import STATE_WORDS

PAGE = 60
SUMMARY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ArticleListModel(QAbstractListModel):
    """The rows of one query. `counted` tells how many there are in all, fetched or not."""

    counted = Signal(int)
    refreshed = Signal()

    def __init__(
        self, link: DeskLink, section_name: Callable[[str, str], str], topic: str = "article-list"
    ) -> None:
        super().__init__()
        self._topic = topic
        self._link = link
        self._section_name = section_name
        self._query = ArticleQuery()
        self._rows: list[ArticleSummary] = []
        self._total = 0
        self._fetching = False

    @property
    def query(self) -> ArticleQuery:
        """What is shown."""
        return self._query

    def ask(self, query: ArticleQuery) -> None:
        """Show what another query finds."""
        self._query = query
        self.refresh()

    def refresh(self) -> None:
        """Fetch again as many rows as are shown, and the count."""
        shown = max(PAGE, len(self._rows))
        self._fetching = True
        self._link.articles(replace(self._query, limit=shown), self._on_refreshed, self._topic)
        self._link.count(self._query, self._on_counted, f"{self._topic}-count")

    def summary(self, row: int) -> ArticleSummary | None:
        """Give the article of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, article: ArticleId) -> int:
        """Find the row of an article; -1 where it is not among those fetched."""
        rows = (number for number, one in enumerate(self._rows) if one.id == article)
        return next(rows, -1)

    def missing_credits(self) -> int:
        """Count the rows that use a picture without a credit."""
        return sum(1 for one in self._rows if one.missing_credits)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        summary = self.summary(index.row()) if index.isValid() else None
        if summary is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return summary.headline or "Untitled"
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(summary, self._section(summary), self._link.now())
            case Qt.ItemDataRole.ToolTipRole:
                return f"{summary.headline}\n{summary.changed.astimezone():%d %B %Y, %H:%M:%S}"
            case _ if role == SUMMARY:
                return summary
            case _:
                return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not self._fetching and len(self._rows) < self._total

    def fetchMore(self, parent: _Index) -> None:
        self._fetching = True
        query = replace(self._query, limit=PAGE, offset=len(self._rows))
        self._link.articles(query, self._on_more, self._topic)

    def _section(self, summary: ArticleSummary) -> str:
        return self._section_name(summary.section, summary.language)

    def _on_counted(self, total: int) -> None:
        self._total = total
        self.counted.emit(total)

    def _on_more(self, rows: Sequence[ArticleSummary]) -> None:
        self._fetching = False
        known = {one.id for one in self._rows}
        fresh = [one for one in rows if one.id not in known]
        if not fresh:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._rows.extend(fresh)
        self.endInsertRows()

    def _on_refreshed(self, rows: Sequence[ArticleSummary]) -> None:
        self._fetching = False
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[one.row()].id for one in before]
        self._rows = list(rows)
        places = {one.id: number for number, one in enumerate(self._rows)}
        after = [self.index(places[one]) if one in places else QModelIndex() for one in ids]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.refreshed.emit()


def spoken(summary: ArticleSummary, section: str, now: datetime) -> str:
    """Say a row as a screen reader should: headline, state, section, time, marks, byline."""
    marks = "missing credit" if summary.missing_credits else ""
    parts = (
        summary.headline or "Untitled",
        STATE_WORDS[summary.state],
        section,
        age(summary.changed, now),
        marks,
        summary.byline,
    )
    return ", ".join(part for part in parts if part)


class Sections(QObject):
    """Names of sections, as the house calls them in a language."""

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[tuple[str, str], str] = {}

    def learn_house(self, house: House) -> None:
        """Take the names that a house gives its sections in each of its languages."""
        self._names = {
            (section.slug, language): section.name
            for language in ("", *house.languages)
            for section in house.in_language(language).sections
        }

    def __call__(self, section: str, language: str) -> str:
        return self._names.get((section, language)) or self._names.get((section, ""), section)
