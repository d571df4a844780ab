"""How rows of the views are read as values, whichever way they were fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
"""The columns of an article that `summary_of` reads, in the order of a summary's fields."""

_STATES = {state.value: state for state in State}


def summary_of(row: Sequence[Any]) -> ArticleSummary:
    """Read what lists show of an article. Called for every row of a list, it looks nothing up."""
    (
        article, headline, state, section, language, place, published,
        byline, words, minutes, revision, missing_credits, changed, binned,
    ) = row  # fmt: skip
    # By place: names would cost a third of the time.
    return ArticleSummary(
        article,
        headline,
        _STATES[state],
        section,
        language,
        place,
        from_iso(published) if published else None,
        byline,
        words,
        minutes,
        revision,
        missing_credits,
        moment_of(changed),
        moment_of(binned) if binned else None,
    )
