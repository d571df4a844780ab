"""The saved searches of this laptop, as the window knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from PySide6.QtCore import QObject, Signal

from newsroom.desk import searching
from newsroom.domain.summary import ArticleQuery
from newsroom.ui.commands.command import Command, Group
from newsroom.ui.desk_link import DeskLink

if TYPE_CHECKING:
    from newsroom.desk.searching import SavedSearch


class SavedSearches(QObject):
    """Knows the saved searches by name. `changed` tells that there are others."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, link: DeskLink, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self.searches: tuple[SavedSearch, ...] = ()

    def ask(self) -> None:
        """Ask which there are."""
        self._link.read(searching.saved_searches, self._on_told, "saved-searches")

    def find(self, name: str) -> SavedSearch | None:
        """Give the search of a name."""
        return next((one for one in self.searches if one.name == name), None)

    def name_of(self, query: ArticleQuery) -> str:
        """Give the name of the search that looks for this; empty where none does."""
        return next((one.name for one in self.searches if one.query == query), "")

    def save(self, search: SavedSearch) -> None:
        """Keep a search, in place of one of its name."""
        self._link.write(lambda desk: searching.save_search(desk, search), self._on_told)

    def rename(self, name: str, to: str) -> None:
        """Call a search by another name."""
        self._link.write(lambda desk: searching.rename_search(desk, name, to), self._on_told)

    def remove(self, name: str) -> None:
        """Forget a search, and tell which, so that it can be brought back."""
        found = self.find(name)
        self._link.write(lambda desk: searching.remove_search(desk, name), self._on_told)
        if found:
            self.removed.emit(found)

    def _on_told(self, searches: tuple[SavedSearch, ...]) -> None:
        self.searches = searches
        self.changed.emit()


_COMMAND = "search."


def search_command(search: SavedSearch) -> Command:
    """Give a saved search as something that the palette can run."""
    words = f"Search: {search.name}"
    name = f"{_COMMAND}{quote(search.name)}"
    return Command(name, Group.GO, words, "mdi6.magnify", "", lambda _: True, lambda _: None)


def saved_search(command: str) -> str:
    """Give the name of the saved search that a command stands for; empty for any other."""
    return unquote(command.removeprefix(_COMMAND)) if command.startswith(_COMMAND) else ""
