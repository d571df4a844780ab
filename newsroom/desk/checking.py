"""Check: what an editor should look at before deciding, and what somebody answers for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from newsroom.checks.rules import run
from newsroom.domain.article import Story
from newsroom.domain.canonical import Json
from newsroom.domain.changes import Changes
from newsroom.domain.entry import EntryKind
from newsroom.domain.errors import Refused
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId
from newsroom.domain.override import Override, subject_of
from newsroom.domain.times import zone

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.store.view import View


def findings(desk: Desk, story: Story) -> tuple[Finding, ...]:
    """Check a story by the rules of the house; what the house requires comes first."""
    with desk.library.reading() as view:
        return judge(desk, view, story)


def judge(desk: Desk, view: View, story: Story) -> tuple[Finding, ...]:
    """Check a story as of today, with what people answer for."""
    house = view.house()
    return judged(story, house, today(desk, house), view.overrides(story.id))


def today(desk: Desk, house: House) -> date:
    """Tell the day in the house's zone."""
    return desk.now().astimezone(zone(house.time_zone)).date()


def judged(
    story: Story, house: House, day: date, overrides: Sequence[Override] = ()
) -> tuple[Finding, ...]:
    """Check a story by the rules of a given house on a given day."""
    found = run(story, house, day, overrides)
    return tuple(sorted(found, key=lambda finding: finding.severity is Severity.WARNING))


def blocking(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Keep the findings that block an approval."""
    return tuple(finding for finding in found if finding.severity is Severity.ERROR)


def override(desk: Desk, article: ArticleId, rule: str, where: str, reason: str) -> Changes:
    """Answer for a finding: an entry with a reason says that it may stand.

    Raises `Refused` without a reason, and for a rule that the house does not let people override.
    """
    if not reason.strip():
        raise Refused("A finding is overridden with a reason.", hint="Say why it may stand.")
    with desk.library.reading() as view:
        if rule not in view.house().overridable:
            raise Refused(
                f"The house does not let anybody override {rule}.",
                hint="Mend what it says, or have the house file name it as overridable.",
            )
    return _say(desk, article, rule, where, reason.strip())


def withdraw_override(desk: Desk, article: ArticleId, rule: str, where: str) -> Changes:
    """Let a finding count again; one that nobody answers for stays as it is."""
    subject = subject_of(where)
    with desk.library.reading() as view:
        stands = [
            one for one in view.overrides(article) if (one.rule, one.subject) == (rule, subject)
        ]
    return _say(desk, article, rule, where, "") if stands else Changes()


def _say(desk: Desk, article: ArticleId, rule: str, where: str, reason: str) -> Changes:
    body: dict[str, Json] = {
        "article": article,
        "rule": rule,
        "subject": subject_of(where),
        "reason": reason,
    }
    with desk.library.writing() as work:
        work.summary(article)
        changes = work.add(desk.pen.sign(EntryKind.OVERRIDE, body, work.newsroom_id()))
        work.commit()
    return changes
