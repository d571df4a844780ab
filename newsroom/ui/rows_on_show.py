"""Rows of which those on show are fetched: what a list of articles and a grid of pictures share.

A row that has not been fetched is empty, so that a list of any length opens and scrolls at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QStandardItemModel

Row = TypeVar("Row")
AskFor = Callable[[int, int], None]
"""Asks for so many rows from a row on; `take` or `give_up` answers."""


class RowsOnShow(QStandardItemModel, Generic[Row]):
    """Keeps a window of rows, fetches what is missing in it and lets go of what is far away.

    Qt keeps the number of rows itself, as that of items which are never made: a view that lays
    out 100,000 of them asks for their number at each, and would wait half a second for Python.

    `moving` says that the rows are about to be told anew, and may stand elsewhere then.
    """

    moving = Signal()

    def __init__(self, ask_for: AskFor, *, page: int, most: int) -> None:
        """Take how many rows are fetched at a time and kept at most."""
        super().__init__(0, 1)
        self._ask_for = ask_for
        self._page = page
        self._most = most
        self._rows: dict[int, Row] = {}
        self._total = 0
        self._window = (0, page)
        self._missed: set[int] = set()
        self._telling = 0
        self._fetched: tuple[int, int] | None = None
        self._wanting = soon(self, self._fetch)

    def summary(self, row: int) -> Row | None:
        """Give what stands in a row; None where it has not been fetched."""
        return self._rows.get(row)

    def show_window(self, first: int, last: int) -> None:
        """Take which rows are on show."""
        self._window = (max(0, first), max(first + 1, last + 1))
        if self._lacking():
            self._wanting.start()

    def miss(self, row: int) -> None:
        """Take that an empty row was drawn, wherever the window is."""
        self._missed.add(row)
        self._wanting.start()

    def go_to_top(self) -> None:
        """Have the first rows on show, and drop the answers that are still to come."""
        self._window = (0, self._page)
        self._telling += 1

    def around(self) -> tuple[int, int]:
        """Give the first row and the number of those on show, with half a page on each side."""
        first, last = self._window
        start = max(0, first - self._page // 2)
        return start, last + self._page // 2 - start

    def tell(self, first: int, rows: Sequence[Row]) -> None:
        """Hold these rows and no others; what was asked before is not taken any more."""
        self._telling += 1
        self._rows = dict(enumerate(rows, first))

    def take(self, rows: Sequence[Row]) -> None:
        """Take rows that were asked for, unless all was told anew since."""
        told, self._fetched = self._fetched, None
        if told is None or told[0] != self._telling:
            self._wanting.start()
            return
        _, start = told
        self._let_go()
        self._rows.update(enumerate(rows, start))
        if rows:
            self.dataChanged.emit(self.index(start, 0), self.index(start + len(rows) - 1, 0))
            self._fetch()

    def give_up(self) -> None:
        """Take that rows which were asked for do not come; they are asked for when drawn again."""
        self._fetched = None

    def resize(self, total: int) -> None:
        """Have so many rows; which ones came or went is told by what each shows now."""
        self._total = total
        self.setRowCount(total)

    def renew_all(self) -> None:
        """Let every row be drawn anew."""
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, 0))

    def _lacking(self) -> set[int]:
        first, last = self._window
        return {row for row in range(first, min(last, self._total)) if row not in self._rows}

    def _missing(self) -> set[int]:
        missed, self._missed = self._missed, set()
        elsewhere = {row for row in missed if row < self._total and row not in self._rows}
        near = self._near()
        return self._lacking() | {row for row in elsewhere if row in near} or elsewhere

    def _near(self) -> range:
        first, last = self._window
        return range(first - self._page, last + self._page)

    def _fetch(self) -> None:
        """Fetch what is on show and missing, one window at a time; the newest wish counts."""
        missing = self._missing()
        if not missing or self._fetched is not None:
            return
        start = max(0, min(missing) - self._page // 2)
        self._fetched = (self._telling, start)
        self._ask_for(start, max(missing) + self._page // 2 - start)

    def _let_go(self) -> None:
        if len(self._rows) > self._most:
            near = self._near()
            self._rows = {row: one for row, one in self._rows.items() if row in near}


def soon(parent: QStandardItemModel, run: Callable[[], None]) -> QTimer:
    """Make a timer that runs something once this turn of the event loop is over."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(run)
    return timer
