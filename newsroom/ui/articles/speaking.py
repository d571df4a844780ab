"""An article's row in words: for a screen reader, and for the pointer that rests on it."""

from __future__ import annotations

from datetime import datetime

from newsroom.domain.lines import day_in_words
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
    changed = summary.changed.astimezone()
    lines = [summary.headline, f"{day_in_words(changed)}, {changed:%H:%M:%S}"]
    if summary.binned:
        binned = summary.binned.astimezone()
        lines.append(f"Moved to the bin {day_in_words(binned)}, {binned:%H:%M}")
    return "\n".join(line for line in lines if line)
