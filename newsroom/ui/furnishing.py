"""Which pane stands in which place: the one list to change when a place is added.

Articles stands from the start, its list before all else. Every other place is furnished when it is
first asked for, so that the window stands before the code of what nobody looks at is read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from newsroom.domain.ids import PictureId
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.first_sight import FirstSight
from newsroom.ui.frame.places import Place
from newsroom.ui.inspector.article_pictures import ArticlePictures
from newsroom.ui.inspector.checks_list import ChecksList
from newsroom.ui.inspector.history_pane import HistoryPane
from newsroom.ui.inspector.inspector import CHECKS, HISTORY, PICTURES, PREVIEW, Inspector
from newsroom.ui.keeping.jotting import Jotter
from newsroom.ui.keeping.reasons import Reasons
from newsroom.ui.pictures.record_keeper import RecordKeeper
from newsroom.ui.preview.preview_pane import PreviewPane
from newsroom.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from newsroom.ui.house.settings_place import SettingsPlace
    from newsroom.ui.pictures.pictures_place import PicturesPlace
    from newsroom.ui.publish.publish_place import PublishPlace
    from newsroom.ui.review.review_place import ReviewPlace

_THUMBNAIL = 320
_PANES = {
    Place.ARTICLES: "articles",
    Place.PICTURES: "library_pictures",
    Place.REVIEW: "review",
    Place.PUBLISH: "publish",
    Place.SETTINGS: "settings",
}
"""The attribute of the furniture that is, or makes, the pane of each place."""
Pane = TypeVar("Pane", bound=QWidget)


class Furniture(QObject):
    """The panes of a window. `furnished` carries a place, and the pane that stands there now."""

    furnished = Signal(object, object)

    def __init__(self, sight: FirstSight, actions: ActionTable, library: Path) -> None:
        super().__init__()
        self._window = window = sight.window
        self._theme = theme = sight.theme
        self._link = link = sight.link
        self._actions = actions
        self._library = library
        self.sections = sight.sections
        self.list = sight.list
        self.articles = sight.articles
        self.thumbnails = Thumbnails(link, window)
        self.jotter = Jotter(link)
        self.records = RecordKeeper(link, self.jotter)
        self.editor = ArticlePane(theme, link, actions, self.thumbnails)
        self.preview = PreviewPane(theme, link)
        self.pictures = ArticlePictures(theme, self.thumbnails)
        reasons = Reasons(link, self.jotter)
        self.checks = ChecksList(theme, reasons)
        reasons.setParent(self.checks)
        self.history = HistoryPane(theme, partial(_fetch_thumbnail, link), link.now)
        beside: dict[str, QWidget] = {
            PREVIEW: self.preview,
            PICTURES: self.pictures,
            CHECKS: self.checks,
            HISTORY: self.history,
        }
        self.inspector = Inspector(theme, beside)
        self.articles.complete(self.editor, self.inspector)
        window.furnish_wanted.connect(self._furnish)

    @cached_property
    def library_pictures(self) -> PicturesPlace:
        """The place of the pictures."""
        from newsroom.ui.pictures.pictures_place import PicturesPlace

        place = PicturesPlace(self._theme, self._link, self.records)
        return self._put(Place.PICTURES, place)

    @cached_property
    def review(self) -> ReviewPlace:
        """The place of reviewing."""
        from newsroom.ui.review.review_place import ReviewPlace

        place = ReviewPlace(self._theme, self._link, self.sections, self.jotter)
        return self._put(Place.REVIEW, place)

    @cached_property
    def publish(self) -> PublishPlace:
        """The place of publishing."""
        from newsroom.ui.publish.publish_place import PublishPlace

        return self._put(Place.PUBLISH, PublishPlace(self._theme, self._link))

    @cached_property
    def settings(self) -> SettingsPlace:
        """The place of the settings."""
        from newsroom.ui.house.settings_place import SettingsPlace

        place = SettingsPlace(self._theme, self._actions, self._library)
        return self._put(Place.SETTINGS, place)

    def _furnish(self, place: Place) -> None:
        """Make the pane of a place where nobody has been."""
        getattr(self, _PANES[place])

    def _put(self, place: Place, pane: Pane) -> Pane:
        self._window.put(place, pane)
        self.furnished.emit(place, pane)
        return pane


def _fetch_thumbnail(link: DeskLink, picture: PictureId, done: Callable[[bytes], None]) -> None:
    link.thumbnail(picture, _THUMBNAIL, done)
