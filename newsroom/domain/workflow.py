"""From draft to published: the states of an article and the decisions that move it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsroom.domain.errors import Refused
from newsroom.domain.ids import ArticleId, EntryId, MemberId, Sha256


class State(StrEnum):
    """Where an article stands. The words on screen are fixed terms."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    RETURNED = "returned"
    APPROVED = "approved"
    STALE = "approval-stale"
    PUBLISHED = "published"


class Verdict(StrEnum):
    """What somebody decided about a revision."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Decision:
    """A signed word about one revision and the exact content (`bound`) that it was given for.

    `own` marks an approval that a house with a single member gave to its own story.
    """

    id: EntryId
    article: ArticleId
    revision: EntryId
    verdict: Verdict
    bound: Sha256
    by: MemberId
    time: datetime
    note: str = ""
    own: bool = False


def state_of(decisions: Sequence[Decision], now: Set[Sha256]) -> State:
    """Tell where an article stands, from its decisions (oldest first) and its fingerprints now.

    An approval or a publication counts only for the very content it was given for.
    """
    if not decisions:
        return State.DRAFT
    last = decisions[-1]
    match last.verdict:
        case Verdict.SUBMITTED:
            return State.IN_REVIEW
        case Verdict.RETURNED:
            return State.RETURNED
        case Verdict.APPROVED:
            return State.APPROVED if last.bound in now else State.STALE
        case Verdict.PUBLISHED:
            return State.PUBLISHED if last.bound in now else State.STALE


def standing_approval(decisions: Sequence[Decision]) -> Decision | None:
    """Give the approval that the latest decision leaves standing, if there is one."""
    for decision in reversed(decisions):
        match decision.verdict:
            case Verdict.APPROVED:
                return decision
            case Verdict.PUBLISHED:
                continue
            case Verdict.SUBMITTED | Verdict.RETURNED:
                return None
    return None


def last_approval(decisions: Sequence[Decision]) -> Decision | None:
    """Give the newest approval, standing or not: what a reviewer compares with."""
    approvals = [decision for decision in decisions if decision.verdict is Verdict.APPROVED]
    return approvals[-1] if approvals else None


def require_review(state: State) -> None:
    """Refuse to decide on a story that nobody has submitted."""
    if state is not State.IN_REVIEW:
        raise Refused(
            "This story is not in review, so there is nothing to decide.",
            hint="Submit it for approval first.",
        )


def require_second_person(writers: frozenset[MemberId], approver: MemberId, members: int) -> bool:
    """Refuse an approval of one's own story in a house of two or more.

    `writers` are those who wrote revisions since the last approval. Returns whether the approval
    is of the approver's own story, which a house with one member may give and which is marked.
    """
    own = approver in writers
    if own and members > 1:
        raise Refused(
            "You wrote this story, so somebody else must approve it.",
            hint="Ask another member of the house to review it.",
        )
    return own
