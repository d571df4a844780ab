"""Write: begin an article, keep its draft, save a revision of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import Content, Story, content_to_json
from newsroom.domain.changes import Changes
from newsroom.domain.document import Document, Figure
from newsroom.domain.entry import EntryKind
from newsroom.domain.errors import Unavailable
from newsroom.domain.ids import ARTICLE_ID_LENGTH, ArticleId
from newsroom.domain.pasted import Pasted
from newsroom.domain.progress import Watch
from newsroom.domain.summary import ArticleSummary, Revision
from newsroom.domain.workflow import Decision
from newsroom.markup import front_matter
from newsroom.markup.front_matter import FrontMatter, Lead
from newsroom.markup.html import BodyLabels, body_html
from newsroom.markup.paste import read_html
from newsroom.markup.reader import PICTURE, read
from newsroom.markup.writer import write

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


def read_body(markdown: str) -> Document:
    """Read a body's Markdown."""
    return read(markdown)


def write_body(document: Document) -> str:
    """Write a body in the dialect's one canonical spelling."""
    return write(document)


def paste_html(html: str, page: str, watch: Watch) -> Pasted:
    """Read what was copied elsewhere: its structure, without its style.

    `page` is the address of the page it was copied from, or empty; `watch` may stop the reading.
    """
    return read_html(html, page, watch)


def copy_html(document: Document) -> str:
    """Write a part of a body for other programs; a picture is told by its caption."""
    return "\n".join(part for part in body_html(document, _told, BodyLabels()) if part)


def _told(figure: Figure) -> str:
    words = escape(figure.caption or figure.alt)
    return f"<p><em>{words}</em></p>" if words else ""


def as_markdown(story: Story) -> str:
    """Write a whole article as Markdown with front matter; its pictures are named by their ids."""
    content = story.content
    lead = content.lead
    return front_matter.write(
        FrontMatter(
            headline=content.headline,
            standfirst=content.standfirst,
            section=content.section,
            language=content.language,
            place=content.place,
            published=content.published,
            byline=content.byline,
            sources=content.sources,
            tags=content.tags,
            lead=Lead(f"{PICTURE}{lead.picture}", lead.alt, lead.caption) if lead else None,
            slug=content.slug,
            embargo=content.embargo,
            body=content.body,
        )
    )


def copy_out(contents: Sequence[Content], path: Path) -> tuple[Path, ...]:
    """Write words that the library's disk did not take to another place, a file for each article.

    Raises `Unavailable` when that place does not take them either.
    """
    paths = [path.with_stem(f"{path.stem}-{number}") for number in range(2, len(contents) + 1)]
    written = (path, *paths)[: len(contents)]
    try:
        for content, target in zip(contents, written, strict=True):
            story = Story(ArticleId(""), content, Document())
            target.write_text(as_markdown(story), encoding="utf-8")
    except OSError as error:
        raise Unavailable(
            f"A copy cannot be written to {path.parent}: {error.strerror}.",
            hint="Choose another disk.",
        ) from error
    return written
