"""A story through any course of edits and decisions, kept to the promise of DESIGN §1.4."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from newsroom.domain.errors import Refused
from newsroom.domain.fingerprint import fingerprint
from newsroom.domain.ids import MemberId, Sha256
from newsroom.domain.workflow import (
    Decision,
    State,
    Verdict,
    require_review,
    require_second_person,
    standing_approval,
    state_of,
)
from tests.support.stories import a_decision, a_figure, a_picture, a_story

PEOPLE = [MemberId(digit * 64) for digit in "123"]
WORDS = st.sampled_from(["Ice", "Ice and mud", "Мұз"])
BINDING = {Verdict.APPROVED, Verdict.PUBLISHED}


class StoryMachine(RuleBasedStateMachine):
    """Edits, credits, submissions, returns, approvals and publications, in any order.

    Beside the decisions it keeps what it did in the plainest form: which words were approved.
    """

    @initialize(members=st.integers(1, 3))
    def begin(self, members: int) -> None:
        self.people = PEOPLE[:members]
        self.picture = a_picture(credit="Before")
        self.headline, self.caption, self.alt = "Ice", "Ice", "Ice"
        self.decisions: list[Decision] = []
        self.writers = {self.people[0]}
        self.bound_words: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return (self.headline, self.caption, self.alt, self.picture.record.credit)

    @property
    def now(self) -> Sha256:
        figure = a_figure(self.picture, alt=self.alt, caption=self.caption)
        fields = {"headline": self.headline, "lead": figure}
        return fingerprint(a_story("One.", pictures=[self.picture], **fields))

    @property
    def state(self) -> State:
        return state_of(self.decisions, {self.now})

    def decide(self, verdict: Verdict, by: MemberId) -> None:
        self.decisions.append(a_decision(verdict, self.now, by=by))
        if verdict in BINDING:
            self.bound_words = self.words

    @rule(words=WORDS, field=st.sampled_from(["headline", "caption", "alt"]), data=st.data())
    def edit(self, words: str, field: str, data: st.DataObject) -> None:
        setattr(self, field, words)
        self.writers.add(data.draw(st.sampled_from(self.people)))

    @rule(credit=WORDS)
    def change_credit(self, credit: str) -> None:
        record = replace(self.picture.record, credit=credit)
        self.picture = replace(self.picture, record=record)

    @rule(caption=WORDS)
    def change_what_new_uses_start_from(self, caption: str) -> None:
        record = replace(self.picture.record, caption=caption)
        self.picture = replace(self.picture, record=record)

    @precondition(lambda self: self.state is not State.IN_REVIEW)
    @rule()
    def submit(self) -> None:
        self.decide(Verdict.SUBMITTED, self.people[0])
        assert self.state is State.IN_REVIEW

    @precondition(lambda self: self.state is State.IN_REVIEW)
    @rule()
    def return_with_note(self) -> None:
        self.decide(Verdict.RETURNED, self.people[-1])
        assert self.state is State.RETURNED

    @precondition(lambda self: self.state is State.IN_REVIEW)
    @rule(data=st.data())
    def approve(self, data: st.DataObject) -> None:
        approver = data.draw(st.sampled_from(self.people))
        try:
            own = require_second_person(frozenset(self.writers), approver, len(self.people))
        except Refused:
            assert approver in self.writers
            assert len(self.people) > 1
        else:
            assert own == (approver in self.writers)
            assert not own or len(self.people) == 1
            self.decide(Verdict.APPROVED, approver)
            self.writers.clear()
            assert self.state is State.APPROVED

    @precondition(lambda self: self.state in {State.APPROVED, State.PUBLISHED})
    @rule()
    def publish(self) -> None:
        self.decide(Verdict.PUBLISHED, self.people[0])
        assert self.state is State.PUBLISHED

    @precondition(lambda self: self.state is not State.IN_REVIEW)
    @rule()
    def nothing_is_decided_outside_review(self) -> None:
        try:
            require_review(self.state)
        except Refused:
            return
        raise AssertionError(f"{self.state} could be decided on")

    @invariant()
    def an_approval_means_exactly_these_words(self) -> None:
        if not self.decisions or self.decisions[-1].verdict not in BINDING:
            assert self.state not in {State.APPROVED, State.PUBLISHED, State.STALE}
        else:
            assert (self.state is State.STALE) == (self.words != self.bound_words)

    @invariant()
    def an_approval_stands_where_the_state_says_so(self) -> None:
        stands = self.state in {State.APPROVED, State.PUBLISHED, State.STALE}
        assert (standing_approval(self.decisions) is not None) == stands


TestStory = StoryMachine.TestCase
# Without the phase that explains a failure: on a machine it takes minutes and says little.
TestStory.settings = settings(
    max_examples=60, stateful_step_count=30, phases=[Phase.generate, Phase.shrink]
)
