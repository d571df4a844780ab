"""Keep the library in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.desk.trusting import doubtful_entries
from newsroom.domain.canonical import Json
from newsroom.domain.changes import Changes
from newsroom.domain.entry import EntryKind
from newsroom.domain.house import House
from newsroom.domain.house_record import house_to_json
from newsroom.domain.house_rules import require_printable
from newsroom.domain.ids import EntryId
from newsroom.domain.summary import ArticleQuery

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.store.view import View


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How much a rebuilding went through; `doubtful` entries have signatures that do not hold."""

    entries: int
    articles: int
    doubtful: tuple[EntryId, ...]


def change_house(desk: Desk, house: House) -> Changes:
    """Let the house be another from now on: its name, sections, forms or rules.

    Raises `Refused` where no page could be printed for such a house.
    """
    require_printable(house)
    with desk.library.writing() as work:
        if work.house() == house:
            return Changes()
        body: dict[str, Json] = {"house": house_to_json(house)}
        changes = work.add(desk.pen.sign(EntryKind.HOUSE, body, work.newsroom_id()))
        work.commit()
    return changes


def rebuild(desk: Desk) -> Rebuilt:
    """Build every view again from the ledger and the drafts; nothing that people wrote changes.

    What pictures look like is looked at again only where it never was: their bytes never change.
    """
    # What looks at pixels is not loaded for opening a library.
    from newsroom.desk.likening import print_missing

    desk.library.rebuild()
    print_missing(desk)
    with desk.library.reading() as view:
        entries = sum(1 for _ in view.entries())
        return Rebuilt(entries, _articles(view), doubtful_entries(view))


def _articles(view: View) -> int:
    """Count every article, those in the bin included."""
    return view.count(ArticleQuery()) + view.count(ArticleQuery(binned=True))
