"""Picture summaries as a Qt list model; thumbnails come when a row is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from newsroom.desk import browsing
from newsroom.desk.illustrating import RecordFields, with_fields
from newsroom.domain.ids import PictureId
from newsroom.domain.summary import PictureQuery, PictureSummary
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.pictures.shelf import Shelf, Sieve, name_of, spoken

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

PICTURE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class PicturesModel(QAbstractListModel):
    """The pictures of one search and one sieve; `refreshed` says that the rows are new."""

    refreshed = Signal()

    def __init__(self, link: DeskLink) -> None:
        super().__init__()
        self._link = link
        self._search = ""
        self.sieve = Sieve.ALL
        self.shelf = Shelf()
        self._rows: tuple[PictureSummary, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether a search or a sieve hides pictures."""
        return bool(self._search) or self.sieve is not Sieve.ALL

    def search(self, words: str) -> None:
        """Show what other words find."""
        self._search = words
        self.refresh()

    def sift(self, sieve: Sieve) -> None:
        """Show another part of what was found."""
        self.sieve = sieve
        self._show(self.shelf)

    def refresh(self) -> None:
        """Ask again."""
        words = self._search
        self._link.read(lambda desk: _shelf(desk, words), self._show, "pictures-grid")

    def amend(self, picture: PictureId, values: RecordFields) -> None:
        """Take over what was saved of a record, ahead of the next answer."""
        amended = tuple(
            _amended(one, values) if one.picture.id == picture else one for one in self.shelf.found
        )
        self._show(replace(self.shelf, found=amended))

    def summary(self, row: int) -> PictureSummary | None:
        """Give the picture of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def known(self, picture: PictureId) -> PictureSummary | None:
        """Give a picture that was found, whether a row shows it or not."""
        return next((one for one in self.shelf.found if one.picture.id == picture), None)

    def row_of(self, picture: PictureId | None) -> int:
        """Find the row of a picture; -1 where none shows it."""
        rows = (number for number, one in enumerate(self._rows) if one.picture.id == picture)
        return next(rows, -1)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        summary = self.summary(index.row()) if index.isValid() else None
        if summary is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(summary.picture)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(summary)
            case _ if role == PICTURE:
                return summary
            case _:
                return None

    def _show(self, shelf: Shelf) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        names = [self._rows[one.row()].picture.id for one in before]
        self.shelf = shelf
        self._rows = shelf.through(self.sieve)
        places = {one.picture.id: number for number, one in enumerate(self._rows)}
        after = [self.index(places[one]) if one in places else QModelIndex() for one in names]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.refreshed.emit()


def _shelf(desk: Desk, words: str) -> Shelf:
    every = browsing.pictures(desk, PictureQuery())
    found = browsing.pictures(desk, PictureQuery(search=words)) if words else every
    return Shelf(found, len(every))


def _amended(summary: PictureSummary, values: RecordFields) -> PictureSummary:
    record = with_fields(summary.picture.record, values)
    return replace(summary, picture=replace(summary.picture, record=record))
