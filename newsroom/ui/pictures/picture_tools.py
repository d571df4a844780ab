"""What stands around the record of the picture on show: look-alikes, uses, the way to its crops."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from newsroom.domain.picture import Picture
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.notice import UNDO, NoticeBar
from newsroom.ui.look.theme import Theme
from newsroom.ui.pictures.cropping import Cropping
from newsroom.ui.pictures.detail_pane import DetailPane
from newsroom.ui.pictures.likening import Likening
from newsroom.ui.pictures.replacing import Replacing
from newsroom.ui.pictures.uses_section import UsesSection
from newsroom.ui.thumbnails import Thumbnails

_TOPIC = "record"


class PictureTools(QObject):
    """Puts them into the pane of a picture. `article_wanted` carries an article to go to."""

    article_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        link: DeskLink,
        detail: DetailPane,
        *,
        thumbnails: Thumbnails,
        notice: NoticeBar,
        under: QWidget,
        flush: Callable[[], None],
    ) -> None:
        """Take the pane, where to speak, what the crop editor covers, and what saves the record."""
        super().__init__(detail)
        self._detail = detail
        self._notice = notice
        self._picture: Picture | None = None
        self.lookalikes = detail.lookalikes
        self.uses = UsesSection(theme)
        self._fold = detail.add_section("Where used", self.uses)
        self.cropping = Cropping(theme, link, under, notice)
        self.likening = Likening(link, self.lookalikes, notice, flush)
        self.replacing = Replacing(theme, link, self.uses, thumbnails, notice)
        self._deeds: dict[str, Callable[[], None]] = {
            "previous": partial(_press, detail.back),
            "next": partial(_press, detail.on),
            "crop": self.crop,
            "take-over": self.lookalikes.take_it_over,
            "replace": self.replacing.choose,
        }
        detail.picture_shown.connect(self._on_shown)
        detail.refreshed.connect(self._on_refreshed)
        detail.deeds.told.connect(self._on_deed)
        detail.crop.clicked.connect(self.crop)
        self.uses.chosen.connect(self.article_wanted)
        self.uses.notice.told.connect(self._on_told)

    def run(self, name: str) -> None:
        """Do something with the picture on show: crop, take-over, replace; or go on from it."""
        self._deeds[name]()

    def crop(self) -> None:
        """Cut the picture on show."""
        if self._picture:
            self.cropping.open(self._picture, self._detail.crop)

    def _on_deed(self, words: str, undo: Callable[[], None] | None) -> None:
        self._notice.tell(words, UNDO if undo else "", undo, _TOPIC)

    def _on_told(self, _: str) -> None:
        """Let an answer be read, wherever the record is scrolled to."""
        self._fold.open(True)
        self._detail.show_below(self.uses.notice)

    def _on_shown(self, picture: Picture | None) -> None:
        self._picture = picture
        self.cropping.look_elsewhere(picture)
        self.likening.show_picture(picture)
        self.replacing.show_picture(picture)

    def _on_refreshed(self, picture: Picture) -> None:
        self._picture = picture
        self.likening.refresh(picture)
        self.replacing.refresh(picture)


def _press(button: QAbstractButton) -> None:
    """Do what a button does, where it is on show and can be pressed."""
    if button.isVisible():
        button.click()
