"""What is done to the record of the picture on show, beside typing into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsroom import desk as deeds
from newsroom.domain.changes import Changes
from newsroom.domain.ids import ArticleId, EntryId, PictureId
from newsroom.domain.picture import Value
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.keeping.jotting import Jotter
from newsroom.ui.pictures.record_keeper import RecordKeeper

if TYPE_CHECKING:
    from newsroom.desk.room import Desk


class RecordDeeds:
    """Sends deeds to the desk, each after what was typed before it.

    `shown` gives the picture that they are about, None while none is on show.
    """

    def __init__(
        self, link: DeskLink, keeper: RecordKeeper, shown: Callable[[], PictureId | None]
    ) -> None:
        self._link = link
        self._keeper = keeper
        self._shown = shown

    @property
    def jotter(self) -> Jotter:
        """What keeps words of a deed that is not done yet."""
        return self._keeper.jotter

    def undo_cleaning(self, field: str, before: Value) -> None:
        """Put back what stood in a field before it was cleaned."""
        if picture := self._shown():
            self._keeper.touch(picture, field, before)
            self._keeper.flush()

    def choose(self, field: str, standard: str) -> None:
        """Settle a disagreement by what one standard says."""
        self._about(lambda desk, name: deeds.crediting.choose(desk, name, field, standard))

    def choose_all(self, standard: str) -> None:
        """Settle every disagreement by what one standard says."""
        self._about(lambda desk, name: deeds.crediting.choose_all(desk, name, standard))

    def put_back(self, entry: str) -> None:
        """Give the picture the record of a version."""
        self._about(lambda desk, name: deeds.crediting.put_back(desk, name, EntryId(entry)))

    def undo(self) -> None:
        """Take back what the last entry changed."""
        self._about(deeds.crediting.undo)

    def use_preset(self, preset: str) -> None:
        """Put a preset over the record."""
        self._about(lambda desk, name: deeds.crediting.use_preset(desk, [name], preset))

    def keep_preset(self, preset: str) -> None:
        """Let the house have a preset of how this picture is credited."""
        self._about(lambda desk, name: deeds.crediting.keep_preset(desk, name, preset))

    def answer(self, article: str, rule: str, where: str, reason: str) -> None:
        """Answer for a finding of a story."""
        self._send(
            lambda desk: deeds.checking.override(desk, ArticleId(article), rule, where, reason)
        )

    def withdraw(self, article: str, rule: str, where: str) -> None:
        """Let a finding of a story count again."""
        self._send(
            lambda desk: deeds.checking.withdraw_override(desk, ArticleId(article), rule, where)
        )

    def _about(self, deed: Callable[[Desk, PictureId], Changes]) -> None:
        if picture := self._shown():
            self._send(lambda desk: deed(desk, picture))

    def _send(self, deed: Callable[[Desk], Changes]) -> None:
        self._keeper.flush()
        self._link.write(deed)
