"""What the window says of the newsroom: the house, who works here, how much waits for review."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from newsroom.domain.changes import Changes
from newsroom.domain.house import House
from newsroom.domain.member import Member
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.workflow import State
from newsroom.ui.articles.sections import Sections
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.places import Place
from newsroom.ui.main_window import MainWindow

_WAITING = ArticleQuery(states=frozenset({State.IN_REVIEW, State.STALE}))


class Tidings(QObject):
    """Keeps the names and the count true; `told` carries the house and its members."""

    told = Signal(object, object)

    def __init__(self, window: MainWindow, sections: Sections, link: DeskLink) -> None:
        super().__init__()
        self._window = window
        self._sections = sections
        self._link = link
        self._house: House | None = None
        self._members: tuple[Member, ...] = ()
        self.me: Member | None = None
        link.changed.connect(self._on_changed)

    def ask(self) -> None:
        """Ask for all of it."""
        self._ask_newsroom()
        self._count_reviews()

    def _on_changed(self, changes: Changes, by: object) -> None:
        if changes.articles:
            self._count_reviews()
        if changes.house or changes.members:
            self._ask_newsroom()

    def _count_reviews(self) -> None:
        self._link.count(_WAITING, self._on_reviews, "reviews")

    def _on_reviews(self, count: int) -> None:
        self._window.rail.show_count(Place.REVIEW, count)

    def _ask_newsroom(self) -> None:
        self._link.newsroom(self._on_newsroom)

    def _on_newsroom(self, newsroom: tuple[House, Member, tuple[Member, ...]]) -> None:
        self.show(*newsroom)

    def show(self, house: House, me: Member, members: tuple[Member, ...]) -> None:
        """Show the house, who works here, and let everybody know them."""
        self._window.top_bar.house.show_house(house.name)
        self._window.setWindowTitle(f"{house.name} – Newsroom")
        self._window.top_bar.show_person(me.name)
        self._sections.learn_house(house)
        self._house, self._members, self.me = house, members, me
        self.repeat()

    def repeat(self) -> None:
        """Tell what is known to those who came later."""
        if self._house:
            self.told.emit(self._house, self._members)
