"""Keep the library in order."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.desk.room import Desk
from newsroom.desk.trusting import doubtful_entries
from newsroom.domain.ids import EntryId
from newsroom.domain.summary import ArticleQuery


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How much a rebuilding went through; `doubtful` entries have signatures that do not hold."""

    entries: int
    articles: int
    doubtful: tuple[EntryId, ...]


def rebuild(desk: Desk) -> Rebuilt:
    """Build every view again from the ledger and the drafts; nothing that people wrote changes."""
    desk.library.rebuild()
    with desk.library.reading() as view:
        entries = sum(1 for _ in view.entries())
        return Rebuilt(entries, view.count(ArticleQuery()), doubtful_entries(view))
