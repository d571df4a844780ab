"""Which pictures are chosen in the grid: known by their ids, so that they stay so as rows move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from newsroom.desk import browsing
from newsroom.domain.ids import PictureId
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.pictures.grid_view import PictureGrid
from newsroom.ui.pictures.pictures_model import PicturesModel
from newsroom.ui.runs import runs

_Flag = QItemSelectionModel.SelectionFlag


class ChosenPictures(QObject):
    """Follows the selection of the grid. `changed` tells how many cells are chosen.

    A cell that was never on show is named by the desk; until then `ids` lacks it and `known` is
    False. While rows move, the selection says nothing: `choose` puts it where the pictures stand.
    """

    changed = Signal(int)

    def __init__(self, view: PictureGrid, model: PicturesModel, link: DeskLink) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._link = link
        self._ids: dict[int, PictureId] = {}
        self._count = 0
        self._settling = False
        view.selectionModel().selectionChanged.connect(self._on_selected)
        model.moving.connect(self._on_moving)

    @property
    def ids(self) -> tuple[PictureId, ...]:
        """The chosen pictures in the order of the grid."""
        return tuple(self._ids[row] for row in sorted(self._ids))

    @property
    def count(self) -> int:
        """How many cells are chosen."""
        return self._count

    @property
    def known(self) -> bool:
        """Whether every chosen cell is known by its id."""
        return len(self._ids) == self._count

    @property
    def settling(self) -> bool:
        """Whether rows are moving, and the selection with them."""
        return self._settling

    def choose(self, pictures: Iterable[PictureId], places: Mapping[PictureId, int]) -> None:
        """Choose those of these pictures that have a place."""
        self._settling = True
        rows = {places[one]: one for one in pictures if one in places}
        picked = QItemSelection()
        for first, last in runs(sorted(rows)):
            picked.select(self._model.index(first, 0), self._model.index(last, 0))
        self._view.selectionModel().select(picked, _Flag.ClearAndSelect)
        self._settling = False
        self._ids = rows
        self._tell(len(rows))

    def _on_moving(self) -> None:
        self._settling = True

    def _on_selected(self) -> None:
        if self._settling:
            return
        ranges = self._ranges()
        count = sum(last - first + 1 for first, last in ranges)
        self._ids = {
            row: one
            for first, last in ranges
            for row in range(first, last + 1)
            if (one := self._id(row))
        }
        self._tell(count)
        if not self.known:
            self._name(min(first for first, _ in ranges), max(last for _, last in ranges))

    def _id(self, row: int) -> PictureId | None:
        summary = self._model.summary(row)
        return summary.picture.id if summary else self._ids.get(row)

    def _tell(self, count: int) -> None:
        self._count = count
        self.changed.emit(count)

    def _name(self, first: int, last: int) -> None:
        query = replace(self._model.query, offset=first, limit=last - first + 1)
        self._link.read(
            lambda desk: (first, browsing.listed_pictures(desk, query)),
            self._on_named,
            "chosen-pictures",
        )

    def _on_named(self, answer: tuple[int, tuple[PictureId, ...]]) -> None:
        first, names = answer
        for start, end in self._ranges():
            for row in range(start, end + 1):
                if row not in self._ids and 0 <= row - first < len(names):
                    self._ids[row] = names[row - first]
        self._tell(self._count)

    def _ranges(self) -> list[tuple[int, int]]:
        return [
            (one.top(), one.bottom()) for one in self._view.selectionModel().selection().toList()
        ]
