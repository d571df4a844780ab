"""Put out of sight: the bin of this laptop, the way back out of it, and deleting for good.

The bin is a mark on this laptop and destroys nothing: what lies in it stays until somebody takes
it out or, where nobody else can have seen it, deletes it for good. It is never emptied by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.desk.batching import Batch
from newsroom.domain.errors import Refused
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleSummary
from newsroom.domain.workflow import State, Verdict

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.store.view import View
    from newsroom.store.work import UnitOfWork


def put_in_bin(desk: Desk, articles: Sequence[ArticleId]) -> Batch:
    """Put articles out of sight on this laptop.

    One that readers have seen is refused: it belongs to the site. What others know of stays as it
    is for them.
    """
    batch = Batch()
    with desk.library.writing() as work:
        for article in dict.fromkeys(articles):
            try:
                batch |= _put(desk, work, article)
            except Refused as error:
                batch |= Batch(refused=(error,))
        work.commit()
    return batch


def _put(desk: Desk, work: UnitOfWork, article: ArticleId) -> Batch:
    summary = _fit_for_bin(work, article)
    changes = work.put_in_bin(article, desk.now())
    shared = () if summary.state is State.DRAFT else (article,)
    return Batch((article,), changes=changes, shared=shared)


def _fit_for_bin(view: View, article: ArticleId) -> ArticleSummary:
    summary = view.summary(article)
    if any(one.verdict is Verdict.PUBLISHED for one in view.decisions(article)):
        raise Refused(
            f"{_name(summary)} has been published, so it cannot go to the bin.",
            hint="The bin is for stories that no reader has seen.",
        )
    return summary


def restore(desk: Desk, articles: Sequence[ArticleId]) -> Batch:
    """Put articles back into the lists; one that is not in the bin stays as it is."""
    batch = Batch()
    with desk.library.writing() as work:
        for article in articles:
            work.summary(article)
            if changes := work.take_from_bin(article):
                batch |= Batch((article,), changes=changes)
        work.commit()
    return batch


def delete_for_good(desk: Desk, articles: Sequence[ArticleId]) -> Batch:
    """Destroy drafts in the bin that were never saved as a version or submitted.

    Any other article is refused: the ledger is only added to.
    """
    batch = Batch()
    with desk.library.writing() as work:
        for article in articles:
            try:
                _require_own_draft(work, article)
                batch |= Batch((article,), changes=work.drop_draft(article))
            except Refused as error:
                batch |= Batch(refused=(error,))
        work.commit()
    return batch


def _require_own_draft(work: UnitOfWork, article: ArticleId) -> None:
    summary = work.summary(article)
    if summary.binned is None:
        raise Refused(
            f"{_name(summary)} is not in the bin.", hint="Move it to the bin before deleting it."
        )
    if work.revisions(article) or work.decisions(article):
        raise Refused(
            f"{_name(summary)} has saved versions, which the newsroom keeps.",
            hint="It can stay in the bin, out of everybody's way.",
        )


def _name(summary: ArticleSummary) -> str:
    return f"“{summary.headline}”" if summary.headline else "This story"
