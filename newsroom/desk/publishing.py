"""Publish: write the pages of approved stories into a folder, and verify what was written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk import checking
from newsroom.desk.credentials import endings, seal_of
from newsroom.desk.pages import make_page, originals_of
from newsroom.desk.reviewing import decide
from newsroom.desk.trusting import require_genuine
from newsroom.domain.article import Story
from newsroom.domain.changes import Changes
from newsroom.domain.errors import Refused
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.fingerprint import fingerprints
from newsroom.domain.ids import ArticleId
from newsroom.domain.progress import Progress, unwatched
from newsroom.domain.summary import ArticleQuery, ArticleSummary
from newsroom.domain.workflow import State, Verdict, standing_approval
from newsroom.export import verify as verification
from newsroom.export.folder import write_site
from newsroom.export.sealing import credential_findings

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.export.page import Page
    from newsroom.export.verify import Reopened
    from newsroom.store.view import View

_OPEN = frozenset({State.APPROVED, State.PUBLISHED})
"""The states in which an approval binds exactly what a story says."""

_OF_RIGHTS = frozenset({"rights-ended", "channel-not-allowed", "territory-not-allowed"})
"""The rules about what no approval binds: rights end by themselves, and their record may change."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The pages written (paths of their `index.html`), what to look at, and what changed."""

    pages: tuple[Path, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[str, ...]
    changes: Changes


def candidates(
    desk: Desk, wanted: Collection[ArticleId], others: int
) -> tuple[ArticleSummary, ...]:
    """List what can be exported, the last changed first, then what is not ready yet.

    Those are all approved stories, the wanted ones, and so many others of each kind; none that was
    put in the bin.
    """
    with desk.library.reading() as view:
        approved = view.articles(ArticleQuery(states=frozenset({State.APPROVED})))
        known = view.articles(ArticleQuery(states=frozenset({State.PUBLISHED}), limit=others))
        closed = view.articles(ArticleQuery(states=frozenset(State) - _OPEN, limit=others))
        named = [one for one in view.summaries(wanted) if one.binned is None]
        listed = {one.id: one for one in (*approved, *known, *closed, *named)}
    newest = sorted(listed.values(), key=lambda one: (one.changed, one.id), reverse=True)
    return tuple(sorted(newest, key=lambda one: one.state not in _OPEN))


def export(
    desk: Desk,
    articles: Sequence[ArticleId],
    out: Path,
    *,
    draft: bool = False,
    progress: Progress = unwatched,
) -> Exported:
    """Write the pages of some articles into a folder, all of them or, when refused, none.

    Raises `Refused` when one of them is not approved for exactly its present content, unless
    `draft`, which marks the pages as drafts, or when it shows a picture that the house may not show
    any more; `Unavailable` when the publication could not be signed, before anything is written.
    `progress` may stop the work between two files.
    """
    with desk.library.reading() as view:
        stories = [view.story(article) for article in dict.fromkeys(articles)]
        found = [checking.judge(desk, view, story) for story in stories]
        if not draft:
            _require_approved(view, stories)
            _require_rights(stories, found)
        pages = [make_page(desk, view, story, draft=draft) for story in stories]
        news = any(view.summary(story.id).state is State.APPROVED for story in stories)
    _require_own_address(stories, pages)
    if news and not draft:
        desk.pen.make_ready()
    written = write_site(
        pages, out, originals_of(desk), desk.tools.cache, progress, seal=seal_of(desk)
    )
    changes = Changes() if draft else record_published(desk, stories)
    warnings = (*written.warnings, *endings(desk, stories))
    return Exported(written.pages, tuple(chain.from_iterable(found)), warnings, changes)


def _require_approved(view: View, stories: Sequence[Story]) -> None:
    """Refuse stories whose approval does not bind what they say now."""
    closed = [
        Finding("not-approved", Severity.ERROR, "article", _why(view, story))
        for story in stories
        if view.summary(story.id).state not in _OPEN
    ]
    if closed:
        raise Refused(
            " ".join(finding.message for finding in closed),
            hint="Submit and approve first, or export with --draft to see a marked page.",
            findings=closed,
        )
    for story in stories:
        approval = standing_approval(view.decisions(story.id))
        assert approval is not None, "an open story has an approval"
        require_genuine(view, approval)


def _require_rights(stories: Sequence[Story], found: Sequence[Sequence[Finding]]) -> None:
    """Refuse stories with pictures that the house required to have rights to, and has no longer."""
    stops = [
        (story, one)
        for story, findings in zip(stories, found, strict=True)
        for one in checking.blocking(findings)
        if one.rule in _OF_RIGHTS
    ]
    if stops:
        raise Refused(
            " ".join(f"{_name(story)!r}: {one.message}" for story, one in stops),
            hint="Replace the picture, or answer for it with a reason where the house allows that.",
            findings=[one for _, one in stops],
        )


def _name(story: Story) -> str:
    return story.content.headline or story.id[:8]


def _why(view: View, story: Story) -> str:
    name = _name(story)
    if view.summary(story.id).state is State.STALE:
        return f"The approval of {name!r} is stale: it changed after it was approved."
    return f"{name!r} is not approved."


def _require_own_address(stories: Sequence[Story], pages: Sequence[Page]) -> None:
    taken: dict[str, str] = {}
    for story, page in zip(stories, pages, strict=True):
        path = str(page.path)
        if path in taken:
            raise Refused(
                f"Two stories would be written to {path}: {taken[path]!r} and "
                f"{story.content.headline!r}.",
                hint="Give one of them another address (slug).",
            )
        taken[path] = story.content.headline


def record_published(desk: Desk, stories: Sequence[Story]) -> Changes:
    """Enter into the ledger that these very contents were published."""
    changes = Changes()
    with desk.library.writing() as work:
        for story in stories:
            decisions = work.decisions(story.id)
            approval = standing_approval(decisions)
            if approval is None or approval.bound not in fingerprints(story):
                continue
            bound = approval.bound
            if decisions[-1].verdict is Verdict.PUBLISHED and decisions[-1].bound == bound:
                continue
            revision = next(one for one in work.revisions(story.id) if one.id == approval.revision)
            changes |= work.add(decide(desk, work, revision, Verdict.PUBLISHED, bound))
        work.commit()
    return changes


def reopen(out: Path) -> Reopened:
    """Open exported files again: what differs from what was written, and what no page shows."""
    found = verification.reopen(out)
    return replace(found, findings=found.findings + credential_findings(out))


def verify(out: Path) -> tuple[Finding, ...]:
    """Open exported files again and report what differs from what was written."""
    return reopen(out).findings
