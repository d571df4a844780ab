"""Assess a picture: what is to be looked at in it, in every story that uses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.desk.checking import judged, today
from newsroom.desk.room import Desk
from newsroom.desk.stories import story_of
from newsroom.domain.article import Content, Story
from newsroom.domain.document import Document, Figure, Rule
from newsroom.domain.findings import Finding
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.override import subject_of
from newsroom.domain.picture import Picture
from newsroom.markup.reader import read
from newsroom.store.view import View


@dataclass(frozen=True, slots=True)
class FoundInStory:
    """What to look at in a picture because of one story; without one, because of itself."""

    found: tuple[Finding, ...]
    article: ArticleId | None = None
    headline: str = ""


def about_picture(desk: Desk, picture: PictureId) -> tuple[FoundInStory, ...]:
    """Check a picture in every story that uses it; one that none uses is checked by itself."""
    with desk.library.reading() as view:
        house = view.house()
        day = today(desk, house)
        stories = [
            (use.headline, _around_uses(view, use.article, picture)) for use in view.uses(picture)
        ]
        told = [
            FoundInStory(
                _about(judged(story, house, day, view.overrides(story.id)), picture),
                story.id,
                headline,
            )
            for headline, story in stories
        ]
        if not told:
            alone = _story_around(view.picture(picture))
            told = [FoundInStory(_about(judged(alone, house, day), picture))]
    return tuple(one for one in told if one.found)


def _around_uses(view: View, article: ArticleId, picture: PictureId) -> Story:
    """Give a story with a picture's uses in their places and nothing else in its body.

    What checks say of other blocks is not asked for here, and reading and judging every word of a
    hundred stories would take seconds.
    """
    content = view.content(article)
    blocks = read(content.body).blocks if picture in content.body else ()
    kept = tuple(
        block if isinstance(block, Figure) and block.picture == picture else Rule()
        for block in blocks
    )
    return story_of(view, article, content, Document(kept))


def _about(found: Sequence[Finding], picture: PictureId) -> tuple[Finding, ...]:
    return tuple(one for one in found if subject_of(one.where).endswith(f"picture:{picture}"))


def _story_around(picture: Picture) -> Story:
    """Make the plainest story that uses a picture as a new use would."""
    figure = Figure(picture.id, picture.record.alt, picture.record.caption)
    return Story(ArticleId(""), Content(), Document((figure,)), {picture.id: picture})
