"""A library of any size, made in bulk by the store's own projections and tables.

Every article is a draft of some forty words; by its number some are also revisions that were
submitted, returned, approved or published. "said" is in every story, "ferry" in every hundredth,
the number of a story in that one alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert

from newsroom.domain.article import Content, Story, content_to_json
from newsroom.domain.entry import SignedEntry, entry_id
from newsroom.domain.fingerprint import fingerprint
from newsroom.domain.ids import ArticleId, EntryId
from newsroom.domain.times import ledger_time
from newsroom.domain.workflow import Decision, Verdict
from newsroom.store import applying, ledger, search
from newsroom.store.library import Library
from newsroom.store.models import ArticleRow, DraftRow
from newsroom.store.projection import Facts, project, story_of
from newsroom.store.reprojecting import row_of
from tests.support.ledger import decision_entry, read_body, revision_entry

FIRST = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
"""When the first article was last changed; each of the others two minutes after the one before."""

SECTIONS = ("news", "regions")
_BATCH = 1000
_VERDICTS: dict[int, tuple[Verdict, ...]] = {
    3: (Verdict.SUBMITTED,),
    5: (Verdict.SUBMITTED, Verdict.RETURNED),
    7: (Verdict.SUBMITTED, Verdict.APPROVED),
    9: (Verdict.SUBMITTED, Verdict.APPROVED, Verdict.PUBLISHED),
}
"""What was decided about an article, by the last two digits of its number."""

_PLACES = ("Oral", "Atyrau", "Zharkent", "Semey", "Taraz", "Balqash", "Kostanay")
_THINGS = ("bridge", "school", "hospital", "market", "library", "reservoir", "theatre", "stadium")
_DEEDS = ("opens", "closes", "reopens", "moves", "waits", "grows", "burns", "floods", "wins")
_WORDS = (
    "engineers", "measured", "water", "level", "morning", "council", "agreed", "repair", "road",
    "winter", "budget", "teachers", "asked", "parents", "evening", "doctors", "counted", "beds",
    "traders", "carried", "boxes", "square", "drivers", "turned", "lake", "wind", "rose", "station",
    "platform", "tickets", "sold", "neighbours", "cleared", "snow", "roof", "village", "promised",
)  # fmt: skip


def article_id(number: int) -> ArticleId:
    """Name the article of a number."""
    return ArticleId(f"{number:020x}")


def changed_at(number: int) -> datetime:
    """Tell when the article of a number was last changed; the highest number is the newest."""
    return FIRST + timedelta(minutes=2 * number)


def content_of(number: int) -> Content:
    """Write the article of a number."""
    thing, deed, place = (
        words[(number // step) % len(words)]
        for words, step in ((_THINGS, 1), (_DEEDS, 3), (_PLACES, 7))
    )
    picked = [_WORDS[(number * 7 + step * step) % len(_WORDS)] for step in range(30)]
    ferry = " The ferry sailed." if number % 100 == 0 else ""
    return Content(
        headline=f"The {thing} {deed} in {place}",
        section=SECTIONS[number % len(SECTIONS)],
        language="en",
        place=place,
        published=changed_at(number).replace(microsecond=0),
        byline="Marat Iskakov",
        body=f"Story n{number}, the mayor said: {' '.join(picked)}.{ferry}\n",
    )


def crowd(library: Library, articles: int) -> None:
    """Fill a library with so many articles."""
    with library.writing() as work:
        connection = work._connection
        for start in range(0, articles, _BATCH):
            _add(connection, range(start, min(start + _BATCH, articles)))
        work.commit()


def _add(connection: Connection, numbers: Sequence[int]) -> None:
    drafts, rows, texts = [], [], []
    for number in numbers:
        article, content, at = article_id(number), content_of(number), changed_at(number)
        decisions = tuple(_decide(connection, article, content, number))
        facts = Facts(article, content, int(bool(decisions)), decisions, {}, (ledger_time(at),))
        document = read_body(content.body)
        place = search.place_of(article, at)
        text = json.dumps(content_to_json(content), ensure_ascii=False)
        saved = {"article": article, "content": text, "saved_at": ledger_time(at), "indexed": True}
        drafts.append(saved)
        rows.append({**row_of(project(facts, document)), "found": place})
        texts.append((place, search.text_of(story_of(facts, document))))
    connection.execute(insert(DraftRow), drafts)
    connection.execute(insert(ArticleRow), rows)
    search.add(connection, texts)


def _decide(
    connection: Connection, article: ArticleId, content: Content, number: int
) -> Iterator[Decision]:
    """Enter what was decided, an hour before the draft was last saved."""
    verdicts = _VERDICTS.get(number % 100, ())
    if not verdicts:
        return
    earlier = (changed_at(number) - timedelta(hours=1)).replace(microsecond=0)
    revision = _timed(revision_entry(article, content), earlier)
    _keep(connection, revision)
    bound = fingerprint(Story(article, content, read_body(content.body)))
    for step, verdict in enumerate(verdicts, 1):
        time = earlier + timedelta(minutes=step)
        entry = _timed(decision_entry(article, verdict, bound, revision=revision.id), time)
        _keep(connection, entry)
        yield Decision(
            entry.id, article, EntryId(revision.id), verdict, bound, entry.entry.author, time
        )


def _timed(entry: SignedEntry, time: datetime) -> SignedEntry:
    timed = replace(entry.entry, time=ledger_time(time))
    return SignedEntry(timed, entry_id(timed), entry.signature)


def _keep(connection: Connection, entry: SignedEntry) -> None:
    ledger.keep(connection, entry)
    applying.apply(connection, entry)
