"""The orders of a list of articles: what they sort by, and the index that holds each ready."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import UnaryExpression

from newsroom.domain.summary import ArticleSummary, Sort
from newsroom.domain.times import ledger_time
from newsroom.domain.workflow import State
from newsroom.store.models import ArticleRow
from newsroom.store.stemming import fold

_KAZAKH = {"ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "ы"}
"""Each Kazakh letter and the one after which the alphabet has it, so that no code point decides."""

_AFTER = "\uf8ff"
"""Sorts after every letter: "ә" is written as "а" and this, so it comes after all of "а"."""

_ALPHABET = str.maketrans(
    {letter: f"{base}{_AFTER * (2 if letter == 'ү' else 1)}" for letter, base in _KAZAKH.items()}
)
_SIGNS = re.compile(r"[\W_]+")
_LAST = "\U0010ffff"
"""The title of an article without a headline: they stand together at the end."""

_STAGES = {state: number for number, state in enumerate(State)}

Order = tuple[UnaryExpression[Any], ...]

ORDERS: dict[Sort, Order] = {
    Sort.CHANGED: (ArticleRow.changed.desc(), ArticleRow.id.desc()),
    Sort.HEADLINE: (ArticleRow.title.asc(), ArticleRow.id.asc()),
    Sort.PUBLISHED: (ArticleRow.dated.desc(), ArticleRow.id.desc()),
    Sort.STATE: (ArticleRow.stage.asc(), ArticleRow.changed.asc(), ArticleRow.id.asc()),
    Sort.SECTION: (ArticleRow.section.asc(), ArticleRow.changed.asc(), ArticleRow.id.asc()),
}
BIN: Order = (ArticleRow.binned.desc(), ArticleRow.changed.desc(), ArticleRow.id.desc())
"""The order of the bin: what went there last comes first."""


def columns(summary: ArticleSummary) -> dict[str, Any]:
    """Give the columns of an article's row that are there to sort by."""
    return {
        "title": title_of(summary.headline),
        "dated": _dated(summary),
        "stage": _STAGES[summary.state],
    }


def title_of(headline: str) -> str:
    """Write a headline as the alphabet sorts it: no case, no accents, no quotes or other signs."""
    return _SIGNS.sub(" ", fold(headline)).strip().translate(_ALPHABET) or _LAST


def _dated(summary: ArticleSummary) -> str:
    try:
        return ledger_time(summary.published) if summary.published else ""
    except (OverflowError, ValueError):
        return ""
