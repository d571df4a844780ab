"""What is said of the places where a picture stands, and of what a change there will cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from newsroom.domain.lines import day_in_words
from newsroom.domain.workflow import State
from newsroom.ui.pictures.shelf import one_line

if TYPE_CHECKING:
    from newsroom.desk.using import PlaceUsed

SOON = timedelta(days=14)
"""How long before their end rights are spoken of, as the checks do."""


def headline_words(place: PlaceUsed) -> str:
    """Name an article."""
    return one_line(place.headline) or "Untitled"


def place_words(place: PlaceUsed) -> str:
    """Say when an article ran with the picture, on which page, and whether only readers see it."""
    return " · ".join(_place(place))


def _place(place: PlaceUsed) -> Iterator[str]:
    if place.ran:
        yield f"On the page since {day(place.ran)}"
    elif place.published:
        yield f"Dated {day(place.published)}, not on a page yet"
    else:
        yield "Not on a page yet"
    if place.page:
        yield place.page
    if not place.now:
        yield "no longer in the story"


def day(at: datetime) -> str:
    """Write a day with its year."""
    return day_in_words(at.astimezone())


def count_words(places: Sequence[PlaceUsed]) -> str:
    """Count the stories, and the pages that readers see."""
    if not places:
        return "No article uses this picture"
    pages = sum(one.ran is not None for one in places)
    seen = f", {_count(pages, 'page')} that readers see" if pages else ", on no page yet"
    return _count(len(places), "story", "stories") + seen


def replacing_words(places: Sequence[PlaceUsed], name: str) -> str:
    """Say what happens when another picture takes this one's place; empty where nothing does."""
    now = [one for one in places if one.now]
    if not now:
        return ""
    approved = sum(one.state in (State.APPROVED, State.PUBLISHED) for one in now)
    drafts = len(now) - approved
    pages = sum(one.ran is not None for one in now)
    parts = [f"{_count(drafts, 'draft')} {'changes' if drafts == 1 else 'change'}"] * bool(drafts)
    if approved:
        parts.append(
            f"{_count(approved, 'approved story', 'approved stories')} "
            f"{'becomes' if approved == 1 else 'become'} stale"
        )
    if pages:
        parts.append(f"{_count(pages, 'page')} must be exported again")
    return f"Put “{name}” in its place everywhere? {_listed(parts)}."


def rights_words(ends: str, today: date, places: Sequence[PlaceUsed]) -> str:
    """Say that rights have ended or will soon, and how many pages must change; else empty."""
    said = _ending(ends, today)
    pages = sum(one.ran is not None for one in places)
    if said and pages:
        must = "1 page must change" if pages == 1 else f"{pages} pages must change"
        return f"{said} {must}, listed below."
    return said


def _ending(ends: str, today: date) -> str:
    try:
        last = date.fromisoformat(ends)
    except ValueError:
        return f"Rights end on “{ends}”, which is not a day." if ends else ""
    if last > today + SOON:
        return ""
    written = day_in_words(last)
    return f"Rights ended on {written}." if last < today else f"Rights end on {written}."


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
