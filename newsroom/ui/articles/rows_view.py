"""The rows on screen: which are on show, and how they stand still while the list moves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from newsroom.domain.ids import ArticleId
from newsroom.ui.articles.delegate import ArticleDelegate
from newsroom.ui.articles.model import ArticleListModel
from newsroom.ui.look.overlay_bar import OverlayBar
from newsroom.ui.look.tokens import SPACE_12

_Flag = QItemSelectionModel.SelectionFlag


class RowsView(QListView):
    """Shows articles, several of which can be chosen.

    `bin_wanted` tells that the Delete key was pressed; `left` that Esc was, which
    goes on to what the list stands in where no more than one was chosen; `menu_wanted` carries the
    place on screen where a menu of what can be done was asked for.
    """

    bin_wanted = Signal()
    left = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, delegate: ArticleDelegate, model: ArticleListModel) -> None:
        super().__init__()
        self._articles = model
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAccessibleName("List of articles")
        self.setFrameShape(QListView.Shape.NoFrame)
        OverlayBar(self)
        self.verticalScrollBar().setSingleStep(SPACE_12 * 2)
        self.verticalScrollBar().valueChanged.connect(self.tell_window)

    def tell_window(self) -> None:
        """Tell the model which rows are on show."""
        height, top = self._delegate.height, self.verticalScrollBar().value()
        self._articles.show_window(top // height, (top + self.viewport().height()) // height)

    def on_show(self) -> list[ArticleId]:
        """Name the fetched articles on show, from the top."""
        first = self.verticalScrollBar().value() // self._delegate.height
        last = first + self.viewport().height() // self._delegate.height + 1
        shown = (self._articles.summary(row) for row in range(first, last + 1))
        return [one.id for one in shown if one]

    def top_of(self, row: int) -> int:
        """Tell how far a row's top is below the top of the list, in pixels."""
        return row * self._delegate.height - self.verticalScrollBar().value()

    def stand(self, tops: Mapping[ArticleId, int], places: Mapping[ArticleId, int]) -> None:
        """Scroll so that the first of these articles that is still listed stands where it stood."""
        self.doItemsLayout()
        for article, top in tops.items():
            if article in places:
                value = places[article] * self._delegate.height - top
                self.verticalScrollBar().setValue(value)
                break
        self.tell_window()

    def stand_at(self, index: QModelIndex) -> None:
        """Let the arrow keys go on from a row, without choosing or showing it."""
        if self.currentIndex() != index:
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.setAutoScroll(True)

    def take_height(self) -> None:
        """Take rows of another height, the topmost staying the topmost."""
        before = self.indexAt(QRect(self.viewport().rect()).topLeft())
        self.doItemsLayout()
        if before.isValid():
            self.scrollTo(before, QListView.ScrollHint.PositionAtTop)
        self.tell_window()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.bin_wanted.emit()
            case Qt.Key.Key_Escape:
                several = (
                    sum(one.height() for one in self.selectionModel().selection().toList()) > 1
                )
                self.left.emit()
                event.setAccepted(several)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu at the mouse, or under the row where the keyboard stands."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            at = event.globalPos()
        if index.isValid():
            self.menu_wanted.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tell_window()
