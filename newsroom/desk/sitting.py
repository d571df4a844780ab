"""A sitting: from the opening of a window on a library to its closing, or to a crash.

While a window stands, the library keeps a mark on this laptop; closing takes it away. A mark that
is found at the next opening tells that the last sitting ended unexpectedly, and about when.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsroom.desk.jotting import RECORDS, all_jotted
from newsroom.desk.timing import Stop, timeline_of
from newsroom.domain.ids import ArticleId
from newsroom.domain.times import from_iso, to_iso

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.store.view import View

_MARK = "sitting"


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """An article that was written in the sitting; `at` is when it last reached the disk.

    `opened` is what it was when the sitting began, or the first that is known of it.
    """

    article: ArticleId
    headline: str
    at: datetime
    opened: Stop


@dataclass(frozen=True, slots=True)
class Ended:
    """An unexpected end: the last sign of life, and what had been written by then.

    `records` counts the credit records with fields that were typed and not signed yet.
    """

    at: datetime
    articles: tuple[BroughtBack, ...]
    records: int = 0


def begin(desk: Desk) -> Ended | None:
    """Begin a sitting; tell how the last one ended if that was unexpected."""
    with desk.library.reading() as view:
        ended = _ended(view)
    if ended:
        ended = replace(ended, records=len(all_jotted(desk, RECORDS)))
    _mark(desk, desk.now())
    return ended


def go_on(desk: Desk) -> None:
    """Give a sign of life, so that a later crash is told with about its own time."""
    with desk.library.reading() as view:
        since, _ = _marked(view) or (desk.now(), None)
    _mark(desk, since)


def end(desk: Desk) -> None:
    """End the sitting as it should end."""
    with desk.library.writing() as work:
        work.forget(_MARK)
        work.commit()


def _mark(desk: Desk, since: datetime) -> None:
    mark = {"since": to_iso(since), "seen": to_iso(desk.now())}
    with desk.library.writing() as work:
        work.remember(_MARK, json.dumps(mark))
        work.commit()


def _ended(view: View) -> Ended | None:
    marked = _marked(view)
    if marked is None:
        return None
    since, seen = marked
    articles = tuple(
        BroughtBack(name, view.summary(name).headline, one.at, _opened(view, name, since))
        for one in view.written_since(since)
        if view.article_ids(name := ArticleId(one.article))
    )
    return Ended(max([seen, *(one.at for one in articles)]), articles)


def _opened(view: View, article: ArticleId, since: datetime) -> Stop:
    stops = timeline_of(view, article)
    return next((one for one in reversed(stops) if one.at < since), stops[0])


def _marked(view: View) -> tuple[datetime, datetime] | None:
    """Read the mark; one that cannot be read is none."""
    try:
        mark = json.loads(view.remembered(_MARK) or "{}")
        since, seen = from_iso(mark["since"]), from_iso(mark["seen"])
    except (ValueError, KeyError, TypeError):
        return None
    return (since, seen) if since and seen else None
