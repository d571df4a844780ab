"""What lists show, and what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.domain.article import Content
from newsroom.domain.ids import ArticleId, EntryId, MemberId
from newsroom.domain.picture import Picture
from newsroom.domain.workflow import State


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article in a list. `revision` counts its revisions, 0 for a draft never saved as one.

    `words` and `minutes` are of the body as it stands in the draft; `missing_credits` counts the
    used pictures without a credit line; `changed` is when its words or state last moved.
    """

    id: ArticleId
    headline: str
    state: State
    section: str
    language: str
    place: str
    published: datetime | None
    byline: str
    words: int
    minutes: int
    revision: int
    missing_credits: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles to list, newest change first. `states` empty means all."""

    search: str = ""
    states: frozenset[State] = frozenset()
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class PictureSummary:
    """A picture in a grid, with how many articles use it and when it was added."""

    picture: Picture
    uses: int
    added: datetime


@dataclass(frozen=True, slots=True)
class PictureQuery:
    """Which pictures to list, newest first."""

    search: str = ""
    missing_credit: bool = False
    unused: bool = False


@dataclass(frozen=True, slots=True)
class PictureUse:
    """One article that uses a picture."""

    article: ArticleId
    headline: str
    state: State


@dataclass(frozen=True, slots=True)
class Revision:
    """An immutable saved content of an article; `number` counts from 1 in order of time."""

    id: EntryId
    article: ArticleId
    number: int
    content: Content
    author: MemberId
    time: datetime
    parents: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureVersion:
    """One saved credit record of a picture, and who saved it."""

    id: EntryId
    picture: Picture
    author: MemberId
    time: datetime
