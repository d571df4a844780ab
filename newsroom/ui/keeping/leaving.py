"""Closing the window: once every word is on disk; where one is not, the person says what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from newsroom import desk as deeds
from newsroom.domain.slug import slugify
from newsroom.ui.choosing import ask_where_to_save
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import LEAVING, Presenter
from newsroom.ui.keeping.draft_keeper import DraftKeeper

COPY, LOSE = "Save a copy elsewhere…", "Close and lose them"


class Keeps(Protocol):
    """Keeps words until they are on disk."""

    def when_saved(self, run: Callable[[], None], otherwise: Callable[[], None]) -> None: ...


class Reads(Protocol):
    """Reads words that come into the text when they have been read."""

    def when_read(self, run: Callable[[], None]) -> None: ...


class Leaving(QObject):
    """Closes when all is on disk; else the window stays and a bar offers what can be done."""

    def __init__(
        self,
        drafts: DraftKeeper,
        others: Sequence[Keeps],
        link: DeskLink,
        presenter: Presenter,
        close: Callable[[], None],
        *,
        pastes: Reads,
        window: QWidget,
    ) -> None:
        super().__init__()
        self._window = window
        self._pastes = pastes
        self._drafts = drafts
        self._others = others
        self._link = link
        self._presenter = presenter
        self._close = close

    def ask(self) -> None:
        """Close once everything is on disk; until then the notice tells what holds it up.

        A paste that is still being read is waited for: no other place may have its words any more.
        """
        self._pastes.when_read(self._save)

    def _save(self) -> None:
        leave = self._close
        for keeper in self._others:
            leave = partial(keeper.when_saved, leave, self._offer)
        self._drafts.when_saved(leave, self._offer)

    def copy_to(self, path: Path) -> None:
        """Write what the disk did not take to another place, as Markdown.

        Where the disk has taken it meanwhile, nothing needs a copy and nothing holds the window.
        """
        contents = self._drafts.unsaved_contents()
        if not contents:
            self.ask()
            return
        self._link.read(
            lambda _desk: deeds.as_file.copy_out(contents, path),
            self._on_copied,
            failed=self._presenter.show,
        )

    def _offer(self) -> None:
        copy = [(COPY, self._on_copy)] if self._drafts.dirty else []
        self._presenter.offer(
            "The last words are not on disk. Newsroom stays open and tries again.",
            *copy,
            (LOSE, self._close),
            topic=LEAVING,
        )

    def _on_copy(self) -> None:
        contents = self._drafts.unsaved_contents()
        if not contents:
            self.ask()
            return
        name = slugify(contents[0].headline) or "story"
        ask_where_to_save(
            self._window,
            "Save a copy",
            "Markdown (*.md);;All files (*)",
            self.copy_to,
            name=f"{name}.md",
            folder=Path.home(),
            given_up=self._on_given_up,
        )

    def _on_given_up(self) -> None:
        if self._drafts.dirty:
            self._offer()

    def _on_copied(self, paths: tuple[Path, ...]) -> None:
        where = ", ".join(map(str, paths))
        self._presenter.offer(
            f"A copy lies in {where}. The library does not have these words yet.",
            ("Close", self._close),
            topic=LEAVING,
        )
