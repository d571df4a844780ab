"""Where the picture on show stands: told, replaced everywhere, kept out of the bin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom import desk as deeds
from newsroom.desk import browsing, checking
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import Picture
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import sentence
from newsroom.ui.inserting.picture_chooser import PictureChooser
from newsroom.ui.look.notice import UNDO, NoticeBar
from newsroom.ui.look.theme import Theme
from newsroom.ui.pictures.shelf import name_of
from newsroom.ui.pictures.use_words import replacing_words
from newsroom.ui.pictures.uses_section import UsesSection
from newsroom.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.desk.using import Binned, PlaceUsed, Replaced, TakenBack

_TOPIC = "replace"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a picture stands, and which day it is for the house."""

    places: tuple[PlaceUsed, ...]
    today: date


class Replacing(QObject):
    """Fills the section of uses, and does what it asks for."""

    def __init__(
        self,
        theme: Theme,
        link: DeskLink,
        section: UsesSection,
        thumbnails: Thumbnails,
        notice: NoticeBar,
    ) -> None:
        super().__init__(section)
        self._theme = theme
        self._link = link
        self._section = section
        self._thumbnails = thumbnails
        self._notice = notice
        self._picture: Picture | None = None
        section.replace_wanted.connect(self.choose)
        section.bin_wanted.connect(self.put_in_bin)

    def show_picture(self, picture: Picture | None) -> None:
        """Show the places of another picture."""
        self._picture = picture
        self._section.clear()
        if picture:
            self._ask()

    def refresh(self, picture: Picture) -> None:
        """Look again where the picture on show stands."""
        if self._picture and self._picture.id == picture.id:
            self._picture = picture
            self._ask()

    def choose(self) -> None:
        """Ask for the picture that takes the place of the one on show."""
        if self._picture is None or not self._section.replace.isEnabled():
            return
        chooser = PictureChooser(self._theme, self._link, self._thumbnails, self._section)
        chooser.chosen.connect(partial(self._foretell, self._picture))
        chooser.open()

    def put_in_bin(self) -> None:
        """Put the picture on show into the bin; one that stands anywhere is refused."""
        picture = self._picture
        if picture:
            self._link.write(
                lambda desk: deeds.using.put_pictures_in_bin(desk, [picture.id]),
                partial(self._on_binned, picture),
            )

    def _ask(self) -> None:
        assert self._picture is not None
        name = self._picture.id
        answered = partial(self._on_standing, name)
        self._link.read(partial(_standing, name), answered, "picture-places")

    def _on_standing(self, name: PictureId, standing: Standing) -> None:
        if self._picture and self._picture.id == name:
            self._section.show_places(standing.places)
            self._section.show_rights(self._picture.record.rights.ends, standing.today)

    def _foretell(self, old: Picture, new: Picture) -> None:
        """Say what will happen, before it does."""
        if self._picture is None or self._picture.id != old.id:
            return
        notice = self._section.notice
        if new.id == old.id:
            notice.remark("This is the picture that stands there already.", _TOPIC)
            return
        words = replacing_words(self._section.places, name_of(new))
        deed: Callable[[], None] = partial(self._replace, old, new)
        notice.offer(words, [("Replace", deed), ("Leave it", lambda: None)], _TOPIC)

    def _replace(self, old: Picture, new: Picture) -> None:
        self._link.write(
            lambda desk: deeds.using.replace_everywhere(desk, old.id, new.id),
            partial(self._on_replaced, old, new),
        )

    def _on_replaced(self, old: Picture, new: Picture, done: Replaced) -> None:
        count = len(done.articles)
        where = "1 story" if count == 1 else f"{count} stories"
        words = f"“{name_of(new)}” stands in {where} in place of “{name_of(old)}” now."
        # Stories changed far from here: the way back stays for as long as nothing else is said.
        self._notice.suggest(words, UNDO, partial(self._take_back, done), _TOPIC)

    def _take_back(self, done: Replaced) -> None:
        self._link.write(lambda desk: deeds.using.take_back(desk, done), self._on_taken_back)

    def _on_taken_back(self, done: TakenBack) -> None:
        if not done.kept:
            self._notice.tell("The stories show the picture that they did.", topic=_TOPIC)
            return
        count = len(done.kept)
        kept = "1 story was" if count == 1 else f"{count} stories were"
        words = (
            f"{kept} changed meanwhile and stayed as it is."
            if count == 1
            else (f"{kept} changed meanwhile and stayed as they are.")
        )
        self._notice.remark(words, _TOPIC)

    def _on_binned(self, picture: Picture, done: Binned) -> None:
        for error in done.refused:
            self._section.notice.warn(sentence(error), "bin")
        if done.pictures:
            words = f"“{name_of(picture)}” is in the bin. Its file is kept."
            self._notice.tell(words, "Undo", partial(self._restore, picture), "bin")

    def _restore(self, picture: Picture) -> None:
        self._link.write(lambda desk: deeds.using.restore_pictures(desk, [picture.id]))


def _standing(name: PictureId, desk: Desk) -> Standing:
    places = deeds.using.places_used(desk, name)
    return Standing(places, checking.today(desk, browsing.house(desk)))
