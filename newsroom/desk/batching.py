"""Do one thing to several articles: what was done, what was refused, and one summary of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.desk import reviewing
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.errors import NewsroomError, Refused
from newsroom.domain.ids import ArticleId
from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from newsroom.store.work import UnitOfWork

_BOUND = frozenset({State.APPROVED, State.PUBLISHED})


@dataclass(frozen=True, slots=True)
class Batch:
    """The articles that it was done to, what was refused and why, and what changed.

    `shared` are those of them that others know in another form than this laptop shows from now on:
    what is hidden here stays in review there, what was approved is no longer.
    """

    articles: tuple[ArticleId, ...] = ()
    refused: tuple[NewsroomError, ...] = ()
    changes: Changes = field(default_factory=Changes)
    shared: tuple[ArticleId, ...] = ()

    def __or__(self, other: Batch) -> Batch:
        return Batch(
            self.articles + other.articles,
            self.refused + other.refused,
            self.changes | other.changes,
            self.shared + other.shared,
        )


Deed = Callable[[Desk, Sequence[ArticleId]], Batch]
"""Something done to several articles; it raises only what would stop the others too."""


def submit_each(desk: Desk, articles: Sequence[ArticleId]) -> Batch:
    """Send drafts to review, each on its own: one that is refused holds up no other."""
    batch = Batch()
    for article in articles:
        try:
            batch |= Batch((article,), changes=reviewing.submit(desk, article))
        except Refused as error:
            batch |= Batch(refused=(error,))
    return batch


def add_tag(desk: Desk, articles: Sequence[ArticleId], tag: str) -> Batch:
    """Put a tag last among those of each article that lacks it. Raises `Refused` for no tag."""
    tag = " ".join(tag.split())
    if not tag:
        raise Refused("A tag needs at least one letter.", hint="Type the tag, then press Enter.")
    return _retag(desk, articles, lambda tags: tags if tag in tags else (*tags, tag))


def remove_tag(desk: Desk, articles: Sequence[ArticleId], tag: str) -> Batch:
    """Take a tag away from each article that has it."""
    return _retag(desk, articles, lambda tags: tuple(one for one in tags if one != tag))


_Tags = tuple[str, ...]


def _retag(desk: Desk, articles: Sequence[ArticleId], change: Callable[[_Tags], _Tags]) -> Batch:
    done = Batch()
    with desk.library.writing() as work:
        for article in articles:
            done |= _retag_one(desk, work, article, change)
        work.commit()
    return done


def _retag_one(
    desk: Desk, work: UnitOfWork, article: ArticleId, change: Callable[[_Tags], _Tags]
) -> Batch:
    content = work.content(article)
    tags = change(content.tags)
    if tags == content.tags:
        return Batch()
    bound = work.summary(article).state in _BOUND
    changes = work.save_draft(article, replace(content, tags=tags), desk.now())
    return Batch((article,), changes=changes, shared=(article,) if bound else ())
