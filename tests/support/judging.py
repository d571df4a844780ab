"""Checking a story on the day it was published, unless a test says another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newsroom.checks import rules
from newsroom.domain.article import Story
from newsroom.domain.findings import Finding
from newsroom.domain.house import House
from newsroom.domain.override import Override
from tests.support.stories import PUBLISHED

TODAY = PUBLISHED.date()


def run(
    story: Story, house: House, today: date = TODAY, overrides: Sequence[Override] = ()
) -> tuple[Finding, ...]:
    """Look at a story with every rule."""
    return rules.run(story, house, today, overrides)
