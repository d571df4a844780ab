"""How grid and record share the place: side by side, one under the other, or taking turns.

Where the place is too narrow for both, the record goes under the grid; where it is too low for that
as well, the record folds to its header, and opens over the grid when it is wanted.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from newsroom.ui.look.scale import grown, shrunk
from newsroom.ui.pictures.detail_pane import DetailPane, Standing

DETAIL, DETAIL_LEAST = 592, 480
GRID, GRID_LEAST = 720, 360
FOLD = DETAIL_LEAST + GRID_LEAST
"""Below this width of the place the record goes under the grid."""
STACK = 840
"""Below this height of the place there are no two rows of the grid over a record of any use."""
_SHORTEST = 160


class FoldingSplitter(QSplitter):
    """Gives the grid its four columns first, then the record its width, unless a hand chose one."""

    def __init__(self, grid: QWidget, detail: DetailPane) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.chosen = 0
        self._detail = detail
        self._low = False
        self._over = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._panes = (grid, detail)
        for pane in self._panes:
            pane.setMinimumHeight(_SHORTEST)
            self.addWidget(pane)
        self.splitterMoved.connect(self._on_moved)
        detail.turn.clicked.connect(self._on_turn)

    @property
    def folded(self) -> bool:
        """Whether the record lies under the grid."""
        return self.orientation() is Qt.Orientation.Vertical

    @property
    def standing(self) -> Standing:
        """How much of the record is in sight, and where."""
        if not self._low:
            return Standing.WHOLE
        return Standing.OVER if self._over else Standing.SHUT

    def open_record(self, *, over: bool = True) -> None:
        """Open the record over the grid where the two take turns, or go back to the grid."""
        if self._low and self._over is not over:
            self._over = over
            self._stand()

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
        low = wanted is below and self.height() < grown(STACK)
        turned = self.orientation() is not wanted or low is not self._low
        if turned:
            self.setOrientation(wanted)
            self._over = False
        self._low = low
        if wanted is side:
            self._stand()
            self._share_width()
        elif turned or low:
            for pane in self._panes:
                pane.setMinimumWidth(DETAIL_LEAST)
            self._stand()

    def _share_width(self) -> None:
        """Give the grid its four columns first, then the record its width, in a wide place."""
        grid, detail = self._panes
        grid.setMinimumWidth(grown(GRID_LEAST))
        detail.setMinimumWidth(grown(DETAIL_LEAST))
        room = self.width() - 1
        width = min(
            self.chosen or max(grown(DETAIL_LEAST), min(grown(DETAIL), room - grown(GRID))),
            room,
        )
        self.setSizes([room - width, width])

    def _stand(self) -> None:
        """Let the record stand as it should, and share the height of a narrow place."""
        how = self.standing
        grid, detail = self._panes
        self._detail.stand(how)
        detail.setMinimumHeight(0 if how is Standing.SHUT else _SHORTEST)
        grid.setVisible(how is not Standing.OVER)
        if how is Standing.SHUT:
            self.setSizes([self.height(), detail.maximumHeight()])
        elif how is Standing.WHOLE and self.folded:
            self.setSizes([self.height() // 2, self.height() // 2])

    def _on_turn(self) -> None:
        self.open_record(over=not self._over)

    def _on_moved(self) -> None:
        if not self.folded:
            self.chosen = shrunk(self._panes[1].width())
