"""Choose a picture of the library, or bring one in from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.changes import Changes
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import Picture
from newsroom.domain.summary import PictureQuery, PictureSummary
from newsroom.ui.choosing import ask_for_file
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import plain_tip
from newsroom.ui.look.one_line import OneLine
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BUTTON, SPACE_8, SPACE_16
from newsroom.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from newsroom.desk.illustrating import Added

_CELL = QSize(172, 148)
_ICON = QSize(156, 104)
_SIZE = QSize(760, 560)
_FILES = "Pictures (*.jpg *.jpeg *.png *.webp *.avif *.tif *.tiff *.gif *.heic *.heif)"
_PICTURE = Qt.ItemDataRole.UserRole


class PictureChooser(QDialog):
    """Shows the library's pictures. `chosen` carries the one that was taken."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, link: DeskLink, thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Choose a picture")
        self.setModal(True)
        self.resize(_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._link = link
        self._thumbnails = thumbnails
        self._model = QStandardItemModel(self)
        self._search = OneLine()
        self._search.setPlaceholderText("Search captions and credits")
        self._search.setAccessibleName("Search pictures")
        fit(self._search, height=BUTTON)
        self._grid = _grid(self._model)
        self._arrange(theme)
        self._search.textChanged.connect(self._ask)
        self._grid.activated.connect(self._take)
        self._grid.doubleClicked.connect(self._take)
        thumbnails.arrived.connect(self._on_thumbnail)
        link.changed.connect(self._on_changed)
        self._ask()

    def _arrange(self, theme: Theme) -> None:
        bring = Button(theme, "Add from a file", Kind.PLAIN, "mdi6.image-plus")
        bring.setAutoDefault(False)
        bring.clicked.connect(self._bring)
        use = Button(theme, "Use picture", Kind.PRIMARY)
        use.setDefault(True)
        use.clicked.connect(lambda: self._take(self._grid.currentIndex()))
        cancel = Button(theme, "Cancel", Kind.QUIET)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        top.addWidget(self._search, 1)
        top.addWidget(bring)
        below = QHBoxLayout()
        below.setSpacing(SPACE_8)
        below.addStretch(1)
        below.addWidget(cancel)
        below.addWidget(use)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_16)
        column.addLayout(top)
        column.addWidget(self._grid, 1)
        column.addLayout(below)

    def _ask(self) -> None:
        self._link.pictures(PictureQuery(search=self._search.text().strip()), self._on_pictures)

    def _on_changed(self, changes: Changes, by: object) -> None:
        if changes.pictures:
            self._ask()

    def _on_pictures(self, found: tuple[PictureSummary, ...]) -> None:
        former = self._grid.currentIndex().data(_PICTURE)
        chosen = former.id if isinstance(former, Picture) else None
        self._model.clear()
        for one in found:
            self._model.appendRow(self._item(one.picture))
        rows = [number for number, one in enumerate(found) if one.picture.id == chosen]
        if found:
            self._grid.setCurrentIndex(self._model.index(rows[0] if rows else 0, 0))

    def _item(self, picture: Picture) -> QStandardItem:
        item = QStandardItem(picture.record.caption or picture.record.alt or picture.file_name)
        item.setData(picture, _PICTURE)
        item.setEditable(False)
        item.setToolTip(plain_tip(picture.record.credit or "Credit is missing"))
        pixmap = self._thumbnails.pixmap(picture.id)
        if pixmap:
            item.setIcon(QIcon(pixmap))
        return item

    def _on_thumbnail(self, name: str) -> None:
        pixmap = self._thumbnails.pixmap(PictureId(name))
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            picture = item.data(_PICTURE)
            if pixmap and isinstance(picture, Picture) and picture.id == name:
                item.setIcon(QIcon(pixmap))

    def _take(self, index: QModelIndex) -> None:
        picture = index.data(_PICTURE)
        if isinstance(picture, Picture):
            self.accept()
            self.chosen.emit(picture)

    def _bring(self) -> None:
        ask_for_file(self, "Add a picture", _FILES, self._add)

    def _add(self, path: Path) -> None:
        self._link.add_picture(path, self._on_added)

    def _on_added(self, added: Added) -> None:
        self.accept()
        self.chosen.emit(added.picture)


def _grid(model: QStandardItemModel) -> QListView:
    grid = QListView()
    grid.setModel(model)
    grid.setViewMode(QListView.ViewMode.IconMode)
    grid.setResizeMode(QListView.ResizeMode.Adjust)
    grid.setMovement(QListView.Movement.Static)
    grid.setUniformItemSizes(True)
    grid.setIconSize(_ICON)
    grid.setGridSize(_CELL)
    grid.setTextElideMode(Qt.TextElideMode.ElideRight)
    grid.setAccessibleName("Pictures")
    return grid
