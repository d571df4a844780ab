"""The table of states: where an article stands after its decisions, and what may be done then."""

from __future__ import annotations

import pytest

from newsroom.domain.errors import Refused
from newsroom.domain.ids import MemberId, Sha256
from newsroom.domain.workflow import (
    State,
    Verdict,
    last_approval,
    require_review,
    require_second_person,
    standing_approval,
    state_of,
)
from tests.support.stories import a_decision

NOW = Sha256("a" * 64)
THEN = Sha256("b" * 64)
SUBMITTED, RETURNED = Verdict.SUBMITTED, Verdict.RETURNED
APPROVED, PUBLISHED = Verdict.APPROVED, Verdict.PUBLISHED


@pytest.mark.parametrize(
    ("decisions", "state"),
    [
        ([], State.DRAFT),
        ([(SUBMITTED, NOW)], State.IN_REVIEW),
        ([(SUBMITTED, THEN)], State.IN_REVIEW),
        ([(SUBMITTED, NOW), (RETURNED, NOW)], State.RETURNED),
        ([(SUBMITTED, NOW), (RETURNED, THEN)], State.RETURNED),
        ([(SUBMITTED, NOW), (RETURNED, NOW), (SUBMITTED, NOW)], State.IN_REVIEW),
        ([(SUBMITTED, NOW), (APPROVED, NOW)], State.APPROVED),
        ([(SUBMITTED, THEN), (APPROVED, THEN)], State.STALE),
        ([(SUBMITTED, NOW), (APPROVED, NOW), (PUBLISHED, NOW)], State.PUBLISHED),
        ([(SUBMITTED, THEN), (APPROVED, THEN), (PUBLISHED, THEN)], State.STALE),
        ([(APPROVED, NOW), (PUBLISHED, NOW), (SUBMITTED, THEN)], State.IN_REVIEW),
        ([(APPROVED, THEN), (PUBLISHED, THEN), (APPROVED, NOW)], State.APPROVED),
    ],
)
def test_where_an_article_stands(decisions: list[tuple[Verdict, Sha256]], state: State) -> None:
    assert state_of([a_decision(verdict, bound) for verdict, bound in decisions], {NOW}) is state


def test_undoing_an_edit_makes_the_approval_good_again() -> None:
    decisions = [a_decision(APPROVED, THEN)]
    assert state_of(decisions, {NOW}) is State.STALE
    assert state_of(decisions, {THEN}) is State.APPROVED


@pytest.mark.parametrize(
    ("verdicts", "standing"),
    [
        ([], None),
        ([SUBMITTED], None),
        ([SUBMITTED, APPROVED], 1),
        ([SUBMITTED, APPROVED, PUBLISHED], 1),
        ([SUBMITTED, APPROVED, PUBLISHED, PUBLISHED], 1),
        ([APPROVED, APPROVED], 1),
        ([APPROVED, SUBMITTED], None),
        ([APPROVED, SUBMITTED, RETURNED], None),
        ([PUBLISHED], None),
    ],
)
def test_the_approval_that_stands(verdicts: list[Verdict], standing: int | None) -> None:
    decisions = [a_decision(verdict, note=str(index)) for index, verdict in enumerate(verdicts)]
    expected = None if standing is None else decisions[standing]
    assert standing_approval(decisions) is expected


def test_the_last_approval_is_found_behind_later_decisions() -> None:
    first, second = a_decision(APPROVED, note="first"), a_decision(APPROVED, note="second")
    assert last_approval([first, second, a_decision(SUBMITTED)]) is second
    assert last_approval([a_decision(SUBMITTED), a_decision(RETURNED)]) is None


@pytest.mark.parametrize("state", [state for state in State if state is not State.IN_REVIEW])
def test_only_what_is_in_review_can_be_decided_on(state: State) -> None:
    with pytest.raises(Refused, match="not in review"):
        require_review(state)


def test_what_is_in_review_can_be_decided_on() -> None:
    require_review(State.IN_REVIEW)


AIGERIM, GULNAR = MemberId("1" * 64), MemberId("2" * 64)


def test_nobody_approves_their_own_story_in_a_house_of_two() -> None:
    with pytest.raises(Refused, match="somebody else must approve"):
        require_second_person(frozenset({AIGERIM}), AIGERIM, members=2)


def test_a_second_writer_is_no_second_person() -> None:
    with pytest.raises(Refused):
        require_second_person(frozenset({AIGERIM, GULNAR}), GULNAR, members=3)


def test_another_member_approves() -> None:
    assert require_second_person(frozenset({AIGERIM}), GULNAR, members=2) is False


def test_a_house_of_one_approves_its_own_and_it_is_marked() -> None:
    assert require_second_person(frozenset({AIGERIM}), AIGERIM, members=1) is True


def test_the_words_of_states_are_fixed() -> None:
    assert [str(state) for state in State] == [
        "draft",
        "in-review",
        "returned",
        "approved",
        "approval-stale",
        "published",
    ]
