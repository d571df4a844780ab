"""Rows in a list as runs without a gap."""

from __future__ import annotations

from collections.abc import Iterator


def runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Give rows in order as runs without a gap: first and last."""
    start = before = None
    for row in rows:
        if start is None or before is None:
            start = row
        elif row != before + 1:
            yield start, before
            start = row
        before = row
    if start is not None and before is not None:
        yield start, before
