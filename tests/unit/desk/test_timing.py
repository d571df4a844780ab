"""The times at which an article can be looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsroom.desk.timing import Stop, stops
from newsroom.domain.article import Content
from newsroom.domain.ids import ArticleId, EntryId, MemberId, Sha256
from newsroom.domain.moments import Moment
from newsroom.domain.summary import Revision
from newsroom.domain.workflow import Decision, Verdict

NOON = datetime(2026, 5, 2, 12, tzinfo=UTC)
ARTICLE, ME = ArticleId("a"), MemberId("m")


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def a_revision(number: int, minute: int) -> Revision:
    return Revision(EntryId(f"r{number}"), ARTICLE, number, Content(), ME, at(minute))


def a_decision(number: int, verdict: Verdict, minute: int) -> Decision:
    revision = EntryId(f"r{number}")
    return Decision(EntryId("d"), ARTICLE, revision, verdict, Sha256(""), ME, at(minute), "", False)


def test_states_and_versions_stand_in_one_order_of_time() -> None:
    told = stops(
        [Moment(1, at(0), 5), Moment(2, at(4), 9)],
        [a_revision(1, 2), a_revision(2, 4)],
        [7, 9],
        [a_decision(1, Verdict.SUBMITTED, 3), a_decision(1, Verdict.APPROVED, 9)],
    )
    assert told == (
        Stop(at(0), 5, moment=1),
        Stop(at(2), 7, 0, EntryId("r1"), 1, (Verdict.SUBMITTED, Verdict.APPROVED)),
        Stop(at(4), 9, moment=2),
        Stop(at(4), 9, 0, EntryId("r2"), 2),
    )


def test_without_anything_there_is_nowhere_to_stop() -> None:
    assert stops([], [], [], []) == ()
