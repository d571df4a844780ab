"""An article as a file: Markdown under front matter, for import and for plain export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsroom.domain.article import Content, Story
from newsroom.domain.document import Document, Figure
from newsroom.domain.errors import Unavailable
from newsroom.domain.ids import ArticleId
from newsroom.markup import front_matter
from newsroom.markup.front_matter import FrontMatter, Lead
from newsroom.markup.reader import PICTURE


def content_of(written: FrontMatter, body: str, lead: Figure | None) -> Content:
    """Take an article from a file, its body and lead naming pictures as the library does."""
    return Content(
        headline=written.headline,
        standfirst=written.standfirst,
        section=written.section,
        language=written.language,
        place=written.place,
        published=written.published,
        byline=written.byline,
        sources=written.sources,
        tags=written.tags,
        lead=lead,
        slug=written.slug,
        embargo=written.embargo,
        body=body,
    )


def file_of(content: Content) -> FrontMatter:
    """Give an article to a file; its pictures are named by their ids."""
    lead = content.lead
    return FrontMatter(
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


def as_markdown(story: Story) -> str:
    """Write a whole article as Markdown with front matter; its pictures are named by their ids."""
    return front_matter.write(file_of(story.content))


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
