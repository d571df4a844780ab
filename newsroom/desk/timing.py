"""Go back in time: what an article was, what changed since, and bringing it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsroom.desk.comparing import compare
from newsroom.domain.article import Story
from newsroom.domain.comparison import Comparison
from newsroom.domain.ids import ArticleId, EntryId
from newsroom.domain.moments import Moment, surplus
from newsroom.domain.reading import word_count
from newsroom.domain.summary import Revision
from newsroom.domain.workflow import Decision, Verdict

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.store.view import View

_AT_ONCE = 50
"""How many articles are thinned before others may write again."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A time at which an article can be looked at: an autosaved state, or a revision.

    `version` counts revisions, 0 for an autosaved state; `verdicts` are what was decided about
    that version, oldest first. `moment` or `revision` names the content.
    """

    at: datetime
    words: int
    moment: int = 0
    revision: EntryId | None = None
    version: int = 0
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """An article at a stop: as it was, and with what came and went between then and now."""

    stop: Stop
    then: Story
    plain: Comparison
    since: Comparison


def timeline(desk: Desk, article: ArticleId) -> tuple[Stop, ...]:
    """List the times at which an article can be looked at, oldest first."""
    with desk.library.reading() as view:
        return timeline_of(view, article)


def timeline_of(view: View, article: ArticleId) -> tuple[Stop, ...]:
    """List the same at one moment of the library."""
    revisions, decisions = view.revisions(article), view.decisions(article)
    words = [word_count(view.revision_story(one.id).document) for one in revisions]
    return stops(view.moments(article), revisions, words, decisions)


def stops(
    moments: Sequence[Moment],
    revisions: Sequence[Revision],
    words: Sequence[int],
    decisions: Sequence[Decision],
) -> tuple[Stop, ...]:
    """Put autosaved states and revisions, which have so many words, in one order of time."""
    told = [Stop(one.at, one.words, moment=one.number) for one in moments]
    for one, count in zip(revisions, words, strict=True):
        verdicts = tuple(decided.verdict for decided in decisions if decided.revision == one.id)
        told.append(Stop(one.time, count, 0, one.id, one.number, verdicts))
    return tuple(sorted(told, key=lambda stop: (stop.at, stop.version)))


def look(desk: Desk, stop: Stop, now: Story) -> Look:
    """Compare an article as it was with what it is now. Raises `NotFound` for a stop gone by."""
    with desk.library.reading() as view:
        then, house = _story(view, stop), view.house()
    return Look(stop, then, compare(None, then, house), compare(then, now, house))


def hold_and_fetch(desk: Desk, article: ArticleId, stop: Stop) -> Story:
    """Fetch an article as it was, to be brought back; what stands now is held, so it stays."""
    with desk.library.writing() as work:
        then = _story(work, stop)
        work.hold_state(article)
        work.commit()
    return then


def thin(desk: Desk, after: str = "") -> str:
    """Drop what is too old or too dense of some articles' states; give where to go on, or "".

    Begin with "" and go on with each answer; between two calls others write.
    """
    now = desk.now()
    with desk.library.reading() as view:
        some = view.articles_with_states(after, _AT_ONCE)
        gone = {one: surplus(view.moments(one), now) for one in some}
    for article, numbers in gone.items():
        if numbers:
            with desk.library.writing() as work:
                work.drop_states(article, numbers)
                work.commit()
    return some[-1] if len(some) == _AT_ONCE else ""


def _story(view: View, stop: Stop) -> Story:
    if stop.revision:
        return view.revision_story(stop.revision)
    return view.moment_story(stop.moment)
