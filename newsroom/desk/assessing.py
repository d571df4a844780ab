"""Assess a picture: what is to be looked at in it, in every story that uses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.desk.checking import judged, today
from newsroom.desk.room import Desk
from newsroom.desk.stories import parsed_story
from newsroom.domain.article import Content, Story
from newsroom.domain.document import Document, Figure
from newsroom.domain.findings import Finding
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.override import subject_of
from newsroom.domain.picture import Picture


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
            (use.headline, parsed_story(view, use.article, view.content(use.article)))
            for use in view.uses(picture)
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


def _about(found: Sequence[Finding], picture: PictureId) -> tuple[Finding, ...]:
    return tuple(one for one in found if subject_of(one.where).endswith(f"picture:{picture}"))


def _story_around(picture: Picture) -> Story:
    """Make the plainest story that uses a picture as a new use would."""
    figure = Figure(picture.id, picture.record.alt, picture.record.caption)
    return Story(ArticleId(""), Content(), Document((figure,)), {picture.id: picture})
