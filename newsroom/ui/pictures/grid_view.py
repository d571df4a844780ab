"""The cells of the grid: two to four side by side, several of which can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QListView

from newsroom.domain.ids import PictureId
from newsroom.ui.look.overlay_bar import OverlayBar
from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import BUTTON, SPACE_8
from newsroom.ui.pictures.picture_delegate import cell
from newsroom.ui.pictures.pictures_model import PicturesModel

_FOUR, _THREE = 720, 500
"""Widths from which so many cells stand side by side; larger words need wider cells."""
_Flag = QItemSelectionModel.SelectionFlag
_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PictureGrid(QListView):
    """Cells side by side; arrows move, Space chooses more, Enter opens.

    `bin_wanted` tells that the Delete key was pressed, `left` that Esc was.
    """

    entered_picture = Signal()
    bin_wanted = Signal()
    left = Signal()
    scrolled = Signal()

    def __init__(self, pictures: PicturesModel) -> None:
        super().__init__()
        self._pictures = pictures
        self._typed = ""
        self._since_key = QElapsedTimer()
        self.setModel(pictures)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setViewportMargins(SPACE_8, SPACE_8, SPACE_8, 0)
        self.setAccessibleName("Pictures")
        # The cell that the keys stand on has the ring.
        self.setProperty("ringless", True)
        self.verticalScrollBar().setSingleStep(BUTTON)
        self.verticalScrollBar().valueChanged.connect(self.tell_window)
        OverlayBar(self)

    @property
    def columns(self) -> int:
        """How many cells stand side by side."""
        if self.width() >= grown(_FOUR):
            return 4
        return 3 if self.width() >= grown(_THREE) else 2

    def window_rows(self) -> tuple[int, int]:
        """Tell the first and the last row that may be on show."""
        height = max(1, self.gridSize().height())
        top = self.verticalScrollBar().value()
        last = (top + self.viewport().height()) // height
        return top // height * self.columns, (last + 1) * self.columns - 1

    def on_show(self) -> list[PictureId]:
        """Name the fetched pictures on show, from the top."""
        first, last = self.window_rows()
        shown = (self._pictures.summary(row) for row in range(first, last + 1))
        return [one.picture.id for one in shown if one]

    def tell_window(self) -> None:
        """Tell the model which rows are on show."""
        self._pictures.show_window(*self.window_rows())
        self.scrolled.emit()

    def top_of(self, row: int) -> int:
        """Tell how far a row's cell is below the top of the grid, in pixels."""
        return row // self.columns * self.gridSize().height() - self.verticalScrollBar().value()

    def stand(self, row: int, top: int) -> None:
        """Scroll so that the cell of a row is so far below the top."""
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.top_of(row) - top)

    def stand_at(self, index: QModelIndex) -> None:
        """Let the keys go on from a cell, without choosing or showing it."""
        if self.currentIndex() != index:
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.setAutoScroll(True)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next fetched picture whose name begins with what was just typed."""
        going_on = self._typing_name
        self._typed = f"{self._typed}{search}" if going_on else search
        self._since_key.start()
        here = self.currentIndex().row()
        row = self._pictures.row_named(self._typed, here - going_on)
        if row >= 0:
            self.setCurrentIndex(self._pictures.index(row, 0))

    @property
    def _typing_name(self) -> bool:
        """Whether keys still belong to a name that is being typed."""
        valid = bool(self._typed) and self._since_key.isValid()
        return valid and not self._since_key.hasExpired(QApplication.keyboardInputInterval())

    def fit_cells(self) -> None:
        """Make the cells as wide as the columns allow, and as high as their words need."""
        # One pixel less than fits, because a row that is exactly full wraps too early.
        wanted = cell((self.viewport().width() - 1) // self.columns)
        if wanted != self.gridSize():
            self.setGridSize(wanted)
            self.tell_window()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_cells()
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
        self.tell_window()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keys stand on a picture as soon as they come: there it is seen where they are."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.stand_somewhere()

    def stand_somewhere(self) -> None:
        """Choose the picture that the keys are on, or the first one, where none is chosen."""
        if not self.selectionModel().hasSelection() and self._pictures.rowCount():
            self.setCurrentIndex(self._pictures.index(max(0, self.currentIndex().row()), 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.fit_cells()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _RETURNS:
            if self.currentIndex().isValid():
                self.entered_picture.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.bin_wanted.emit()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key is Qt.Key.Key_Space and self._typing_name:
            self.keyboardSearch(" ")
        elif key is Qt.Key.Key_Space and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), _Flag.Toggle)
        else:
            super().keyPressEvent(event)
