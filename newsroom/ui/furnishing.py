"""Which pane stands in which place: the one list to change when a place is added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from newsroom.domain.ids import PictureId
from newsroom.ui.action_table import ActionTable
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.articles.list_pane import ArticleListPane
from newsroom.ui.articles.sections import Sections
from newsroom.ui.articles_place import ArticlesPlace
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.inspector.article_pictures import ArticlePictures
from newsroom.ui.inspector.checks_list import ChecksList
from newsroom.ui.inspector.history_pane import HistoryPane
from newsroom.ui.inspector.inspector import CHECKS, HISTORY, PICTURES, PREVIEW, Inspector
from newsroom.ui.jotting import Jotter
from newsroom.ui.look.theme import Theme
from newsroom.ui.main_window import MainWindow
from newsroom.ui.pictures.pictures_place import PicturesPlace
from newsroom.ui.places import Place
from newsroom.ui.preview.preview_pane import PreviewPane
from newsroom.ui.publish.publish_place import PublishPlace
from newsroom.ui.review.review_place import ReviewPlace
from newsroom.ui.settings_place import SettingsPlace
from newsroom.ui.thumbnails import Thumbnails

_THUMBNAIL = 320


@dataclass(frozen=True, slots=True)
class Furniture:
    """The panes of a furnished window."""

    sections: Sections
    thumbnails: Thumbnails
    list: ArticleListPane
    editor: ArticlePane
    preview: PreviewPane
    pictures: ArticlePictures
    checks: ChecksList
    history: HistoryPane
    inspector: Inspector
    articles: ArticlesPlace
    library_pictures: PicturesPlace
    review: ReviewPlace
    publish: PublishPlace
    settings: SettingsPlace
    jotter: Jotter


def furnish(
    window: MainWindow, theme: Theme, link: DeskLink, actions: ActionTable, library: Path
) -> Furniture:
    """Make every pane and put it in its place."""
    sections = Sections()
    thumbnails = Thumbnails(link, window)
    listing = ArticleListPane(theme, link, sections, actions["article.new"])
    editor = ArticlePane(theme, link, actions, thumbnails)
    preview = PreviewPane(theme, link, thumbnails)
    pictures = ArticlePictures(theme, thumbnails)
    checks = ChecksList(theme)
    history = HistoryPane(theme, partial(_fetch_thumbnail, link), link.now)
    beside: dict[str, QWidget] = {
        PREVIEW: preview,
        PICTURES: pictures,
        CHECKS: checks,
        HISTORY: history,
    }
    inspector = Inspector(theme, beside)
    articles = ArticlesPlace(listing, editor, inspector)
    jotter = Jotter(link)
    review = ReviewPlace(theme, link, sections, jotter)
    publish = PublishPlace(theme, link)
    library_pictures = PicturesPlace(theme, link, jotter)
    settings = SettingsPlace(theme, actions, library)
    window.put(Place.ARTICLES, articles)
    window.put(Place.PICTURES, library_pictures)
    window.put(Place.REVIEW, review)
    window.put(Place.PUBLISH, publish)
    window.put(Place.SETTINGS, settings)
    return Furniture(
        sections=sections,
        thumbnails=thumbnails,
        list=listing,
        editor=editor,
        preview=preview,
        pictures=pictures,
        checks=checks,
        history=history,
        inspector=inspector,
        articles=articles,
        library_pictures=library_pictures,
        review=review,
        publish=publish,
        settings=settings,
        jotter=jotter,
    )


def _fetch_thumbnail(link: DeskLink, picture: PictureId, done: Callable[[bytes], None]) -> None:
    link.thumbnail(picture, _THUMBNAIL, done)
