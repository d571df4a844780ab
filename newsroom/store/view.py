"""What can be asked of a library, at one moment."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from newsroom.domain.article import Content, Story
from newsroom.domain.entry import SignedEntry
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId, EntryId, NewsroomId, PictureId, Sha256
from newsroom.domain.likeness import Pair
from newsroom.domain.member import Member
from newsroom.domain.moments import Moment, Written
from newsroom.domain.override import Override
from newsroom.domain.picture import Picture
from newsroom.domain.prints import Print
from newsroom.domain.summary import (
    ArticleQuery,
    ArticleSummary,
    PictureQuery,
    PictureSummary,
    PictureUse,
    PictureVersion,
    Revision,
)
from newsroom.domain.workflow import Decision
from newsroom.store import (
    articles,
    ledger,
    likenesses,
    listing,
    people,
    pictures,
    prints,
    search,
    states,
)
from newsroom.store.draft_texts import DraftTexts
from newsroom.store.listing import Sought
from newsroom.store.models import LocalStateRow
from newsroom.store.projection import used
from newsroom.store.reprojecting import Parse, bare_story


class View:
    """A library as it stood when the first question was asked; valid inside its `with` only."""

    def __init__(self, connection: Connection, parse: Parse, drafts: DraftTexts) -> None:
        self._connection = connection
        self._parse = parse
        self._drafts = drafts

    def newsroom_id(self) -> NewsroomId:
        """Give the id of the newsroom. Raises `NotFound` while the ledger has not begun."""
        return people.newsroom_id(self._connection)

    def house(self) -> House:
        """Give the house as it stands. Raises `NotFound` while none has been saved."""
        return people.house(self._connection)

    def members(self) -> tuple[Member, ...]:
        """List the members by name."""
        return people.members(self._connection)

    def articles(self, query: ArticleQuery) -> tuple[ArticleSummary, ...]:
        """List the articles that a query asks for."""
        return listing.rows(self._connection, query, self._sought(query.search))

    def count(self, query: ArticleQuery) -> int:
        """Count the articles that a query asks for, its limit and offset aside."""
        return listing.count(self._connection, query, self._sought(query.search))

    def listed_ids(self, query: ArticleQuery) -> tuple[ArticleId, ...]:
        """Name the articles that a query asks for."""
        return listing.ids(self._connection, query, self._sought(query.search))

    def places(self, query: ArticleQuery, wanted: Sequence[ArticleId]) -> dict[ArticleId, int]:
        """Give the rows of those articles that the list of a query has."""
        return listing.places(self._connection, query, self._sought(query.search), wanted)

    def article_ids(self, prefix: str) -> list[str]:
        """List the articles whose id begins so."""
        return articles.ids(self._connection, prefix)

    def summary(self, article: ArticleId) -> ArticleSummary:
        """Give what lists show of one article. Raises `NotFound`."""
        return articles.summary(self._connection, article)

    def summaries(self, wanted: Collection[ArticleId]) -> tuple[ArticleSummary, ...]:
        """Give what lists show of some articles; one that is not there is left out."""
        return articles.summaries(self._connection, wanted)

    def content(self, article: ArticleId) -> Content:
        """Give the content that stands: the draft, else the newest revision. `NotFound`."""
        return self._standing(article)[0]

    def saved_at(self, article: ArticleId) -> datetime:
        """Give when the content that stands was saved. Raises `NotFound`."""
        return self._standing(article)[1]

    def story(self, article: ArticleId) -> Story:
        """Give the content that stands, parsed, with its pictures. Raises `NotFound`."""
        return self._story(article, self.content(article))

    def revisions(self, article: ArticleId) -> tuple[Revision, ...]:
        """List the saved contents of an article, oldest first."""
        return articles.revisions(self._connection, article)

    def decisions(self, article: ArticleId) -> tuple[Decision, ...]:
        """List what was decided about an article, oldest first."""
        return articles.decisions(self._connection, article)

    def overrides(self, article: ArticleId) -> tuple[Override, ...]:
        """List the findings of an article that somebody answers for now, by when they did."""
        return articles.overrides(self._connection, article)

    def revision_story(self, revision: EntryId) -> Story:
        """Give one saved content, parsed, with its pictures as they are now. `NotFound`."""
        return self._story(*articles.revision_content(self._connection, revision))

    def moments(self, article: ArticleId) -> tuple[Moment, ...]:
        """List what autosave kept of an article, oldest first."""
        return states.moments(self._connection, article)

    def moment_story(self, number: int) -> Story:
        """Give an article as autosave kept it, with its pictures as they are now. `NotFound`."""
        return self._story(*states.content(self._connection, number))

    def written_since(self, at: datetime) -> tuple[Written, ...]:
        """Name the articles that were written since a time, the last written first."""
        return states.written_since(self._connection, at)

    def articles_with_states(self, after: str, limit: int) -> list[ArticleId]:
        """Name so many articles of which autosave kept states, by id, after one."""
        return states.articles_after(self._connection, after, limit)

    def picture(self, picture: PictureId) -> Picture:
        """Give one picture with its newest credit record. Raises `NotFound`."""
        return pictures.one(self._connection, picture)

    def known_picture(self, picture: PictureId) -> Picture | None:
        """Give one picture; None where it has not arrived."""
        return pictures.by_ids(self._connection, [picture]).get(picture)

    def prints_near(self, codes: Sequence[int], within: int) -> dict[PictureId, Print]:
        """Give the pictures whose prints differ from one of the codes in no more than some bits."""
        return prints.near(self._connection, codes, within)

    def alike_pictures(self, within: int, apart: Collection[Pair] = ()) -> tuple[PictureId, ...]:
        """Name the pictures whose print differs from another's in no more than some bits, pairs
        that are set apart left out."""
        return prints.alike(self._connection, within, likenesses.partners(apart))

    def pairs_apart(self) -> frozenset[Pair]:
        """Name the pairs of pictures of which somebody said last that they differ."""
        return likenesses.apart(self._connection)

    def likeness_said_at(self, pair: Pair) -> datetime | None:
        """Tell when something was last said about a pair; None where nothing was."""
        return likenesses.said_at(self._connection, pair)

    def unprinted(self) -> list[tuple[PictureId, Sha256]]:
        """Name the pictures whose print was never taken, and their originals, newest first."""
        return prints.missing(self._connection)

    def pictures(self, query: PictureQuery) -> tuple[PictureSummary, ...]:
        """List the pictures that a query asks for, in its order."""
        return pictures.summaries(self._connection, query)

    def listed_pictures(self, query: PictureQuery) -> tuple[PictureId, ...]:
        """Name the pictures that a query asks for, in its order."""
        return pictures.listed(self._connection, query)

    def picture_places(
        self, query: PictureQuery, wanted: Sequence[PictureId]
    ) -> dict[PictureId, int]:
        """Give the rows of some pictures in the list of a query; of those that are in it."""
        return pictures.places(self._connection, query, wanted)

    def count_pictures(self, query: PictureQuery) -> int:
        """Count the pictures that a query asks for, its limit and place aside."""
        return pictures.count(self._connection, query)

    def picture_ids(self, prefix: str) -> list[str]:
        """List the pictures whose id begins so."""
        return pictures.ids(self._connection, prefix)

    def picture_history(self, picture: PictureId) -> tuple[PictureVersion, ...]:
        """List the saved credit records of a picture, oldest first."""
        return pictures.history(self._connection, picture)

    def uses(self, picture: PictureId) -> tuple[PictureUse, ...]:
        """List the articles that use a picture now, newest change first."""
        return pictures.uses(self._connection, picture)

    def shown_in(self, picture: PictureId) -> tuple[tuple[Revision, datetime], ...]:
        """List the revisions that readers see with a picture, and when each was published."""
        return pictures.shown_in(self._connection, picture)

    def entry(self, name: EntryId) -> SignedEntry:
        """Give an entry of the ledger as it was signed. Raises `NotFound`."""
        return ledger.one(self._connection, name)

    def entries(self) -> Iterator[SignedEntry]:
        """Walk the ledger in the order in which its entries arrived here."""
        return ledger.entries(self._connection)

    def remembered(self, key: str) -> str | None:
        """Give what was remembered under a key on this laptop."""
        wanted = select(LocalStateRow.value).where(LocalStateRow.key == key)
        return self._connection.execute(wanted).scalar_one_or_none()

    def remembered_under(self, prefix: str) -> dict[str, str]:
        """Give what was remembered under keys that begin so."""
        rows = self._connection.execute(
            select(LocalStateRow.key, LocalStateRow.value).where(
                LocalStateRow.key >= prefix, LocalStateRow.key < f"{prefix}\U0010ffff"
            )
        )
        return {row.key: row.value for row in rows}

    def _standing(self, article: ArticleId) -> tuple[Content, datetime]:
        standing = articles.standing(self._connection, article)
        if standing is None:
            raise articles.missing(article)
        return standing

    def _story(self, article: ArticleId, content: Content) -> Story:
        bare = bare_story(article, content, self._parse)
        return Story(article, content, bare.document, pictures.by_ids(self._connection, used(bare)))

    def _sought(self, query: str) -> Sought | None:
        asked = search.terms(query)
        if not asked:
            return None
        unseen = articles.unseen(self._connection)
        texts = self._drafts.texts(unseen, lambda article: search.text_of(self.story(article)))
        late = [article for article, text in texts.items() if search.matches(asked, text)]
        return Sought(search.expression(asked), search.signs(asked), list(unseen), late)
