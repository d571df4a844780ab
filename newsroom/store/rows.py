"""How rows of the views are read as values, whichever way they were fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleSummary
from newsroom.domain.times import from_iso
from newsroom.domain.workflow import State
from newsroom.store.bodies import moment_of

SUMMARY_COLUMNS = (
    "id",
    "headline",
    "state",
    "section",
    "language",
    "place",
    "published",
    "byline",
    "words",
    "minutes",
    "revision",
    "missing_credits",
    "changed",
    "binned",
)
"""The columns of an article that `summary_of` reads, in their order."""

_STATES = {state.value: state for state in State}


def summary_of(row: Sequence[Any]) -> ArticleSummary:
    """Read what lists show of an article. Called for every row of a list, it looks nothing up."""
    article, headline, state, section, language, place, published = row[:7]
    byline, words, minutes, revision, missing_credits, changed, binned = row[7:]
    return ArticleSummary(
        id=ArticleId(article),
        headline=headline,
        state=_STATES[state],
        section=section,
        language=language,
        place=place,
        published=from_iso(published) if published else None,
        byline=byline,
        words=words,
        minutes=minutes,
        revision=revision,
        missing_credits=missing_credits,
        changed=moment_of(changed),
        binned=moment_of(binned) if binned else None,
    )
