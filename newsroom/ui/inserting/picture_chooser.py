"""Choose a picture of the library, or bring one in from a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsroom.domain.changes import Changes
from newsroom.domain.ids import PictureId
from newsroom.ui.choosing import ask_for_file
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.labels import EmptyState
from newsroom.ui.look.search_field import SearchField
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import SPACE_8, SPACE_16
from newsroom.ui.pictures.grid_view import PictureGrid
from newsroom.ui.pictures.picture_delegate import PictureDelegate
from newsroom.ui.pictures.pictures_model import PicturesModel
from newsroom.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from newsroom.desk.illustrating import Added

_SIZE = QSize(800, 640)
_SEARCH_MS = 150
_FILES = "Pictures (*.jpg *.jpeg *.png *.webp *.avif *.tif *.tiff *.gif *.heic *.heif)"
_NONE = "There is no picture yet, or none that these words find"


class PictureChooser(QDialog):
    """Shows the library's pictures as their place does. `chosen` carries the one that was taken."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, link: DeskLink, thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Choose a picture")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self._link = link
        self._thumbnails = thumbnails
        self._picture: PictureId | None = None
        self.model = PicturesModel(link, "chooser")
        self.model.setParent(self)
        self.model.held = self._held
        self.view = PictureGrid(self.model)
        self.view.setSelectionMode(PictureGrid.SelectionMode.SingleSelection)
        self.view.setItemDelegate(PictureDelegate(theme, thumbnails, self.model, self.view))
        self.search = SearchField(theme, "Search captions and credits")
        self.use = Button(theme, "Use picture", Kind.PRIMARY)
        self._stack = QStackedWidget()
        self._typing = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._arrange(theme)
        self._connect(theme)
        self.model.ask(self.model.shelf)

    def _arrange(self, theme: Theme) -> None:
        bring = Button(theme, "Add from a file", Kind.PLAIN, "mdi6.image-plus")
        bring.setAutoDefault(False)
        bring.clicked.connect(self._bring)
        self.use.setDefault(True)
        self.use.setEnabled(False)
        cancel = Button(theme, "Cancel", Kind.QUIET)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(theme, _NONE))
        paper = Surface("paper")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(paper)
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(0, SPACE_16, 0, SPACE_16)
        inside.setSpacing(SPACE_8)
        inside.addLayout(_row(self.search, bring, wide=self.search))
        inside.addWidget(self._stack, 1)
        inside.addLayout(_row(cancel, self.use))

    def _connect(self, theme: Theme) -> None:
        theme.theme_changed.connect(self.view.fit_cells)
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._on_search)
        self.use.clicked.connect(self._take)
        self.view.entered_picture.connect(self._take)
        self.view.doubleClicked.connect(self._take)
        self.view.left.connect(self.reject)
        self.view.selectionModel().currentChanged.connect(self._on_moved)
        self.model.refreshed.connect(self._on_refreshed)
        self._thumbnails.arrived.connect(self._on_thumbnail)
        self._link.changed.connect(self._on_changed)

    def _held(self) -> list[PictureId]:
        return [self._picture] if self._picture else []

    def _on_search(self) -> None:
        self._picture = None
        self.model.ask(replace(self.model.shelf, search=self.search.text().strip()))

    def _on_changed(self, changes: Changes, by: object) -> None:
        if changes.pictures:
            self.model.refresh()

    def _on_refreshed(self, places: Mapping[PictureId, int]) -> None:
        """Stand where the chosen picture is now, on the first one where none is."""
        found = bool(self.model.rowCount())
        self._stack.setCurrentIndex(0 if found else 1)
        self.use.setEnabled(found)
        row = places.get(self._picture, 0) if self._picture else 0
        if found:
            self.view.setCurrentIndex(self.model.index(row, 0))
            self._on_moved()
        self.view.tell_window()

    def _on_moved(self) -> None:
        if summary := self.model.summary(self.view.currentIndex().row()):
            self._picture = summary.picture.id

    def _on_thumbnail(self, name: str) -> None:
        row = self.model.row_of(PictureId(name))
        if row >= 0:
            self.view.update(self.model.index(row, 0))

    def _take(self) -> None:
        if summary := self.model.summary(self.view.currentIndex().row()):
            self.accept()
            self.chosen.emit(summary.picture)

    def _bring(self) -> None:
        ask_for_file(self, "Add a picture", _FILES, self._add)

    def _add(self, path: Path) -> None:
        self._link.add_picture(path, self._on_added)

    def _on_added(self, added: Added) -> None:
        self.accept()
        self.chosen.emit(added.picture)


def _row(*parts: QWidget, wide: QWidget | None = None) -> QHBoxLayout:
    """Stand parts at the right end of a row, or the wide one over all that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
    row.setSpacing(SPACE_8)
    if wide is None:
        row.addStretch(1)
    for part in parts:
        row.addWidget(part, 1 if part is wide else 0)
    return row
