"""A finding that somebody answers for: which rule, about what, and the reason why it may stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.domain.ids import ArticleId, EntryId, MemberId


@dataclass(frozen=True, slots=True)
class Override:
    """A signed word that a finding of an article shall not count; without a reason, that it shall.

    `subject` is the finding's picture, or its place where it is about none: a picture keeps its
    name when a paragraph is put above it, a block does not keep its number.
    """

    id: EntryId
    article: ArticleId
    rule: str
    subject: str
    reason: str
    by: MemberId
    time: datetime


def subject_of(where: str) -> str:
    """Give the subject of a finding from its place."""
    before, found, picture = where.rpartition("picture:")
    return f"{found}{picture}" if found else before + picture
