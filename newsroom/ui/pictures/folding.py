"""How grid and record share the place: side by side, or one under the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from newsroom.ui.look.scale import grown, shrunk

DETAIL, DETAIL_LEAST = 592, 480
GRID, GRID_LEAST = 720, 360
FOLD = DETAIL_LEAST + GRID_LEAST
"""Below this width of the place the record goes under the grid."""
_SHORTEST = 160


class FoldingSplitter(QSplitter):
    """Gives the grid its four columns first, then the record its width, unless a hand chose one."""

    def __init__(self, grid: QWidget, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.chosen = 0
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._panes = (grid, detail)
        for pane in self._panes:
            pane.setMinimumHeight(_SHORTEST)
            self.addWidget(pane)
        self.splitterMoved.connect(self._on_moved)

    @property
    def folded(self) -> bool:
        """Whether the record lies under the grid."""
        return self.orientation() is Qt.Orientation.Vertical

    def choose(self, width: int) -> None:
        """Give the record a width that was chosen by hand before; 0 for none."""
        self.chosen = width
        self._share()

    def minimumSizeHint(self) -> QSize:
        # What folds needs no more room than its widest part.
        return QSize(DETAIL_LEAST, 2 * _SHORTEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def fit(self) -> None:
        """Share the room anew after the text has grown."""
        self._share()

    def _share(self) -> None:
        side, below = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        wanted = side if self.width() >= grown(FOLD) else below
        turned = self.orientation() is not wanted
        if turned:
            self.setOrientation(wanted)
        if wanted is side:
            grid, detail = self._panes
            grid.setMinimumWidth(grown(GRID_LEAST))
            detail.setMinimumWidth(grown(DETAIL_LEAST))
            room = self.width() - 1
            width = min(
                self.chosen or max(grown(DETAIL_LEAST), min(grown(DETAIL), room - grown(GRID))),
                room,
            )
            self.setSizes([room - width, width])
        elif turned:
            for pane in self._panes:
                pane.setMinimumWidth(DETAIL_LEAST)
            self.setSizes([self.height() // 2, self.height() // 2])

    def _on_moved(self) -> None:
        if not self.folded:
            self.chosen = shrunk(self._panes[1].width())
