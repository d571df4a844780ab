"""Check: what an editor should look at before deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.rules import run
from newsroom.domain.article import Story
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.house import House

if TYPE_CHECKING:
    from newsroom.desk.room import Desk


def findings(desk: Desk, story: Story) -> tuple[Finding, ...]:
    """Check a story by the rules of the house; what the house requires comes first."""
    with desk.library.reading() as view:
        return judged(story, view.house())


def judged(story: Story, house: House) -> tuple[Finding, ...]:
    """Check a story by the rules of a given house."""
    return tuple(
        sorted(run(story, house), key=lambda finding: finding.severity is Severity.WARNING)
    )


def blocking(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Keep the findings that block an approval."""
    return tuple(finding for finding in found if finding.severity is Severity.ERROR)
