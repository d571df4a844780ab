"""What can be wrong with a field of a record."""

from __future__ import annotations

import pytest

from newsroom.domain.picture import CreditRecord, RightsPeriod
from newsroom.domain.record_faults import faults_of


@pytest.mark.parametrize("ends", ["20261231", "2026-W53-4", "2026-12", "31.12.2026", "2026-02-30"])
def test_a_day_has_one_form_because_days_are_compared_as_texts(ends: str) -> None:
    faults = faults_of(CreditRecord(rights=RightsPeriod("2026-01-01", ends)))
    assert faults == {"rights.ends": "Not a day. Write it as 2026-04-14."}


def test_a_day_may_be_left_open() -> None:
    assert faults_of(CreditRecord(rights=RightsPeriod("", "2026-12-31"))) == {}
