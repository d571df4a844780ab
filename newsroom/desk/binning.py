"""Put out of sight: the bin of this laptop, the way back out of it, and deleting for good.

The bin is a mark on this laptop and destroys nothing: what lies in it stays until somebody takes
it out or, where nobody else can have seen it, deletes it for good. It is never emptied by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.errors import NewsroomError, Refused
from newsroom.domain.ids import ArticleId
from newsroom.domain.progress import Progress, unwatched
from newsroom.domain.summary import ArticleSummary
from newsroom.domain.workflow import State, Verdict
from newsroom.store.view import View
from newsroom.store.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Binned:
    """What was put into the bin, what others go on seeing of it, and what was refused and why."""

    articles: tuple[ArticleId, ...]
    remark: str
    refused: tuple[NewsroomError, ...]
    changes: Changes


def put_in_bin(desk: Desk, articles: Sequence[ArticleId], progress: Progress = unwatched) -> Binned:
    """Put articles out of sight on this laptop.

    One that readers have seen is refused: it belongs to the site. Raises what was refused when
    that is all there was.
    """
    done: list[ArticleSummary] = []
    refused: list[NewsroomError] = []
    changes = Changes()
    with desk.library.writing() as work:
        for number, article in enumerate(articles):
            progress(number, len(articles), "Moving to the bin")
            try:
                done.append(_fit_for_bin(work, article))
                changes |= work.put_in_bin(article, desk.now())
            except NewsroomError as error:
                refused.append(error)
        if refused and not done:
            raise refused[0]
        work.commit()
    return Binned(tuple(one.id for one in done), _remark(done), tuple(refused), changes)


def _fit_for_bin(view: View, article: ArticleId) -> ArticleSummary:
    summary = view.summary(article)
    if any(one.verdict is Verdict.PUBLISHED for one in view.decisions(article)):
        raise Refused(
            f"{_name(summary)} has been published, so it cannot go to the bin.",
            hint="The bin is for stories that no reader has seen.",
        )
    return summary


_SHARED = {
    State.IN_REVIEW: "in review",
    State.RETURNED: "returned",
    State.APPROVED: "approved",
    State.STALE: "approved",
}


def _remark(done: Sequence[ArticleSummary]) -> str:
    """Say that the bin is of this laptop only, where others know the story."""
    shared = [one for one in done if one.state in _SHARED]
    match shared:
        case []:
            return ""
        case [one] if len(done) == 1:
            return f"For everybody else it stays {_SHARED[one.state]}."
        case _:
            return f"{len(shared)} of them stay in review or approved for everybody else."


def restore(desk: Desk, articles: Sequence[ArticleId]) -> Changes:
    """Put articles back into the lists; one that is not in the bin stays as it is."""
    changes = Changes()
    with desk.library.writing() as work:
        for article in articles:
            work.summary(article)
            changes |= work.take_from_bin(article)
        work.commit()
    return changes


def delete_for_good(desk: Desk, article: ArticleId) -> Changes:
    """Destroy a draft in the bin that was never saved as a version or submitted.

    Raises `Refused` for any other article: the ledger is only added to.
    """
    with desk.library.writing() as work:
        _require_own_draft(work, article)
        changes = work.drop_draft(article)
        work.commit()
    return changes


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


def may_delete(summary: ArticleSummary) -> bool:
    """Whether an article in the bin is this laptop's alone, so that it can be deleted for good."""
    return summary.binned is not None and summary.revision == 0 and summary.state is State.DRAFT


def _name(summary: ArticleSummary) -> str:
    return f"“{summary.headline}”" if summary.headline else "This story"
