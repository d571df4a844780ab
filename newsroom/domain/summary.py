"""What lists show, and what is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsroom.domain.article import Content
from newsroom.domain.ids import ArticleId, EntryId, MemberId, PictureId
from newsroom.domain.picture import Cleaned, Picture
from newsroom.domain.workflow import State


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article in a list. `revision` counts its revisions, 0 for a draft never saved as one.

    `words` and `minutes` are of the body as it stands in the draft; `missing_credits` counts the
    used pictures without a credit line; `changed` is when its words or state last moved; `binned`
    is when this laptop put it into the bin, None for one that is not there.
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
    binned: datetime | None = None


class Sort(StrEnum):
    """In which order to list articles."""

    CHANGED = "changed"
    HEADLINE = "headline"
    PUBLISHED = "published"
    STATE = "state"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles to list. `states` empty means all; `binned` asks for the bin instead.

    The bin is listed by when each went there, the last first, whatever `sort` says.
    """

    search: str = ""
    states: frozenset[State] = frozenset()
    limit: int | None = None
    offset: int = 0
    sort: Sort = Sort.CHANGED
    binned: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a list: from which place on, how many it has in all, and where others stand.

    `places` gives the rows of the articles asked for that are in the list, those given among them.
    """

    articles: tuple[ArticleSummary, ...]
    first: int
    total: int
    places: Mapping[ArticleId, int]


@dataclass(frozen=True, slots=True)
class PictureSummary:
    """A picture in a grid, with how many articles use it and when it was added."""

    picture: Picture
    uses: int
    added: datetime

    @property
    def place(self) -> PicturePlace:
        """Where the picture stands in a list."""
        return PicturePlace(self.added, self.picture.id)


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """Where a picture stands in a list, whatever is added above it meanwhile."""

    added: datetime
    id: PictureId


class PictureSort(StrEnum):
    """The order of a list of pictures.

    By when each was added, the last first or the first; by the end of its rights, the first first;
    by when it was taken, the last first or the first. One without such a day stands last.
    """

    ADDED = "added"
    OLDEST = "oldest"
    ENDS = "ends"
    TAKEN = "taken"
    FIRST_TAKEN = "first-taken"


@dataclass(frozen=True, slots=True)
class PictureQuery:
    """Which pictures to list, newest first; `binned` asks for the bin instead.

    `ends_by` is an ISO date: pictures whose rights end that day or earlier. `disputed` asks for
    those whose file's standards disagree, `among` for none but some. `limit` and `after` ask for a
    page: so many, after the last one of the page before, which only the order by `ADDED` has;
    `offset` leaves out so many from the front, in any order, and costs as many.
    """

    search: str = ""
    missing_credit: bool = False
    unused: bool = False
    ends_by: str = ""
    disputed: bool = False
    limit: int | None = None
    after: PicturePlace | None = None
    binned: bool = False
    offset: int = 0
    sort: PictureSort = PictureSort.ADDED
    among: tuple[PictureId, ...] | None = None


@dataclass(frozen=True, slots=True)
class PictureRows:
    """Some rows of a list of pictures: from which place on, how many there are, where others stand.

    `places` gives the rows of the pictures asked for that are in the list but not among these.
    """

    pictures: tuple[PictureSummary, ...]
    first: int
    total: int
    places: Mapping[PictureId, int]


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
    """One saved credit record of a picture, who saved it, and what cleaning did before that."""

    id: EntryId
    picture: Picture
    author: MemberId
    time: datetime
    cleaned: tuple[Cleaned, ...] = ()
