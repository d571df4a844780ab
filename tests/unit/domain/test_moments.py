"""Which autosaved states are kept for how long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.moments import KEPT, Moment, is_cut, surplus

NOW = datetime(2026, 5, 2, 14, 7, 30, tzinfo=UTC)


def every(step: timedelta, first: timedelta, last: timedelta) -> list[Moment]:
    """Give states of ages from `first` down to `last`, one for each step, oldest first."""
    count = (first - last) // step + 1
    return [Moment(number, NOW - first + number * step, 400) for number in range(count)]


def left(moments: list[Moment], now: datetime = NOW) -> list[Moment]:
    gone = surplus(moments, now)
    return [one for one in moments if one.number not in gone]


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def test_every_state_of_the_last_hour_stays() -> None:
    moments = every(timedelta(seconds=1), minutes(60), minutes(0))
    assert left(moments) == moments


def test_of_the_last_day_one_a_minute_stays_and_it_is_the_last_of_its_minute() -> None:
    moments = every(timedelta(seconds=10), timedelta(hours=3), timedelta(hours=2))
    kept = left(moments)
    assert len(kept) == 61
    assert {one.at.second for one in kept[:-1]} == {50}
    assert kept[-1] == moments[-1]


def test_of_the_last_week_one_in_ten_minutes_stays() -> None:
    moments = every(timedelta(seconds=30), timedelta(days=3), timedelta(days=3) - minutes(120))
    assert 12 <= len(left(moments)) <= 13


def test_of_the_last_month_one_an_hour_stays_and_then_none() -> None:
    moments = every(minutes(5), timedelta(days=31), timedelta(days=29))
    kept = left(moments)
    assert kept[0].at >= NOW - KEPT
    assert 24 <= len(kept) <= 26


def test_a_held_state_stays_until_its_age_ends_it() -> None:
    held = Moment(1, NOW - timedelta(days=2, seconds=5), 400, held=True)
    later = Moment(2, NOW - timedelta(days=2, seconds=1), 3)
    assert left([held, later]) == [held, later]
    assert left([held, later], NOW + KEPT) == []


def test_a_state_of_tomorrow_by_a_clock_that_was_set_back_stays() -> None:
    ahead = [Moment(number, NOW + timedelta(days=1), 1) for number in (1, 2)]
    assert left(ahead) == ahead


def test_a_cut_is_when_many_words_go_at_once() -> None:
    assert is_cut(400, 12)
    assert not is_cut(400, 398)
    assert not is_cut(12, 400)


ages = st.lists(st.integers(0, 40 * 24 * 3600), max_size=60)


@given(ages=ages, later=st.integers(0, 40 * 24 * 3600), held=st.sets(st.integers(0, 59)))
def test_thinning_now_and_again_later_is_thinning_later(
    ages: list[int], later: int, held: set[int]
) -> None:
    moments = [
        Moment(number, NOW - timedelta(seconds=age), 5, number in held)
        for number, age in enumerate(sorted(ages, reverse=True))
    ]
    then = NOW + timedelta(seconds=later)
    assert left(left(moments), then) == left(moments, then)


@given(ages=ages)
def test_the_newest_state_that_is_young_enough_is_never_thinned_out(ages: list[int]) -> None:
    moments = [
        Moment(number, NOW - timedelta(seconds=age), 5)
        for number, age in enumerate(sorted(ages, reverse=True))
    ]
    young = [one for one in moments if NOW - one.at <= KEPT]
    assert left(moments)[-1:] == young[-1:]
