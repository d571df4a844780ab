"""The order of the list and the height of its rows: one menu, and what of it is remembered."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.domain.summary import Sort

SORT_WORDS = {
    Sort.CHANGED: "Newest change",
    Sort.HEADLINE: "Headline A–Z",
    Sort.PUBLISHED: "Published date",
    Sort.STATE: "State",
    Sort.SECTION: "Section",
}
KEY = "article-list"
"""Under which this laptop remembers the look of the list."""


@dataclass(frozen=True, slots=True)
class ListLook:
    """In which order rows stand and how high they are."""

    sort: Sort = Sort.CHANGED
    compact: bool = False

    @property
    def order(self) -> str:
        """The order, in words within a sentence."""
        words = SORT_WORDS[self.sort]
        return words[:1].lower() + words[1:]


class LookMenu(QMenu):
    """Offers the orders and the two heights; `chosen` carries the look that is wanted."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = ListLook()
        orders = QActionGroup(self)
        self._orders = {sort: self.addAction(words) for sort, words in SORT_WORDS.items()}
        for sort, action in self._orders.items():
            orders.addAction(action)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, sort=sort: self._choose(sort, None))
        self.addSeparator()
        self._compact = self.addAction("Compact rows")
        self._compact.setCheckable(True)
        self._compact.triggered.connect(lambda on: self._choose(None, on))
        self.show_look(self._look)

    @property
    def look(self) -> ListLook:
        """The look in force."""
        return self._look

    def show_look(self, look: ListLook) -> None:
        """Tick what is so, without telling anybody."""
        self._look = look
        self._orders[look.sort].setChecked(True)
        self._compact.setChecked(look.compact)

    def _choose(self, sort: Sort | None, compact: bool | None) -> None:
        now = self._look
        look = ListLook(sort or now.sort, now.compact if compact is None else compact)
        self.show_look(look)
        self.chosen.emit(look)


def look_to_text(look: ListLook) -> str:
    """Write a look to be remembered."""
    return json.dumps({"sort": look.sort, "compact": look.compact})


def look_from_text(text: str | None) -> ListLook:
    """Read a look back; the usual one where it cannot be read."""
    try:
        data = json.loads(text or "{}")
        return ListLook(Sort(data.get("sort", Sort.CHANGED)), data.get("compact") is True)
    except (ValueError, AttributeError, TypeError):
        return ListLook()
