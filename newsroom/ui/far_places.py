"""The places beside Articles, coupled with the room when they are furnished."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from newsroom.ui.frame.announcing import Announcements
from newsroom.ui.frame.places import Place
from newsroom.ui.frame.tidings import Tidings
from newsroom.ui.furnishing import Furniture
from newsroom.ui.house.housekeeping import Housekeeping

if TYPE_CHECKING:
    from newsroom.ui.house.settings_place import SettingsPlace
    from newsroom.ui.pictures.pictures_place import PicturesPlace
    from newsroom.ui.publish.publish_place import PublishPlace


class FarPlaces(QObject):
    """Passes on what the far places want: a place, an article, a picture, or one in the article."""

    place_wanted = Signal(object)
    article_wanted = Signal(str)
    use_wanted = Signal(str)
    picture_wanted = Signal(str)

    def __init__(
        self,
        panes: Furniture,
        *,
        announcements: Announcements,
        housekeeping: Housekeeping,
        tidings: Tidings,
    ) -> None:
        super().__init__()
        self._housekeeping = housekeeping
        self._tidings = tidings
        self._settings: SettingsPlace | None = None
        self._pictures: PicturesPlace | None = None
        self._couplings: dict[Place, Callable[[Any], None]] = {
            Place.PICTURES: self._couple_pictures,
            Place.REVIEW: announcements.heed,
            Place.PUBLISH: self._couple_publish,
            Place.SETTINGS: self._couple_settings,
        }
        panes.furnished.connect(self._on_furnished)
        tidings.told.connect(self._show_member)

    def stop(self) -> None:
        """Stop what is long in them."""
        if self._pictures:
            self._pictures.stop()

    def _on_furnished(self, place: Place, pane: QObject) -> None:
        self._couplings[place](pane)

    def _couple_pictures(self, pictures: PicturesPlace) -> None:
        self._pictures = pictures
        pictures.open_article.connect(self.article_wanted)
        pictures.use_wanted.connect(self.use_wanted)

    def _couple_publish(self, publish: PublishPlace) -> None:
        publish.review_wanted.connect(self._want_review)
        publish.rights.article_wanted.connect(self.article_wanted)
        publish.rights.picture_wanted.connect(self.picture_wanted)

    def _want_review(self) -> None:
        self.place_wanted.emit(Place.REVIEW)

    def _couple_settings(self, settings: SettingsPlace) -> None:
        self._settings = settings
        self._housekeeping.heed(settings.house)
        self._show_member()

    def _show_member(self) -> None:
        if self._settings and self._tidings.me:
            self._settings.show_member(self._tidings.me)
