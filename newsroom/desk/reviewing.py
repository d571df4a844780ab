"""Decide: submit a story, approve exactly its words, or return it with a note."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.desk.checking import blocking, judge
from newsroom.desk.comparing import compare
from newsroom.desk.drafting import ensure_revision
from newsroom.desk.stories import parsed_story
from newsroom.domain.article import Story
from newsroom.domain.canonical import Json
from newsroom.domain.changes import Changes
from newsroom.domain.comparison import Comparison
from newsroom.domain.entry import EntryKind, SignedEntry
from newsroom.domain.errors import Conflict, Refused
from newsroom.domain.findings import Finding
from newsroom.domain.fingerprint import fingerprint, fingerprints
from newsroom.domain.ids import ArticleId, EntryId, MemberId, PictureId, Sha256
from newsroom.domain.picture import Picture
from newsroom.domain.summary import Revision
from newsroom.domain.times import ledger_time
from newsroom.domain.workflow import (
    Decision,
    State,
    Verdict,
    last_approval,
    require_review,
    require_second_person,
    state_of,
)

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.store.view import View
    from newsroom.store.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer sees before deciding.

    `story` is what an approval would bind, with fingerprint `bound`; `base` is the last approved
    story as it then was, if there is one, and `comparison` what changed since. `obstacle` is the
    sentence that says why this person cannot approve it, empty when they can.
    """

    story: Story
    state: State
    number: int
    bound: Sha256
    author: MemberId
    base_number: int
    approval: Decision | None
    comparison: Comparison
    findings: tuple[Finding, ...]
    obstacle: str


def submit(desk: Desk, article: ArticleId) -> Changes:
    """Send the draft to review as a revision; a story without a date takes that of now.

    Raises `Refused` when exactly these words are in review, approved or published already.
    """
    with desk.library.writing() as work:
        content = work.content(article)
        if content.published is None:
            content = replace(content, published=desk.now().replace(microsecond=0))
        story = parsed_story(work, article, content)
        _require_news(work.decisions(article), fingerprints(story))
        revision, changes = ensure_revision(desk, work, article, content)
        verdict = decide(desk, work, revision, Verdict.SUBMITTED, fingerprint(story))
        changes |= work.add(verdict)
        work.commit()
    return changes


_ALREADY = {
    State.IN_REVIEW: "This story is in review already, word for word.",
    State.APPROVED: "This story is approved already, word for word.",
    State.PUBLISHED: "This story is published already, word for word.",
}


def _require_news(decisions: Sequence[Decision], now: Set[Sha256]) -> None:
    if already := _already(decisions, now):
        raise Refused(already, hint="Change something before you submit it again.")


def _already(decisions: Sequence[Decision], now: Set[Sha256]) -> str:
    state = state_of(decisions, now)
    return _ALREADY.get(state, "") if decisions and decisions[-1].bound in now else ""


def nothing_to_submit(desk: Desk, article: ArticleId) -> str:
    """Say why `submit` would refuse the draft as it is on disk; empty where it would not."""
    with desk.library.reading() as view:
        story = parsed_story(view, article, view.content(article))
        return _already(view.decisions(article), fingerprints(story))


def approve(desk: Desk, article: ArticleId, *, seen: Sha256 | None = None) -> Changes:
    """Approve the submitted revision: its words, captions, alt texts, credits and picture bytes.

    `seen` is the fingerprint of what the approver had before them. Raises `Conflict` when the story
    says something else by now, `Refused` when it is not in review, when a check that the house
    requires is not met, or when the approver wrote it in a house of two or more.
    """
    with desk.library.writing() as work:
        revision, story = _in_review(work, article)
        _require_seen(story, seen)
        own = require_second_person(_writers(work, article), desk.me, members=len(work.members()))
        _require_clean(judge(desk, work, story))
        signed = decide(desk, work, revision, Verdict.APPROVED, fingerprint(story), own=own)
        changes = work.add(signed)
        work.commit()
    return changes


def _require_seen(story: Story, seen: Sha256 | None) -> None:
    if seen is not None and fingerprint(story) != seen:
        raise Conflict(
            "This story changed while you were reading it.",
            hint="Read what changed, then decide.",
        )


def return_with_note(desk: Desk, article: ArticleId, note: str) -> Changes:
    """Send the submitted revision back to its writer, saying why."""
    if not note.strip():
        raise Refused("A story is returned with a note.", hint="Say what should change.")
    with desk.library.writing() as work:
        revision, story = _in_review(work, article)
        bound = fingerprint(story)
        signed = decide(desk, work, revision, Verdict.RETURNED, bound, note=note.strip())
        changes = work.add(signed)
        work.commit()
    return changes


def review(desk: Desk, article: ArticleId) -> Review:
    """Gather what a reviewer sees: the submitted revision beside the last approved one."""
    with desk.library.reading() as view:
        decisions = view.decisions(article)
        revisions = view.revisions(article)
        if not revisions:
            raise Refused(
                "Nothing of this story has been submitted.", hint="Submit it for approval first."
            )
        current, story = _shown(view, article, decisions, revisions)
        approval = last_approval(decisions)
        base = _approved_story(view, approval)
        found = judge(desk, view, story)
        return Review(
            story=story,
            state=view.summary(article).state,
            number=current.number,
            bound=fingerprint(story),
            author=current.author,
            base_number=_number(revisions, approval.revision) if approval else 0,
            approval=approval,
            comparison=compare(base, story, view.house()),
            findings=found,
            obstacle=_obstacle(desk, view, article, found),
        )


def decide(
    desk: Desk,
    work: UnitOfWork,
    revision: Revision,
    verdict: Verdict,
    bound: Sha256,
    *,
    note: str = "",
    own: bool = False,
) -> SignedEntry:
    """Sign a decision about a revision and the exact content it is given for."""
    body: dict[str, Json] = {
        "article": revision.article,
        "revision": revision.id,
        "verdict": verdict.value,
        "bound": bound,
        "note": note,
        "own": own,
    }
    return desk.pen.sign(EntryKind.DECISION, body, work.newsroom_id())


def _in_review(view: View, article: ArticleId) -> tuple[Revision, Story]:
    decisions = view.decisions(article)
    require_review(state_of(decisions, frozenset()))
    wanted = decisions[-1].revision
    revision = next(one for one in view.revisions(article) if one.id == wanted)
    return revision, parsed_story(view, article, revision.content)


def _shown(
    view: View,
    article: ArticleId,
    decisions: Sequence[Decision],
    revisions: Sequence[Revision],
) -> tuple[Revision, Story]:
    """Choose what to show: the submitted revision in review, else the draft as it stands."""
    if decisions and decisions[-1].verdict is Verdict.SUBMITTED:
        return _in_review(view, article)
    return revisions[-1], view.story(article)


def _writers(view: View, article: ArticleId) -> frozenset[MemberId]:
    """Name those who wrote any revision after the last approved one."""
    approval = last_approval(view.decisions(article))
    revisions = view.revisions(article)
    since = _number(revisions, approval.revision) if approval else 0
    return frozenset(one.author for one in revisions if one.number > since) or frozenset(
        one.author for one in revisions[-1:]
    )


def _number(revisions: Sequence[Revision], wanted: EntryId) -> int:
    return next((one.number for one in revisions if one.id == wanted), 0)


def _require_clean(found: tuple[Finding, ...]) -> None:
    stops = blocking(found)
    if stops:
        raise Refused(
            "This story cannot be approved yet: the house requires more.",
            hint=" ".join(stop.message for stop in stops),
            findings=stops,
        )


_NOTHING_TO_DECIDE = {
    State.DRAFT: "Nobody has submitted this story yet.",
    State.RETURNED: "Returned to its writer, who can submit it again.",
    State.APPROVED: "Approved. It can be exported.",
    State.STALE: "It changed after its approval. Submit it again, and it can be decided on.",
    State.PUBLISHED: "Approved and exported.",
}


def _obstacle(desk: Desk, view: View, article: ArticleId, found: tuple[Finding, ...]) -> str:
    if closed := _NOTHING_TO_DECIDE.get(view.summary(article).state):
        return closed
    try:
        require_second_person(_writers(view, article), desk.me, members=len(view.members()))
        _require_clean(found)
    except Refused as refused:
        return f"{refused.message} {refused.hint}".strip()
    return ""


def _approved_story(view: View, approval: Decision | None) -> Story | None:
    if approval is None:
        return None
    story = view.revision_story(approval.revision)
    then = ledger_time(approval.time)
    pictures = {name: _as_of(view, name, then) for name in story.pictures}
    return replace(story, pictures=pictures)


def _as_of(view: View, name: PictureId, then: str) -> Picture:
    """Give a picture with the credit record that it had at a moment."""
    history = view.picture_history(name)
    past = [version.picture for version in history if ledger_time(version.time) <= then]
    return past[-1] if past else history[0].picture
