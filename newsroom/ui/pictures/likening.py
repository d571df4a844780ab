"""Look-alikes of the picture on show: looked up beside the window, taken over, set apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsroom import desk as deeds
from newsroom.domain.changes import Changes
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import Picture
from newsroom.ui.desk_link import DeskLink, ignore
from newsroom.ui.look.notice import NoticeBar
from newsroom.ui.pictures.lookalike_bar import LookalikeBar
from newsroom.ui.pictures.shelf import name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk.likening import Lookalike
    from newsroom.desk.room import Desk

_REST_MS = 200
"""How long a picture must have stood: who goes through the grid by arrows waits for nothing."""
_TOPIC = "look-alike"


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture as it was before it took over a record."""

    former: Picture
    changes: Changes


class Likening(QObject):
    """Fills the bar, and does what it asks for."""

    def __init__(
        self, link: DeskLink, bar: LookalikeBar, notice: NoticeBar, flush: Callable[[], None]
    ) -> None:
        """Take what saves the record that is being typed: it must not win over one taken over."""
        super().__init__(bar)
        self._link = link
        self._bar = bar
        self._notice = notice
        self._flush = flush
        self._picture: Picture | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        bar.take_over_wanted.connect(self._take_over)
        bar.differ_wanted.connect(self._set_apart)

    @property
    def resting(self) -> bool:
        """Whether nothing is about to be looked up."""
        return not self._rest.isActive()

    def show_picture(self, picture: Picture | None) -> None:
        """Look for the look-alikes of another picture, in a moment."""
        self._picture = picture
        self._bar.put_away()
        if picture is None:
            self._rest.stop()
        else:
            self._rest.start()

    def refresh(self, picture: Picture) -> None:
        """Take over what the record of the picture on show says by now."""
        if self._picture and self._picture.id == picture.id:
            self._picture = picture
            self._bar.show_record(picture)

    def _ask(self) -> None:
        if self._picture is None:
            return
        name = self._picture.id

        def look(desk: Desk) -> tuple[Lookalike, ...]:
            # Who waited in the lane while another picture came on show is not asked about any more.
            if self._picture is None or self._picture.id != name:
                return ()
            return deeds.likening.worth_telling(desk, name)

        self._link.picture(look, lambda found: self._on_found(name, found), ignore)

    def _on_found(self, name: PictureId, found: tuple[Lookalike, ...]) -> None:
        if self._picture and self._picture.id == name:
            self._bar.show_found(self._picture, found, self._link.now())

    def _take_over(self, other: Picture) -> None:
        picture = self._picture
        if picture is None:
            return
        self._flush()
        name = picture.id

        def deed(desk: Desk) -> Taken:
            former = deeds.browsing.picture(desk, name)
            return Taken(former, deeds.crediting.take_over(desk, name, other.id))

        def done(taken: Taken) -> None:
            words = f"“{name_of(picture)}” has the record of “{name_of(other)}” now."
            self._notice.tell(words, "Undo", lambda: self._undo(taken.former), _TOPIC)

        self._link.write(deed, done)

    def _undo(self, former: Picture) -> None:
        self._link.write(
            lambda desk: deeds.illustrating.edit_record(desk, former.id, former.record),
            lambda _: self._notice.tell(
                f"“{name_of(former)}” has its own record again.", topic=_TOPIC
            ),
        )

    def _set_apart(self, other: Picture) -> None:
        picture = self._picture
        if picture is None:
            return
        pair = picture.id, other.id

        def again() -> None:
            self._link.write(lambda desk: deeds.likening.liken_again(desk, *pair), self._look_again)

        def done(_: object) -> None:
            self._look_again()
            words = "They differ: these two will not be likened again."
            self._notice.tell(words, "Undo", again, _TOPIC)

        self._link.write(lambda desk: deeds.likening.set_apart(desk, *pair), done)

    def _look_again(self, _: object = None) -> None:
        self._ask()
