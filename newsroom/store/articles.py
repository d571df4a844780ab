"""Questions about articles."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from newsroom.domain.article import Content, content_from_json
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId, EntryId, MemberId, Sha256
from newsroom.domain.override import Override
from newsroom.domain.summary import ArticleSummary, Revision
from newsroom.domain.workflow import Decision, Verdict
from newsroom.store.bodies import moment_of
from newsroom.store.models import (
    ArticlePictureRow,
    ArticleRow,
    DecisionRow,
    DraftRow,
    OverrideRow,
    PictureRow,
    RevisionRow,
)
from newsroom.store.rows import SUMMARY_COLUMNS, summary_of

SUMMARY = tuple(getattr(ArticleRow, name) for name in SUMMARY_COLUMNS)
"""The columns that `summary_of` reads."""


def summary(connection: Connection, article: ArticleId) -> ArticleSummary:
    """Give what lists show of one article. Raises `NotFound`."""
    row = connection.execute(select(*SUMMARY).where(ArticleRow.id == article)).one_or_none()
    if row is None:
        raise missing(article)
    return summary_of(row)


def summaries(connection: Connection, wanted: Collection[ArticleId]) -> tuple[ArticleSummary, ...]:
    """Give what lists show of some articles; one that is not there is left out."""
    asked = func.json_each(json.dumps(sorted(wanted))).table_valued("value")
    rows = connection.execute(select(*SUMMARY).where(ArticleRow.id.in_(select(asked.c.value))))
    return tuple(map(summary_of, rows.all()))


def ids(connection: Connection, prefix: str) -> list[str]:
    """List the articles whose id begins so."""
    rows = connection.execute(
        select(ArticleRow.id)
        .where(ArticleRow.id >= prefix, ArticleRow.id < f"{prefix}\U0010ffff")
        .order_by(ArticleRow.id)
    )
    return list(rows.scalars())


def standing(connection: Connection, article: ArticleId) -> tuple[Content, datetime] | None:
    """Give the content that stands (the draft, else the newest revision) and when it was saved."""
    row: Row[str, str] | None = connection.execute(
        select(DraftRow.content, DraftRow.saved_at).where(DraftRow.article == article)
    ).one_or_none()
    if row is None:
        row = connection.execute(
            select(RevisionRow.content, RevisionRow.time)
            .where(RevisionRow.article == article)
            .order_by(RevisionRow.time.desc(), RevisionRow.entry.desc())
            .limit(1)
        ).one_or_none()
    return None if row is None else (content_from_json(json.loads(row[0])), moment_of(row[1]))


def revisions(connection: Connection, article: ArticleId) -> tuple[Revision, ...]:
    """List the saved contents of an article, oldest first."""
    rows = connection.execute(
        select(RevisionRow.__table__)
        .where(RevisionRow.article == article)
        .order_by(RevisionRow.time, RevisionRow.entry)
    )
    return tuple(revision_of(row, number) for number, row in enumerate(rows, start=1))


def revision_content(connection: Connection, revision: EntryId) -> tuple[ArticleId, Content]:
    """Give the content of one revision, and its article. Raises `NotFound`."""
    row = connection.execute(
        select(RevisionRow.article, RevisionRow.content).where(RevisionRow.entry == revision)
    ).one_or_none()
    if row is None:
        raise NotFound(
            f"The revision {revision[:12]} has not arrived in this library.",
            hint="Take in the newest package from whoever wrote it.",
        )
    return ArticleId(row.article), content_from_json(json.loads(row.content))


def decisions(connection: Connection, article: ArticleId) -> tuple[Decision, ...]:
    """List what was decided about an article, oldest first."""
    rows = connection.execute(
        select(DecisionRow.__table__)
        .where(DecisionRow.article == article)
        .order_by(DecisionRow.time, DecisionRow.entry)
    )
    return tuple(_decision(row) for row in rows)


def overrides(connection: Connection, article: ArticleId) -> tuple[Override, ...]:
    """List the findings that somebody answers for: of each the last word, if it gives a reason."""
    rows = connection.execute(
        select(OverrideRow.__table__)
        .where(OverrideRow.article == article)
        .order_by(OverrideRow.time, OverrideRow.entry)
    )
    last = {(row.rule, row.subject): row for row in rows}
    standing = sorted(last.values(), key=lambda row: (row.time, row.entry))
    return tuple(_override(row) for row in standing if row.reason.strip())


def _override(row: Row[*tuple[Any, ...]]) -> Override:
    return Override(
        id=EntryId(row.entry),
        article=ArticleId(row.article),
        rule=row.rule,
        subject=row.subject,
        reason=row.reason,
        by=MemberId(row.author),
        time=moment_of(row.time),
    )


def pending(connection: Connection) -> Sequence[ArticleId]:
    """Name the articles whose draft the search index has not seen."""
    return [ArticleId(article) for article in connection.execute(_PENDING).scalars()]


_PENDING = select(DraftRow.article).where(DraftRow.indexed.is_(False))


def unseen(connection: Connection) -> dict[ArticleId, Stamp]:
    """Give the articles whose draft the search index has not seen, each with its stamp."""
    rows = connection.execute(_UNSEEN)
    return {ArticleId(article): (content, versions or "") for article, content, versions in rows}


Stamp = tuple[str, str]
"""The content of a draft, and the versions of its pictures: while both are the same, so is all that
can be found of it."""

_VERSIONS = (
    select(func.group_concat(PictureRow.version))
    .join(ArticlePictureRow, ArticlePictureRow.picture == PictureRow.id)
    .where(ArticlePictureRow.article == DraftRow.article)
    .scalar_subquery()
)
_UNSEEN = select(DraftRow.article, DraftRow.content, _VERSIONS).where(DraftRow.indexed.is_(False))
"""Asked before every search, so it is built once."""


def missing(article: ArticleId) -> NotFound:
    """Say that there is no such article."""
    return NotFound(f"There is no article {article} in this library.")


def revision_of(row: Row[*tuple[Any, ...]], number: int) -> Revision:
    return Revision(
        id=EntryId(row.entry),
        article=ArticleId(row.article),
        number=number,
        content=content_from_json(json.loads(row.content)),
        author=MemberId(row.author),
        time=moment_of(row.time),
        parents=tuple(map(EntryId, json.loads(row.parents))),
    )


def _decision(row: Row[*tuple[Any, ...]]) -> Decision:
    return Decision(
        id=EntryId(row.entry),
        article=ArticleId(row.article),
        revision=EntryId(row.revision),
        verdict=Verdict(row.verdict),
        bound=Sha256(row.bound),
        by=MemberId(row.author),
        time=moment_of(row.time),
        note=row.note,
        own=row.own,
    )
