"""Making the file of a schema that is kept: `python -m tests.store.keeping REVISION FILE`.

Run once for each new schema, when it is made; the file is then never made again.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from newsroom.domain.document import Figure
from newsroom.domain.entry import SignedEntry
from newsroom.domain.ids import ArticleId
from newsroom.store import connection, migrating, states
from newsroom.store.ledger import keep
from tests.support.ledger import (
    decision_entry,
    house_entry,
    member_entry,
    newsroom_entry,
    picture_entry,
    revision_entry,
    signed,
)
from tests.support.stories import AN_ARTICLE, a_content, a_house, a_picture

TYPED = ArticleId("d" * 20)
DRAFT = '{"headline": "Ещё не сохранено", "body": "Жазылып жатыр.\\n"}'
SAVED_AT = "2026-04-14T10:00:00.000000Z"
HOUSE = a_house(
    required=frozenset({"headline-missing", "section-missing", "body-empty", "credit-missing"})
)
"""The house of the kept files: it requires what it did then, whatever is the default since."""
STATES_SINCE = 3
STATES = (
    (0, '{"headline": "", "body": ""}', datetime(2026, 4, 14, 9, 59, tzinfo=UTC)),
    (2, DRAFT, datetime(2026, 4, 14, 10, tzinfo=UTC)),
)
"""What autosave kept of the draft, in files of schemas that know of it."""


def kept_entries() -> list[SignedEntry]:
    """Give the entries that every kept file holds, in their order."""
    lead = Figure(a_picture().id, "A bridge", "The bridge")
    return [
        newsroom_entry(0),
        member_entry(minute=1),
        house_entry(HOUSE, minute=2),
        picture_entry(minute=3),
        revision_entry(AN_ARTICLE, a_content(lead=lead), 4),
        decision_entry(AN_ARTICLE, "submitted", minute=5),
        signed("of-a-later-version", {"keep": "me"}, 6),
    ]


def make(revision: str, file: Path) -> None:
    """Make a file of a schema with the entries, a draft and a memory; the views stay empty."""
    engine = connection.writer(file)
    with engine.begin() as lane:
        migrating.upgrade(lane, revision)
        for entry in kept_entries():
            keep(lane, entry)
        lane.exec_driver_sql(
            "INSERT INTO drafts (article, content, saved_at, indexed) VALUES (?, ?, ?, 0)",
            (TYPED, DRAFT, SAVED_AT),
        )
        lane.exec_driver_sql("INSERT INTO local_state VALUES ('open', ?)", (TYPED,))
        if int(revision) >= STATES_SINCE:
            for words, text, at in STATES:
                states.keep(lane, TYPED, text, at, words)
    engine.dispose()


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]))
