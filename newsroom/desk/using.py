"""Use: everywhere a picture stands, another picture in its place, and the bin for the unused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from newsroom.desk.drafting import ensure_revision
from newsroom.desk.room import Desk
from newsroom.domain.article import Content, Story
from newsroom.domain.changes import Changes
from newsroom.domain.document import Document, Figure
from newsroom.domain.errors import NewsroomError, Refused
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.summary import PictureQuery
from newsroom.domain.workflow import State
from newsroom.export.address import page_path
from newsroom.markup.reader import read
from newsroom.markup.writer import write
from newsroom.store.view import View
from newsroom.store.work import UnitOfWork

_NAMED = 3
"""Stories named in a sentence; the rest are counted."""


@dataclass(frozen=True, slots=True)
class PlaceUsed:
    """An article with a picture in it.

    `now` tells whether it stands in the article as it is on this laptop, `ran` when the page that
    readers see was published with it, None if none was. `published` is the story's own date, and
    `page` the address of its page under the site's root, empty where it has none yet.
    """

    article: ArticleId
    headline: str
    state: State
    now: bool
    ran: datetime | None
    published: datetime | None
    page: str


def places_used(desk: Desk, picture: PictureId) -> tuple[PlaceUsed, ...]:
    """List every article that uses a picture now or shows it to readers, newest change first."""
    with desk.library.reading() as view:
        return _places(view, view.house(), picture)


def pages_to_change(
    desk: Desk, pictures: Iterable[PictureId]
) -> Mapping[PictureId, tuple[PlaceUsed, ...]]:
    """List what must change where pictures may not be shown any more, such as when rights end.

    A picture that stands nowhere is left out.
    """
    with desk.library.reading() as view:
        house = view.house()
        found = {picture: _places(view, house, picture) for picture in dict.fromkeys(pictures)}
    return {picture: places for picture, places in found.items() if places}


def pages_of_ending_rights(desk: Desk, by: str) -> Mapping[PictureId, tuple[PlaceUsed, ...]]:
    """List what must change because the rights of pictures end by an ISO date, or have ended."""
    with desk.library.reading() as view:
        ending = [one.picture.id for one in view.pictures(PictureQuery(ends_by=by))]
    return pages_to_change(desk, ending)


def _places(view: View, house: House, picture: PictureId) -> tuple[PlaceUsed, ...]:
    shown = {revision.article: (revision, at) for revision, at in view.shown_in(picture)}
    now = {use.article for use in view.uses(picture)}
    found = []
    for article in now | shown.keys():
        summary = view.summary(article)
        revision, ran = shown.get(article, (None, None))
        content = revision.content if revision else view.content(article)
        place = PlaceUsed(
            article=article,
            headline=summary.headline,
            state=summary.state,
            now=article in now,
            ran=ran,
            published=content.published,
            page=_page(article, content, house),
        )
        found.append((summary.changed, article, place))
    return tuple(place for _, _, place in sorted(found, reverse=True, key=lambda one: one[:2]))


def _page(article: ArticleId, content: Content, house: House) -> str:
    if content.published is None:
        return ""
    try:
        path = page_path(Story(article, content, Document()), house, content.published)
    except Refused:
        return ""
    return f"{path.parent}/"


@dataclass(frozen=True, slots=True)
class Former:
    """What an article said before a picture was replaced in it, and what it said then."""

    article: ArticleId
    before: Content
    after: Content


@dataclass(frozen=True, slots=True)
class Replaced:
    """The articles in which a picture was replaced; `revised` got a new version by it.

    In the others it was replaced in the draft, which held more that is not saved as a version.
    `stale` are those whose approval no longer stands. `former` is what `take_back` needs.
    """

    articles: tuple[ArticleId, ...] = ()
    revised: tuple[ArticleId, ...] = ()
    stale: tuple[ArticleId, ...] = ()
    changes: Changes = field(default_factory=Changes)
    former: tuple[Former, ...] = ()

    def __or__(self, other: Replaced) -> Replaced:
        return Replaced(
            self.articles + other.articles,
            self.revised + other.revised,
            self.stale + other.stale,
            self.changes | other.changes,
            self.former + other.former,
        )


def replace_everywhere(desk: Desk, old: PictureId, new: PictureId) -> Replaced:
    """Put a picture in place of another in every article, as one deed.

    Alt text and caption stay with each use. Raises `NotFound` where either is not here.
    """
    with desk.library.writing() as work:
        work.picture(old)
        work.picture(new)
        done = Replaced()
        for use in work.uses(old) if old != new else ():
            done |= _replaced(desk, work, use.article, (old, new))
        work.commit()
    return done


def _replaced(
    desk: Desk, work: UnitOfWork, article: ArticleId, pair: tuple[PictureId, PictureId]
) -> Replaced:
    before = work.content(article)
    content = _with_picture(before, *pair)
    saved, changes = _put_in(desk, work, article, content)
    stale = work.summary(article).state is State.STALE
    one = (article,)
    former = (Former(article, before, content),)
    return Replaced(one, one if saved else (), one if stale else (), changes, former)


def _put_in(
    desk: Desk, work: UnitOfWork, article: ArticleId, content: Content
) -> tuple[bool, Changes]:
    """Put a content into an article: as a version where all of it was saved as one, else as its
    draft. Tell which."""
    revisions = work.revisions(article)
    if revisions and revisions[-1].content == work.content(article):
        return True, ensure_revision(desk, work, article, content)[1]
    return False, work.save_draft(article, content, desk.now())


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The articles that say again what they said, and those that were changed meanwhile."""

    articles: tuple[ArticleId, ...]
    kept: tuple[ArticleId, ...]
    changes: Changes


def take_back(desk: Desk, done: Replaced) -> TakenBack:
    """Undo a replacement; an article in which anything was changed since stays as it is."""
    put: list[ArticleId] = []
    kept: list[ArticleId] = []
    changes = Changes()
    with desk.library.writing() as work:
        for one in done.former:
            if work.content(one.article) != one.after:
                kept.append(one.article)
                continue
            changes |= _put_in(desk, work, one.article, one.before)[1]
            put.append(one.article)
        work.commit()
    return TakenBack(tuple(put), tuple(kept), changes)


def _with_picture(content: Content, old: PictureId, new: PictureId) -> Content:
    lead = content.lead
    if lead and lead.picture == old:
        lead = replace(lead, picture=new)
    document = read(content.body)
    blocks = tuple(
        replace(block, picture=new) if isinstance(block, Figure) and block.picture == old else block
        for block in document.blocks
    )
    body = content.body if blocks == document.blocks else write(Document(blocks))
    return replace(content, lead=lead, body=body)


@dataclass(frozen=True, slots=True)
class Binned:
    """The pictures that were put into the bin, and those that were refused, with a sentence."""

    pictures: tuple[PictureId, ...]
    refused: tuple[NewsroomError, ...]
    changes: Changes


def put_pictures_in_bin(desk: Desk, pictures: Sequence[PictureId]) -> Binned:
    """Put pictures out of sight on this laptop; one that stands anywhere is refused with where.

    Nothing is destroyed: the original stays, and adding the file again brings it back.
    """
    put: list[PictureId] = []
    refused: list[NewsroomError] = []
    changes = Changes()
    with desk.library.writing() as work:
        house = work.house()
        for name in dict.fromkeys(pictures):
            picture = work.picture(name)
            if places := _places(work, house, name):
                refused.append(_still_used(picture.file_name, places))
            else:
                changes |= work.put_picture_in_bin(name, desk.now())
                put.append(name)
        work.commit()
    return Binned(tuple(put), tuple(refused), changes)


def restore_pictures(desk: Desk, pictures: Collection[PictureId]) -> Changes:
    """Put pictures back into the lists; one that is not in the bin stays as it is."""
    changes = Changes()
    with desk.library.writing() as work:
        for name in pictures:
            work.picture(name)
            changes |= work.take_picture_from_bin(name)
        work.commit()
    return changes


def _still_used(file_name: str, places: Sequence[PlaceUsed]) -> Refused:
    named = [f"“{one.headline or 'Untitled'}”" for one in places[:_NAMED]]
    more = len(places) - len(named)
    listed = ", ".join(named) + (f" and {more} more" if more > 0 else "")
    return Refused(
        f"“{file_name}” is used in {listed}, so it cannot go to the bin.",
        hint="Replace it there, or take it out of these stories and publish them again.",
    )
