"""Look: what lists, panels and the command line show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.article import Story
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId, PictureId, only_match
from newsroom.domain.member import Member
from newsroom.domain.picture import Picture
from newsroom.domain.summary import (
    ArticleQuery,
    ArticleSummary,
    PictureQuery,
    PictureRows,
    PictureSummary,
    PictureVersion,
    Revision,
    Rows,
)
from newsroom.domain.workflow import Decision

if TYPE_CHECKING:
    from newsroom.desk.room import Desk


def articles(desk: Desk, query: ArticleQuery) -> tuple[ArticleSummary, ...]:
    """List the articles that a query finds."""
    with desk.library.reading() as view:
        return view.articles(query)


def rows(desk: Desk, query: ArticleQuery, held: Sequence[ArticleId] = ()) -> Rows:
    """List some rows of a query, count all, and tell where the held articles stand in it.

    All of one moment, so that no row is shown twice or at another's place.
    """
    with desk.library.reading() as view:
        found = view.articles(query)
        total = view.count(query)
        listed = {one.id for one in found}
        elsewhere = [one for one in held if one not in listed]
        places = view.places(query, elsewhere) if elsewhere else {}
    return Rows(found, query.offset, total, places)


def listed_ids(desk: Desk, query: ArticleQuery) -> tuple[ArticleId, ...]:
    """Name the articles that a query finds, in their order."""
    with desk.library.reading() as view:
        return view.listed_ids(query)


def count(desk: Desk, query: ArticleQuery) -> int:
    """Count the articles that a query finds, whatever its limit."""
    with desk.library.reading() as view:
        return view.count(query)


def summary(desk: Desk, article: ArticleId) -> ArticleSummary:
    """Tell of one article what a list tells."""
    with desk.library.reading() as view:
        return view.summary(article)


def story(desk: Desk, article: ArticleId) -> Story:
    """Fetch an article as it stands in its draft."""
    with desk.library.reading() as view:
        return view.story(article)


def revisions(desk: Desk, article: ArticleId) -> tuple[Revision, ...]:
    """List the revisions of an article, oldest first."""
    with desk.library.reading() as view:
        return view.revisions(article)


def decisions(desk: Desk, article: ArticleId) -> tuple[Decision, ...]:
    """List the decisions about an article, oldest first."""
    with desk.library.reading() as view:
        return view.decisions(article)


def pictures(desk: Desk, query: PictureQuery) -> tuple[PictureSummary, ...]:
    """List pictures, newest first."""
    with desk.library.reading() as view:
        return view.pictures(query)


def count_pictures(desk: Desk, query: PictureQuery) -> int:
    """Count the pictures that a query finds, whatever its limit."""
    with desk.library.reading() as view:
        return view.count_pictures(query)


def picture_rows(
    desk: Desk, query: PictureQuery, start: int, held: Sequence[PictureId] = ()
) -> PictureRows:
    """List some rows of a query from a row on, count all, and tell where the held ones stand.

    All of one moment, so that no row is shown twice or at another's place.
    """
    with desk.library.reading() as view:
        found = view.pictures(replace(query, offset=start))
        total = view.count_pictures(query)
        listed = {one.picture.id for one in found}
        elsewhere = [one for one in held if one not in listed]
        places = view.picture_places(query, elsewhere) if elsewhere else {}
    return PictureRows(found, start, total, places)


def picture_places(
    desk: Desk, query: PictureQuery, names: Sequence[PictureId]
) -> Mapping[PictureId, int]:
    """Give the rows of some pictures in the list of a query; of those that are in it."""
    with desk.library.reading() as view:
        return view.picture_places(query, names)


def listed_pictures(desk: Desk, query: PictureQuery) -> tuple[PictureId, ...]:
    """Name the pictures that a query finds, in their order."""
    with desk.library.reading() as view:
        return view.listed_pictures(query)


def picture(desk: Desk, name: PictureId) -> Picture:
    """Fetch one picture."""
    with desk.library.reading() as view:
        return view.picture(name)


def picture_history(desk: Desk, name: PictureId) -> tuple[PictureVersion, ...]:
    """List the saved credit records of a picture, oldest first."""
    with desk.library.reading() as view:
        return view.picture_history(name)


def members(desk: Desk) -> tuple[Member, ...]:
    """List the members of the house."""
    with desk.library.reading() as view:
        return view.members()


def me(desk: Desk) -> Member:
    """Tell who works on this laptop."""
    found = [member for member in members(desk) if member.id == desk.me]
    return found[0] if found else Member(desk.me, "")


def house(desk: Desk) -> House:
    """Tell the house."""
    with desk.library.reading() as view:
        return view.house()


def find_article(desk: Desk, prefix: str) -> ArticleId:
    """Give the article whose id begins so; raises `NotFound` when none or several do."""
    with desk.library.reading() as view:
        return ArticleId(only_match(prefix, list(view.article_ids(prefix)), "article"))


def find_picture(desk: Desk, prefix: str) -> PictureId:
    """Give the picture whose id begins so; raises `NotFound` when none or several do."""
    with desk.library.reading() as view:
        return PictureId(only_match(prefix, list(view.picture_ids(prefix)), "picture"))


def remembered(desk: Desk, key: str) -> str | None:
    """Recall a text that this laptop kept, such as the state of the window."""
    with desk.library.reading() as view:
        return view.remembered(key)


def remember(desk: Desk, key: str, value: str) -> None:
    """Keep a text on this laptop; it is never shared."""
    with desk.library.writing() as work:
        work.remember(key, value)
        work.commit()
