"""The fixed word and icon of each state, and the words of its verdicts."""

from __future__ import annotations

from newsroom.domain.workflow import State, Verdict

STATE_WORDS = {
    State.DRAFT: "Draft",
    State.IN_REVIEW: "In review",
    State.RETURNED: "Returned",
    State.APPROVED: "Approved",
    State.STALE: "Approval stale",
    State.PUBLISHED: "Published",
}

STATE_ICONS = {
    State.DRAFT: "mdi6.pencil-outline",
    State.IN_REVIEW: "mdi6.eye-outline",
    State.RETURNED: "mdi6.arrow-u-left-top",
    State.APPROVED: "mdi6.check-decagram",
    State.STALE: "mdi6.clock-alert-outline",
    State.PUBLISHED: "mdi6.earth",
}

VERDICT_WORDS = {
    Verdict.SUBMITTED: "Submitted for approval",
    Verdict.RETURNED: "Returned",
    Verdict.APPROVED: "Approved",
    Verdict.PUBLISHED: "Published",
}

VERDICT_ICONS = {
    Verdict.SUBMITTED: "mdi6.send-outline",
    Verdict.RETURNED: STATE_ICONS[State.RETURNED],
    Verdict.APPROVED: STATE_ICONS[State.APPROVED],
    Verdict.PUBLISHED: STATE_ICONS[State.PUBLISHED],
}
