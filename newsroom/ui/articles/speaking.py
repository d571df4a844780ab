"""An article's row in words: for a screen reader, and for the pointer that rests on it."""

from __future__ import annotations

from datetime import datetime

from newsroom.domain.summary import ArticleSummary
from newsroom.ui.articles.ages import age
from newsroom.ui.look.states import STATE_WORDS


def spoken(summary: ArticleSummary, section: str, now: datetime) -> str:
    """Say a row as a screen reader should: headline, state, section, time, marks, byline."""
    marks = "missing credit" if summary.missing_credits else ""
    binned = f"in the bin since {age(summary.binned, now)}" if summary.binned else ""
    parts = (
        summary.headline or "Untitled",
        STATE_WORDS[summary.state],
        section,
        age(summary.changed, now),
        marks,
        binned,
        summary.byline,
    )
    return ", ".join(part for part in parts if part)


def moment(summary: ArticleSummary) -> str:
    """Write the headline whole and when it last changed, to the second."""
    lines = [summary.headline, f"{summary.changed.astimezone():%d %B %Y, %H:%M:%S}"]
    if summary.binned:
        lines.append(f"Moved to the bin {summary.binned.astimezone():%d %B %Y, %H:%M}")
    return "\n".join(line for line in lines if line)
