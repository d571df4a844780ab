"""Say of every exported picture whether its credit stands in the page, its data and its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk.pages import make_page
from newsroom.domain.article import Story
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import CreditRecord
from newsroom.export.assets import rendition_path
from newsroom.export.credits import Places, places
from newsroom.export.inspection import read_page
from newsroom.export.placing import Folder
from newsroom.export.verify import inside_of

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.export.page import Page


@dataclass(frozen=True, slots=True)
class Agreement:
    """A picture of an exported page, what it shows, its credit, and where that was found again."""

    picture: PictureId
    words: str
    credit: str
    places: Places


def agreements(desk: Desk, articles: Sequence[ArticleId], out: Path) -> tuple[Agreement, ...]:
    """Open exported pages again and look for the credit of every picture in them.

    A page or a picture that is not there counts as a credit found nowhere.
    """
    with desk.library.reading() as view:
        stories = [view.story(article) for article in articles]
        pages = [make_page(desk, view, story) for story in stories]
    folder = Folder(out.resolve())
    return tuple(
        found
        for story, page in zip(stories, pages, strict=True)
        for found in _of_page(story, page, folder)
    )


def _of_page(story: Story, page: Page, folder: Folder) -> Iterator[Agreement]:
    try:
        seen = read_page(folder.path(page.path).read_text("utf-8", "replace"))
    except OSError:
        seen = read_page("")
    inside = partial(inside_of, folder)
    for name, figure in {one.picture: one for one in story.figures}.items():
        record = story.pictures[name].record if name in story.pictures else CreditRecord()
        files = {rendition_path(one).name for owner, one in page.renditions if owner == name}
        found = places(seen, page.path, page.credit_forms, inside, record=record, names=files)
        yield Agreement(name, figure.caption or figure.alt, record.credit, found)
