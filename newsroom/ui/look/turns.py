"""Two panes that stand side by side, or take turns where the window is too narrow for both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from newsroom.ui.look.controls import Segments
from newsroom.ui.look.scale import grown, scale
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import FOLD_STORIES

_MAIN, _SIDE = "main", "side"


def stack(splitter: QSplitter, beside: int) -> None:
    """Put the first pane above the others where the text leaves no room for it beside them.

    `beside` is the width that the first pane has where there is room, in pixels.
    """
    upright, level = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    wanted = upright if splitter.width() < grown(FOLD_STORIES) else level
    if splitter.orientation() is wanted:
        return
    splitter.setOrientation(wanted)
    first = beside if wanted is level else splitter.height() // 2
    whole = splitter.width() if wanted is level else splitter.height()
    splitter.setSizes([first, whole - first])


class Turns(QStackedWidget):
    """Holds what is always here, and the side pane while the window is narrow.

    `switch` turns from one to the other and is hidden while both have room; `turned` tells whether
    the main one is on show.
    """

    turned = Signal(bool)

    def __init__(self, theme: Theme, main: QWidget, side: QWidget, words: tuple[str, str]) -> None:
        """Take the two panes and a word for each."""
        super().__init__()
        self._pane = side
        self._form: tuple[float, Qt.Orientation, tuple[int, ...]] | None = None
        self.switch = Segments(theme, ((_MAIN, words[0], ""), (_SIDE, words[1], "")))
        self.switch.setAccessibleName(f"{words[0]} or {words[1].lower()}")
        self.switch.chosen.connect(lambda key: self._turn(main=key == _MAIN))
        self.switch.hide()
        self.addWidget(main)

    @property
    def folded(self) -> bool:
        """Whether the two take turns now."""
        return self.indexOf(self._pane) >= 0

    def fold(self, splitter: QSplitter, sizes: Sequence[int], *, folded: bool) -> bool:
        """Take the side pane in, or put it last into the splitter; tell whether that moved it.

        `sizes` are the widths of all panes where they stand side by side. They hold until a hand
        chooses others, and again once the text has another size or the panes have turned.
        """
        moved = folded != self.folded
        if moved:
            self._move(splitter, folded=folded)
        # A pane cannot be as narrow again before it has heard that the text is smaller.
        panes = map(splitter.widget, range(splitter.count()))
        least = tuple(pane.minimumWidth() for pane in panes if pane)
        form = (scale(), splitter.orientation(), least)
        if form != self._form and splitter.orientation() is Qt.Orientation.Horizontal:
            first, *others = sizes
            splitter.setSizes([first, sum(others)] if folded else list(sizes))
        self._form = form
        return moved

    def _move(self, splitter: QSplitter, *, folded: bool) -> None:
        self.switch.setVisible(folded)
        if folded:
            self.addWidget(self._pane)
        else:
            splitter.addWidget(self._pane)
            self._pane.show()
        self._turn(main=True)

    def show_side(self, *, side: bool) -> None:
        """Turn to one of the two, where they take turns."""
        if self.folded:
            self._turn(main=not side)

    def _turn(self, *, main: bool) -> None:
        self.switch.choose(_MAIN if main else _SIDE)
        self.setCurrentIndex(0 if main else 1)
        self.turned.emit(main)
