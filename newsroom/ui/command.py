"""What a command is, and what decides whether it makes sense; the table of them is `actions`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from newsroom.domain.workflow import State
from newsroom.settings import Appearance
from newsroom.ui.places import Place


class Deeds(Protocol):
    """What commands run; the room does it."""

    def new_article(self) -> None: ...
    def go_to(self, place: Place) -> None: ...
    def find_article(self) -> None: ...
    def submit(self) -> None: ...
    def bin_articles(self) -> None: ...
    def save_version(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def tool(self, name: str) -> None: ...
    def format(self, name: str) -> None: ...
    def insert_picture(self) -> None: ...
    def choose_lead(self) -> None: ...
    def toggle_source(self) -> None: ...
    def toggle_details(self) -> None: ...
    def toggle_inspector(self) -> None: ...
    def look(self, name: str) -> None: ...
    def look_back(self) -> None: ...
    def toggle_list(self) -> None: ...
    def next_pane(self, step: int) -> None: ...
    def approve(self) -> None: ...
    def return_story(self) -> None: ...
    def next_change(self, step: int) -> None: ...
    def add_pictures(self) -> None: ...
    def use_picture(self) -> None: ...
    def export(self) -> None: ...
    def choose_export_folder(self) -> None: ...
    def show_palette(self) -> None: ...
    def show_menu(self) -> None: ...
    def show_keys(self) -> None: ...
    def choose_appearance(self, appearance: Appearance) -> None: ...
    def resize_text(self, by: int) -> None: ...
    def open_library(self) -> None: ...
    def protect_key(self) -> None: ...
    def quit(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Situation:
    """What is open: all that decides which commands make sense."""

    library: bool = True
    place: Place = Place.ARTICLES
    article: bool = False
    state: State = State.DRAFT
    obstacle: str = ""
    """Why the article cannot be submitted, empty where it can."""
    source: bool = False
    undo: bool = False
    redo: bool = False
    table: bool = False
    """Whether the caret stands in a table."""
    elsewhere: bool = False
    """Whether a field that is not the body has the keyboard."""

    @property
    def rich(self) -> bool:
        """Whether something can be put into the body."""
        return self.writing and not self.source

    @property
    def formatting(self) -> bool:
        """Whether the words at the keyboard can be formatted."""
        return self.rich and not self.elsewhere

    @property
    def writing(self) -> bool:
        """Whether an article is on the desk."""
        return self.article and self.place is Place.ARTICLES


class Group(StrEnum):
    """A menu of the menu; the value is its word on screen."""

    ARTICLE = "Article"
    EDIT = "Edit"
    FORMAT = "Format"
    INSERT = "Insert"
    TABLE = "Table"
    REVIEW = "Review"
    PUBLISH = "Publish"
    GO = "Go"
    VIEW = "View"
    NEWSROOM = "Newsroom"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for; `shown` tells that it shows whether it holds at present."""

    id: str
    group: Group
    words: str
    icon: str
    key: str
    when: Callable[[Situation], bool]
    run: Callable[[Deeds], None]
    shown: bool = False
