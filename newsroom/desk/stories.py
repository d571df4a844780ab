"""Stories put together for a deed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsroom.domain.article import Content, Story
from newsroom.domain.document import Document, figures
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import Picture
from newsroom.markup.reader import read

if TYPE_CHECKING:
    from newsroom.store.view import View


def story_of(view: View, article: ArticleId, content: Content, document: Document) -> Story:
    """Put a content together with the pictures that it uses, as far as the library has them."""
    used = [figure.picture for figure in figures(document)]
    if content.lead:
        used.append(content.lead.picture)
    return Story(article, content, document, pictures_of(view, used))


def parsed_story(view: View, article: ArticleId, content: Content) -> Story:
    """Put a content together with its pictures, reading its body."""
    return story_of(view, article, content, read(content.body))


def pictures_of(view: View, names: Iterable[PictureId]) -> dict[PictureId, Picture]:
    """Fetch pictures by id; one that the library lacks is left out."""
    found: dict[PictureId, Picture] = {}
    for name in dict.fromkeys(names):
        try:
            found[name] = view.picture(name)
        except NotFound:
            continue
    return found
