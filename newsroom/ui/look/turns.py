"""Two panes that stand side by side, or take turns where the window is too narrow for both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
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
        self._form: tuple[float, Qt.Orientation, bool] | None = None
        self._splitter: QSplitter | None = None
        self._wanted: list[int] = []
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
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
        form = (scale(), splitter.orientation(), folded)
        if splitter.orientation() is Qt.Orientation.Horizontal:
            if self._wanted or form != self._form:
                first, *others = sizes
                self._stand(splitter, [first, sum(others)] if folded else list(sizes))
        else:
            self._wanted = []
        self._form = form
        return moved

    def _stand(self, splitter: QSplitter, wanted: list[int]) -> None:
        """Have panes stand at their widths; what has no room yet is tried again as they shrink.

        A pane cannot be as narrow again before all of it has heard that the text is smaller.
        """
        if self._splitter is None:
            self._splitter = splitter
            splitter.installEventFilter(self)
            splitter.splitterMoved.connect(self._on_hand)
        self._wanted = wanted
        self._settle()

    def _settle(self) -> None:
        if self._splitter is None or not self._wanted:
            return
        self._splitter.setSizes(self._wanted)
        stand = self._splitter.sizes()
        if stand[0] == self._wanted[0] and (self.folded or stand[-1] == self._wanted[-1]):
            self._wanted = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and self._wanted:
            self._settling.start()
        return super().eventFilter(watched, event)

    def _on_hand(self) -> None:
        self._wanted = []

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
