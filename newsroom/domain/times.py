"""Times as the ledger writes them: ISO 8601 with an offset."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def to_iso(moment: datetime | None) -> str:
    """Write a moment with its own offset; empty for none."""
    return moment.isoformat() if moment else ""


def from_iso(text: str) -> datetime | None:
    """Read a moment; None for an empty or unreadable text, UTC where no offset is given."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def ledger_time(moment: datetime) -> str:
    """Write a moment for the ledger: UTC, microseconds, sorting as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def zone(name: str) -> ZoneInfo:
    """Give a time zone by its IANA name; UTC where the name is not known."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
