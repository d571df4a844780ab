"""Write: begin an article, keep its draft, save a revision of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsroom.domain.article import Content, Story, content_to_json
from newsroom.domain.changes import Changes
from newsroom.domain.entry import EntryKind
from newsroom.domain.ids import ARTICLE_ID_LENGTH, ArticleId
from newsroom.domain.summary import ArticleSummary, Revision
from newsroom.domain.workflow import Decision

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.store.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Created:
    """A new article and what its making changed."""

    article: ArticleId
    changes: Changes


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article as the editor opens it; `saved_at` is when its draft last reached the disk."""

    story: Story
    summary: ArticleSummary
    decisions: tuple[Decision, ...]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save changed, and when it was on disk."""

    changes: Changes
    at: datetime


def new_article(desk: Desk) -> Created:
    """Begin an article in the house's language, under the name of the person at this desk."""
    article = ArticleId(desk.tools.new_id(ARTICLE_ID_LENGTH))
    with desk.library.writing() as work:
        house = work.house()
        names = {member.id: member.name for member in work.members()}
        content = Content(language=house.language, byline=names.get(desk.me, ""))
        changes = work.save_draft(article, content, desk.now())
        work.commit()
    return Created(article, changes)


def open_article(desk: Desk, article: ArticleId) -> OpenArticle:
    """Fetch all that the editor shows of an article."""
    with desk.library.reading() as view:
        return OpenArticle(
            story=view.story(article),
            summary=view.summary(article),
            decisions=view.decisions(article),
            saved_at=view.saved_at(article),
        )


def save_draft(desk: Desk, article: ArticleId, content: Content) -> Saved:
    """Put a draft on disk, in one short transaction."""
    at = desk.now()
    with desk.library.writing() as work:
        changes = work.save_draft(article, content, at)
        work.commit()
    return Saved(changes, at)


def save_revision(desk: Desk, article: ArticleId) -> Changes:
    """Save the draft as an immutable revision; nothing happens when it equals the newest one."""
    with desk.library.writing() as work:
        _, changes = ensure_revision(desk, work, article, work.content(article))
        work.commit()
    return changes


def ensure_revision(
    desk: Desk, work: UnitOfWork, article: ArticleId, content: Content
) -> tuple[Revision, Changes]:
    """Give the newest revision, made now if the content differs from it, within a unit of work."""
    newest = _newest(work.revisions(article))
    if newest and newest.content == content:
        return newest, Changes()
    signed = desk.pen.sign(
        EntryKind.REVISION,
        {
            "article": article,
            "content": content_to_json(content),
            "parents": [newest.id] if newest else [],
        },
        work.newsroom_id(),
    )
    changes = work.save_draft(article, content, desk.now()) | work.add(signed)
    made = _newest(work.revisions(article))
    assert made is not None
    return made, changes


def _newest(revisions: Sequence[Revision]) -> Revision | None:
    return revisions[-1] if revisions else None
