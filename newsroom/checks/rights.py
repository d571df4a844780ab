"""Remarks on what a house may do with the pictures of a story, on a given day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from newsroom.checks.rule import Remark
from newsroom.domain.article import Story
from newsroom.domain.framing import LEAST_LEAD, Shape, frame_of
from newsroom.domain.house import House
from newsroom.domain.lines import day_in_words
from newsroom.domain.picture import Picture
from newsroom.domain.vocabularies import (
    Channel,
    ModelRelease,
    PropertyRelease,
    SourceType,
    words_for,
)

SOON = timedelta(days=14)

_RELEASED = (
    ModelRelease.UNLIMITED,
    ModelRelease.NOT_APPLICABLE,
    PropertyRelease.UNLIMITED,
    PropertyRelease.NOT_APPLICABLE,
)


def used(story: Story) -> Iterator[Picture]:
    """Walk the pictures that a story uses and the library has, each once."""
    for name in dict.fromkeys(figure.picture for figure in story.figures):
        if picture := story.pictures.get(name):
            yield picture


def rights_ended(story: Story, _house: House, today: date) -> Iterator[Remark]:
    """Remark on pictures whose rights have ended, or have not begun, or when is not known."""
    for picture in used(story):
        rights = picture.record.rights
        ends, starts = _day(rights.ends), _day(rights.starts)
        if ends and ends < today:
            yield _about(
                picture,
                f"The rights to {picture.file_name} ended on {day_in_words(ends)}, so every page "
                "that shows it after that day uses it without leave.",
            )
        elif starts and starts > today:
            yield _about(
                picture,
                f"The rights to {picture.file_name} begin on {day_in_words(starts)}, so it cannot "
                "be shown yet.",
            )
        elif (rights.ends and not ends) or (rights.starts and not starts):
            said = rights.starts if ends or not rights.ends else rights.ends
            yield _about(
                picture,
                f"The rights to {picture.file_name} are limited to “{said}”, which is not a day, "
                "so nobody can tell whether they have ended. Write it as 2026-04-14.",
            )


def rights_ending(story: Story, _house: House, today: date) -> Iterator[Remark]:
    """Remark on pictures whose rights end within fourteen days."""
    for picture in used(story):
        ends = _day(picture.record.rights.ends)
        if ends and today <= ends <= today + SOON:
            yield _about(
                picture,
                f"The rights to {picture.file_name} end on {day_in_words(ends)}; the page would "
                "have to change by then.",
            )


def channel_not_allowed(story: Story, house: House) -> Iterator[Remark]:
    """Remark on pictures that may not go where the house publishes; the lead goes with links."""
    lead = story.content.lead
    for picture in used(story):
        allowed = picture.record.rights.channels
        wanted = [one for one in house.pictures.channels if one != Channel.SOCIAL]
        if lead and lead.picture == picture.id and Channel.SOCIAL in house.pictures.channels:
            wanted.append(Channel.SOCIAL)
        if allowed and (barred := [one for one in wanted if one not in allowed]):
            words = ", ".join(_channel(one).lower() for one in barred)
            yield _about(
                picture,
                f"The rights to {picture.file_name} do not cover {words}, where this story goes.",
            )


def territory_not_allowed(story: Story, house: House) -> Iterator[Remark]:
    """Remark on pictures that may be shown in some countries only, but would be in others."""
    for picture in used(story):
        allowed = picture.record.rights.territories
        if not allowed:
            continue
        beyond = [code for code in house.pictures.territories if code not in allowed]
        where = ", ".join(beyond) if house.pictures.territories else "the rest of the world"
        if beyond or not house.pictures.territories:
            yield _about(
                picture,
                f"The rights to {picture.file_name} are for {', '.join(allowed)}, and this story "
                f"is published for {where} too.",
            )


def lead_small(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on a lead picture that large screens and search engines find too small."""
    lead = story.content.lead
    picture = story.pictures.get(lead.picture) if lead else None
    if picture and (width := _shown_width(picture)) < LEAST_LEAD:
        yield Remark(
            f"lead:picture:{picture.id}",
            f"The lead picture is {width:,} pixels wide; below {LEAST_LEAD:,} it looks soft "
            "on large screens and search engines pass it over.",
        )


def _shown_width(picture: Picture) -> int:
    """Give the width of what pages show of a picture: its free crop, or all of it."""
    left, _, right, _ = frame_of(picture.framing, Shape.FREE, (picture.width, picture.height))
    return right - left


def release_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on pictures without the leave of those who are shown, or of what is shown."""
    for picture in used(story):
        releases = picture.record.releases
        people = picture.record.people and releases.model not in _RELEASED
        if people or not (releases.model or releases.property):
            yield _about(
                picture,
                f"No release is noted for {picture.file_name}, so nobody can tell whether those "
                "shown agreed. Say “not needed” where that is so.",
            )


def source_type_missing(story: Story, _house: House) -> Iterator[Remark]:
    """Remark on pictures of which nobody says how they were made."""
    for picture in used(story):
        if picture.record.source_type is SourceType.UNSAID:
            yield _about(
                picture,
                f"Nothing says how {picture.file_name} was made, so a reader cannot tell a "
                "photograph from a picture made by AI.",
            )


def _about(picture: Picture, message: str) -> Remark:
    return Remark(f"picture:{picture.id}", message)


def _channel(name: str) -> str:
    return words_for(Channel(name)) if name in list(Channel) else name


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
