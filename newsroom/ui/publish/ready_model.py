"""The stories that can be exported, each with a tick, and those that are not ready, without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from newsroom.desk.publishing import candidates
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleSummary
from newsroom.domain.workflow import State
from newsroom.ui.articles.model import SUMMARY
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.states import STATE_WORDS

if TYPE_CHECKING:
    from newsroom.desk.foreseeing import Step

READY = frozenset({State.APPROVED, State.PUBLISHED})
STEP = SUMMARY + 1
"""The role of what an export would do to a story's page; None where that is not known."""
_LIMIT = 500
"""How many stories are listed that are published already, and how many that are not ready."""
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ReadyModel(QAbstractListModel):
    """Ready stories first, newest change first; only those can be ticked.

    An approved story arrives ticked, because exporting is what it waits for; a published one does
    not. `ticked` tells how many are.
    """

    ticked = Signal(int)

    def __init__(self, link: DeskLink) -> None:
        super().__init__()
        self._link = link
        self._rows: list[ArticleSummary] = []
        self._ticks: set[ArticleId] = set()
        self._known: dict[ArticleId, State] = {}
        self._wanted: frozenset[ArticleId] | None = None
        self._steps: dict[ArticleId, Step] = {}

    def refresh(self) -> None:
        """Ask again; what is ticked stays listed, however old it is."""
        wanted = self._ticks | (self._wanted or frozenset())
        self._link.read(
            lambda desk: candidates(desk, wanted, _LIMIT), self._on_rows, "publish-list"
        )

    def chosen(self) -> tuple[ArticleId, ...]:
        """Give the ticked stories in the order of the list."""
        return tuple(one.id for one in self._rows if one.id in self._ticks)

    def ready(self) -> int:
        """Count the stories that can be exported."""
        return sum(one.state in READY for one in self._rows)

    def tick_all(self, on: bool) -> None:
        """Tick every ready story, or none."""
        self._ticks = {one.id for one in self._rows if on and one.state in READY}
        self._tell()

    def tick_only(self, articles: frozenset[ArticleId]) -> None:
        """Tick these stories and no others, as far as they are ready."""
        self._wanted = articles
        self.refresh()

    def show_steps(self, steps: dict[ArticleId, Step]) -> None:
        """Take what an export would do to the pages of the ticked stories."""
        self._steps = steps
        self._repaint()

    def _on_rows(self, rows: tuple[ArticleSummary, ...]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        ready = {one.id: one.state for one in rows if one.state in READY}
        fresh = {
            name
            for name, state in ready.items()
            if state is State.APPROVED and self._known.get(name) is not State.APPROVED
        }
        self._ticks = (self._ticks & ready.keys()) | fresh
        if self._wanted is not None:
            self._ticks, self._wanted = set(self._wanted & ready.keys()), None
        self._known = ready
        self.endResetModel()
        self.ticked.emit(len(self._ticks))

    def _tell(self) -> None:
        self._repaint()
        self.ticked.emit(len(self._ticks))

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.isValid() and self._rows[index.row()].state in READY:
            return base | Qt.ItemFlag.ItemIsUserCheckable
        return base

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role == SUMMARY:
            return one
        if role == STEP:
            return self._steps.get(one.id) if one.id in self._ticks else None
        if role == Qt.ItemDataRole.CheckStateRole and one.state in READY:
            return Qt.CheckState.Checked if one.id in self._ticks else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return one.headline or "Untitled"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.headline or 'Untitled'}, {STATE_WORDS[one.state]}"
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        one = self._rows[index.row()]
        if one.state not in READY:
            return False
        on = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        self._ticks = self._ticks | {one.id} if on else self._ticks - {one.id}
        self._tell()
        return True
