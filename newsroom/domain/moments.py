"""What autosave keeps of an article over time, and which of it is worth keeping for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

KEPT = timedelta(days=30)
"""How long an autosaved state is kept at most."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STEPS = (
    (timedelta(hours=1), timedelta(0)),
    (timedelta(days=1), timedelta(minutes=1)),
    (timedelta(days=7), timedelta(minutes=10)),
    (KEPT, timedelta(hours=1)),
)
"""Up to which age one state is kept for each stretch of how long; nought keeps every state."""

_CUT = 20
"""How many words must go at once for the state before to be worth holding."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An article as autosave kept it. A `held` one is not thinned out, it ends with its age.

    `number` names it in its library and grows with time; `words` are those of the body.
    """

    number: int
    at: datetime
    words: int
    held: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """An article that was written since some time; `at` is when it last reached the disk."""

    article: str
    at: datetime


def surplus(moments: Iterable[Moment], now: datetime) -> frozenset[int]:
    """Name the states that need not be kept any more.

    Of each stretch the newest state stays. Stretches lie one inside another and do not move with
    the time of asking, so thinning now and again later leaves what thinning later would have left.
    """
    newest: dict[object, Moment] = {}
    dropped: set[int] = set()
    for moment in moments:
        step = _step(now - moment.at)
        if step is None:
            dropped.add(moment.number)
        elif step and not moment.held:
            stretch = (step, (moment.at - _EPOCH) // step)
            former = newest.get(stretch)
            if former is not None:
                dropped.add(min(former, moment, key=_order).number)
            newest[stretch] = max(former or moment, moment, key=_order)
    return frozenset(dropped)


def is_cut(before: int, after: int) -> bool:
    """Whether so many words went at once that somebody may want them back."""
    return before - after >= _CUT


def _step(age: timedelta) -> timedelta | None:
    return next((step for oldest, step in _STEPS if age <= oldest), None)


def _order(moment: Moment) -> tuple[datetime, int]:
    return moment.at, moment.number
