"""The pictures as a Qt model: as many rows as there are, of which those on show are fetched.

A window of rows is asked for by the place of the row before it,
where that is known and the newest come first, else by how many rows lie before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from newsroom import desk as deeds
from newsroom.desk import browsing
from newsroom.domain.ids import PictureId
from newsroom.domain.summary import (
    PictureQuery,
    PictureRows,
    PictureSort,
    PictureSummary,
)
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.pictures.shelf import Shelf, Sieve, name_of, spoken
from newsroom.ui.rows_on_show import RowsOnShow, soon

if TYPE_CHECKING:
    from newsroom.desk.illustrating import RecordFields
    from newsroom.desk.room import Desk

PICTURE = Qt.ItemDataRole.UserRole
PAGE = 48
"""How many rows are fetched at a time, and how many beyond those on show."""
_HELD = 24 * PAGE
"""How many rows are kept; beyond that the ones that are not on show are let go."""
COUNTING_MS = 200
"""How long a search rests before it is counted: that can take longer than a key."""
_LIKING_MS = 500
"""How long the library rests before look-alikes are looked for anew."""
LOADING = "Loading"
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Counted:
    """How many pictures each sieve shows, and how many there are in all, search aside.

    `places` gives the rows of pictures that are held on to; `told` is the telling of rows that was
    counted.
    """

    told: int
    of: Mapping[Sieve, int]
    library: int
    places: Mapping[PictureId, int]


class PicturesModel(RowsOnShow[PictureSummary]):
    """The rows of one shelf.

    `refreshed` says that they were told anew, with the places of the pictures that `held` named,
    `counted` that the numbers were, with the same.
    """

    refreshed = Signal(object)
    counted = Signal(object)

    def __init__(self, link: DeskLink, topic: str = "picture") -> None:
        """Take the topic of the answers: two models of one window must not overtake each other."""
        super().__init__(self._ask, page=PAGE, most=_HELD)
        self._link = link
        self._topic = topic
        self.shelf = Shelf(today=link.now().date())
        self.counts: Mapping[Sieve, int] = {}
        self.library = 0
        self.held: Callable[[], Sequence[PictureId]] = tuple
        self._refreshing = False
        self._again = False
        self._counting = soon(self, self._count)
        self._liking = soon(self, self._like)
        self._liked = 0

    @property
    def narrowed(self) -> bool:
        """Whether a search or a sieve hides pictures."""
        return self.shelf.narrowed

    @property
    def query(self) -> PictureQuery:
        """What is shown."""
        return self.shelf.query

    def search(self, words: str) -> None:
        """Show what other words find."""
        self.ask(replace(self.shelf, search=words))

    def sift(self, sieve: Sieve) -> None:
        """Show another part of what was found."""
        self.ask(replace(self.shelf, sieve=sieve))

    def arrange(self, sort: PictureSort) -> None:
        """Show the same in another order."""
        self.ask(replace(self.shelf, sort=sort))

    def ask(self, shelf: Shelf) -> None:
        """Show another shelf from its first row on: the rows first, the numbers after them."""
        self.shelf = replace(shelf, today=self._link.now().date())
        self.go_to_top()
        self._refreshing = self._again = False
        query = replace(self.query, limit=PAGE)
        self._link.read(
            lambda desk: browsing.pictures(desk, query), self._on_found, self._on("rows")
        )

    def refresh(self) -> None:
        """Fetch again what is on show; news that comes meanwhile is fetched after that, once."""
        if self._refreshing:
            self._again = True
            return
        self._refreshing = True
        start, limit = self.around()
        self.shelf = replace(self.shelf, today=self._link.now().date())
        query = replace(self.query, limit=limit)
        held = tuple(self.held())
        self._link.read(
            lambda desk: browsing.picture_rows(desk, query, start, held),
            self._on_rows,
            self._on("rows"),
            self._on_failed,
        )

    def amend(self, picture: PictureId, values: RecordFields) -> None:
        """Take over what was saved of a record, ahead of the next answer."""
        row = self.row_of(picture)
        if row < 0:
            return
        summary = self._rows[row]
        record = deeds.illustrating.with_fields(summary.picture.record, values)
        self._rows[row] = replace(summary, picture=replace(summary.picture, record=record))
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def known(self, picture: PictureId) -> PictureSummary | None:
        """Give a picture that was fetched."""
        return self._rows.get(self.row_of(picture))

    def row_of(self, picture: PictureId | None) -> int:
        """Find the row of a picture; -1 where it is not among those fetched."""
        rows = (row for row, one in self._rows.items() if one.picture.id == picture)
        return next(rows, -1)

    def row_named(self, beginning: str, after: int) -> int:
        """Find the next fetched row after one whose name begins so, around the end; -1 for none."""
        wanted = beginning.casefold()
        rows = [
            row
            for row, one in self._rows.items()
            if name_of(one.picture).casefold().startswith(wanted)
        ]
        return min(rows, key=lambda row: (row <= after, row), default=-1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary = self._rows.get(index.row())
        if summary is None:
            return LOADING if role == Qt.ItemDataRole.AccessibleTextRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(summary.picture)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(summary, self.shelf)
            case _ if role == PICTURE:
                return summary
            case _:
                return None

    def _ask(self, start: int, limit: int) -> None:
        query = replace(self._from(start), limit=limit)
        self._link.read(
            lambda desk: browsing.pictures(desk, query), self.take, failed=self._on_not_fetched
        )

    def _from(self, start: int) -> PictureQuery:
        before = self._rows.get(start - 1)
        if before and self.shelf.sort is PictureSort.ADDED:
            return replace(self.query, after=before.place)
        return replace(self.query, offset=start)

    def _on_not_fetched(self, error: Exception) -> None:
        self.give_up()
        self._link.failed.emit(error)

    def _on_found(self, rows: Sequence[PictureSummary]) -> None:
        self._replace(PictureRows(tuple(rows), 0, len(rows), {}))
        self._counting.start(COUNTING_MS if self.shelf.search and len(rows) == PAGE else 0)

    def _on_rows(self, rows: PictureRows) -> None:
        self._refreshing = False
        self._replace(rows)
        if self._again:
            self._again = False
            self.refresh()
        else:
            self._counting.start(0)

    def _on(self, what: str) -> str:
        return f"{self._topic}-{what}"

    def _on_failed(self, error: Exception) -> None:
        self._refreshing = self._again = False
        self._link.failed.emit(error)

    def _replace(self, rows: PictureRows) -> None:
        self.moving.emit()
        self.tell(rows.first, rows.pictures)
        self._have(rows.total)
        self.refreshed.emit(self._places() | dict(rows.places))

    def _have(self, total: int) -> None:
        self.resize(total)
        self.renew_all()

    def _places(self) -> dict[PictureId, int]:
        return {one.picture.id: row for row, one in self._rows.items()}

    def _count(self) -> None:
        shelf, told = self.shelf, self._telling
        held = tuple(one for one in self.held() if self.row_of(one) < 0)
        self._link.read(
            lambda desk: _counted(desk, shelf, held, told), self._on_counted, self._on("counts")
        )

    def _on_counted(self, counted: Counted) -> None:
        if counted.told != self._telling:
            return
        self.counts, self.library = counted.of, counted.library
        self._have(counted.of[self.shelf.sieve])
        self.counted.emit(self._places() | dict(counted.places))
        if self._liked != self.library:
            self._liking.start(_LIKING_MS if self._liked else 0)

    def liken_again(self) -> None:
        """Look for look-alikes once more, because somebody said what counts as one."""
        self._liking.start(0)

    def _like(self) -> None:
        """Look for look-alikes, which takes longer, once no more pictures come or go."""
        self._liked = self.library
        self._link.read(_alike, self._on_alike, self._on("likes"))

    def _on_alike(self, alike: Sequence[PictureId]) -> None:
        found = frozenset(alike)
        if found == self.shelf.alike:
            return
        self.shelf = replace(self.shelf, alike=found)
        if self.shelf.sieve is Sieve.ALIKE:
            self.ask(self.shelf)
        else:
            self._counting.start(0)


def _alike(desk: Desk) -> tuple[PictureId, ...]:
    return deeds.likening.alike(desk)


def _counted(desk: Desk, shelf: Shelf, held: Sequence[PictureId], told: int) -> Counted:
    of = {
        sieve: browsing.count_pictures(desk, replace(shelf, sieve=sieve).query) for sieve in Sieve
    }
    library = browsing.count_pictures(desk, PictureQuery()) if shelf.search else of[Sieve.ALL]
    places = browsing.picture_places(desk, shelf.query, held) if held else {}
    return Counted(told, of, library, places)
