"""Which rows are chosen: known by their names, so that they stay so as rows move.

What a list of articles and a grid of pictures share.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from newsroom.ui.desk_link import DeskLink
from newsroom.ui.rows_on_show import RowsOnShow
from newsroom.ui.runs import runs

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

_Flag = QItemSelectionModel.SelectionFlag
Row = TypeVar("Row")
Name = TypeVar("Name")


class ChosenRows(QObject, Generic[Row, Name]):
    """Follows the selection of a view. `changed` tells how many rows are chosen.

    A row that was never on show is named by the desk; until then `ids` lacks it and `known` is
    False. While rows move, the selection says nothing: `choose` puts it where they stand then.
    """

    changed = Signal(int)

    def __init__(
        self, view: QAbstractItemView, model: RowsOnShow[Row], link: DeskLink, topic: str
    ) -> None:
        """Take the topic under which the desk is asked for names."""
        super().__init__(view)
        self._view = view
        self._rows = model
        self._link = link
        self._topic = topic
        self._ids: dict[int, Name] = {}
        self._count = 0
        self._settling = False
        view.selectionModel().selectionChanged.connect(self._on_selected)
        model.moving.connect(self._on_moving)

    @abstractmethod
    def _name_in(self, row: Row) -> Name:
        """Give the name of what a row shows."""

    @abstractmethod
    def _listed(self, first: int, limit: int) -> Callable[[Desk], tuple[Name, ...]]:
        """Give what asks the desk for the names of so many rows from one on."""

    @property
    def ids(self) -> tuple[Name, ...]:
        """The names of what is chosen, in the order of the rows."""
        return tuple(self._ids[row] for row in sorted(self._ids))

    @property
    def count(self) -> int:
        """How many rows are chosen."""
        return self._count

    @property
    def known(self) -> bool:
        """Whether every chosen row is known by its name."""
        return len(self._ids) == self._count

    @property
    def settling(self) -> bool:
        """Whether rows are moving, and the selection with them."""
        return self._settling

    def choose(self, names: Iterable[Name], places: Mapping[Name, int]) -> None:
        """Choose those of these that have a place."""
        self._settling = True
        rows = {places[one]: one for one in names if one in places}
        picked = QItemSelection()
        for first, last in runs(sorted(rows)):
            picked.select(self._rows.index(first, 0), self._rows.index(last, 0))
        self._view.selectionModel().select(picked, _Flag.ClearAndSelect)
        self._settling = False
        self._ids = rows
        self._tell(len(rows))

    def _on_moving(self) -> None:
        self._settling = True

    def _on_selected(self) -> None:
        if self._settling:
            return
        rows = self._selected()
        names = {row: self._name_of(row) for row in rows}
        self._ids = {row: name for row, name in names.items() if name is not None}
        self._tell(len(rows))
        if not self.known:
            self._ask(min(rows), max(rows))

    def _name_of(self, row: int) -> Name | None:
        shown = self._rows.summary(row)
        return self._ids.get(row) if shown is None else self._name_in(shown)

    def _tell(self, count: int) -> None:
        self._count = count
        self.changed.emit(count)

    def _ask(self, first: int, last: int) -> None:
        listed = self._listed(first, last - first + 1)
        self._link.read(lambda desk: (first, listed(desk)), self._on_named, self._topic)

    def _on_named(self, answer: tuple[int, tuple[Name, ...]]) -> None:
        first, names = answer
        for row in self._selected():
            if row not in self._ids and 0 <= row - first < len(names):
                self._ids[row] = names[row - first]
        self._tell(self._count)

    def _selected(self) -> list[int]:
        chosen = self._view.selectionModel().selection().toList()
        return [row for one in chosen for row in range(one.top(), one.bottom() + 1)]
