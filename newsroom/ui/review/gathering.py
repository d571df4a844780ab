"""What the review place needs to know of a story, read in one go, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk import browsing, jotting, reviewing
from newsroom.desk.reviewing import Review
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

Gathered = tuple[Review, House, str, str]
"""What is to be decided, the house, who gave the last approval, and the note typed so far."""


def gather(article: ArticleId, desk: Desk) -> Gathered:
    """Read a story for review."""
    review = reviewing.review(desk, article)
    note = jotting.jotted(desk, note_key(article))
    return review, browsing.house(desk), _approver(desk, review), note


def note_key(article: ArticleId) -> str:
    """Name the note on a story that is typed and not yet sent."""
    return f"{jotting.NOTES}{article}"


def _approver(desk: Desk, review: Review) -> str:
    """Name who gave the last approval."""
    if review.approval is None:
        return ""
    if review.approval.by == browsing.me(desk).id:
        return "You"
    names = {member.id: member.name for member in browsing.members(desk)}
    return names.get(review.approval.by, "Somebody")


def compared_words(review: Review) -> str:
    """Say which versions are compared."""
    if not review.base_number:
        return f"Version {review.number}, not approved before"
    if review.number == review.base_number:
        return f"Compared with version {review.base_number}"
    return f"Version {review.number}, compared with version {review.base_number}"
