"""What is done to the record of the picture on show, beside typing into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom import desk as deeds
from newsroom.domain.changes import Changes
from newsroom.domain.ids import ArticleId, EntryId, PictureId
from newsroom.domain.picture import Value
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.keeping.jotting import Jotter
from newsroom.ui.pictures.record_fields import field_words
from newsroom.ui.pictures.record_keeper import RecordKeeper

if TYPE_CHECKING:
    from newsroom.desk.presetting import PresetMoved
    from newsroom.desk.rewriting import Rewritten
    from newsroom.desk.room import Desk


class RecordDeeds(QObject):
    """Sends deeds to the desk, each after what was typed before it.

    `told` carries what was done at a stroke, and what takes it back, None where nothing moved.
    """

    told = Signal(str, object)

    def __init__(
        self, link: DeskLink, keeper: RecordKeeper, shown: Callable[[], PictureId | None]
    ) -> None:
        """Take what gives the picture that the deeds are about, None while none is on show."""
        super().__init__()
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
        self._rewrite(
            lambda desk, name: deeds.crediting.choose(desk, name, field, standard),
            f"{field_words(field)} is what {standard} says.",
        )

    def choose_all(self, standard: str) -> None:
        """Settle every disagreement by what one standard says."""
        self._rewrite(
            lambda desk, name: deeds.crediting.choose_all(desk, name, standard),
            f"The record is what {standard} says, wherever the file disagreed.",
        )

    def put_back(self, entry: str) -> None:
        """Give the picture the record of a version."""
        self._about(lambda desk, name: deeds.crediting.put_back(desk, name, EntryId(entry)))

    def undo(self) -> None:
        """Take back what the last entry changed."""
        self._about(deeds.crediting.undo)

    def use_preset(self, preset: str) -> None:
        """Put a preset over the record."""
        self._rewrite(
            lambda desk, name: deeds.crediting.use_preset(desk, [name], preset),
            f"“{preset}” is set on the record.",
        )

    def keep_preset(self, preset: str) -> None:
        """Let the house have a preset of how this picture is credited."""
        if picture := self._shown():
            self._keeper.flush()
            self._link.write(
                lambda desk: deeds.presetting.keep(desk, picture, preset),
                partial(self._on_preset, "The house has the preset “{}” now."),
            )

    def forget_preset(self, preset: str) -> None:
        """Let the house have a preset no more."""
        self._link.write(
            lambda desk: deeds.presetting.forget(desk, preset),
            partial(self._on_preset, "The preset “{}” is gone. Records that it filled stay."),
        )

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

    def _rewrite(self, deed: Callable[[Desk, PictureId], Changes], words: str) -> None:
        """Do what changes the record at a stroke, and tell of it with the way back."""
        picture = self._shown()
        if picture is None:
            return

        def rewrite(desk: Desk) -> Rewritten:
            return deeds.rewriting.rewritten(desk, [picture], lambda _: deed(desk, picture))

        self._keeper.flush()
        self._link.write(rewrite, partial(self._on_rewritten, words))

    def _on_rewritten(self, words: str, done: Rewritten) -> None:
        if done.moved:
            self.told.emit(words, partial(self._take_back, done))
        else:
            self.told.emit("The record says that already.", None)

    def _take_back(self, done: Rewritten) -> None:
        self._send(lambda desk: deeds.rewriting.take_back(desk, done))

    def _on_preset(self, words: str, done: PresetMoved) -> None:
        self.told.emit(words.format(done.name), partial(self._take_back_preset, done))

    def _take_back_preset(self, done: PresetMoved) -> None:
        self._send(lambda desk: deeds.presetting.take_back(desk, done))

    def _about(self, deed: Callable[[Desk, PictureId], Changes]) -> None:
        if picture := self._shown():
            self._send(lambda desk: deed(desk, picture))

    def _send(self, deed: Callable[[Desk], Changes]) -> None:
        self._keeper.flush()
        self._link.write(deed)
